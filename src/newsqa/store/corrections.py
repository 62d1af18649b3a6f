"""What people set right, as a table keeps it: never changed, at most undone."""

from __future__ import annotations

import datetime as dt

import pysqlite3 as sqlite3

from newsqa.model import Correction
from newsqa.store.connection import writing

_KEPT = tuple(name for name in Correction.model_fields if name != "no")
_PUT = f"insert into corrections ({', '.join(_KEPT)}) values ({', '.join('?' * len(_KEPT))}) returning no"  # noqa: S608  our own names
_OF = f"select no, {', '.join(_KEPT)} from corrections where scope = ? and article = ? order by no"  # noqa: S608  as above
_UNDO = "update corrections set undone_by = ?, undone_at = ? where scope = ? and no = ? and undone_at is null"


def put(db: sqlite3.Connection, correction: Correction) -> Correction:
    """Write a correction; return it with its number."""
    row = correction.model_dump(mode="json")
    with writing(db):
        (no,) = db.execute(_PUT, [row[name] for name in _KEPT]).fetchone()
    return correction.model_copy(update={"no": int(no)})


def undo(db: sqlite3.Connection, scope: str, no: int, by: int, at: dt.datetime) -> bool:
    """Call a correction undone; False where it is not there, or is undone already."""
    with writing(db):
        return bool(db.execute(_UNDO, (by, at.isoformat(), scope, no)).rowcount)


def of(db: sqlite3.Connection, scope: str, article: str) -> list[Correction]:
    """Return the corrections of an article, oldest first."""
    rows = db.execute(_OF, (scope, article))
    return [Correction(**dict(zip(("no", *_KEPT), row, strict=True))) for row in rows]
