"""The embedded engine: one SQLite file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import pysqlite3 as sqlite3
from cachetools import LRUCache

from newsqa.errors import UnknownArticleError
from newsqa.model import Article, Extraction, Sentence
from newsqa.store import embargo, verify, writing
from newsqa.store.connection import connect, explained, within
from newsqa.store.protocol import Arrival, Embargo, Hit, Mentioned, Query, Stats, Stored

_WARM = 256  # articles kept as read; some tens of kilobytes each
_COMMON = 500  # sentences from which a term is common
_FREQUENCIES = 65_536  # terms whose frequency is remembered


class SqliteStore:
    """An archive in one SQLite file, used from one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = connect(path)
        self._warm: LRUCache[tuple[str, str], Stored] = LRUCache(_WARM)
        self._often: LRUCache[str, int] = LRUCache(_FREQUENCIES)
        self._version = 0

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        with explained(self.path):
            writing.put(self._db, scope, article, extraction)
        self._warm.pop((scope, article.id), None)

    def get_article(self, scope: str, article: str) -> Stored:
        self._notice_other_writers()
        warm = self._warm.get((scope, article))
        if warm is None:
            warm = self._warm[scope, article] = self._read(scope, article)
        return warm

    def _notice_other_writers(self) -> None:
        version = self._db.execute("pragma data_version").fetchone()[0]
        if version != self._version:
            self._warm.clear()
            self._version = version

    def _read(self, scope: str, article: str) -> Stored:
        with explained(self.path):
            rows = self._db.execute(_READ + " and id = ?", (scope, article)).fetchone()
        if rows is None:
            raise UnknownArticleError(article)
        return _stored(*rows)

    def ids(self, scope: str) -> list[str]:
        with explained(self.path):
            rows = self._db.execute("select id from articles where scope = ? order by no", (scope,)).fetchall()
        return [str(id_) for (id_,) in rows]

    def articles(self, scope: str) -> Iterator[Stored]:
        for id_ in self.ids(scope):
            yield self._read(scope, id_)

    def delete_article(self, scope: str, article: str) -> None:
        with explained(self.path):
            gone = writing.delete(self._db, scope, article)
        self._warm.pop((scope, article), None)
        if not gone:
            raise UnknownArticleError(article)

    def search(self, scope: str, query: Query) -> list[Hit]:
        groups = [[term for term in group if _is_term(term)] for group in query.must if group]
        if not groups or not all(groups):
            return []
        match = " AND ".join("(" + " OR ".join(map(_quoted, group)) + ")" for group in groups)
        sql, values = _search(scope, query, match)
        with explained(self.path), within(self._db, query.deadline_ms):
            rows = self._fetched(sql, values)
        return [Hit(*row) for row in rows]

    def _fetched(self, sql: str, values: list[object]) -> list[tuple[str, int]]:
        """Return what was found before the deadline; an interrupted query keeps the rows it had."""
        rows: list[tuple[str, int]] = []
        try:
            rows.extend(self._db.execute(sql, values))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
        return rows

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        return [self.get_article(scope, article).extraction.sentences[index] for article, index in hits]

    def doc_freq(self, terms: Iterable[str], most: int = 8_000) -> dict[str, int]:
        with explained(self.path):
            return {term: self._frequency(term, most) if _is_term(term) else 0 for term in terms}

    def _frequency(self, term: str, most: int) -> int:
        known = self._often.get(term)
        if known is None:
            count = "select count(*) from (select 1 from words where words match ? limit ?)"
            known = int(self._db.execute(count, (_quoted(term), most)).fetchone()[0])
            if known >= _COMMON:  # a rare term's count must grow with the archive, a common one's is common anyway
                self._often[term] = known
        return known

    def names_exact(self, scope: str, name: str) -> list[Mentioned]:
        with explained(self.path):
            rows = self._db.execute(_MENTIONED, (scope, name)).fetchall()
        return [Mentioned(name=n, kind=k, role=r, article=a, day=d) for n, k, r, a, d in rows]

    def names_near(self, keys: Iterable[str], limit: int = 10) -> list[str]:
        wanted = list(dict.fromkeys(keys))
        marks = ", ".join("?" * len(wanted))
        near = f"select word from spellings where key in ({marks}) group by word order by count(*) desc, word limit ?"  # noqa: S608  only question marks are put in
        with explained(self.path):
            return [str(word) for (word,) in self._db.execute(near, (*wanted, limit))]

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
        with explained(self.path):
            return embargo.kept(self._db, scope)

    def hidden(self, scope: str, now: dt.datetime) -> frozenset[str]:
        with explained(self.path):
            return embargo.hidden(self._db, scope, now)

    def next_end(self) -> dt.datetime | None:
        with explained(self.path):
            return embargo.next_end(self._db)

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        with explained(self.path):
            return embargo.arrivals(self._db, after, limit)

    def verify(self) -> list[str]:
        with explained(self.path):
            return list(verify.problems(self._db))

    def backup(self, path: Path) -> None:
        with explained(path):
            copy = sqlite3.connect(str(path))
            try:
                self._db.backup(copy)
            finally:
                copy.close()

    def stats(self, scope: str) -> Stats:
        counts = [self._db.execute(sql, (scope,)).fetchone()[0] for sql in _STATS]
        return Stats(articles=counts[0], sentences=counts[1], names=counts[2])

    def close(self) -> None:
        self._db.close()


_READ = "select about, text, extraction from articles where scope = ?"
_MENTIONED = """
select m.name, m.kind, m.role, a.id, a.day from mentions m join articles a on a.no = m.article
where m.scope = ? and m.name = ? order by a.day desc, a.no desc
"""
_STATS = (
    "select count(*) from articles where scope = ?",
    "select count(*) from sentences s join articles a on a.no = s.article where a.scope = ?",
    "select count(distinct name) from mentions where scope = ?",
)
_FOUND = """
select a.id, s.place from words w join sentences s on s.no = w.rowid join articles a on a.no = s.article
where words match ? and a.scope = ?
"""


def _search(scope: str, query: Query, match: str) -> tuple[str, list[object]]:
    asked = ((" and a.id = ?", query.article), (" and a.day >= ?", query.since), (" and a.day <= ?", query.until))
    narrowed = [(clause, str(value)) for clause, value in asked if value is not None]
    narrowed += [(" and a.id != ?", article) for article in query.without]
    order = "desc" if query.order == "newest" else "asc"
    sql = _FOUND + "".join(clause for clause, _ in narrowed) + f" order by w.rowid {order} limit ?"
    return sql, [match, scope, *(value for _, value in narrowed), query.limit]


def _is_term(term: str) -> bool:
    """Tell whether a term can stand in the index, where only a space parts terms."""
    return bool(term) and not any(c.isspace() or c == "\0" or "\ud800" <= c <= "\udfff" for c in term)


def _quoted(term: str) -> str:
    """Return a term as FTS5 takes it for a word and nothing else."""
    return '"' + term.replace('"', '""') + '"'


def _stored(about: str, text: str, extraction: str) -> Stored:
    article = Article.model_validate_json(about).model_copy(update={"text": text})
    return Stored.model_construct(article=article, extraction=Extraction.model_validate_json(extraction))
