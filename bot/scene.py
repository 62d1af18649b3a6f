"""Where something is said, by whom, in which language, and what the bot says back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from telegram import Chat, Message, ReactionTypeEmoji, Update
from telegram.error import TelegramError

from bot.desk import Desk
from bot.letters import Bot, Keyboard, Letter
from bot.messages import language_of, say
from bot.settings import Settings
from newsqa.newsroom import Newsroom, Reader, Standing, State

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """A chat, its topic, and the person who speaks; in a private chat `chat == person`."""

    chat: int
    person: int
    thread: int | None = None

    @property
    def private(self) -> bool:
        """Tell whether nobody else hears."""
        return self.chat > 0


@dataclass
class Scene:
    """One thing that happened, and the letters that answer it; they go out together once it is dealt with."""

    desk: Desk
    bot: Bot
    settings: Settings
    place: Place
    standing: Standing
    language: str
    letters: list[Letter] = field(default_factory=list)
    ahead: Update | None = None  # the update that waits behind this one
    desks: Sequence[str] = ()  # that may be read here, its own first; none before they are looked up
    cause: str = ""  # what is in hand, by a name that it has again when it is done again
    only_asked: bool = False  # nothing happened here that may be news to a watch

    def say(self, message: str, /, **values: Any) -> str:  # noqa: ANN401  Fluent takes what it can format
        """Return a message in the person's language."""
        return say(self.language, message, **values)

    def reply(self, text: str, to: int | None = None, buttons: Keyboard = (), **more: Any) -> None:  # noqa: ANN401
        """Answer here, under the message `to`; `more` are fields of Letter."""
        place = self.place
        self.letters.append(
            Letter(chat=place.chat, thread=place.thread, reply_to=to, text=text, buttons=buttons, **more)
        )

    def edit(self, message: int, text: str, buttons: Keyboard = (), **more: Any) -> None:  # noqa: ANN401
        """Change a message of the bot's own."""
        self.letters.append(
            Letter(chat=self.place.chat, kind="edit", message=message, text=text, buttons=buttons, **more)
        )

    def hand_over(self, name: str, content: str, caption: str, to: int) -> None:
        """Answer here with a file, under the message `to`."""
        self.reply(caption, to, kind="file", name=name, content=content)

    def remove(self, message: int) -> None:
        """Delete a message of the bot's own."""
        self.letters.append(Letter(chat=self.place.chat, kind="delete", message=message))

    async def newsroom(self, do: Callable[[Newsroom], T]) -> T:
        """Return what `do` makes of the newsroom of this place's desk, as whoever listens here may see it."""
        return await self.desk.newsroom(lambda newsroom: do(newsroom.at(self.standing.scope, self.reader)))

    async def inside(self, do: Callable[[Newsroom], T]) -> T:
        """Return what `do` makes of the newsroom as the desk itself knows it, embargoes or not: not to be shown."""
        scope = self.standing.scope
        return await self.desk.newsroom(lambda newsroom: do(newsroom.at(scope, Reader(edits=frozenset({scope})))))

    @property
    def owner(self) -> bool:
        """Tell whether the settings name the person an owner of all."""
        return self.place.person in self.settings.newsqa_owners

    @property
    def reader(self) -> Reader:
        """Return for whom the archive is read here."""
        return Reader(edits=self.standing.edits)

    async def state(self, do: Callable[[State], T]) -> T:
        """Return what `do` makes of the state."""
        return await self.desk.state(do)

    async def react(self, message: int, emoji: str) -> None:
        """Put a reaction under a message, where the chat allows it."""
        try:
            await self.bot.set_message_reaction(self.place.chat, message, ReactionTypeEmoji(emoji))
        except TelegramError:
            return  # a chat may forbid reactions; the summary that follows says the same


CURRENT: ContextVar[Scene] = ContextVar("CURRENT")


def place_of(update: Update) -> Place:
    """Return where an update happened; an inline query happens in its sender's private chat."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    person = user.id if user else chat.id if chat else 0
    thread = thread_of(message) if isinstance(message, Message) else None
    return Place(chat.id if chat else person, person, thread)


def thread_of(message: Message) -> int | None:
    """Return the topic of a message; outside of forums the same field counts replies, and must not be sent back."""
    return message.message_thread_id if message.is_topic_message else None


async def enter(desk: Desk, bot: Bot, settings: Settings, place: Place, code: str | None) -> Scene:
    """Return the scene at a place: what the person may do there, and the language they chose or Telegram names."""
    owner = place.person in settings.newsqa_owners

    def look(state: State) -> tuple[Standing, list[str]]:
        standing = state.people.standing(place.chat, place.person, owner=owner)
        return standing, state.people.readable(standing.scope)

    standing, desks = await desk.state(look)
    return Scene(desk, bot, settings, place, standing, standing.language or language_of(code), desks=desks)


def elsewhere(scene: Scene, place: Place, standing: Standing, language: str) -> Scene:
    """Return a scene of its own at another place."""
    return replace(scene, place=place, standing=standing, language=language, letters=[], ahead=None, desks=())


def replied_to(message: Message | None) -> Message | None:
    """Return the message that one replies to; the service message that opens a topic is not one."""
    replied = message.reply_to_message if message else None
    return None if replied is None or replied.forum_topic_created else replied


def is_group(chat: Chat | None) -> bool:
    """Tell whether several people talk in a chat."""
    return chat is not None and chat.type in {Chat.GROUP, Chat.SUPERGROUP}


def letters_of(scene: Scene) -> Sequence[tuple[int, str]]:
    """Return what a scene says, as the outbox keeps it."""
    return [(letter.chat, letter.model_dump_json(exclude_defaults=True)) for letter in scene.letters]
