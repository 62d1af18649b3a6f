"""The names in articles: kept with each article, and found by the index of words, where each name is one term."""

from __future__ import annotations

from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.model import Entity
from newsqa.store.index import ARTICLES, MARK, NAMES, PLACES, is_term, quoted, row
from newsqa.store.protocol import Mentioned
from newsqa.text.words import normalise, tokens

_BETWEEN = "\ue001"  # the words of a name
_AFTER = "\ue002"  # every name of a desk
_EXACT = f"""
select m.name, m.kind, m.role, a.id, a.day from words w
join articles a indexed by articles_brief on a.no = {ARTICLES} - w.rowid / {PLACES} join mentions m on m.article = a.no
where words match ? and m.name = ? and a.scope = ? order by a.day desc, a.no desc
"""  # noqa: S608  our own numbers
_MANY = "select count(*) from vocabulary where term >= ? and term < ?"


def put(db: sqlite3.Connection, scope: str, article: int, entities: Iterable[Entity]) -> set[str]:
    """Write the names of an article and return their words; call it inside the transaction that writes the article."""
    named = sorted({(_normal(form), e.kind, e.role) for e in entities for form in (e.name, *e.aliases)}, key=str)
    rows = [(article, name, kind, role) for name, kind, role in named]
    db.executemany("insert or ignore into mentions values (?, ?, ?, ?)", rows)
    names = {name for name, _, _ in named}
    if names:
        db.execute("insert into words (rowid, terms, context) values (?, ?, '')", line(scope, article, names))
    return {word for name in names for word in name.split()}


def line(scope: str, article: int, names: Iterable[str]) -> tuple[int, str]:
    """Return the row of an article's names in the index of words."""
    first = _first(scope)
    return row(article, NAMES), " ".join([first + name.replace(" ", _BETWEEN) for name in names])


def exact(db: sqlite3.Connection, scope: str, name: str) -> list[Mentioned]:
    """Return where a name stands, the newest article first."""
    term = _term(scope, name)
    rows = db.execute(_EXACT, (quoted(term), name, scope)) if is_term(term) else ()
    return [Mentioned(name=n, kind=k, role=r, article=a, day=d) for n, k, r, a, d in rows]


def many(db: sqlite3.Connection, scope: str) -> int:
    """Return how many names the articles of a desk have."""
    return int(db.execute(_MANY, (_first(scope), _first(scope)[:-1] + _AFTER)).fetchone()[0])


def _term(scope: str, name: str) -> str:
    return _first(scope) + name.replace(" ", _BETWEEN)


def _first(scope: str) -> str:
    return f"{MARK}{scope.encode().hex()}{MARK}"


def _normal(name: str) -> str:
    if name.isascii() and name.replace(" ", "").isalpha():  # as most are: in a twentieth of the time that tokens take
        return " ".join(name.casefold().split())
    return " ".join(normalise(token.text) for token in tokens(name))
