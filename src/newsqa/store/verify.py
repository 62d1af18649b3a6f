"""Whether an archive is whole: its pages, its index, and every letter of its articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pysqlite3 as sqlite3


def problems(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong, a line each: a damaged page, a changed text, an index that misses a sentence."""
    try:
        yield from (f"page: {said}" for (said,) in db.execute("pragma integrity_check") if said != "ok")
        yield from _changed(db)
        yield from _unindexed(db)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield f"page: {error}"


def _changed(db: sqlite3.Connection) -> Iterator[str]:
    for scope, id_, text, sha256 in db.execute("select scope, id, cast(text as blob), sha256 from articles"):
        if hashlib.sha256(text).digest() != sha256:
            yield f"article {id_} of {scope}: its text is not what was stored"


def _unindexed(db: sqlite3.Connection) -> Iterator[str]:
    db.execute("insert into words (words, rank) values ('integrity-check', 0)")
    sentences = db.execute("select coalesce(sum(sentences), 0) from articles").fetchone()[0]
    indexed = db.execute("select count(*) from words").fetchone()[0]
    if sentences != indexed:
        yield f"index: {indexed} of {sentences} sentences are in it"
