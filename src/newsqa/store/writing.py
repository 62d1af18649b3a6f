"""Writing an article: one transaction, every row of it or none."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.errors import StoreError
from newsqa.model import Article, Entity, Extraction
from newsqa.store import embargo, spelling
from newsqa.store.connection import writing
from newsqa.store.parts import Parts, digest, taken_apart
from newsqa.text.words import normalise, tokens

PLACES = 1 << 16  # sentences that an article can have: a row of `words` is numbered article * PLACES + place
_FIELDS = ("no", "scope", "id", "day", "about", "text", "sha256", "sentences", "sum", *Parts._fields)
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*+")
PUT = f"insert into articles ({', '.join(_FIELDS)}) values ({', '.join('?' * len(_FIELDS))})"  # noqa: S608  our own names


def put(db: sqlite3.Connection, scope: str, article: Article, extraction: Extraction) -> None:
    """Write an article with its extraction; the same id again replaces what was there."""
    row = _row(scope, article, extraction)
    with writing(db):
        if _is_news(db, scope, article):
            embargo.arrive(db, scope, article.id, dt.datetime.now(dt.UTC))
        _delete(db, scope, article.id)
        no = int(db.execute("update numbers set last = last + 1 returning last").fetchone()[0])
        db.execute(PUT, (no, *row))
        _put_words(db, no, extraction)
        _put_names(db, scope, no, extraction.entities)


def delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    """Remove an article and all that was found in it; False where it was not there."""
    with writing(db):
        for table in ("embargoes", "corrections"):
            db.execute(f"delete from {table} where scope = ? and article = ?", (scope, article))  # noqa: S608  our own
        return _delete(db, scope, article)


def _is_news(db: sqlite3.Connection, scope: str, article: Article) -> bool:
    """Tell whether an article is new, or its text is."""
    row = db.execute("select text from articles where scope = ? and id = ?", (scope, article.id)).fetchone()
    return row is None or row[0] != article.text


def _row(scope: str, article: Article, extraction: Extraction) -> tuple[object, ...]:
    sentences = len(extraction.sentences)
    if sentences > PLACES:
        raise StoreError(f"the article {article.id} has {sentences:,} sentences; at most {PLACES:,} can be kept")
    about = article.model_copy(update={"text": ""}).model_dump_json(exclude_none=True)
    day = article.day.isoformat() if article.day else None
    sha256 = hashlib.sha256(article.text.encode()).digest()
    parts = taken_apart(extraction)
    return scope, article.id, day, about, article.text, sha256, sentences, digest(parts), *parts


def _put_words(db: sqlite3.Connection, article: int, extraction: Extraction) -> None:
    rows = ((" ".join(s.terms), " ".join(s.context)) for s in extraction.sentences)
    numbered = [(no, terms, context) for no, (terms, context) in enumerate(rows, article * PLACES)]
    db.executemany("insert into words (rowid, terms, context) values (?, ?, ?)", numbered)


def _put_names(db: sqlite3.Connection, scope: str, article: int, entities: Iterable[Entity]) -> None:
    named = {(_normal(form), e.kind, e.role) for e in entities for form in (e.name, *e.aliases)}
    db.executemany(
        "insert or ignore into mentions values (?, ?, ?, ?, ?)",
        [(scope, name, article, kind, role) for name, kind, role in sorted(named, key=str)],
    )
    spelling.put(db, (word for name, _, _ in named for word in name.split()))


def _normal(name: str) -> str:
    if _PLAIN.fullmatch(name):  # as most are: folded in a twentieth of the time that their words take one by one
        return name.casefold()
    return " ".join(normalise(token.text) for token in tokens(name))


def _delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    row = db.execute("select no from articles where scope = ? and id = ?", (scope, article)).fetchone()
    if row is None:
        return False
    first = row[0] * PLACES
    db.execute("delete from words where rowid between ? and ?", (first, first + PLACES - 1))
    db.execute("delete from articles where no = ?", row)
    return True
