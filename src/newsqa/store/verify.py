"""Whether an archive is whole: its pages, its index, and every letter of its articles and of what was found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import pysqlite3 as sqlite3

from newsqa.store.index import NAMES, PLACES
from newsqa.store.parts import COLUMNS, digest

_KEPT = "select coalesce(sum(sentences), 0), (select count(distinct article) from mentions) from articles"
_INDEXED = f"""
select count(*) filter (where rowid % {PLACES} < {NAMES}), count(*) filter (where rowid % {PLACES} = {NAMES}) from words
"""  # noqa: S608  our own numbers


def problems(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong, a line each: a damaged page, a changed article, an index that misses a sentence."""
    yield from _told(contents(db))
    yield from _told(_unindexed(db))


def contents(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with pages and articles, a line each; nothing is written for it."""
    yield from (f"page: {said}" for (said,) in db.execute("pragma integrity_check") if said != "ok")
    rows = db.execute(f"select scope, id, cast(text as blob), sha256, sum, {COLUMNS} from articles")  # noqa: S608  our own columns
    for scope, id_, text, sha256, total, *parts in rows:
        if hashlib.sha256(text).digest() != sha256:
            yield f"article {id_} of {scope}: its text is not what was stored"
        if total is not None and digest(parts) != total:
            yield f"article {id_} of {scope}: what was found in it is not what was stored; reindex it"


def _told(problems_: Iterable[str]) -> Iterator[str]:
    """Yield the problems, and as one more what keeps the rest from being read."""
    try:
        yield from problems_
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield f"page: {error}"


def _unindexed(db: sqlite3.Connection) -> Iterator[str]:
    db.execute("insert into words (words, rank) values ('integrity-check', 0)")
    counts = zip(
        ("sentences", "articles' names"), *(db.execute(sql).fetchone() for sql in (_KEPT, _INDEXED)), strict=True
    )
    yield from (f"index: {indexed} of {kept} {what} are in it" for what, kept, indexed in counts if kept != indexed)
