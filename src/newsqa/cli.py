"""The command line: it parses, calls the newsroom, and prints."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from newsqa.errors import NewsqaError, UnreadableArticleError, UnreadableQuestionError
from newsqa.feed_commands import feed
from newsqa.keeping_commands import backup, opened, restore, verify
from newsqa.lines import object_of

if TYPE_CHECKING:
    from newsqa.model import Article
    from newsqa.newsroom import Newsroom
    from newsqa.rows import Row

T = TypeVar("T")

# What only one command needs is imported in that command: `newsqa --help` must not wait for the rules to load.


class _Commands(click.Group):
    """Commands that end with one clear line, not with a traceback, when something is wrong."""

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  click's own signature
        """Run the command; an error that newsqa raises on purpose becomes its message and exit status 1."""
        try:
            return super().invoke(context)
        except NewsqaError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsqa")
@click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="NEWSQA_DATABASE",
    default="newsqa.db",
    show_default=True,
    help="The archive, one file; NEWSQA_DATABASE names it too.",
)
@click.pass_context
def main(context: click.Context, db: Path) -> None:
    """Give a newsroom its own archive back, word for word."""
    context.obj = db


for command in (feed, verify, backup, restore):
    main.add_command(command)


def _print(row: Row) -> None:
    click.echo(json.dumps(row, ensure_ascii=False))


# ---- in -------------------------------------------------------------------------------------------------------------


@main.command()
@click.argument("sources", nargs=-1)
@click.option("--jsonl", type=click.File(encoding="utf-8", errors="surrogateescape"), help="Articles, one a line.")
@click.option("--title")
@click.option("--outlet")
@click.option("--author")
@click.option("--published", help="The publishing day or instant, as in 2026-03-26.")
@click.option("--url")
@click.option("--id", "id_", help="The article's id; by default one is made from its text.")
@click.pass_context
def add(
    context: click.Context, /, sources: tuple[str, ...], jsonl: TextIO | None, id_: str | None, **about: str | None
) -> None:
    """Add articles: files (text, Markdown, HTML, PDF, DOCX, RSS, zip), links, - for standard input, or --jsonl FILE."""
    if bool(sources) == bool(jsonl):
        raise click.UsageError("name files to add, or one with --jsonl")
    if len(sources) > 1 and id_:
        raise click.UsageError("--id names one article, not several")
    if jsonl:
        _add_lines(context, jsonl)
    for source in sources:
        _add_source(context, source, {"id": id_, **about})


def _add_source(context: click.Context, source: str, about: dict[str, str | None]) -> None:
    """Add the articles of one source; what the options say of it goes before what it says itself."""
    from newsqa import terminal  # noqa: PLC0415

    told = {key: value for key, value in about.items() if value}
    for row in _rows_of(source):
        click.echo(terminal.added(opened(context).add_row(row | told)))


def _rows_of(source: str) -> list[dict[str, str]]:
    from newsqa import read  # noqa: PLC0415

    if source.startswith(("http://", "https://")):
        return read.link(source)
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise UnreadableArticleError(f"{source}: {error.strerror}", "broken") from error
    return read.read(data, "" if source == "-" else source)


def _add_lines(context: click.Context, lines: TextIO) -> None:
    """Add one article a line; a bad line is reported by its number, and the rest goes in."""
    from newsqa.filing import counting  # noqa: PLC0415

    newsroom, bad, counts = opened(context), list[str](), Counter[str]()
    articles = list(_readable(lines, bad))
    deque(_shown(newsroom.add_many(counting(newsroom, articles, counts)), len(articles), "Adding"), maxlen=0)
    click.echo(", ".join(f"{counts[kind]} {kind}" for kind in ("added", "updated", "known")))
    for complaint in bad:
        click.echo(complaint, err=True)
    if bad:
        raise click.ClickException(f"{len(bad)} lines were skipped")


def _readable(lines: TextIO, bad: list[str]) -> Iterator[Article]:
    from newsqa.newsroom import article_of  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield article_of(object_of(line))
        except UnreadableArticleError as error:
            bad.append(f"line {number}: {error}")


def _shown(items: Iterable[T], count: int, label: str) -> Iterator[T]:
    """Yield the items, with a progress bar where a person is watching."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label=label, file=sys.stderr) as shown:
        yield from shown


@main.command()
@click.argument("article")
@click.pass_context
def delete(context: click.Context, article: str) -> None:
    """Remove an article and all that was found in it."""
    opened(context).delete(article)
    click.echo(f"{article} is removed")


