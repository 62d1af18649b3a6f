"""Whom the samples name, but what they say nothing of: the archive does not say, and neither does the bot."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsqa.conversation import sampled
from newsqa.languages import CODES
from newsqa.newsroom import Newsroom

HERE = Path(__file__).parent / "languages"
ASKED = {code: tomllib.loads((HERE / code / "silence.toml").read_text(encoding="utf-8")) for code in CODES}


@pytest.fixture(scope="module")
def samples() -> Iterator[Newsroom]:
    with sampled() as newsroom:
        yield newsroom


@pytest.mark.parametrize("question", [q for asked in ASKED.values() for q in asked["silent"]])
def test_nothing_is_answered_where_nothing_is_said(samples: Newsroom, question: str) -> None:
    assert [answer.text for answer in samples.ask(question).answers] == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("question", [q for asked in ASKED.values() for q in asked["answered"]])
def test_a_known_failure_still_fails(samples: Newsroom, question: str) -> None:
    assert [answer.text for answer in samples.ask(question).answers] == []
