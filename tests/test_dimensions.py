"""What a number must measure: a question for an area is not answered by a length or a count beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.answer import dimensions
from newsqa.answer.parse import parse
from newsqa.model import Article
from newsqa.newsroom import Newsroom

COAST = "Pantai Pulau Lenu sepanjang 253km, luas pulau itu 1.825km² dan dihuni 4.100 jiwa di 12 desa."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("berapa luas Pulau Lenu?", "1.825km²"),
        ("berapa panjang pantai Pulau Lenu?", "253km"),
    ],
)
def test_a_number_measures_what_is_asked_for(question: str, answer: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "one.db")
    newsroom.add(Article(id="one", text=COAST))
    assert [one.text for one in newsroom.ask(question).answers][:1] == [answer]


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("how large is the island of Lenu?", "area"),
        ("how deep is the trench?", "length"),
        ("berapa hektare kebun kentang di dataran tinggi Morano?", None),
        ("berapa orang tewas?", None),
    ],
)
def test_a_question_says_what_is_measured_where_it_begins(question: str, sort: str | None) -> None:
    assert dimensions.asked(parse(question)) == (dimensions.UNITS[sort] if sort else frozenset())
