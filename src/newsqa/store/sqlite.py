"""The embedded engine: one SQLite file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import Any

import pysqlite3 as sqlite3
from cachetools import LRUCache

from newsqa.errors import UnknownArticleError
from newsqa.model import Article, Correction, Extraction, Sentence
from newsqa.store import copies, corrections, embargo, feeds, naming, spelling, telling, verify, writing
from newsqa.store.connection import connect, connect_to_read, explained, within
from newsqa.store.counting import Counts
from newsqa.store.index import ARTICLES, PLACES, is_word, quoted
from newsqa.store.parts import COLUMNS, Parts, put_together
from newsqa.store.protocol import Arrival, Embargo, Entry, Feed, Hit, Mentioned, Outlet, Query, Stats, Stored, Told

_WARM = 256  # articles kept as read; some tens of kilobytes each
_LONGEST_MS = 2_000  # that one look at the file may take, whatever is asked


class SqliteStore:
    """An archive in one SQLite file, used from one thread at a time.

    What reads, reads by a connection that cannot write; what a question needs is stopped where it takes too long.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = connect(path)
        with explained(path):
            spelling.refresh(self._db)
        self._reader = connect_to_read(path)
        self._warm: LRUCache[tuple[str, str], tuple[int, Stored]] = LRUCache(_WARM)
        self._counts = Counts(self._reader)
        self._spelled = spelling.Spelled()

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        if self._reader.in_transaction:
            yield
            return
        with explained(self.path):
            self._reader.execute("begin")
        try:
            yield
        finally:
            self._reader.rollback()  # nothing was written by it

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        with explained(self.path):
            writing.put(self._db, scope, article, extraction, self._spelled)

    def get_article(self, scope: str, article: str) -> Stored:
        warm = self._warm.get((scope, article))
        if warm and self._row("select no from articles where scope = ? and id = ?", (scope, article)) == warm[:1]:
            return warm[1]  # what is written again, by whatever process, has another number
        kept = self._warm[scope, article] = self._read(scope, article)
        return kept[1]

    @contextmanager
    def _looking(self, milliseconds: float | None = None) -> Iterator[None]:
        """Read the file for as long as one look may take; only what goes through all of an archive takes its time."""
        with explained(self.path), within(self._reader, milliseconds or _LONGEST_MS):
            yield

    def _read(self, scope: str, article: str) -> tuple[int, Stored]:
        """Return an article with its number."""
        row = self._row(_READ, (scope, article))
        if row is None:
            raise UnknownArticleError(article)
        no, about, text, *parts = row
        return no, _stored(about, text, Parts(*parts))

    def _row(self, sql: str, values: Sequence[object]) -> tuple[Any, ...] | None:
        rows = self._rows(sql, values)
        return rows[0] if rows else None

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._looking():
            return list(self._reader.execute(sql, values))

    def ids(self, scope: str) -> list[str]:
        with explained(self.path):
            rows = self._reader.execute("select id from articles where scope = ? order by no", (scope,)).fetchall()
        return [str(id_) for (id_,) in rows]

    def articles(self, scope: str) -> Iterator[Stored]:
        for id_ in self.ids(scope):
            yield self._read(scope, id_)[1]

    def delete_article(self, scope: str, article: str) -> None:
        with explained(self.path):
            gone = writing.delete(self._db, scope, article)
        if not gone:
            raise UnknownArticleError(article)

    def recent(self, scope: str, limit: int = 20) -> list[str]:
        return [str(id_) for (id_,) in self._rows(_RECENT, (scope, limit))]

    def outlets(self, scope: str, without: Iterable[str] = ()) -> list[Outlet]:
        rows = self._rows(_OUTLETS, (scope, json.dumps(sorted(without))))
        return [Outlet(name=name, articles=count, since=since, until=until) for name, count, since, until in rows]

    def search(self, scope: str, query: Query) -> list[Hit]:
        groups = [[term for term in group if is_word(term)] for group in query.must if group]
        if not groups or not all(groups):
            return []
        with self._looking(query.deadline_ms):
            sql, values = _search(scope, query, self._match(groups))
            # made as their own class would make them, in a third of the time: hundreds come for a question
            return [tuple.__new__(Hit, row) for row in self._fetched(sql, values)]

    def _match(self, groups: Sequence[Sequence[str]]) -> str:
        """Return what has a term of every group, rarest first: where two do not meet, a third is not looked for.

        Three beside one another would all be moved on at every step, ten times as often.
        """
        self._counts.refresh()
        groups = sorted(map(self._counts.needed, groups), key=self._counts.most)
        first, *rest = (" OR ".join(map(quoted, group)) for group in groups)
        return reduce(lambda met, group: f"(({met}) OR {_NOTHING}) AND ({group})", rest, first)

    def _fetched(self, sql: str, values: list[object]) -> list[tuple[str, int]]:
        """Return what was found before the deadline; an interrupted query keeps the rows it had."""
        rows: list[tuple[str, int]] = []
        try:
            rows.extend(self._reader.execute(sql, values))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
        return rows

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        return [self.get_article(scope, article).extraction.sentences[index] for article, index in hits]

    def doc_freq(self, scope: str, terms: Iterable[str], most: int = 8_000) -> dict[str, int]:  # noqa: ARG002  counted over all desks
        with self._looking():
            self._counts.refresh()
            wanted = list(terms)
            often = self._counts.of([term for term in wanted if is_word(term)])
            return {term: min(often.get(term, 0), most) for term in wanted}

    def names_exact(self, scope: str, name: str) -> list[Mentioned]:
        with self._looking():
            return naming.exact(self._reader, scope, name)

    def facts_of(self, scope: str, name: str, limit: int = 100) -> list[Told]:
        return telling.told(self, scope, name, limit)

    def names_near(self, scope: str, keys: Iterable[str], limit: int = 10) -> list[str]:  # noqa: ARG002  as above
        with self._looking():
            return spelling.near(self._reader, keys, limit)

    def log(self, correction: Correction) -> Correction:
        with explained(self.path):
            return corrections.put(self._db, correction)

    def undo(self, scope: str, no: int, by: int, at: dt.datetime) -> bool:
        with explained(self.path):
            return corrections.undo(self._db, scope, no, by, at)

    def corrections(self, scope: str, article: str) -> list[Correction]:
        with self._looking():
            return corrections.of(self._reader, scope, article)

    def keep_back(self, embargo_: Embargo) -> None:
        with explained(self.path):
            embargo.put(self._db, embargo_)

    def let_out(self, scope: str, article: str, now: dt.datetime) -> bool:
        with explained(self.path):
            return embargo.lift(self._db, scope, article, now)

    def end_embargoes(self, now: dt.datetime) -> list[tuple[str, str]]:
        with explained(self.path):
            return embargo.end(self._db, now)

    def embargoes(self, scope: str) -> list[Embargo]:
        with self._looking():
            return embargo.kept(self._reader, scope)

    def hidden(self, scope: str, now: dt.datetime) -> frozenset[str]:
        with self._looking():
            return embargo.hidden(self._reader, scope, now)

    def next_end(self) -> dt.datetime | None:
        with self._looking():
            return embargo.next_end(self._reader)

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        with self._looking():
            return embargo.arrivals(self._reader, after, limit)

    def put_feed(self, feed: Feed) -> None:
        with explained(self.path):
            feeds.put(self._db, "feeds", feed)

    def drop_feed(self, scope: str, url: str) -> bool:
        with explained(self.path):
            return feeds.drop(self._db, scope, url)

    def feeds(self, scope: str) -> list[Feed]:
        with self._looking():
            return feeds.of(self._reader, scope)

    def put_entry(self, entry: Entry) -> None:
        with explained(self.path):
            feeds.put(self._db, "entries", entry)

    def entries(self, scope: str, links: Iterable[str]) -> list[Entry]:
        with self._looking():
            return feeds.entries(self._reader, scope, links)

    def verify(self) -> list[str]:
        with explained(self.path):
            return list(verify.problems(self._db))

    def backup(self, path: Path) -> None:
        copies.backup(self._db, path)

    def stats(self, scope: str) -> Stats:
        with explained(self.path):
            articles, sentences = self._reader.execute(_STATS, (scope,)).fetchone()
            return Stats(articles=articles, sentences=sentences, names=naming.many(self._reader, scope))

    def outdated(self, rules: int) -> int:
        with explained(self.path):
            return int(self._reader.execute(_OUTDATED, (rules,)).fetchone()[0])

    def close(self) -> None:
        self._reader.close()
        self._db.close()


