"""The feeds that desks follow, as tables keep them."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.model import Value
from newsqa.store.connection import writing
from newsqa.store.protocol import Entry, Feed

_FEED = ", ".join(Feed.model_fields)
_ENTRY = ", ".join(Entry.model_fields)
_FEEDS = f"select {_FEED} from feeds where scope = ? order by since, url"  # noqa: S608  our own names
_ENTRIES = f"select {_ENTRY} from entries where scope = ? and link in (select value from json_each(?))"  # noqa: S608  as above


def put(db: sqlite3.Connection, table: str, value: Value) -> None:
    """Keep a feed or an entry, in place of what was known of it."""
    row = value.model_dump(mode="json")
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    with writing(db):
        db.execute(f"insert or replace into {table} ({names}) values ({marks})", [*row.values()])  # noqa: S608  our own names


def drop(db: sqlite3.Connection, scope: str, url: str) -> bool:
    """Follow a feed no more; False where it was not followed."""
    with writing(db):
        return bool(db.execute("delete from feeds where scope = ? and url = ?", (scope, url)).rowcount)


def of(db: sqlite3.Connection, scope: str) -> list[Feed]:
    """Return the feeds of a desk in the order in which they were added."""
    return [Feed(**dict(zip(Feed.model_fields, row, strict=True))) for row in db.execute(_FEEDS, (scope,))]


def entries(db: sqlite3.Connection, scope: str, links: Iterable[str]) -> list[Entry]:
    """Return what is known of a desk's entries."""
    rows = db.execute(_ENTRIES, (scope, json.dumps(list(links))))
    return [Entry(**dict(zip(Entry.model_fields, row, strict=True))) for row in rows]
