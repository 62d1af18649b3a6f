"""What a sentence gives as a reason, and where that ends: each language's own cases."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.answer.clauses import clauses
from newsqa.answer.page import Page
from newsqa.extract import extract
from newsqa.languages import CODES
from newsqa.model import Article
from newsqa.store.protocol import Stored

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(code, case, id=case["text"])
    for code in CODES
    for case in tomllib.loads((HERE / code / "reasons.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_reasons_stand_behind_and_before_the_words_that_give_them(code: str, case: dict[str, Any]) -> None:
    article = Article(id="one", text=case["text"], language=code)
    page = Page(Stored(article=article, extraction=extract(article)))
    told = {one.span.of(page.text) for place in range(len(page.sentences)) for one in clauses(page, place)}
    assert set(case["told"]) <= told
    assert told.isdisjoint(case.get("not", ()))
