"""The embedded engine: one SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pysqlite3 as sqlite3
from cachetools import LRUCache

from newsqa.errors import StoreError, UnknownArticleError
from newsqa.model import Article, Extraction, Sentence
from newsqa.store.protocol import Hit, Query, Stored

_WARM = 512  # articles kept as read; a few kilobytes each

_SCHEMA = """
create table if not exists articles (
  scope text not null, id text not null, article text not null, extraction text not null, primary key (scope, id));
create virtual table if not exists sentences using fts5 (
  scope unindexed, article unindexed, place unindexed, terms, context);
"""


class SqliteStore:
    """An archive in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._warm: LRUCache[tuple[str, str], Stored] = LRUCache(_WARM)
        self._seen = 0
        try:
            self._db = sqlite3.connect(str(path))
            self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be used as an archive: {error}") from error

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        """Write an article and its extraction in one transaction; the same id again replaces it."""
        with self._db:
            self._forget(scope, article.id)
            self._db.execute(
                "insert into articles values (?, ?, ?, ?)",
                (scope, article.id, article.model_dump_json(), extraction.model_dump_json()),
            )
            self._db.executemany(
                "insert into sentences values (?, ?, ?, ?, ?)",
                [
                    (scope, article.id, i, " ".join(s.terms), " ".join(s.context))
                    for i, s in enumerate(extraction.sentences)
                ],
            )

    def _forget(self, scope: str, article: str) -> int:
        self._warm.pop((scope, article), None)
        self._db.execute("delete from sentences where scope = ? and article = ?", (scope, article))
        return int(self._db.execute("delete from articles where scope = ? and id = ?", (scope, article)).rowcount)

    def get_article(self, scope: str, article: str) -> Stored:
        """Return one article. Raises UnknownArticleError."""
        self._forget_what_others_changed()
        if (scope, article) not in self._warm:
            self._warm[scope, article] = self._read(scope, article)
        return self._warm[scope, article]

    def _forget_what_others_changed(self) -> None:
        version = self._db.execute("pragma data_version").fetchone()[0]
        if version != self._seen:
            self._warm.clear()
            self._seen = version

    def _read(self, scope: str, article: str) -> Stored:
        row = self._db.execute(
            "select article, extraction from articles where scope = ? and id = ?", (scope, article)
        ).fetchone()
        if row is None:
            raise UnknownArticleError(article)
        return _stored(row)

    def articles(self, scope: str) -> Iterator[Stored]:
        """Yield every article of the scope, oldest first."""
        yield from map(_stored, self._db.execute("select article, extraction from articles where scope = ?", (scope,)))

    def delete_article(self, scope: str, article: str) -> None:
        """Remove an article and all that was found in it. Raises UnknownArticleError."""
        with self._db:
            if not self._forget(scope, article):
                raise UnknownArticleError(article)

    def search(self, scope: str, query: Query) -> list[Hit]:
        """Return the sentences that match, best first, within the query's limit and deadline."""
        match = " AND ".join("(" + " OR ".join(map(_quoted, group)) + ")" for group in query.must if group)
        if not match:
            return []
        rows = self._db.execute(
            "select article, place, -bm25(sentences, 0, 0, 0, 1.0, 0.5) from sentences "
            "where sentences match ? and scope = ? and article = coalesce(?, article) order by 3 desc limit ?",
            (match, scope, query.article, query.limit),
        )
        return [Hit(article=a, index=i, score=s) for a, i, s in rows]

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        """Return the sentences at (article, index), in that order."""
        return [self.get_article(scope, article).extraction.sentences[index] for article, index in hits]

    def doc_freq(self, scope: str, terms: Iterable[str]) -> dict[str, int]:
        """Return in how many sentences each normalised term occurs."""
        count = "select count(*) from sentences where sentences match ? and scope = ?"
        return {term: self._db.execute(count, (_quoted(term), scope)).fetchone()[0] for term in terms}

    def close(self) -> None:
        """Release the archive."""
        self._db.close()


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _stored(row: tuple[str, str]) -> Stored:
    return Stored(article=Article.model_validate_json(row[0]), extraction=Extraction.model_validate_json(row[1]))
