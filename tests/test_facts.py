"""Facts in sentences: each language's own expectations, from the data beside it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.extract import extract
from newsqa.languages import CODES
from newsqa.model import Argument, Article

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(code, case, id=f"{case['text']} {case['fact'][1]}")
    for code in CODES
    for case in tomllib.loads((HERE / code / "facts.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_sentence_holds_a_fact(code: str, case: dict[str, Any]) -> None:
    text = case["text"]

    def words(argument: Argument | None) -> str:
        return (argument.entity or argument.span.of(text)) if argument else ""

    found = extract(Article(id="a", text=text, language=code)).facts
    read = [[words(f.subject), f.verb.of(text), words(f.object), f.status] for f in found]
    assert case["fact"] in read
