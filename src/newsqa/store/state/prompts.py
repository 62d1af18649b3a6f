"""What the bot has asked people for, and is waiting to be told in a reply."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newsqa.store.state.connection import Connection


class Prompt(NamedTuple):
    """One thing that was asked for: of whom, and what the reply is for."""

    id: int
    person: int
    deed: str


class Prompts:
    """Questions of the bot's own."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ask(self, chat: int, person: int, deed: str) -> int:
        """Keep what a reply will be for; return its id."""
        now = dt.datetime.now(dt.UTC).isoformat()
        return self._db.insert(
            "insert into prompts (chat, person, deed, asked) values (?, ?, ?, ?)", chat, person, deed, now
        )

    def asked(self, prompt: int, message: int) -> None:
        """Remember which message asks."""
        self._db.write("update prompts set message = ? where id = ?", message, prompt)

    def behind(self, chat: int, message: int) -> Prompt | None:
        """Return what a message of the bot asks for."""
        row = self._db.row("select id, person, deed from prompts where chat = ? and message = ?", chat, message)
        return Prompt(*row) if row else None

    def move_chat(self, old: int, new: int) -> None:
        """Forget what was asked in a group that became a supergroup: its messages have other numbers there."""
        self._db.write("delete from prompts where chat in (?, ?)", old, new)