@main.command()
@click.pass_context
def reindex(context: click.Context) -> None:
    """Redo the extraction of every article, of every desk, with today's rules."""
    from newsqa.newsroom import open_state  # noqa: PLC0415

    newsroom, state = opened(context), open_state(context.obj)
    context.call_on_close(state.close)
    desks = [newsroom.at(scope) for scope in state.people.desks()]
    count = sum(desk.stats().articles for desk in desks)
    deque(_shown(chain.from_iterable(desk.redo() for desk in desks), count, "Reindexing"), maxlen=0)
    click.echo(f"{count} articles are indexed anew")


# ---- out ------------------------------------------------------------------------------------------------------------


@main.command()
@click.argument("question", required=False)
@click.option("--jsonl", type=click.File(encoding="utf-8"), help="Questions, one {id, question, article?} a line.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--article", help="Ask within the article with this id.")
@click.pass_context
def ask(context: click.Context, question: str | None, jsonl: TextIO | None, as_json: bool, article: str | None) -> None:
    """Ask the archive a question."""
    from newsqa import rows, terminal  # noqa: PLC0415

    if bool(question) == bool(jsonl):
        raise click.UsageError("ask one question, or many with --jsonl")
    newsroom = opened(context)
    if jsonl:
        _ask_lines(newsroom, jsonl)
        return
    reply = newsroom.ask(question or "", article)
    _print(rows.reply(reply)) if as_json else click.echo(terminal.reply(reply))
    if not reply.found and not newsroom.lookups.latest(1):
        click.echo(f"{context.obj} holds no articles yet: newsqa add FILE, or name another archive with --db", err=True)


def _ask_lines(newsroom: Newsroom, lines: Iterable[str]) -> None:
    from newsqa import rows  # noqa: PLC0415
    from newsqa.warming import rehearse  # noqa: PLC0415

    rehearse(newsroom)
    for line in lines:
        if not line.strip():
            continue
        row = object_of(line)
        about = {"id": row["id"]} if "id" in row else {}
        try:
            _print(about | rows.reply(newsroom.ask(str(row.get("question") or ""), row.get("article"))))
        except (UnreadableQuestionError, UnreadableArticleError) as error:
            nothing: Row = {"question": row.get("question"), "found": False, "answers": [], "closest": []}
            _print(about | nothing | {"error": str(error)})


@main.command()
@click.argument("question")
@click.option("--article", help="Ask within the article with this id.")
@click.pass_context
def why(context: click.Context, question: str, article: str | None) -> None:
    """Show how a question was read, what was found by which path, and which rules and weights decided."""
    from newsqa import terminal  # noqa: PLC0415

    click.echo(terminal.explanation(opened(context).why(question, article)))


@main.command()
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def show(context: click.Context, article: str, as_json: bool) -> None:
    """Show an article with its quotes, facts and entities."""
    from newsqa import rows, terminal  # noqa: PLC0415

    stored = opened(context).show(article)
    _print(rows.whole(stored)) if as_json else click.echo(terminal.stored(stored))


@main.command()
@click.argument("what", type=click.Choice(["quotes", "facts", "articles", "feedback"]))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.pass_context
def export(context: click.Context, what: str, form: str) -> None:
    """Print every quote, fact or article, or what people called not right."""
    from newsqa import rows  # noqa: PLC0415

    if what == "feedback":
        found: Iterable[Row] = _feedback(context)
    else:
        found = (row for stored in opened(context).articles() for row in rows.EXPORTS[what](stored))
    if form == "csv":
        _print_csv(found)
        return
    for row in found:
        _print(row)


def _feedback(context: click.Context) -> list[Row]:
    """Return the answers that were called not right, with what was asked."""
    from newsqa.newsroom import open_state  # noqa: PLC0415

    state = open_state(context.obj)
    try:
        return state.record.feedback()
    finally:
        state.close()


def _print_csv(found: Iterable[Row]) -> None:
    from newsqa import rows  # noqa: PLC0415

    writer: csv.DictWriter[str] | None = None
    for row in found:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, [*row])
            writer.writeheader()
        writer.writerow({key: rows.cell(value) for key, value in row.items()})


@main.command()
def languages() -> None:
    """Show how much of each language is covered."""
    from newsqa.languages.coverage import table  # noqa: PLC0415

    click.echo(table())


@main.command()
@click.option("--samples", is_flag=True, help="Talk to the bundled sample archive.")
@click.pass_context
def chat(context: click.Context, samples: bool) -> None:
    """Ask one question after another in the terminal."""
    from newsqa.conversation import converse, sampled  # noqa: PLC0415

    if samples:
        with sampled() as newsroom:
            converse(newsroom, samples=True)
    else:
        converse(opened(context))


if __name__ == "__main__":
    main()
