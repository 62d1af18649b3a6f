"""Articles kept back until a time, and the list of what has newly come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.store.connection import writing
from newsqa.store.protocol import Arrival, Embargo


def put(db: sqlite3.Connection, embargo: Embargo) -> None:
    """Keep an article back; a later word on the same article replaces an earlier one."""
    values = (embargo.scope, embargo.article, stamp(embargo.until), embargo.by, stamp(embargo.since))
    with writing(db):
        db.execute("insert or replace into embargoes values (?, ?, ?, ?, ?)", values)


def lift(db: sqlite3.Connection, scope: str, article: str, now: dt.datetime) -> bool:
    """Let an article out at once; False where nothing held it back."""
    with writing(db):
        gone = bool(db.execute("delete from embargoes where scope = ? and article = ?", (scope, article)).rowcount)
        if gone:
            _let_out(db, [(scope, article)], now)
    return gone


def end(db: sqlite3.Connection, now: dt.datetime) -> list[tuple[str, str]]:
    """Let out what may be read from now on; return it."""
    with writing(db):
        due = db.execute("select scope, article from embargoes where until <= ?", (stamp(now),)).fetchall()
        db.execute("delete from embargoes where until <= ?", (stamp(now),))
        _let_out(db, due, now)
    return [(str(scope), str(article)) for scope, article in due]


def kept(db: sqlite3.Connection, scope: str) -> list[Embargo]:
    """Return the embargoes of a desk, the first to end first."""
    rows = db.execute(
        "select article, until, by, since from embargoes where scope = ? order by until, article", (scope,)
    )
    return [Embargo(scope=scope, article=a, until=u, by=b, since=s) for a, u, b, s in rows]


def hidden(db: sqlite3.Connection, scope: str, now: dt.datetime) -> frozenset[str]:
    """Return the articles of a desk that are kept back at a time."""
    rows = db.execute("select article from embargoes where scope = ? and until > ?", (scope, stamp(now)))
    return frozenset(str(article) for (article,) in rows)


def next_end(db: sqlite3.Connection) -> dt.datetime | None:
    """Return when the next embargo of any desk ends."""
    (first,) = db.execute("select min(until) from embargoes").fetchone()
    return dt.datetime.fromisoformat(first) if first else None


def arrive(db: sqlite3.Connection, scope: str, article: str, now: dt.datetime) -> None:
    """Put an article on the list of what is new; call it inside the transaction that writes the article."""
    db.execute("insert into arrivals (scope, article, at) values (?, ?, ?)", (scope, article, stamp(now)))


def arrivals(db: sqlite3.Connection, after: int, limit: int) -> list[Arrival]:
    """Return what came after a place in the list, oldest first."""
    rows = db.execute("select no, scope, article, at from arrivals where no > ? order by no limit ?", (after, limit))
    return [Arrival(no=n, scope=s, article=a, at=t) for n, s, a, t in rows]


def _let_out(db: sqlite3.Connection, articles: Iterable[tuple[str, str]], now: dt.datetime) -> None:
    for scope, article in articles:
        if db.execute("select 1 from articles where scope = ? and id = ?", (scope, article)).fetchone():
            arrive(db, scope, article, now)


def stamp(time: dt.datetime) -> str:
    """Return an instant as it is kept: in UTC to the second, so that it sorts as text."""
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")
