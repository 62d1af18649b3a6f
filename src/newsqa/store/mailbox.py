"""The seam of the mail: what came in and what is to go out, kept until it is done with, whatever engine keeps it.

The mail is the bot's, not a desk's: what it carries is told apart by chat, and a chat's desk may change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

TRIES = 3  # times that something may be in hand when the bot dies, before it counts as what kills it
SENDS = 2  # times that a letter may have gone out unseen, after which it is not sent again
KEPT = dt.timedelta(days=2)  # how long a finished update is known, so that it is not done again


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
    tries: int = 0  # how often it was on its way when the bot died: it may be there, nobody knows

    @property
    def spent(self) -> bool:
        """Tell whether sending it once more might be the third time that it arrives."""
        return self.tries >= SENDS


class Held(NamedTuple):
    """One message that waits for the others it may belong with."""

    message: int
    person: int
    body: str
    came: dt.datetime
    tries: int = 0  # how often it was in hand when the bot died


class Mail(Protocol):
    """The inbox, the outbox, and the messages held back until their sender is quiet."""

    def take(self, updates: Iterable[Incoming]) -> None:
        """Keep updates; one that is known already is not taken again."""

    def begin(self, chat: int) -> Incoming | None:
        """Return the oldest update of a chat that is not done, and count the try."""

    def following(self, chat: int, update: int) -> Incoming | None:
        """Return the update of the chat that waits behind another."""

    def finish(self, update: int, letters: Sequence[tuple[int, str]]) -> None:
        """Call an update done and put what it gave rise to, (chat, body) each, into the outbox: both or neither."""

    def set_aside(self, update: int) -> None:
        """Give an update up, keeping it for whoever looks into it."""

    def aside(self) -> list[Incoming]:
        """Return the updates that were given up."""

    def suspects(self) -> list[int]:
        """Return the chats of which something was in hand when the bot died, the oldest first."""

    def post(self, letters: Iterable[tuple[int, str, str]]) -> None:
        """Put letters, (chat, body, cause) each, into the outbox; a cause that was answered is not answered again."""

    def next_letter(self, chat: int) -> Outgoing | None:
        """Return the oldest letter to a chat that is not sent."""

    def sending(self, letter: int) -> None:
        """Note that a letter is on its way, before it is."""

    def unsent(self, letter: int) -> None:
        """Note that a letter did not arrive."""

    def sent(self, letter: int) -> None:
        """Call a letter sent."""

    def drop(self, chat: int) -> int:
        """Give up every letter to a chat that will not have them; return how many."""

    def redirect(self, old: int, new: int) -> None:
        """Send to a new chat what was meant for an old one."""

    def waiting(self) -> list[int]:
        """Return the chats for which something is to be done."""

    def count(self) -> tuple[int, int]:
        """Return how many updates wait to be dealt with, and how many letters to be sent."""

    def hold(self, chat: int, message: int, person: int, body: str) -> None:
        """Keep a message back; the same message again replaces it."""

    def held(self, chat: int) -> list[Held]:
        """Return what is held of a chat, in the order it was written."""

    def holding(self) -> list[int]:
        """Return the chats of which something is held."""

    def filing(self, chat: int, messages: Iterable[int]) -> None:
        """Count a try to make something of held messages."""

    def release(
        self, chat: int, messages: Iterable[int], letters: Sequence[tuple[int, str]], cause: str, *, aside: bool = False
    ) -> None:
        """Let go of held messages and put what they gave rise to into the outbox: both or neither.

        With `aside` they are given up, and kept for whoever looks into them.
        """

    def tidy(self) -> None:
        """Forget what was finished long ago."""
