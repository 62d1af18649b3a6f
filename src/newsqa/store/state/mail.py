"""What Telegram sent and what it is yet to be sent, kept until it is done with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsqa.store.state.connection import Connection

TRIES = 10  # times that an update may be in hand when the bot dies, before it counts as what kills it
_KEPT = dt.timedelta(days=2)  # how long a finished update is known, so that it is not done again


class Incoming(NamedTuple):
    """One update as Telegram sent it."""

    id: int
    chat: int
    body: str
    tries: int = 0  # how often it was in hand when the bot died


class Outgoing(NamedTuple):
    """One letter that waits to be sent."""

    id: int
    chat: int
    body: str


class Held(NamedTuple):
    """One message that waits for the others it may belong with."""

    message: int
    person: int
    body: str
    came: dt.datetime


class Mail:
    """The inbox, the outbox, and the messages held back until their sender is quiet."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, updates: Iterable[Incoming]) -> None:
        """Keep updates; one that is known already is not taken again."""
        now = _now()
        self._db.together(
            ("insert or ignore into inbox (id, chat, body, came) values (?, ?, ?, ?)", (u.id, u.chat, u.body, now))
            for u in updates
        )

    def begin(self, chat: int) -> Incoming | None:
        """Return the oldest update of a chat that is not done, and count the try."""
        row = self._db.row(
            "select id, chat, body, tries from inbox where chat = ? and state = 'new' order by id limit 1", chat
        )
        if row is None:
            return None
        self._db.soon([("update inbox set tries = tries + 1 where id = ?", (row[0],))])
        return Incoming(*row)

    def following(self, chat: int, update: int) -> Incoming | None:
        """Return the update of the chat that waits behind another."""
        row = self._db.row(
            "select id, chat, body from inbox where chat = ? and id > ? and state = 'new' order by id limit 1",
            chat,
            update,
        )
        return Incoming(*row) if row else None

    def finish(self, update: int, letters: Sequence[tuple[int, str]]) -> None:
        """Call an update done and put what it gave rise to, (chat, body) each, into the outbox: both or neither."""
        self._db.soon(
            [
                *(_posting(chat, body, f"update:{update}:{i}") for i, (chat, body) in enumerate(letters)),
                ("update inbox set state = 'done', body = '' where id = ?", (update,)),
            ]
        )

    def set_aside(self, update: int) -> None:
        """Give an update up, keeping it for whoever looks into it."""
        self._db.write("update inbox set state = 'aside' where id = ?", update)

    def aside(self) -> list[Incoming]:
        """Return the updates that were given up."""
        return [Incoming(*row) for row in self._db.rows("select id, chat, body from inbox where state = 'aside'")]

    def post(self, letters: Iterable[tuple[int, str, str]]) -> None:
        """Put letters, (chat, body, cause) each, into the outbox; a cause that was answered is not answered again."""
        self._db.together([_posting(*letter) for letter in letters])

    def next_letter(self, chat: int) -> Outgoing | None:
        """Return the oldest letter to a chat that is not sent."""
        row = self._db.row(
            "select id, chat, body from outbox where chat = ? and state = 'new' order by id limit 1", chat
        )
        return Outgoing(*row) if row else None

    def sent(self, letter: int) -> None:
        """Call a letter sent."""
        self._db.soon([("update outbox set state = 'done', body = '' where id = ?", (letter,))])

    def drop(self, chat: int) -> int:
        """Give up every letter to a chat that will not have them; return how many."""
        return self._db.write("update outbox set state = 'dropped' where chat = ? and state = 'new'", chat)

    def redirect(self, old: int, new: int) -> None:
        """Send to a new chat what was meant for an old one."""
        self._db.together(
            [
                ("update outbox set chat = ? where chat = ? and state = 'new'", (new, old)),
                ("update or ignore held set chat = ? where chat = ?", (new, old)),
            ]
        )

    def waiting(self) -> list[int]:
        """Return the chats for which something is to be done."""
        rows = self._db.rows(
            "select chat from inbox where state = 'new' union select chat from outbox where state = 'new'"
        )
        return [row[0] for row in rows]

    def count(self) -> tuple[int, int]:
        """Return how many updates wait to be dealt with, and how many letters to be sent."""
        inbox, outbox = (f"select count(*) from {box} where state = 'new'" for box in ("inbox", "outbox"))  # noqa: S608  our own tables
        return self._db.rows(inbox)[0][0], self._db.rows(outbox)[0][0]

    def hold(self, chat: int, message: int, person: int, body: str) -> None:
        """Keep a message back; the same message again replaces it."""
        self._db.write("insert or replace into held values (?, ?, ?, ?, ?)", chat, message, person, body, _now())

    def held(self, chat: int) -> list[Held]:
        """Return what is held of a chat, in the order it was written."""
        rows = self._db.rows("select message, person, body, came from held where chat = ? order by message", chat)
        return [Held(m, p, b, dt.datetime.fromisoformat(c)) for m, p, b, c in rows]

    def holding(self) -> list[int]:
        """Return the chats of which something is held."""
        return [row[0] for row in self._db.rows("select distinct chat from held")]

    def release(self, chat: int, messages: Iterable[int], letters: Sequence[tuple[int, str]], cause: str) -> None:
        """Let go of held messages and put what they gave rise to into the outbox: both or neither."""
        self._db.together(
            [
                *(_posting(to, body, f"{cause}:{i}") for i, (to, body) in enumerate(letters)),
                *(("delete from held where chat = ? and message = ?", (chat, m)) for m in messages),
            ]
        )

    def tidy(self) -> None:
        """Forget what was finished long ago."""
        before = (dt.datetime.now(dt.UTC) - _KEPT).isoformat()
        self._db.together(
            [
                ("delete from inbox where state = 'done' and came < ?", (before,)),
                ("delete from outbox where state != 'new' and id < (select max(id) from outbox) - 10000", ()),
            ]
        )


def _posting(chat: int, body: str, cause: str) -> tuple[str, tuple[object, ...]]:
    return ("insert or ignore into outbox (chat, body, cause) values (?, ?, ?)", (chat, body, cause))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
