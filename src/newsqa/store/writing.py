"""Writing an article: one transaction, every row of it or none."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.model import Article, Entity, Extraction
from newsqa.store import embargo
from newsqa.store.connection import writing
from newsqa.text.name_keys import keys
from newsqa.text.words import normalise, tokens

_PUT = "insert into articles (scope, id, day, about, text, sha256, rules, extraction) values (?, ?, ?, ?, ?, ?, ?, ?)"


def put(db: sqlite3.Connection, scope: str, article: Article, extraction: Extraction) -> None:
    """Write an article with its extraction; the same id again replaces what was there."""
    row = _row(scope, article, extraction)
    with writing(db):
        if _is_news(db, scope, article):
            embargo.arrive(db, scope, article.id, dt.datetime.now(dt.UTC))
        _delete(db, scope, article.id)
        no = db.execute(
            "insert into articles (scope, id, day, about, text, sha256, rules, extraction) values (?,?,?,?,?,?,?,?)",
            row,
        ).lastrowid
        _put_sentences(db, int(no or 0), extraction)
        _put_names(db, scope, int(no or 0), extraction.entities)


def delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    """Remove an article and all that was found in it; False where it was not there."""
    with writing(db):
        db.execute("delete from embargoes where scope = ? and article = ?", (scope, article))
        return _delete(db, scope, article)


def _is_news(db: sqlite3.Connection, scope: str, article: Article) -> bool:
    """Tell whether an article is new, or its text is."""
    row = db.execute("select text from articles where scope = ? and id = ?", (scope, article.id)).fetchone()
    return row is None or row[0] != article.text


def _row(scope: str, article: Article, extraction: Extraction) -> tuple[object, ...]:
    about = article.model_copy(update={"text": ""}).model_dump_json(exclude_none=True)
    found = extraction.model_dump_json(exclude_defaults=True)
    day = article.day.isoformat() if article.day else None
    sha256 = hashlib.sha256(article.text.encode()).digest()
    return scope, article.id, day, about, article.text, sha256, extraction.rules, found


def _put_sentences(db: sqlite3.Connection, article: int, extraction: Extraction) -> None:
    first = db.execute("select coalesce(max(no), 0) + 1 from sentences").fetchone()[0]
    numbered = list(enumerate(extraction.sentences))
    db.executemany("insert into sentences values (?, ?, ?)", [(first + i, article, i) for i, _ in numbered])
    db.executemany(
        "insert into words (rowid, terms, context) values (?, ?, ?)",
        [(first + i, " ".join(s.terms), " ".join(s.context)) for i, s in numbered],
    )


def _put_names(db: sqlite3.Connection, scope: str, article: int, entities: Iterable[Entity]) -> None:
    named = {(_normal(form), e.kind, e.role) for e in entities for form in (e.name, *e.aliases)}
    db.executemany(
        "insert or ignore into mentions values (?, ?, ?, ?, ?)",
        [(scope, name, article, kind, role) for name, kind, role in sorted(named, key=str)],
    )
    words = {word for name, _, _ in named for word in name.split()}
    spelled = [(key, word) for word in sorted(words) for key in keys(word)]
    db.executemany("insert or ignore into spellings values (?, ?)", spelled)


def _normal(name: str) -> str:
    return " ".join(normalise(token.text) for token in tokens(name))


def _delete(db: sqlite3.Connection, scope: str, article: str) -> bool:
    row = db.execute("select no from articles where scope = ? and id = ?", (scope, article)).fetchone()
    if row is None:
        return False
    db.execute("delete from words where rowid in (select no from sentences where article = ?)", row)
    db.execute("delete from articles where no = ?", row)
    return True
