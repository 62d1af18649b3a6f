"""The archive as one reader may see it: what is under embargo for them is not there, whatever engine keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from newsqa.errors import UnknownArticleError
from newsqa.model import Article, Correction, Extraction, Sentence
from newsqa.store import telling
from newsqa.store.protocol import (
    Arrival,
    Embargo,
    Entry,
    Feed,
    Hit,
    Mentioned,
    Outlet,
    Query,
    Reader,
    Stats,
    Store,
    Stored,
    Told,
)


class Seen:
    """A store that answers one reader; every call that reads looks at the clock and at whose editor the reader is."""

    def __init__(self, store: Store, reader: Reader) -> None:
        self._store = store
        self.reader = reader

    def by(self, reader: Reader) -> Seen:
        """Return the same archive as another reader sees it."""
        return Seen(self._store, reader)

    def _hidden(self, scope: str) -> frozenset[str]:
        if self._edits(scope):
            return frozenset()
        return self._store.hidden(scope, self.reader.at or dt.datetime.now(dt.UTC))

    def _edits(self, scope: str) -> bool:
        return self.reader.operator or scope in self.reader.edits

    def unchanging(self) -> AbstractContextManager[None]:
        return self._store.unchanging()

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        self._store.put_article(scope, article, extraction)

    def get_article(self, scope: str, article: str) -> Stored:
        if article in self._hidden(scope):
            raise UnknownArticleError(article)
        return self._store.get_article(scope, article)

    def ids(self, scope: str) -> list[str]:
        hidden = self._hidden(scope)
        return [id_ for id_ in self._store.ids(scope) if id_ not in hidden]

    def articles(self, scope: str) -> Iterator[Stored]:
        hidden = self._hidden(scope)
        return (stored for stored in self._store.articles(scope) if stored.article.id not in hidden)

    def delete_article(self, scope: str, article: str) -> None:
        self._store.delete_article(scope, article)

    def recent(self, scope: str, limit: int = 20) -> list[str]:
        hidden = self._hidden(scope)
        return [id_ for id_ in self._store.recent(scope, limit + len(hidden)) if id_ not in hidden][:limit]

    def outlets(self, scope: str, without: Iterable[str] = ()) -> list[Outlet]:
        return self._store.outlets(scope, {*without, *self._hidden(scope)})

    def search(self, scope: str, query: Query) -> list[Hit]:
        return self._store.search(scope, self._without(scope, query))

    def _without(self, scope: str, query: Query) -> Query:
        hidden = self._hidden(scope)
        return query.model_copy(update={"without": (*query.without, *sorted(hidden))}) if hidden else query

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        wanted, hidden = list(hits), self._hidden(scope)
        for article, _ in wanted:
            if article in hidden:
                raise UnknownArticleError(article)
        return self._store.sentences(scope, wanted)

    def doc_freq(self, scope: str, terms: Iterable[str], most: int = 8_000) -> dict[str, int]:
        return self._store.doc_freq(scope, terms, most)

    def names_exact(self, scope: str, name: str) -> list[Mentioned]:
        hidden = self._hidden(scope)
        return [m for m in self._store.names_exact(scope, name) if m.article not in hidden]

    def facts_of(self, scope: str, name: str, limit: int = 100) -> list[Told]:
        return telling.told(self, scope, name, limit)

    def names_near(self, scope: str, keys: Iterable[str], limit: int = 10) -> list[str]:
        return self._store.names_near(scope, keys, limit)

    def log(self, correction: Correction) -> Correction:
        return self._store.log(correction)

    def undo(self, scope: str, no: int, by: int, at: dt.datetime) -> bool:
        return self._store.undo(scope, no, by, at)

    def corrections(self, scope: str, article: str) -> list[Correction]:
        return [] if article in self._hidden(scope) else self._store.corrections(scope, article)

    def keep_back(self, embargo: Embargo) -> None:
        self._store.keep_back(embargo)

    def let_out(self, scope: str, article: str, now: dt.datetime) -> bool:
        return self._store.let_out(scope, article, now)

    def end_embargoes(self, now: dt.datetime) -> list[tuple[str, str]]:
        return self._store.end_embargoes(now)

    def embargoes(self, scope: str) -> list[Embargo]:
        return self._store.embargoes(scope) if self._edits(scope) else []

    def hidden(self, scope: str, now: dt.datetime) -> frozenset[str]:
        return self._store.hidden(scope, now)

    def next_end(self) -> dt.datetime | None:
        return self._store.next_end()

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        return self._store.arrivals(after, limit)

    def put_feed(self, feed: Feed) -> None:
        self._store.put_feed(feed)

    def drop_feed(self, scope: str, url: str) -> bool:
        return self._store.drop_feed(scope, url)

    def feeds(self, scope: str) -> list[Feed]:
        return self._store.feeds(scope)

    def put_entry(self, entry: Entry) -> None:
        self._store.put_entry(entry)

    def entries(self, scope: str, links: Iterable[str]) -> list[Entry]:
        return self._store.entries(scope, links)

    def verify(self) -> list[str]:
        return self._store.verify()

    def backup(self, path: Path) -> None:
        self._store.backup(path)

    def stats(self, scope: str) -> Stats:
        stats, here = (
            self._store.stats(scope),
            set(self._store.ids(scope)) if (hidden := self._hidden(scope)) else set(),
        )
        kept = [self._store.get_article(scope, article) for article in hidden & here]
        sentences = sum(len(stored.extraction.sentences) for stored in kept)
        return stats.model_copy(
            update={"articles": stats.articles - len(kept), "sentences": stats.sentences - sentences}
        )

    def outdated(self, rules: int) -> int:
        return self._store.outdated(rules)

    def close(self) -> None:
        self._store.close()
