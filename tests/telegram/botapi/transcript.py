"""A chat in plain text, as someone with the phone in hand would read it."""

from __future__ import annotations

from .messages import MEDIA, Chat, Message
from .state import World
from .utf16 import covered


def transcript(world: World, chat: Chat) -> str:
    """Return who said what, with replies, topics, reactions and buttons; deleted messages only as such."""
    kind = "" if chat.type == "private" else f" ({'forum' if chat.is_forum else chat.type})"
    lines = [f"── {chat.title}{kind} " + "─" * max(4, 60 - len(chat.title) - len(kind))]
    for message in chat.messages.values():
        lines += _shown(world, message)
    return "\n".join(lines)


def _shown(world: World, message: Message) -> list[str]:
    if message.deleted:
        return [f"#{message.id} (deleted)"]
    lines = [_head(message), *(f"  {line}" for line in _body(message).split("\n"))]
    lines += ["  " + " ".join(f"[{label}]" for label in row) for row in message.buttons]
    by_whom = [
        f"{' '.join(emoji)} {world.accounts[who].first_name}" for who, emoji in message.reactions.items() if emoji
    ]
    return lines + ([f"  ({', '.join(by_whom)})"] if by_whom else [])


def _head(message: Message) -> str:
    chat = message.chat
    speaker = message.sender.full_name if message.sender and not message.sender_chat else chat.title
    notes = []
    if message.is_topic_message and message.thread_id in chat.topics:
        notes.append(f"in {chat.topics[message.thread_id].name}")
    if message.reply_to and "forum_topic_created" not in message.reply_to.content:
        notes.append(f"to #{message.reply_to.id}")
    if origin := message.extra.get("forward_origin"):
        notes.append(f"forwarded from {_origin(origin)}")
    notes += ["edited"] if message.edit_date else []
    notes += [f"via @{message.via_bot.username}"] if message.via_bot else []
    return f"#{message.id} {speaker}{' · ' + ' · '.join(notes) if notes else ''}"


def _origin(origin: dict[str, object]) -> str:
    for key in ("sender_user", "chat", "sender_chat"):
        if isinstance(found := origin.get(key), dict):
            return str(found.get("title") or found.get("first_name"))
    return str(origin.get("sender_user_name"))


def _body(message: Message) -> str:
    media = [f"<{kind} {_name(message.content[kind])}>" for kind in MEDIA if kind in message.content]
    service = [f"<{key}>" for key in message.content if key not in MEDIA and not message.text]
    links = [f"    → {covered(message.text, e)}: {e['url']}" for e in message.entities if e["type"] == "text_link"]
    return "\n".join([*media, *service, *([message.text] if message.text else []), *links])


def _name(media: object) -> str:
    return str(media.get("file_name", "")) if isinstance(media, dict) else ""
