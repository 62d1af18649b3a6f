"""The nouns of a chat, each able to write itself as Bot API JSON."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from .markup import render_html
from .utf16 import Entity

Json = dict[str, Any]
MEDIA = ("document", "photo", "video", "audio", "voice")


@dataclass(eq=False)
class Account:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    hides_forwards: bool = False
    blocked_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> Json:
        return {"id": self.id, "is_bot": self.is_bot} | _given(
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, [self.first_name, self.last_name]))


@dataclass
class Topic:
    """A topic of a forum; its id is the id of the service message that opened it."""

    id: int
    name: str
    closed: bool = False


@dataclass
class File:
    file_id: str
    unique_id: str
    name: str | None
    mime: str | None
    data: bytes
    size: int

    def as_json(self) -> Json:
        basic = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}
        return basic | _given(file_name=self.name, mime_type=self.mime)

    @property
    def path(self) -> str:
        return (
            f"documents/{self.unique_id}{'.' + self.name.rsplit('.', 1)[1] if self.name and '.' in self.name else ''}"
        )


@dataclass(eq=False)
class Chat:
    """A private chat, group, supergroup or channel with all its messages."""

    id: int
    type: str
    title: str
    username: str | None = None
    is_forum: bool = False
    last_name: str | None = None
    status: dict[int, str] = field(default_factory=dict)  # account id -> creator, administrator, member, left, kicked
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int | None = None
    general_closed: bool = False
    started: bool = False  # a private chat where the person has ever written
    last_bot: int | None = None  # the bot that spoke last here
    pinned: list[int] = field(default_factory=list)
    silenced: bool = False  # members, the bot among them, may not write

    def as_json(self) -> Json:
        named = (
            _given(title=self.title)
            if self.type != "private"
            else _given(first_name=self.title, last_name=self.last_name)
        )
        return (
            {"id": self.id, "type": self.type} | named | _given(username=self.username, is_forum=self.is_forum or None)
        )

    def admits(self, account: Account) -> bool:
        return self.status.get(account.id) in {"creator", "administrator", "member"}

    def is_admin(self, account: Account) -> bool:
        return self.status.get(account.id) in {"creator", "administrator"}

    def live(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return message if message and not message.deleted else None


@dataclass(eq=False)
class Message:
    """One message: `content` holds its own fields (text, document, …) as Telegram spells them."""

    id: int
    chat: Chat
    sender: Account | None
    date: int
    content: Json
    sender_chat: Chat | None = None
    reply_to: Message | None = None
    thread_id: int | None = None
    is_topic_message: bool = False
    markup: Json | None = None
    edit_date: int | None = None
    deleted: bool = False
    via_bot: Account | None = None
    extra: Json = field(default_factory=dict)  # forward_origin, quote, external_reply, media_group_id, …
    reactions: dict[int, list[str]] = field(default_factory=dict)  # account id -> emoji
    edits: list[Json] = field(default_factory=list)  # contents it had before
    link_preview: Json | None = None
    inline_message_id: str | None = None
    seen_by_bot: bool = False
    by_bot: bool = False
    at: float = field(default_factory=time.monotonic)  # for measuring how long an answer takes

    @property
    def text(self) -> str:
        """The words of the message, a caption included."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[Entity]:
        return list(self.content.get("entities", self.content.get("caption_entities", [])))

    @property
    def html(self) -> str:
        return render_html(self.text, self.entities)

    @property
    def buttons(self) -> list[list[str]]:
        """The labels under the message, row by row."""
        return [[button["text"] for button in row] for row in (self.markup or {}).get("inline_keyboard", [])]

    def button(self, label: str) -> Json:
        """Return the first button whose label holds `label`; LookupError names those there are."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        for button in (b for row in rows for b in row):
            if label in button["text"]:
                return dict(button)
        raise LookupError(f"no button {label!r} under {self.text!r}: {self.buttons}")

    def as_json(self, *, nested: bool = True) -> Json:
        out: Json = {
            "message_id": self.id,
            "date": self.date,
            "chat": self.chat.as_json(),
            **self.content,
            **self.extra,
        }
        out |= _given(
            sender_chat=self.sender_chat and self.sender_chat.as_json(),
            edit_date=self.edit_date,
            message_thread_id=self.thread_id,
            is_topic_message=self.is_topic_message or None,
            via_bot=self.via_bot and self.via_bot.as_json(),
            link_preview_options=self.link_preview,
        )
        out |= {"from": self.sender.as_json()} if self.sender else {}
        if self.markup and "inline_keyboard" in self.markup:
            out["reply_markup"] = self.markup
        if nested and self.reply_to and not self.reply_to.deleted:
            out["reply_to_message"] = self.reply_to.as_json(nested=False)
        return out


def _given(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
