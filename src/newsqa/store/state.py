"""What the bot remembers of people and chats, in the same file as the archive."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal, Protocol

import pysqlite3 as sqlite3

from newsqa.errors import StoreError
from newsqa.model import Value

_SCHEMA = """
create table if not exists members (
  scope text not null,         -- the desk whose member this is
  user integer not null,       -- Telegram's id of the person
  name text not null,          -- as Telegram showed it when the person was admitted
  role text not null,          -- owner, editor or reader
  admitted_by integer,         -- Telegram's id of who let the person in
  since text not null,         -- when, ISO 8601 in UTC
  primary key (scope, user));
create table if not exists chats (
  chat integer primary key,    -- Telegram's id of the group
  scope text not null,         -- the desk it belongs to
  admitted_by integer not null,
  since text not null);
create table if not exists remembered (
  holder integer not null,     -- the person or chat that it is about
  name text not null,          -- what is remembered, as "language"
  value text not null,
  primary key (holder, name));
"""

Role = Literal["owner", "editor", "reader"]


class Member(Value):
    """Someone whom a desk has let in."""

    user: int
    name: str
    role: Role = "reader"
    admitted_by: int | None = None
    since: dt.datetime


class State(Protocol):
    """People and chats; every call that is about a desk names it."""

    def member(self, scope: str, user: int) -> Member | None:
        """Return the member of a desk, None for someone who is not one."""

    def members(self, scope: str) -> list[Member]:
        """Return the members of a desk, longest first."""

    def admit(self, scope: str, member: Member) -> None:
        """Let someone in, or change the role of someone who is."""

    def remove(self, scope: str, user: int) -> bool:
        """Put someone out; False where the person was not a member."""

    def desk_of(self, chat: int) -> str | None:
        """Return the desk that a group belongs to, None for a group that was never let in."""

    def admit_chat(self, chat: int, scope: str, by: int) -> None:
        """Let a group in."""

    def remove_chat(self, chat: int) -> bool:
        """Put a group out; False where it was not in."""

    def move_chat(self, old: int, new: int) -> None:
        """Give everything known of a group to the supergroup that it became."""

    def recall(self, holder: int, name: str) -> str | None:
        """Return what is remembered of a person or chat under a name."""

    def remember(self, holder: int, name: str, value: str) -> None:
        """Remember something of a person or chat."""


class SqliteState:
    """State in one SQLite file, which may also hold the archive."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(str(path), check_same_thread=False)
            self._db.execute("pragma busy_timeout = 5000")
            self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be used as an archive: {error}") from error

    def member(self, scope: str, user: int) -> Member | None:
        """Return the member of a desk, None for someone who is not one."""
        return next((m for m in self.members(scope) if m.user == user), None)

    def members(self, scope: str) -> list[Member]:
        """Return the members of a desk, longest first."""
        rows = self._db.execute(
            "select user, name, role, admitted_by, since from members where scope = ? order by since", (scope,)
        )
        return [Member(user=u, name=n, role=r, admitted_by=b, since=s) for u, n, r, b, s in rows]

    def admit(self, scope: str, member: Member) -> None:
        """Let someone in, or change the role of someone who is."""
        values = (scope, member.user, member.name, member.role, member.admitted_by, member.since.isoformat())
        with self._db:
            self._db.execute("insert or replace into members values (?, ?, ?, ?, ?, ?)", values)

    def remove(self, scope: str, user: int) -> bool:
        """Put someone out; False where the person was not a member."""
        with self._db:
            done = self._db.execute("delete from members where scope = ? and user = ?", (scope, user))
        return bool(done.rowcount)

    def desk_of(self, chat: int) -> str | None:
        """Return the desk that a group belongs to, None for a group that was never let in."""
        row = self._db.execute("select scope from chats where chat = ?", (chat,)).fetchone()
        return str(row[0]) if row else None

    def admit_chat(self, chat: int, scope: str, by: int) -> None:
        """Let a group in."""
        now = dt.datetime.now(dt.UTC).isoformat()
        with self._db:
            self._db.execute("insert or replace into chats values (?, ?, ?, ?)", (chat, scope, by, now))

    def remove_chat(self, chat: int) -> bool:
        """Put a group out; False where it was not in."""
        with self._db:
            return bool(self._db.execute("delete from chats where chat = ?", (chat,)).rowcount)

    def move_chat(self, old: int, new: int) -> None:
        """Give everything known of a group to the supergroup that it became."""
        with self._db:
            self._db.execute("update or replace chats set chat = ? where chat = ?", (new, old))
            self._db.execute("update or replace remembered set holder = ? where holder = ?", (new, old))

    def recall(self, holder: int, name: str) -> str | None:
        """Return what is remembered of a person or chat under a name."""
        row = self._db.execute("select value from remembered where holder = ? and name = ?", (holder, name)).fetchone()
        return str(row[0]) if row else None

    def remember(self, holder: int, name: str, value: str) -> None:
        """Remember something of a person or chat."""
        with self._db:
            self._db.execute("insert or replace into remembered values (?, ?, ?)", (holder, name, value))

    def close(self) -> None:
        """Release the file."""
        self._db.close()
