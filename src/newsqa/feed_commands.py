"""The commands about feeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newsqa.errors import UnknownDeskError, UnreadableArticleError

if TYPE_CHECKING:
    from newsqa.feeds import Failed, Feed
    from newsqa.newsroom import Added, Newsroom, State


@click.group()
@click.option("--desk", default="newsroom", show_default=True, help="The desk whose feeds these are.")
@click.pass_context
def feed(context: click.Context, desk: str) -> None:
    """Follow RSS and Atom feeds: each entry's page is added once."""
    context.meta["desk"] = desk


def _opened(context: click.Context) -> tuple[Newsroom, State]:
    """Return the desk's newsroom and what the bot remembers. Raises UnknownDeskError."""
    from newsqa.newsroom import Newsroom, open_state  # noqa: PLC0415  not for --help

    newsroom, state = Newsroom.open(context.obj, context.meta["desk"]), open_state(context.obj)
    context.call_on_close(newsroom.close)
    context.call_on_close(state.close)
    if newsroom.scope not in state.people.desks():
        raise UnknownDeskError(newsroom.scope)
    return newsroom, state


@feed.command()
@click.argument("url")
@click.pass_context
def add(context: click.Context, url: str) -> None:
    """Follow the feed at URL."""
    from newsqa.feeds import look  # noqa: PLC0415

    feeds = _opened(context)[0].feeds
    found, entries = look(feeds.begin(url))
    feeds.follow(found)
    click.echo(f"{found.url}  {found.title or 'no title'}, {len(entries)} entries")


@feed.command("list")
@click.pass_context
def list_(context: click.Context) -> None:
    """Show the feeds that are followed, when each was last looked at and what was wrong then."""
    for one in _opened(context)[0].feeds.all():
        click.echo(_line(one))


@feed.command()
@click.argument("url")
@click.pass_context
def remove(context: click.Context, url: str) -> None:
    """Follow the feed at URL no more; its articles stay."""
    if not _opened(context)[0].feeds.remove(url):
        raise click.ClickException(f"{url} is not followed")
    click.echo(f"{url} is followed no more")


@feed.command()
@click.argument("urls", nargs=-1)
@click.pass_context
def pull(context: click.Context, urls: tuple[str, ...]) -> None:
    """Add what is new in the feeds at URLS, or in all that are followed."""
    newsroom, state = _opened(context)
    every = {one.url: one for one in newsroom.feeds.all()}
    unknown = [url for url in urls if url not in every]
    if unknown:
        raise click.ClickException(f"{unknown[0]} is not followed")
    bad = [one for url, one in every.items() if (not urls or url in urls) and not _pull(newsroom, state, one)]
    if bad:
        raise click.ClickException(f"{len(bad)} of {len(urls or every)} feeds could not be read")


def _pull(newsroom: Newsroom, state: State, one: Feed) -> bool:
    """Add what is new in a feed and say so; False, with the reason said, where it cannot be read."""
    from newsqa.filing import file  # noqa: PLC0415

    def filed(row: dict[str, str], links: Sequence[str]) -> tuple[str, Added]:
        added = file(newsroom, state, row, links)
        return added.article.id, added

    try:
        became = [_told(result) for result in newsroom.feeds.pull(one, filed)]
    except UnreadableArticleError as error:
        click.echo(f"{one.url}: {error}", err=True)
        return False
    added, known, failed = (became.count(kind) for kind in ("added", "known", "failed"))
    click.echo(f"{one.url}  {added} added, {known} known, {failed} not read")
    return True


def _told(result: Added | Failed) -> str:
    """Say what became of an entry; return it in one word."""
    from newsqa import terminal  # noqa: PLC0415
    from newsqa.feeds import Failed  # noqa: PLC0415

    if isinstance(result, Failed):
        click.echo(f"{result.link}: {result.reason}", err=True)
        return "failed"
    click.echo(terminal.added(result))
    return "known" if result.known else "added"


def _line(one: Feed) -> str:
    last = one.pulled.isoformat(timespec="minutes") if one.pulled else "not looked at yet"
    return "  ".join(filter(None, (one.url, one.title, last, one.error)))
