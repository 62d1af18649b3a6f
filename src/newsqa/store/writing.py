"""Writing an article: one transaction, every row of it or none."""

from __future__ import annotations

import datetime as dt
import hashlib

import pysqlite3 as sqlite3

from newsqa.errors import StoreError
from newsqa.model import Article, Extraction
from newsqa.store import embargo, naming, spelling
from newsqa.store.connection import writing
from newsqa.store.index import NAMES, row, tend
from newsqa.store.parts import Parts, digest, taken_apart

_FIELDS = ("no", "scope", "id", "day", "about", "text", "sha256", "sentences", "sum", *Parts._fields)
PUT = f"insert into articles ({', '.join(_FIELDS)}) values ({', '.join('?' * len(_FIELDS))})"  # noqa: S608  our own names


def put(
    db: sqlite3.Connection, scope: str, article: Article, extraction: Extraction, spelled: spelling.Spelled
) -> None:
    """Write an article with its extraction; the same id again replaces what was there."""
    parts = taken_apart(extraction)
    values = _row(scope, article, len(extraction.sentences), parts)
    with writing(db):
        if _is_news(db, scope, article):
            embargo.arrive(db, scope, article.id, dt.datetime.now(dt.UTC))
        _delete(db, scope, article.id)
        no = int(db.execute("update numbers set last = last + 1 returning last").fetchone()[0])
        db.execute(PUT, (no, *values))
        if extraction.sentences:
            _put_words(db, no, parts)
        words = naming.put(db, scope, no, extraction.entities)
        spelling.put(db, spelled.without(db, words))
        tend(db, no)
    spelled.add(words)


def delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    """Remove an article and all that was found in it; False where it was not there."""
    with writing(db):
        for table in ("embargoes", "corrections"):
            db.execute(f"delete from {table} where scope = ? and article = ?", (scope, article))  # noqa: S608  our own
        return _delete(db, scope, article)


def _is_news(db: sqlite3.Connection, scope: str, article: Article) -> bool:
    """Tell whether an article is new, or its text is."""
    known = db.execute("select text from articles where scope = ? and id = ?", (scope, article.id)).fetchone()
    return known is None or known[0] != article.text


def _row(scope: str, article: Article, sentences: int, parts: Parts) -> tuple[object, ...]:
    if sentences > NAMES:
        raise StoreError(f"the article {article.id} has {sentences:,} sentences; at most {NAMES:,} can be kept")
    about = article.model_copy(update={"text": ""}).model_dump_json(exclude_none=True)
    day = article.day.isoformat() if article.day else None
    sha256 = hashlib.sha256(article.text.encode()).digest()
    return scope, article.id, day, about, article.text, sha256, sentences, digest(parts), *parts


def _put_words(db: sqlite3.Connection, article: int, parts: Parts) -> None:
    lines = zip(parts.terms.split("\n"), parts.context.split("\n"), strict=True)
    numbered = [(no, terms, context) for no, (terms, context) in enumerate(lines, row(article, 0))]
    db.executemany("insert into words (rowid, terms, context) values (?, ?, ?)", numbered)


def _delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    known = db.execute("select no from articles where scope = ? and id = ?", (scope, article)).fetchone()
    if known is None:
        return False
    (no,) = known
    db.execute("delete from words where rowid between ? and ?", (row(no, 0), row(no, NAMES)))
    db.execute("delete from articles where no = ?", known)
    return True
