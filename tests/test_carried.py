"""Whom a sentence means by a pronoun or a role answers by the name before it, with both as the evidence."""

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

ANSWERED = [
    ("id", "Rini Astuti pemilik warung di Solo. Ia menjual sawah itu pada Senin.", "siapa yg jual sawah itu",
     "Rini Astuti"),
    ("en", "Ida Moss runs the mill. She sold the old boat on Monday.", "who sold the old boat", "Ida Moss"),
    ("en", "Ida Moss runs the mill. Nils Berg sued her on Monday over the dam.", "who did nils berg sue over the dam",
     "Ida Moss"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "asked", "name"), ANSWERED, ids=[one[2] for one in ANSWERED])
def test_who_is_meant_answers_by_name(code: str, text: str, asked: str, name: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    best = newsroom.ask(asked).answers[0]
    assert (best.text, best.evidence.words) == (name, text)
    assert best.span
    assert best.span.of(text) == name


def test_who_is_asked_about_does_not_answer(tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text="Ida Moss runs the mill. She sold the old boat on Monday.", language="en"))
    assert "Ida Moss" not in [one.text for one in newsroom.ask("who did ida moss sell the old boat to").answers]
