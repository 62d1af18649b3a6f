"""The seam: what an archive must be able to do, whatever engine keeps it.

Every call names its scope, the desk whose archive it is; there is no call that sees them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from pydantic import SerializeAsAny

from newsqa.errors import Reason
from newsqa.model import Article, Correction, EntityKind, Extraction, Fact, Sentence, Value


class Query(Value):
    """What to look for: every group must match, a group matches when one of its normalised terms does.

    `article` asks within one article, `since` and `until` within publishing days, both inclusive; `without` leaves
    articles out. The newest article comes first, its sentences as they stand; oldest is the other way round.
    """

    must: tuple[tuple[str, ...], ...]
    article: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    without: tuple[str, ...] = ()
    order: Literal["newest", "oldest"] = "newest"
    limit: int = 200
    deadline_ms: float = 50.0


class Hit(NamedTuple):
    """One sentence that a query found: its article's id, and its place there."""

    article: str
    place: int


class Stored(Value):
    """An article as the archive keeps it, with what the rules found in it."""

    article: Article
    extraction: SerializeAsAny[Extraction]


class Mentioned(Value):
    """An entity in one article: its fullest name there, and the role it has there."""

    name: str
    kind: EntityKind
    article: str
    role: str | None = None
    day: dt.date | None = None


class Told(Value):
    """A fact, and the article that tells it."""

    article: str
    fact: Fact


class Reader(Value):
    """For whom the archive is read: `edits` are the desks whose editor this is, `at` is when (now, if it is not said).

    What is under embargo is there for its desk's editors only. The operator is whoever has the file itself.
    """

    edits: frozenset[str] = frozenset()
    at: dt.datetime | None = None
    operator: bool = False


class Embargo(Value):
    """An article kept back until a time for all but its desk's editors."""

    scope: str
    article: str
    until: dt.datetime
    by: int
    since: dt.datetime


class Arrival(Value):
    """An article that came, got another text, or came out of an embargo; `no` is its place in the list."""

    no: int
    scope: str
    article: str
    at: dt.datetime


class Outlet(Value):
    """An outlet of a desk's articles, None for those without: how many there are, from which day to which."""

    name: str | None
    articles: int
    since: dt.date | None = None
    until: dt.date | None = None


class Feed(Value):
    """A feed that a desk follows: the marks by which only a newer one is asked for, and how it was found last.

    `error` is why it could not be read then, `reason` of which kind that is, `about` what it is about, as JSON.
    """

    scope: str
    url: str
    title: str | None = None
    by: int = 0
    since: dt.datetime
    etag: str = ""
    modified: str = ""
    pulled: dt.datetime | None = None
    error: str | None = None
    reason: Reason | None = None
    about: str = "{}"


class Entry(Value):
    """One entry of a desk's feeds: the article that it became, or how often its page was asked for in vain."""

    scope: str
    link: str
    article: str | None = None
    tries: int = 0
    at: dt.datetime


class Stats(Value):
    """How much an archive holds."""

    articles: int
    sentences: int
    names: int


class Store(Protocol):
    """An archive of several desks."""

    def unchanging(self) -> AbstractContextManager[None]:
        """Let all that is asked inside see the archive in one state, whoever writes to it meanwhile.

        What is written inside may be seen only after it.
        """

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        """Write an article and its extraction in one transaction; the same id again replaces it.

        An article that is new, or whose text is, arrives with it.

        Raises StoreError; then nothing of it is written.
        """

    def get_article(self, scope: str, article: str) -> Stored:
        """Return one article. Raises UnknownArticleError."""

    def ids(self, scope: str) -> list[str]:
        """Return the ids of the scope's articles, in the order in which they came."""

    def articles(self, scope: str) -> Iterator[Stored]:
        """Yield every article of the scope in the order in which they came, one in memory at a time."""

    def delete_article(self, scope: str, article: str) -> None:
        """Remove an article and all that was found in it. Raises UnknownArticleError."""

    def recent(self, scope: str, limit: int = 20) -> list[str]:
        """Return the articles of the latest days, newest first; those without a day come last."""

    def outlets(self, scope: str, without: Iterable[str] = ()) -> list[Outlet]:
        """Return the outlets of the scope's articles but some, those with most articles first."""

    def search(self, scope: str, query: Query) -> list[Hit]:
        """Return the sentences that match, within the query's limit; none where its deadline passes first."""

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        """Return the sentences at (article, index), in that order. Raises UnknownArticleError."""

    def doc_freq(self, scope: str, terms: Iterable[str], most: int = 8_000) -> dict[str, int]:
        """Return in about how many sentences each normalised term occurs, at most `most`.

        From some thousands on an engine may estimate it, and it may count over all desks: how common a word is, is no
        desk's secret.
        """

    def names_exact(self, scope: str, name: str) -> list[Mentioned]:
        """Return the articles that mention an entity of this name, in normal form, newest first."""

    def facts_of(self, scope: str, name: str, limit: int = 100) -> list[Told]:
        """Return the facts in which an entity of this name, in normal form, takes part, newest articles first."""

    def names_near(self, scope: str, keys: Iterable[str], limit: int = 10) -> list[str]:
        """Return words of names that share a spelling key, those that share most first.

        An engine may name words of all desks: what the scope does not mention, it finds under none of them.
        """

    def log(self, correction: Correction) -> Correction:
        """Keep a correction, whether or not its article is there; return it with its number."""

    def undo(self, scope: str, no: int, by: int, at: dt.datetime) -> bool:
        """Call a correction of the scope undone; False where there is none of that number that still holds."""

    def corrections(self, scope: str, article: str) -> list[Correction]:
        """Return every correction of an article, the undone too, oldest first; they go when the article is deleted."""

    def keep_back(self, embargo: Embargo) -> None:
        """Keep an article back until a time, whether it has come yet or not; the last word on it counts."""

    def let_out(self, scope: str, article: str, now: dt.datetime) -> bool:
        """End an article's embargo, and let it arrive; False where there was none."""

    def end_embargoes(self, now: dt.datetime) -> list[tuple[str, str]]:
        """End every embargo that is over, and let its article arrive; return (scope, article) of each."""

    def embargoes(self, scope: str) -> list[Embargo]:
        """Return the embargoes of the scope, the first to end first."""

    def hidden(self, scope: str, now: dt.datetime) -> frozenset[str]:
        """Return the articles of the scope that are under embargo at a time."""

    def next_end(self) -> dt.datetime | None:
        """Return when the next embargo of any desk ends."""

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        """Return what arrived at any desk after a place in the list, oldest first."""

    def put_feed(self, feed: Feed) -> None:
        """Keep a feed as it is now, in place of what was known of it."""

    def drop_feed(self, scope: str, url: str) -> bool:
        """Follow a feed no more; False where it was not followed. What became of its entries stays known."""

    def feeds(self, scope: str) -> list[Feed]:
        """Return the feeds of the scope in the order in which they were added."""

    def put_entry(self, entry: Entry) -> None:
        """Keep what became of an entry, in place of what was known of it."""

    def entries(self, scope: str, links: Iterable[str]) -> list[Entry]:
        """Return what is known of the entries of the scope with these links, in no order."""

    def verify(self) -> list[str]:
        """Return what is wrong with the archive, a line each; none where all is well."""

    def backup(self, path: Path) -> None:
        """Copy the archive as it is now to another file, while it is in use. Raises StoreError."""

    def stats(self, scope: str) -> Stats:
        """Return how much the scope holds."""

    def outdated(self, rules: int) -> int:
        """Return how many articles of the archive were read by rules before these."""

    def close(self) -> None:
        """Release the archive."""
