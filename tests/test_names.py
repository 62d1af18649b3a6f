"""Who and what a text names: each language's own expectations, from the data beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.extract import extract
from newsqa.languages import CODES
from newsqa.model import Article

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(code, case, id=f"{code}: {case['see']}")
    for code in CODES
    for case in tomllib.loads((HERE / code / "names.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_names_are_those_of_people_bodies_and_places(code: str, case: dict[str, Any]) -> None:
    found = extract(Article(id="a", text=case["text"], language=code)).entities
    assert [[one.kind, one.name] for one in found] == case["named"]
