"""What people do besides writing: press buttons, ask inline, react, join, block, add and remove the bot."""

from __future__ import annotations

from typing import Any

from .messages import Chat, Message, Topic
from .methods_answers import InlineQuery, Press
from .methods_chats import member_json
from .people import Writer, open_topic
from .privacy import service
from .utf16 import length

Json = dict[str, Any]


class Person(Writer):
    """A person; the deeds take place at once, what the bot makes of them is for the waits of the server."""

    def presses(self, message: Message, label: str = "", *, data: str | None = None) -> Press:
        """Press the button whose label holds `label`, or send callback data no keyboard shows (any more)."""
        with self.world.changed:
            data = data if data is not None else message.button(label)["callback_data"]
            press = Press(str(self.world.number()), self.account, message, data, self.world.now())
            self.world.callbacks[press.id] = press
            query: Json = {
                "id": press.id,
                "from": self.account.as_json(),
                "chat_instance": str(message.chat.id * 7919),
                "data": data,
            }
            if message.inline_message_id:
                query["inline_message_id"] = message.inline_message_id
            else:
                query["message"] = _accessible(message)
            self.world.updates.put("callback_query", query)
            return press

    def types(self, query: str, *, offset: str = "", chat_type: str = "sender") -> InlineQuery:
        """Type "@bot query" somewhere, without sending it."""
        with self.world.changed:
            if not self.world.switches.inline_enabled:
                raise ValueError("inline mode is off at BotFather's")
            asked = InlineQuery(str(self.world.number()), self.account, query, offset, self.world.now(), chat_type)
            self.world.inline[asked.id] = asked
            sent = {
                "id": asked.id,
                "from": self.account.as_json(),
                "query": query,
                "offset": offset,
                "chat_type": chat_type,
            }
            self.world.updates.put("inline_query", sent)
            return asked

    def chooses(self, asked: InlineQuery, number: int, chat: Chat | None = None, **how: Any) -> Message:
        """Send the result with this number (from 0) into a chat."""
        with self.world.changed:
            assert asked.results is not None, "the bot has not answered this inline query"
            result = asked.results[number]
            message = self.sends(result["content"], chat, via_bot=self.world.bot, markup=result["markup"], **how)
            chosen = {"result_id": result["id"], "from": self.account.as_json(), "query": asked.query}
            if result["markup"]:
                message.inline_message_id = f"AAMC{message.chat.id:x}_{message.id}"
                self.world.inline_messages[message.inline_message_id] = message
                chosen["inline_message_id"] = message.inline_message_id
            if self.world.switches.inline_feedback:
                self.world.updates.put("chosen_inline_result", chosen)
            return message

    def reacts(self, message: Message, *emoji: str) -> None:
        """Set this person's reactions to a message; none takes them back."""
        with self.world.changed:
            old, message.reactions[self.id] = message.reactions.get(self.id, []), list(emoji)
            chat = message.chat
            if chat.type == "private" or chat.is_admin(self.world.bot):
                change = {
                    "chat": chat.as_json(),
                    "message_id": message.id,
                    "user": self.account.as_json(),
                    "date": int(self.world.now()),
                }
                states = {"old_reaction": _reactions(old), "new_reaction": _reactions(list(emoji))}
                self.world.updates.put("message_reaction", change | states)

    def blocks(self) -> None:
        self._block(blocked=True)

    def unblocks(self) -> None:
        self._block(blocked=False)

    def _block(self, *, blocked: bool) -> None:
        with self.world.changed:
            self.account.blocked_bot = blocked
            bot = self.world.bot.as_json()
            states = [{"status": "member", "user": bot}, {"status": "kicked", "user": bot, "until_date": 0}]
            old, new = states if blocked else reversed(states)
            self._changed(self.private, old, new)

    def _changed(self, chat: Chat, old: Json, new: Json) -> None:
        change = {"chat": chat.as_json(), "from": self.account.as_json(), "date": int(self.world.now())}
        self.world.updates.put("my_chat_member", change | {"old_chat_member": old, "new_chat_member": new})

    def adds_bot(self, chat: Chat, *, admin: bool = False) -> None:
        """Add the bot to a group, or make it an administrator of a channel (the only way in there)."""
        with self.world.changed:
            self._bot_becomes(chat, "administrator" if admin or chat.type == "channel" else "member")
            if chat.type != "channel":
                service(self.world, chat, self.account, {"new_chat_members": [self.world.bot.as_json()]})

    def promotes_bot(self, chat: Chat, *, admin: bool = True) -> None:
        with self.world.changed:
            self._bot_becomes(chat, "administrator" if admin else "member")

    def removes_bot(self, chat: Chat) -> None:
        """Remove the bot; the message about it no longer reaches it, the change of membership does."""
        with self.world.changed:
            self._bot_becomes(chat, "kicked")
            if chat.type != "channel":
                service(self.world, chat, self.account, {"left_chat_member": self.world.bot.as_json()})

    def _bot_becomes(self, chat: Chat, status: str) -> None:
        old = member_json(self.world, chat, self.world.bot.id)
        chat.status[self.world.bot.id] = status
        self._changed(chat, old, member_json(self.world, chat, self.world.bot.id))

    def joins(self, chat: Chat, status: str = "member") -> None:
        with self.world.changed:
            chat.status[self.id] = status
            service(self.world, chat, self.account, {"new_chat_members": [self.account.as_json()]})

    def leaves(self, chat: Chat) -> None:
        with self.world.changed:
            service(self.world, chat, self.account, {"left_chat_member": self.account.as_json()})
            chat.status[self.id] = "left"

    def opens_topic(self, chat: Chat, name: str) -> Topic:
        with self.world.changed:
            return open_topic(self.world, chat, self.account, name)

    def closes_topic(self, chat: Chat, topic: Topic | None = None, *, closed: bool = True) -> None:
        """Close a topic (None: the General one), or open it again."""
        with self.world.changed:
            if topic is None:
                chat.general_closed = closed
                return
            topic.closed = closed
            kind = "forum_topic_closed" if closed else "forum_topic_reopened"
            service(self.world, chat, self.account, {kind: {}}, thread_id=topic.id, is_topic_message=True)

    def deletes_topic(self, chat: Chat, topic: Topic) -> None:
        """Delete a topic with all its messages; bots are told nothing."""
        with self.world.changed:
            del chat.topics[topic.id]
            for message in chat.messages.values():
                message.deleted = message.deleted or message.thread_id == topic.id

    def retitles(self, chat: Chat, title: str) -> None:
        with self.world.changed:
            chat.title = title
            service(self.world, chat, self.account, {"new_chat_title": title})


class Channel:
    """A channel that publishes."""

    def __init__(self, writer: Person, chat: Chat) -> None:
        self.owner, self.chat = writer, chat

    def posts(self, text: str, *, html: bool = False, signed: str = "", **how: Any) -> Message:
        """Publish a post; the bot hears of it where it is an administrator."""
        if length(text) > 4096:
            raise ValueError("a post has at most 4,096 UTF-16 units")
        extra = how.pop("extra", {}) | ({"author_signature": signed} if signed else {})
        return self.owner.says(text, self.chat, html=html, extra=extra, **how)

    def edits(self, message: Message, text: str, **how: Any) -> Message:
        return self.owner.edits(message, text, **how)


def _reactions(emoji: list[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in emoji]


def _accessible(message: Message) -> Json:
    if message.deleted:
        return {"chat": message.chat.as_json(), "message_id": message.id, "date": 0}
    return message.as_json()