_READ = f"select no, about, text, {COLUMNS} from articles where scope = ? and id = ?"  # noqa: S608  our own columns
_NOTHING = '""'  # keeps what stands in brackets together, which FTS5 would take apart
_RECENT = "select id from articles where scope = ? order by day desc, no desc limit ?"
_OUTLETS = """
select json_extract(about, '$.outlet') outlet, count(*), min(day), max(day) from articles
where scope = ? and id not in (select value from json_each(?)) group by outlet order by 2 desc, coalesce(outlet, '')
"""
_OUTDATED = "select count(*) from articles where rules < ?"
_STATS = "select count(*), coalesce(sum(sentences), 0) from articles where scope = ?"
_FOUND = f"""
select a.id, w.rowid % {PLACES} from words w
join articles a indexed by articles_brief on a.no = {ARTICLES} - w.rowid / {PLACES}
where words match ? and a.scope = ?
"""  # noqa: S608  our own numbers


def _search(scope: str, query: Query, match: str) -> tuple[str, list[object]]:
    asked = ((" and a.id = ?", query.article), (" and a.day >= ?", query.since), (" and a.day <= ?", query.until))
    narrowed = [(clause, str(value)) for clause, value in asked if value is not None]
    narrowed += [(" and a.id != ?", article) for article in query.without]
    order = "asc" if query.order == "newest" else "desc"
    sql = _FOUND + "".join(clause for clause, _ in narrowed) + f" order by w.rowid {order} limit ?"
    return sql, [match, scope, *(value for _, value in narrowed), query.limit]


def _stored(about: str, text: str, parts: Parts) -> Stored:
    article = Article.model_validate_json(about).model_copy(update={"text": text})
    return Stored.model_construct(article=article, extraction=put_together(parts))
