"""People in Telegram: they write, forward, send files, edit and reply."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .detect import with_detected
from .markup import parse_html
from .messages import Account, Chat, Message, Topic
from .methods_media import keep, photo_json
from .privacy import hand_over, service
from .sending import origin_of
from .state import World
from .utf16 import Entity, length

Json = dict[str, Any]
ANONYMOUS = 1087968824  # GroupAnonymousBot stands in for administrators who hide
LIMIT = 4096


def open_topic(world: World, chat: Chat, by: Account, name: str) -> Topic:
    """Open a topic; its id is that of the service message which does it."""
    number = world.message_id(chat)
    topic = chat.topics[number] = Topic(number, name)
    content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    service(world, chat, by, content, id=number, thread_id=number, is_topic_message=True)
    return topic


def worded(text: str, entities: list[Entity] | None, *, html: bool, name: str = "text") -> Json:
    """Return the content of words as an app sends them: own entities, then those Telegram finds."""
    own = list(entities or [])
    if html:
        text, own = parse_html(text)
    found = with_detected(text, own)
    marks = "entities" if name == "text" else "caption_entities"
    return ({name: text} if text else {}) | ({marks: found} if found else {})


@dataclass(frozen=True)
class How:
    """The circumstances of a message."""

    reply_to: Message | None = None
    quote: str = ""  # words of the message replied to
    topic: Topic | None = None
    anonymous: bool = False  # an administrator who hides behind the group
    via_bot: Account | None = None
    markup: Json | None = None
    link_preview: Json | None = None
    extra: Json = field(default_factory=dict)  # further fields as Telegram spells them


class Writer:
    """Someone who writes; every deed returns the message as it stands in the chat."""

    def __init__(self, world: World, account: Account) -> None:
        self.world, self.account = world, account

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def private(self) -> Chat:
        """The private chat with the bot."""
        return self.world.private(self.account)

    def says(
        self,
        text: str,
        chat: Chat | None = None,
        *,
        html: bool = False,
        entities: list[Entity] | None = None,
        **how: Any,
    ) -> Message:
        """Write a message; `how` is what How names."""
        content = worded(text, entities, html=html)
        if not content or length(content["text"]) > LIMIT:
            raise ValueError("an app sends 1 to 4,096 UTF-16 units; see pastes()")
        return self.sends(content, chat, **how)

    def pastes(self, text: str, chat: Chat | None = None, **how: Any) -> list[Message]:
        """Write a text of any length, cut as apps cut it: at the last line or space before 4,096 units."""
        return [self.says(part, chat, **how) for part in cut(text)]

    def starts(self, payload: str = "") -> Message:
        """Press Start, or open t.me/bot?start=payload."""
        return self.says(f"/start {payload}".strip())

    def sends_document(
        self,
        name: str,
        data: bytes,
        chat: Chat | None = None,
        *,
        caption: str = "",
        size: int | None = None,
        **how: Any,
    ) -> Message:
        """Send a file; `size` may claim more bytes than there are."""
        file = keep(self.world, data, name, size=size)
        return self.sends({"document": file.as_json()} | worded(caption, None, html=False, name="caption"), chat, **how)

    def sends_photo(self, chat: Chat | None = None, *, caption: str = "", html: bool = False, **how: Any) -> Message:
        file = keep(self.world, b"\xff\xd8\xff", None, "image/jpeg")
        return self.sends({"photo": photo_json(file)} | worded(caption, None, html=html, name="caption"), chat, **how)

    def sends_album(self, captions: list[str], chat: Chat | None = None, **how: Any) -> list[Message]:
        """Send photos as one album, a caption (or "") each."""
        group = {"media_group_id": str(self.world.number())} | how.pop("extra", {})
        return [self.sends_photo(chat, caption=caption, extra=group, **how) for caption in captions]

    def forwards(self, *messages: Message, chat: Chat | None = None, comment: str = "", **how: Any) -> list[Message]:
        """Forward messages; a comment goes ahead of them, as apps send it. An album stays an album."""
        with self.world.changed:
            first = [self.says(comment, chat, **how)] if comment else []
            groups = {
                m.extra["media_group_id"]: str(self.world.number()) for m in messages if "media_group_id" in m.extra
            }
            return first + [self._forward(message, chat, groups, how) for message in messages]

    def _forward(self, message: Message, chat: Chat | None, groups: dict[str, str], how: Json) -> Message:
        extra: Json = {"forward_origin": origin_of(message)}
        if "media_group_id" in message.extra:
            extra["media_group_id"] = groups[message.extra["media_group_id"]]
        return self.sends(dict(message.content), chat, extra=extra, **how)

    def forwards_text(self, text: str, origin: Json, chat: Chat | None = None, **how: Any) -> Message:
        """Forward a text from an origin written out as Telegram writes forward_origin."""
        return self.says(text, chat, extra={"forward_origin": origin}, **how)

    def edits(
        self, message: Message, text: str, *, html: bool = False, entities: list[Entity] | None = None
    ) -> Message:
        """Change the words (or caption) of an own message."""
        with self.world.changed:
            name = "text" if "text" in message.content else "caption"
            kept = {
                k: v for k, v in message.content.items() if k not in {"text", "entities", "caption", "caption_entities"}
            }
            message.edits.append(message.content)
            message.content = kept | worded(text, entities, html=html, name=name)
            message.edit_date = int(self.world.now())
            self.world.changed.notify_all()
            hand_over(self.world, message, edited=True)
            return message

    def deletes(self, message: Message) -> None:
        """Delete a message; bots are told nothing."""
        with self.world.changed:
            message.deleted = True
            self.world.changed.notify_all()

    def sends(self, content: Json, chat: Chat | None = None, **circumstances: Any) -> Message:
        """Send any content as Telegram spells it: {"sticker": {…}}, {"location": {…}}, …"""
        how = How(**circumstances)
        with self.world.changed:
            chat = chat or self.private
            self._check(chat)
            message = Message(self.world.message_id(chat), chat, self.account, int(self.world.now()), content)
            message.via_bot, message.markup, message.link_preview = how.via_bot, how.markup, how.link_preview
            message.extra |= how.extra
            self._sign(message, how)
            self._place(message, how.reply_to, how.topic)
            self.world.put(message)
            hand_over(self.world, message)
            return message

    def _sign(self, message: Message, how: How) -> None:
        if message.chat.type == "channel":
            message.sender, message.sender_chat = None, message.chat
        elif how.anonymous:
            message.sender, message.sender_chat = self._mask(), message.chat
        if how.quote and how.reply_to:
            position = length(how.reply_to.text[: how.reply_to.text.index(how.quote)])
            message.extra["quote"] = {"text": how.quote, "position": position, "is_manual": True}

    def _check(self, chat: Chat) -> None:
        if chat.type == "private":
            if chat is not self.private:
                raise ValueError("only its own person writes in a private chat")
            chat.started = True
        elif not chat.admits(self.account):
            raise ValueError(f"{self.account.full_name} is not in {chat.title}")

    def _mask(self) -> Account:
        return self.world.accounts.setdefault(
            ANONYMOUS, Account(ANONYMOUS, "Group", username="GroupAnonymousBot", is_bot=True)
        )

    def _place(self, message: Message, reply_to: Message | None, topic: Topic | None) -> None:
        """Set topic, thread and reply as Telegram does, quirks included."""
        chat = message.chat
        if topic or (reply_to and reply_to.is_topic_message):
            message.thread_id = topic.id if topic else reply_to.thread_id  # type: ignore[union-attr]
            message.is_topic_message = True
        elif reply_to and reply_to.chat is chat and chat.type == "supergroup":
            # a thread of replies is no topic, and nothing can be sent to it
            message.thread_id = reply_to.thread_id or reply_to.id
        if reply_to and reply_to.chat is not chat:
            external = {"origin": origin_of(reply_to), "message_id": reply_to.id}
            message.extra["external_reply"] = external | (
                {"chat": reply_to.chat.as_json()} if reply_to.chat.username else {}
            )
            return
        message.reply_to = reply_to
        if not reply_to and message.is_topic_message and self.world.switches.topic_root_as_reply:
            message.reply_to = chat.messages[message.thread_id or 0]


def cut(text: str) -> list[str]:
    """Cut a text into parts of at most 4,096 UTF-16 units, at a line end or a space where there is one."""
    parts = []
    while length(text) > LIMIT:
        end = LIMIT
        while length(text[:end]) > LIMIT:
            end -= 1
        at = max(
            text.rfind("\n", end // 2, end), text.rfind(" ", end // 2, end) if "\n" not in text[end // 2 : end] else -1
        )
        at = end if at < 0 else at
        parts.append(text[:at])
        text = text[at:].lstrip()
    return [*parts, text] if text else parts
