"""What is asked more of what was shown is found there or not at all: each language's own conversations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsqa.conversation import Said, answered
from newsqa.languages import CODES
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore

HERE = Path(__file__).parent / "languages"
TOLD = {code: tomllib.loads((HERE / code / "details.toml").read_text(encoding="utf-8")) for code in CODES}
CASES = [
    pytest.param(
        code,
        case,
        id=" / ".join((case["after"], *case.get("then", ()), case["text"])),
        marks=[pytest.mark.xfail(strict=True)] if case.get("fails") else [],
    )
    for code in CODES
    for case in TOLD[code]["case"]
]


@pytest.fixture(scope="module")
def newsrooms() -> Iterator[dict[str, Newsroom]]:
    """A newsroom of each language's own articles."""
    opened = {code: Newsroom(MemoryStore()) for code in CODES}
    for code, newsroom in opened.items():
        for row in TOLD[code]["article"]:
            newsroom.add_row(row)
    yield opened
    for newsroom in opened.values():
        newsroom.close()


@pytest.mark.parametrize(("code", "case"), CASES)
def test_more_is_told_of_what_was_shown(newsrooms: dict[str, Newsroom], code: str, case: dict[str, Any]) -> None:
    said: Said | None = None
    for text in (case["after"], *case.get("then", ()), case["text"]):
        said, reply = answered(newsrooms[code], text, said)
    assert [one.text for one in reply.answers] == case["told"]
    for one in (*reply.answers, *reply.closest):
        assert one.span is None or one.span.of(one.evidence.article.text)
        assert one.evidence.words in one.evidence.article.text
