"""The files of many articles that are being taken in, and how far."""

from __future__ import annotations

import json

from newsqa.model import Value
from newsqa.store.state.connection import Connection


class Import(Value):
    """One file that someone sent; `renewed` counts newer versions, `bad` are the parts not added, (where, why) each.

    `tries` is how often its next part was in hand when the bot died.
    """

    id: int = 0
    chat: int
    thread: int | None
    person: int
    message: int
    scope: str
    language: str
    file: str
    name: str
    size: int | None
    progress: int | None = None
    done: int = 0
    added: int = 0
    renewed: int = 0
    known: int = 0
    tries: int = 0
    bad: tuple[tuple[str, str], ...] = ()


_COLUMNS = ", ".join(Import.model_fields)
_SENT = ("chat", "thread", "person", "message", "scope", "language", "file", "name", "size")
_BEGIN = f"insert or ignore into imports ({', '.join(_SENT)}) values ({', '.join('?' * len(_SENT))})"  # noqa: S608  our own names
_NEXT = f"select {_COLUMNS} from imports where finished = 0 order by id limit 1"  # noqa: S608  as above
_ADVANCE = "update imports set tries = 0, done = ?, added = ?, renewed = ?, known = ?, bad = ? where id = ?"


class Imports:
    """Files to be taken in, one after another."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def begin(self, job: Import) -> None:
        """Keep a file to be taken in; the same message again is not taken twice."""
        self._db.write(_BEGIN, *(getattr(job, name) for name in _SENT))

    def next(self) -> Import | None:
        """Return the first file that is not done."""
        row = self._db.row(_NEXT)
        if row is None:
            return None
        told = dict(zip(Import.model_fields, row, strict=True))
        return Import(**{**told, "bad": json.loads(told["bad"])})

    def reports(self, job: int, message: int) -> None:
        """Remember which message reports on a file."""
        self._db.write("update imports set progress = ? where id = ?", message, job)

    def advance(self, job: Import) -> None:
        """Remember how far a file is taken in."""
        self._db.write(_ADVANCE, job.done, job.added, job.renewed, job.known, json.dumps(job.bad), job.id)

    def taking(self, job: int) -> None:
        """Count a try to take the next part of a file in."""
        self._db.soon([("update imports set tries = tries + 1 where id = ?", (job,))])

    def finish(self, job: int) -> None:
        """Call a file done."""
        self._db.write("update imports set finished = 1 where id = ?", job)

    def move_chat(self, old: int, new: int) -> None:
        """Give the files sent in a group to the supergroup that it became; its messages have other numbers there."""
        self._db.write(
            "update or ignore imports set chat = ?, progress = null, message = -message where chat = ?", new, old
        )
