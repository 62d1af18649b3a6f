"""The command line: parses, calls the newsroom, prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from newsqa.model import Answer, Quote, Reply
    from newsqa.newsroom import Newsroom
    from newsqa.store.protocol import Stored


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", type=click.Path(path_type=Path, dir_okay=False), envvar="NEWSQA_DATABASE", default="newsqa.db")
@click.pass_context
def main(context: click.Context, db: Path) -> None:
    """Give a newsroom its own archive back, word for word."""
    context.obj = db


def _newsroom(context: click.Context) -> Newsroom:
    from newsqa.newsroom import Newsroom  # noqa: PLC0415  keeps --help fast

    newsroom = Newsroom.open(context.obj)
    context.call_on_close(newsroom.close)
    return newsroom


@main.command()
@click.option("--jsonl", type=click.File(encoding="utf-8"), required=True)
@click.pass_context
def add(context: click.Context, jsonl: TextIO) -> None:
    """Add articles."""
    from newsqa.model import Article  # noqa: PLC0415
    from newsqa.newsroom import identifier  # noqa: PLC0415

    newsroom = _newsroom(context)
    for line in jsonl:
        row = json.loads(line)
        newsroom.add(Article(**{"id": identifier(row["text"]), **row}))


@main.command()
@click.option("--jsonl", type=click.File(encoding="utf-8"), required=True)
@click.pass_context
def ask(context: click.Context, jsonl: TextIO) -> None:
    """Ask questions."""
    newsroom = _newsroom(context)
    for line in jsonl:
        row = json.loads(line)
        reply = reply_row(newsroom.ask(row["question"], row.get("article")))
        click.echo(json.dumps({"id": row["id"], **reply}, ensure_ascii=False))


def reply_row(reply: Reply) -> dict[str, Any]:
    """Return the reply as the command line's JSON object."""
    return {
        "question": reply.question,
        "language": reply.language,
        "found": reply.found,
        "answers": [answer_row(a) for a in reply.answers],
        "closest": [answer_row(a) for a in reply.closest],
        "took_ms": reply.took_ms,
    }


def answer_row(answer: Answer) -> dict[str, Any]:
    """Return one answer as the command line's JSON object."""
    article, span = answer.evidence.article, answer.evidence.span
    return {
        "text": answer.text,
        "kind": answer.kind,
        "status": answer.status,
        "speaker": answer.speaker,
        "evidence": answer.evidence.words,
        "start": span.start,
        "end": span.end,
        "article": article.model_dump(mode="json", include={"id", "title", "outlet", "published", "url"}),
        "score": answer.score,
    }


@main.command()
@click.argument("what", type=click.Choice(["quotes"]))
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@click.pass_context
def export(context: click.Context, what: str, form: str) -> None:  # noqa: ARG001
    """Export."""
    for stored in _newsroom(context).articles():
        for quote in stored.extraction.quotes:
            click.echo(json.dumps(quote_row(stored, quote), ensure_ascii=False))


def quote_row(stored: Stored, quote: Quote) -> dict[str, Any]:
    """Return one quotation as the command line's JSON object."""
    text = stored.article.text
    return {
        "article": stored.article.id,
        "text": quote.words.of(text),
        "start": quote.words.start,
        "end": quote.words.end,
        "speaker": quote.speaker,
        "mention": quote.mention.of(text) if quote.mention else None,
        "cue": quote.cue.of(text) if quote.cue else None,
        "kind": quote.kind,
        "sentence": quote.sentence.of(text),
    }
