"""Feeds that desks follow: each entry's page is read once, and added unless the desk has the article already."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from textwrap import shorten
from typing import NamedTuple, TypeVar

from newsqa import read
from newsqa.errors import UnreadableArticleError
from newsqa.read.fetch import checked
from newsqa.store.protocol import Entry, Feed, Store

__all__ = ["AT_ONCE", "TRIES", "Failed", "Feed", "Feeds", "Look", "article", "links", "look", "refusal"]

TRIES = 3  # after which a page that cannot be read is asked for no more
AT_ONCE = 50  # entries of one feed that are read at a time; the others wait for the next pull

_TITLE = 100  # characters of a feed's title

_FINE = {"error": None, "reason": None, "about": "{}"}  # what is wrong with a feed that could be read
Row = dict[str, str]
T = TypeVar("T")


class Look(NamedTuple):
    """A feed as it was found, and its entries, newest first; none where nothing is new."""

    feed: Feed
    entries: list[Row]


class Failed(NamedTuple):
    """An entry whose page was not read, and why."""

    link: str
    reason: str


def look(feed: Feed) -> Look:
    """Return what is in a feed now. Raises UnreadableArticleError for what is no feed, or does not answer."""
    page, rows = read.entries(feed.url, feed.etag, feed.modified)
    title = next((shorten(row["outlet"], _TITLE, placeholder=" …") for row in rows if "outlet" in row), feed.title)
    marks = {} if page.unchanged else {"etag": page.etag, "modified": page.modified}
    found = feed.model_copy(update={"title": title, "pulled": _now(), **_FINE, **marks})
    return Look(found, [row for row in rows if row["url"] != page.url])


def refusal(feed: Feed) -> UnreadableArticleError | None:
    """Return why a feed could not be read when it was looked at last; None where it could."""
    if feed.error is None or feed.reason is None:
        return None
    return UnreadableArticleError(feed.error, feed.reason, json.loads(feed.about))


def article(entry: Row) -> Row:
    """Return the article of an entry: what its page tells, and what the feed tells that the page does not.

    Raises UnreadableArticleError where the page holds none, or does not answer.
    """
    pages = [row for row in read.link(entry["url"]) if row.get("text")]
    if len(pages) != 1:
        raise UnreadableArticleError("there is no article on this page", "no-article")
    return entry | {key: value for key, value in pages[0].items() if value}


def links(entry: Row, row: Row) -> tuple[str, ...]:
    """Return the addresses by which an article is known again: that in the feed, and the page's own."""
    return tuple(dict.fromkeys((entry["url"], row["url"])))


class Feeds:
    """The feeds of one desk, and what became of their entries."""

    def __init__(self, store: Store, scope: str) -> None:
        self._store, self._scope = store, scope

    def all(self) -> list[Feed]:
        """Return the feeds in the order in which they were added."""
        return self._store.feeds(self._scope)

    def begin(self, url: str, by: int = 0) -> Feed:
        """Return the feed at an address, followed or not, to be asked for as if it were new.

        Raises FetchError for an address that may not be fetched.
        """
        url = checked(url)
        new = Feed(scope=self._scope, url=url, by=by, since=_now())
        known = next((feed for feed in self.all() if feed.url == url), new)
        return known.model_copy(update={"etag": "", "modified": ""})

    def follow(self, feed: Feed) -> None:
        """Follow a feed from now on; its entries come with the next pull."""
        self._store.put_feed(feed.model_copy(update={"etag": "", "modified": "", "pulled": None}))

    def remove(self, url: str) -> bool:
        """Follow a feed no more; False where it was not followed."""
        return self._store.drop_feed(self._scope, url)

    def fresh(self, entries: Iterable[Row]) -> list[Row]:
        """Return the entries that are to be read, oldest first: those of which there is no article yet."""
        by_link = {row["url"]: row for row in entries}
        known = self._store.entries(self._scope, by_link)
        done = {entry.link for entry in known if entry.article or entry.tries >= TRIES}
        return [row for link, row in by_link.items() if link not in done][::-1]

    def note(self, link: str, article_: str | None) -> None:
        """Remember the article that an entry became, or that its page was asked for in vain."""
        before = next(iter(self._store.entries(self._scope, [link])), None)
        tries = (before.tries if before else 0) + (article_ is None)
        self._store.put_entry(Entry(scope=self._scope, link=link, article=article_, tries=tries, at=_now()))

    def finish(self, found: Look) -> None:
        """Remember how a feed was found; while there is an entry to be read, it is asked for as if it had changed."""
        left = bool(self.fresh(found.entries))
        if any(feed.url == found.feed.url for feed in self.all()):  # it may have been removed meanwhile
            self._store.put_feed(found.feed.model_copy(update={"etag": "", "modified": ""} if left else {}))

    def fail(self, feed: Feed, error: UnreadableArticleError) -> None:
        """Remember that a feed could not be read, and why."""
        told = {"error": str(error), "reason": error.reason, "about": json.dumps(error.about)}
        self.finish(Look(feed.model_copy(update={"pulled": _now(), **told}), []))

    def pull(self, feed: Feed, file: Callable[[Row, Sequence[str]], tuple[str, T]]) -> Iterator[T | Failed]:
        """Yield what becomes of each new entry; `file` adds an article and returns its id with what became of it.

        Raises UnreadableArticleError where the feed itself cannot be read.
        """
        try:
            found = look(feed)
        except UnreadableArticleError as error:
            self.fail(feed, error)
            raise
        for entry in self.fresh(found.entries)[:AT_ONCE]:
            yield self._pulled(entry, file)
        self.finish(found)

    def _pulled(self, entry: Row, file: Callable[[Row, Sequence[str]], tuple[str, T]]) -> T | Failed:
        try:
            row = article(entry)
            id_, became = file(row, links(entry, row))
        except UnreadableArticleError as error:
            self.note(entry["url"], None)
            return Failed(entry["url"], str(error))
        self.note(entry["url"], id_)
        return became


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
