"""The sample archive answers the questions that it suggests to a newcomer."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click
import pytest

from newsqa import terminal
from newsqa.conversation import sampled
from newsqa.newsroom import Newsroom

SUGGESTED = tomllib.loads((files("newsqa") / "samples" / "questions.toml").read_text(encoding="utf-8"))
CASES = [case for cases in SUGGESTED.values() if isinstance(cases, list) for case in cases]
README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
EXCHANGE = README.partition("```text\n")[2].partition("```")[0]


@pytest.fixture(scope="module")
def samples() -> Iterator[Newsroom]:
    with sampled() as newsroom:
        yield newsroom


def test_there_are_enough_articles_in_both_languages(samples: Newsroom) -> None:
    languages = [stored.extraction.language for stored in samples.articles()]
    assert languages.count("id") >= 6
    assert languages.count("en") >= 4


KNOWN_FAILURES = [
    {"q": "siapa yang ditemui Rania di Norrhavn?", "answers": ["Oskar Lindqvist"]},  # a place stays on the name
]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=[case["q"] for case in KNOWN_FAILURES])
def test_a_known_failure_still_fails(samples: Newsroom, case: dict[str, object]) -> None:
    test_a_suggested_question_is_answered(samples, case)


@pytest.mark.parametrize("case", CASES, ids=[case["q"] for case in CASES])
def test_a_suggested_question_is_answered(samples: Newsroom, case: dict[str, object]) -> None:
    reply = samples.ask(str(case["q"]))
    assert [a.text for a in reply.answers[:1]] == list(case["answers"])[:1]
    assert reply.found is bool(case["answers"])
    for answer in (*reply.answers, *reply.closest):
        assert answer.evidence.words in answer.evidence.article.text


@pytest.mark.parametrize("shown", EXCHANGE.strip().split("\n\n? "))
def test_the_readme_shows_what_is_said(samples: Newsroom, shown: str) -> None:
    question, _, said = shown.strip().removeprefix("? ").partition("\n")
    assert said.strip() in click.unstyle(terminal.reply(samples.ask(question)))
