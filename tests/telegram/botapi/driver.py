"""The tests' hand on the server: people and chats to make, what was said to look at, events to wait for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from .deeds import Channel, Person
from .messages import Account, Chat, Message
from .methods_answers import InlineQuery, Press
from .privacy import service
from .state import Call, World
from .transcript import transcript

Json = dict[str, Any]
T = TypeVar("T")
PATIENCE = 20.0  # seconds; a busy machine takes its time


class Driver:
    """People, chats, waits."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.switches, self.faults, self.flood, self.updates = world.switches, world.faults, world.flood, world.updates

    @property
    def bot(self) -> Account:
        return self.world.bot

    @property
    def token(self) -> str:
        return self.world.token

    def user(self, first_name: str, *, language: str | None = "id", user_id: int | None = None, **more: Any) -> Person:
        """Make a person; `more`: last_name, username, hides_forwards."""
        with self.world.changed:
            account = Account(user_id or self.world.number("user"), first_name, language_code=language, **more)
            self.world.accounts[account.id] = account
            return Person(self.world, account)

    def group(self, title: str, *people: Person, bot: bool = True) -> Chat:
        """Make a basic group of these people, the first its creator, and add the bot."""
        return self._chat(-self.world.number("group"), "group", title, people, bot=bot)

    def supergroup(
        self, title: str, *people: Person, forum: bool = False, username: str | None = None, bot: bool = True
    ) -> Chat:
        """Make a supergroup, with topics when a forum."""
        number = -1_000_000_000_000 - self.world.number()
        return self._chat(number, "supergroup", title, people, bot=bot, is_forum=forum, username=username)

    def channel(self, title: str, *, username: str | None = None, bot: bool = False) -> Channel:
        """Make a channel; the bot is its administrator only if asked for."""
        owner = self.user(f"{title} owner")
        number = -1_000_000_000_000 - self.world.number()
        return Channel(owner, self._chat(number, "channel", title, (owner,), bot=bot, username=username))

    def _chat(self, number: int, kind: str, title: str, people: tuple[Person, ...], *, bot: bool, **more: Any) -> Chat:
        with self.world.changed:
            chat = self.world.chats[number] = Chat(number, kind, title, **more)
            chat.status = {person.id: "member" for person in people} | {people[0].id: "creator"}
            if bot:
                people[0].adds_bot(chat)
            return chat

    def migrate(self, chat: Chat) -> Chat:
        """Upgrade a basic group to a supergroup, as adding a public link does; the supergroup."""
        with self.world.changed:
            number = -1_000_000_000_000 - self.world.number()
            new = self.world.chats[number] = Chat(number, "supergroup", chat.title, status=dict(chat.status))
            owner = next(a for n, a in self.world.accounts.items() if chat.status.get(n) == "creator")
            service(self.world, chat, owner, {"migrate_to_chat_id": new.id})
            chat.migrated_to = new.id
            service(self.world, new, owner, {"migrate_from_chat_id": chat.id})
            return new

    def sent(self, chat: Chat, *, after: Message | None = None) -> list[Message]:
        """Return the bot's messages in a chat as it shows them now, those after a message if one is given."""
        with self.world.changed:
            own = [m for m in chat.messages.values() if m.by_bot and not m.deleted]
            return [m for m in own if after is None or m.id > after.id]

    def data(self, message: Message) -> bytes:
        """Return the bytes of the document in a message."""
        return self.world.files[message.content["document"]["file_id"]].data

    def calls(self, *methods: str) -> list[Call]:
        """Return the calls of these methods so far (none named: all but getUpdates), oldest first."""
        wanted = {name.lower() for name in methods}
        with self.world.changed:
            return [c for c in self.world.calls if (c.method in wanted if wanted else c.method != "getupdates")]

    def wait_for(self, condition: Callable[[], T], timeout: float = PATIENCE, what: str = "") -> T:
        """Return what `condition` gives once it is true; AssertionError with the state of things when time is up."""
        end = time.monotonic() + timeout
        with self.world.changed:
            while not (found := condition()):
                left = end - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"waited {timeout:g} s in vain for {what or 'something'}\n{self.situation()}")
                self.world.changed.wait(min(left, 0.25))
            return found

    def replies(self, to: Message, count: int = 1, timeout: float = PATIENCE) -> list[Message]:
        """Wait for `count` messages of the bot in the chat after this one."""
        what = f"{count} repl{'y' if count == 1 else 'ies'} to {to.text[:60]!r}"
        return (
            self.wait_for(lambda: r if len(r := self.sent(to.chat, after=to)) >= count else None, timeout, what) or []
        )

    def reply(self, to: Message, timeout: float = PATIENCE) -> Message:
        """Wait for the bot's next message in the chat after this one."""
        return self.replies(to, 1, timeout)[0]

    def reply_in(self, chat: Chat, timeout: float = PATIENCE) -> Message:
        """Wait until the bot has said anything in a chat; its last message."""
        return self.wait_for(lambda: self.sent(chat), timeout, f"a message in {chat.title}")[-1]

    def reaction(self, message: Message, timeout: float = PATIENCE) -> str:
        """Wait for the bot's reaction to a message."""
        return self.wait_for(
            lambda: message.reactions.get(self.bot.id), timeout, f"a reaction to {message.text[:60]!r}"
        )[0]  # type: ignore[index]

    def answer(self, press: Press, timeout: float = PATIENCE) -> Json:
        """Wait for the answer to a pressed button."""
        return self.wait_for(lambda: press.answer, timeout, f"an answer to the button {press.data!r}") or {}

    def results(self, asked: InlineQuery, timeout: float = PATIENCE) -> list[Json]:
        """Wait for the results of an inline query."""
        self.wait_for(lambda: asked.results is not None, timeout, f"results for {asked.query!r}")
        return asked.results or []

    def edited(self, message: Message, times: int = 1, timeout: float = PATIENCE) -> Message:
        """Wait until a message has been edited so often."""
        self.wait_for(lambda: len(message.edits) >= times, timeout, f"an edit of {message.text[:60]!r}")
        return message

    def settled(self, quiet: float = 0.2, timeout: float = PATIENCE) -> None:
        """Wait until the bot has taken every update and then made no call for `quiet` seconds.

        A handler may still be at work without calling: BotProcess.settled() looks at that too.
        """
        self.wait_for(lambda: not self.updates.pending, timeout, "the bot to take its updates")
        end = time.monotonic() + timeout
        while (last := self._last_call()) > time.monotonic() - quiet:
            if time.monotonic() > end:
                raise AssertionError(f"the bot does not come to rest\n{self.situation()}")
            time.sleep(max(0.0, last + quiet - time.monotonic()))

    def _last_call(self) -> float:
        with self.world.changed:
            return self.world.calls[-1].at if self.world.calls else 0.0

    def pass_time(self, seconds: float) -> None:
        """Move Telegram's clock (not the bot's) on."""
        self.world.shift += seconds

    def transcript(self, chat: Chat) -> str:
        with self.world.changed:
            return transcript(self.world, chat)

    def situation(self) -> str:
        """Describe the chats and the last calls, for a failed wait."""
        chats = [transcript(self.world, chat) for chat in self.world.chats.values() if chat.messages]
        last = [f"{c.method} {str(c.params)[:200]} -> {c.error or 'ok'}" for c in self.calls()[-8:]]
        waiting = f"{len(self.updates.pending)} updates not taken; {self.updates.polls} polls"
        return "\n".join([*chats, "last calls:", *last, waiting])
