"""The mail in the archive's own file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from newsqa.store.mailbox import KEPT, Held, Incoming, Outgoing
from newsqa.store.state.connection import Connection

_SUSPECTS = """
select chat from (
  select chat, 0 late, id at from inbox where state = 'new' and tries > 0
  union all select chat, 1, message from held where state = 'new' and tries > 0)
group by chat order by min(late), min(at)
"""


class SqliteMail:
    """The inbox, the outbox, and the messages held back."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, updates: Iterable[Incoming]) -> None:
        now = _now()
        self._db.together(
            ("insert or ignore into inbox (id, chat, body, came) values (?, ?, ?, ?)", (u.id, u.chat, u.body, now))
            for u in updates
        )

    def begin(self, chat: int) -> Incoming | None:
        row = self._db.row(
            "select id, chat, body, tries from inbox where chat = ? and state = 'new' order by id limit 1", chat
        )
        if row is None:
            return None
        self._db.soon([("update inbox set tries = tries + 1 where id = ?", (row[0],))])
        return Incoming(*row)

    def following(self, chat: int, update: int) -> Incoming | None:
        row = self._db.row(
            "select id, chat, body, tries from inbox where chat = ? and id > ? and state = 'new' order by id limit 1",
            chat,
            update,
        )
        return Incoming(*row) if row else None

    def finish(self, update: int, letters: Sequence[tuple[int, str]]) -> None:
        self._db.soon(
            [
                *(_posting(chat, body, f"update:{update}:{i}") for i, (chat, body) in enumerate(letters)),
                ("update inbox set state = 'done', body = '' where id = ?", (update,)),
            ]
        )

    def set_aside(self, update: int) -> None:
        self._db.write("update inbox set state = 'aside' where id = ?", update)

    def aside(self) -> list[Incoming]:
        rows = self._db.rows("select id, chat, body, tries from inbox where state = 'aside' order by id")
        return [Incoming(*row) for row in rows]

    def suspects(self) -> list[int]:
        return [row[0] for row in self._db.rows(_SUSPECTS)]

    def post(self, letters: Iterable[tuple[int, str, str]]) -> None:
        self._db.together([_posting(*letter) for letter in letters])

    def next_letter(self, chat: int) -> Outgoing | None:
        row = self._db.row(
            "select id, chat, body, tries from outbox where chat = ? and state = 'new' order by id limit 1", chat
        )
        return Outgoing(*row) if row else None

    def sending(self, letter: int) -> None:
        self._db.soon([("update outbox set tries = tries + 1 where id = ?", (letter,))])

    def unsent(self, letter: int) -> None:
        self._db.soon([("update outbox set tries = max(tries - 1, 0) where id = ?", (letter,))])

    def sent(self, letter: int) -> None:
        self._db.soon([("update outbox set state = 'done', body = '' where id = ?", (letter,))])

    def drop(self, chat: int) -> int:
        return self._db.write("update outbox set state = 'dropped' where chat = ? and state = 'new'", chat)

    def redirect(self, old: int, new: int) -> None:
        self._db.together(
            [
                ("update outbox set chat = ? where chat = ? and state = 'new'", (new, old)),
                ("update or ignore held set chat = ? where chat = ?", (new, old)),
            ]
        )

    def waiting(self) -> list[int]:
        rows = self._db.rows(
            "select chat from inbox where state = 'new' union select chat from outbox where state = 'new'"
        )
        return [row[0] for row in rows]

    def count(self) -> tuple[int, int]:
        inbox, outbox = (f"select count(*) from {box} where state = 'new'" for box in ("inbox", "outbox"))  # noqa: S608  our own tables
        return self._db.rows(inbox)[0][0], self._db.rows(outbox)[0][0]

    def hold(self, chat: int, message: int, person: int, body: str) -> None:
        self._db.write(
            "insert or replace into held (chat, message, person, body, came) values (?, ?, ?, ?, ?)",
            *(chat, message, person, body, _now()),
        )

    def held(self, chat: int) -> list[Held]:
        rows = self._db.rows(
            "select message, person, body, came, tries from held where chat = ? and state = 'new' order by message",
            chat,
        )
        return [Held(m, p, b, dt.datetime.fromisoformat(c), t) for m, p, b, c, t in rows]

    def holding(self) -> list[int]:
        return [row[0] for row in self._db.rows("select distinct chat from held where state = 'new'")]

    def filing(self, chat: int, messages: Iterable[int]) -> None:
        self._db.soon(
            [("update held set tries = tries + 1 where chat = ? and message = ?", (chat, m)) for m in messages]
        )

    def release(
        self, chat: int, messages: Iterable[int], letters: Sequence[tuple[int, str]], cause: str, *, aside: bool = False
    ) -> None:
        gone = "update held set state = 'aside'" if aside else "delete from held"
        self._db.together(
            [
                *(_posting(to, body, f"{cause}:{i}") for i, (to, body) in enumerate(letters)),
                *((f"{gone} where chat = ? and message = ?", (chat, m)) for m in messages),
            ]
        )

    def tidy(self) -> None:
        before = (dt.datetime.now(dt.UTC) - KEPT).isoformat()
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
