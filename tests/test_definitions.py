"""What something is, as articles say it: each language's own expectations, from the data beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsqa.languages import CODES
from newsqa.model import Article
from newsqa.newsroom import Newsroom

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(case, id=f"{case['question']} {no}")
    for code in CODES
    for no, case in enumerate(tomllib.loads((HERE / code / "definitions.toml").read_text(encoding="utf-8"))["case"])
]


@pytest.mark.parametrize("case", CASES)
def test_what_something_is_is_said_or_not(case: dict[str, str], tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "one.db")
    newsroom.add(Article(id="one", text=case["text"]))
    reply = newsroom.ask(case["question"])
    assert [answer.text for answer in reply.answers][:1] == ([case["answer"]] if "answer" in case else [])
    assert all(case["text"][a.span.start : a.span.end] == a.text for a in reply.answers if a.span)
