"""The conversation in a terminal: one question after another."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import click

from newsqa import terminal
from newsqa.errors import NewsqaError
from newsqa.newsroom import Newsroom

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


def converse(newsroom: Newsroom, *, samples: bool = False) -> None:
    """Answer questions from standard input until it ends or the person says quit."""
    click.echo(_welcome(samples=samples))
    for question in _asked():
        try:
            click.echo(terminal.reply(newsroom.ask(question)) + "\n")
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
