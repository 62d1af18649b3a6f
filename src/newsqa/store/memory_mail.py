"""The mail that ends with the process: to try things out, and to hold the contract to account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsqa.store.mailbox import KEPT, Held, Incoming, Outgoing


@dataclass
class _Update:
    told: Incoming
    came: dt.datetime
    state: Literal["new", "done", "aside"] = "new"


@dataclass
class _Letter:
    told: Outgoing
    cause: str
    state: Literal["new", "done", "dropped"] = "new"


class MemoryMail:
    """The inbox, the outbox, and the messages held back."""

    def __init__(self) -> None:
        self._inbox: dict[int, _Update] = {}
        self._outbox: dict[int, _Letter] = {}
        self._held: dict[tuple[int, int], Held] = {}
        self._aside: list[Held] = []

    def take(self, updates: Iterable[Incoming]) -> None:
        for update in updates:
            self._inbox.setdefault(update.id, _Update(update, _now()))

    def begin(self, chat: int) -> Incoming | None:
        update = next(self._new(lambda u: u.chat == chat), None)
        if update is None:
            return None
        given = update.told
        update.told = given._replace(tries=given.tries + 1)
        return given

    def following(self, chat: int, update: int) -> Incoming | None:
        return next((u.told for u in self._new(lambda u: u.chat == chat and u.id > update)), None)

    def _new(self, wanted: Callable[[Incoming], bool] = lambda _: True) -> Iterator[_Update]:
        """Yield the updates that are not done, oldest first."""
        every = (update for _, update in sorted(self._inbox.items()))
        return (update for update in every if update.state == "new" and wanted(update.told))

    def finish(self, update: int, letters: Sequence[tuple[int, str]]) -> None:
        self.post((chat, body, f"update:{update}:{i}") for i, (chat, body) in enumerate(letters))
        if done := self._inbox.get(update):
            done.state, done.told = "done", done.told._replace(body="")

    def set_aside(self, update: int) -> None:
        self._inbox[update].state = "aside"

    def aside(self) -> list[Incoming]:
        return [update.told for _, update in sorted(self._inbox.items()) if update.state == "aside"]

    def suspects(self) -> list[int]:
        updates = [update.told.chat for update in self._new(lambda u: u.tries > 0)]
        filed = sorted((message, chat) for (chat, message), held in self._held.items() if held.tries)
        return list(dict.fromkeys([*updates, *(chat for _, chat in filed)]))

    def post(self, letters: Iterable[tuple[int, str, str]]) -> None:
        for chat, body, cause in letters:
            if all(letter.cause != cause for letter in self._outbox.values()):
                number = len(self._outbox) + 1
                self._outbox[number] = _Letter(Outgoing(number, chat, body), cause)

    def next_letter(self, chat: int) -> Outgoing | None:
        return next((letter.told for letter in self._unsent() if letter.told.chat == chat), None)

    def _unsent(self) -> Iterator[_Letter]:
        return (letter for letter in self._outbox.values() if letter.state == "new")

    def sending(self, letter: int) -> None:
        self._count(letter, 1)

    def unsent(self, letter: int) -> None:
        self._count(letter, -1)

    def _count(self, letter: int, more: int) -> None:
        known = self._outbox[letter]
        known.told = known.told._replace(tries=max(known.told.tries + more, 0))

    def sent(self, letter: int) -> None:
        done = self._outbox[letter]
        done.state, done.told = "done", done.told._replace(body="")

    def drop(self, chat: int) -> int:
        gone = [letter for letter in self._unsent() if letter.told.chat == chat]
        for letter in gone:
            letter.state = "dropped"
        return len(gone)

    def redirect(self, old: int, new: int) -> None:
        for letter in self._unsent():
            if letter.told.chat == old:
                letter.told = letter.told._replace(chat=new)
        for chat, message in [key for key in self._held if key[0] == old]:
            self._held.setdefault((new, message), self._held.pop((chat, message)))

    def waiting(self) -> list[int]:
        return sorted({u.told.chat for u in self._new()} | {letter.told.chat for letter in self._unsent()})

    def count(self) -> tuple[int, int]:
        return len(list(self._new())), len(list(self._unsent()))

    def hold(self, chat: int, message: int, person: int, body: str) -> None:
        self._held[chat, message] = Held(message, person, body, _now())

    def held(self, chat: int) -> list[Held]:
        return [held for (held_in, _), held in sorted(self._held.items()) if held_in == chat]

    def holding(self) -> list[int]:
        return sorted({chat for chat, _ in self._held})

    def filing(self, chat: int, messages: Iterable[int]) -> None:
        for message in messages:
            if held := self._held.get((chat, message)):
                self._held[chat, message] = held._replace(tries=held.tries + 1)

    def release(
        self, chat: int, messages: Iterable[int], letters: Sequence[tuple[int, str]], cause: str, *, aside: bool = False
    ) -> None:
        self.post((to, body, f"{cause}:{i}") for i, (to, body) in enumerate(letters))
        gone = [self._held.pop((chat, message)) for message in messages if (chat, message) in self._held]
        self._aside += gone if aside else []

    def tidy(self) -> None:
        before = _now() - KEPT
        for number in [n for n, u in self._inbox.items() if u.state == "done" and u.came < before]:
            del self._inbox[number]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
