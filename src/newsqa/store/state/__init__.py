"""What the bot remembers, in the same file as the archive: people, mail, and what was shown."""

from __future__ import annotations

from pathlib import Path

from newsqa.store.mailbox import Mail
from newsqa.store.state.connection import Connection
from newsqa.store.state.imports import Imports
from newsqa.store.state.mail import SqliteMail
from newsqa.store.state.people import People
from newsqa.store.state.prompts import Prompts
from newsqa.store.state.shown import Record
from newsqa.store.state.watching import Watching


class State:
    """Everything the bot remembers; used from the thread that opened it."""

    def __init__(self, path: Path, desk: str) -> None:
        self._connection = Connection(path)
        self.people = People(self._connection, desk)
        self.mail: Mail = SqliteMail(self._connection)
        self.record = Record(self._connection)
        self.prompts = Prompts(self._connection)
        self.imports = Imports(self._connection)
        self.watching = Watching(self._connection)

    def move_chat(self, old: int, new: int) -> None:
        """Give everything known of a group to the supergroup that it became."""
        self.people.move_chat(old, new)
        self.record.move_chat(old, new)
        self.prompts.move_chat(old, new)
        self.imports.move_chat(old, new)
        self.watching.move_chat(old, new)
        self.mail.redirect(old, new)

    def silence(self, chat: int) -> None:
        """Stop writing to a chat that has put the bot out, and watching for it."""
        self.mail.drop(chat)
        self.watching.silence(chat)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()
