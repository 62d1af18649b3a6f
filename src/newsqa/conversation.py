"""The conversation in a terminal: one question after another."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import click

from newsqa import terminal
from newsqa.errors import NewsqaError
from newsqa.model import Answer, Detail, Reply
from newsqa.newsroom import After, Earlier, Newsroom, followup

_SAMPLES = files("newsqa") / "samples"
_BYE = frozenset({"quit", "exit", ":q"})


@contextmanager
def sampled() -> Iterator[Newsroom]:
    """Give a newsroom over the bundled sample articles, gone when it is closed."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom = Newsroom.open(Path(folder, "samples.db"))
        for row in _sample_rows():
            newsroom.add_row(row)
        try:
            yield newsroom
        finally:
            newsroom.close()


class Said(NamedTuple):
    """A question with what it left out filled in, and all that was answered to it so far."""

    question: str
    answers: tuple[Answer, ...]


def answered(newsroom: Newsroom, text: str, before: Said | None) -> tuple[Said, Reply]:
    """Return what a text asks after what was said before, and the reply. Raises UnreadableQuestionError."""
    meant = followup(text, _earlier(before)) if before else None
    if before is None or meant is None:
        reply = newsroom.ask(text)
        return Said(text, reply.answers), reply
    if meant.others:
        reply = newsroom.ask(meant.question, after=After(tuple(a.text for a in before.answers)))
        return Said(meant.question, (*before.answers, *reply.answers)), reply
    if meant.detail and before.answers:
        return before, _more_of(newsroom, before, meant.detail, text)
    where = [before.answers[0].evidence.article.id] if meant.there and before.answers else []
    after = After(named=meant.named)
    replies = (newsroom.ask(meant.question, article, after) for article in (*where, None))
    reply = next((r for r in replies if r.found), None) or newsroom.ask(meant.question, after=after)
    return Said(meant.question, reply.answers), reply


def _more_of(newsroom: Newsroom, before: Said, detail: Detail, text: str) -> Reply:
    """Return what more is told of what was answered; where nothing is, the first of that."""
    told = (one for shown in before.answers for one in newsroom.lookups.details(shown, detail))
    found = tuple({(one.evidence.article.id, one.span): one for one in told}.values())
    closest = () if found else before.answers[:1]
    return Reply(question=text, language="", found=bool(found), answers=found, closest=closest)


def _earlier(said: Said) -> Earlier:
    speakers = tuple(a.speaker for a in said.answers if a.speaker)
    return Earlier(question=said.question, answers=tuple(a.text for a in said.answers), speakers=speakers)


def converse(newsroom: Newsroom, *, samples: bool = False) -> None:
    """Answer questions from standard input until it ends or the person says quit."""
    click.echo(_welcome(samples=samples))
    said: Said | None = None
    for question in _asked():
        try:
            said, reply = answered(newsroom, question, said)
            click.echo(terminal.reply(reply) + "\n")
        except NewsqaError as error:
            click.echo(f"{error}\n")


def _asked() -> Iterator[str]:
    while True:
        try:
            question = click.prompt("?", prompt_suffix=" ", default="", show_default=False)
        except (EOFError, click.Abort):
            click.echo()
            return
        if question.strip().casefold() in _BYE:
            return
        if question.strip():
            yield question


def _sample_rows() -> Iterator[dict[str, str]]:
    import json  # noqa: PLC0415  only the samples are JSON

    for file in sorted(_SAMPLES.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".jsonl"):
            yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _welcome(*, samples: bool) -> str:
    lines = ["Ask in Indonesian or English; quit to leave."]
    if samples:
        suggested = tomllib.loads((_SAMPLES / "questions.toml").read_text(encoding="utf-8"))
        first = [case["q"] for cases in suggested.values() if isinstance(cases, list) for case in cases]
        lines = [f"The bundled sample archive. {lines[0]} Try:", *(f"  {q}" for q in first)]
    return "\n".join(lines) + "\n"
