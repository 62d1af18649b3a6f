"""What is a courtesy to whoever answers, and what asks the archive something."""

import json
import tomllib
from pathlib import Path

import pytest

from newsqa.answer.courtesies import courtesy
from newsqa.languages import CODES

HERE = Path(__file__).parent / "languages"
ARTICLES = Path(__file__).parent / "articles"
CASES = [
    pytest.param(case["text"], case.get("is"), id=f"{code}: {case['text']}")
    for code in CODES
    for case in tomllib.loads((HERE / code / "courtesies.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("text", "is_"), CASES)
def test_only_what_asks_nothing_is_a_courtesy(text: str, is_: str | None) -> None:
    assert courtesy(text) == is_


def test_no_question_of_an_article_is_one() -> None:
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in ARTICLES.glob("*/*.json")]
    assert [q["q"] for row in rows for q in row["questions"] if courtesy(q["q"])] == []
