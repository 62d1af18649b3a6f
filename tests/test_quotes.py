"""Quotations: each language's own expectations, read from the data beside it."""

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsqa.extract import extract
from newsqa.languages import CODES
from newsqa.model import Article, Quote

HERE = Path(__file__).parent / "languages"
PIECES = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    ",",
    ".",
    ":",
    "?",
    "\n",
    " ",
    "kata",
    "said",
    "Rina",
    "Budi",
    "menurut",
    "that",
    "bahwa",
    "(",
    ")",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text(max_size=120)


def cases(name: str) -> list[Any]:
    tables = {code: tomllib.loads((HERE / code / f"{name}.toml").read_text(encoding="utf-8")) for code in CODES}
    return [pytest.param(code, case, id=f"{code}: {case['see']}") for code, t in tables.items() for case in t["case"]]


def said(text: str, code: str) -> tuple[Quote, ...]:
    return extract(Article(id="a", text=text, language=code)).quotes


@pytest.mark.parametrize(("code", "case"), cases("quotes"))
def test_quotes(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = said(text, code)
    assert [[q.kind, q.words.of(text), q.speaker or ""] for q in found] == case.get("said", [])
    assert not case.get("via") or list(found[0].via) == case["via"]
    assert case.get("silent", False) is not bool(found)


@pytest.mark.parametrize(("code", "case"), cases("known_failures"))
def test_known_failures_still_fail(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[q.kind, q.words.of(text), q.speaker or ""] for q in said(text, code)]
    assert any(quote not in found for quote in case["said"]), "this passes now: move it to quotes.toml"


@given(TEXT, st.sampled_from(CODES))
def test_any_text_gives_quotes_whose_offsets_are_its_own(text: str, code: str) -> None:
    for quote in said(text, code):
        assert 0 <= quote.words.start < quote.words.end <= len(text)
        assert quote.sentence.holds(quote.words)


@pytest.mark.parametrize(
    "piece", ['"a ', "“", "' ", '"kata, "', "said that ", "(", "menurut dia, ", "A. ", "“Ya,” kata X. "]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    took = []
    for size in (4_000, 16_000):
        started = time.process_time()
        said(piece * (size // len(piece)), "id")
        took.append(time.process_time() - started)
    assert took[1] < 12 * took[0] + 0.2  # four times the text; the rest is slack for a busy machine


def test_parts_come_before_the_whole_that_holds_them() -> None:
    found = said('"Ya," kata Rina Astuti. "Kami siap bekerja."', "id")
    assert not any(b.words != a.words and a.words.holds(b.words) for a, b in pairwise(found))
