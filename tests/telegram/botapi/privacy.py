"""Which messages reach the bot: in groups, privacy mode lets few through."""

from __future__ import annotations

from typing import Any

from .messages import Account, Chat, Message
from .state import World
from .utf16 import covered

Json = dict[str, Any]
SERVICE = {
    "new_chat_members", "left_chat_member", "new_chat_title", "pinned_message", "forum_topic_created",
    "forum_topic_closed", "forum_topic_reopened", "migrate_to_chat_id", "migrate_from_chat_id", "group_chat_created",
}  # fmt: skip


def reaches_bot(world: World, message: Message) -> bool:
    """Say whether Telegram hands this message to the bot."""
    chat = message.chat
    if chat.type == "private":
        return True
    if not chat.admits(world.bot):
        return False
    if chat.type == "channel":
        return chat.is_admin(world.bot)
    if message.sender and message.sender.is_bot and message.sender_chat is None:
        return False  # bots do not hear bots
    return not world.switches.privacy or chat.is_admin(world.bot) or _meant_for_bot(world, message)


def _meant_for_bot(world: World, message: Message) -> bool:
    service = bool(SERVICE & set(message.content))
    via = message.via_bot is world.bot
    return service or via or _answers_bot(world, message) or _command(world, message) or _mention(world, message)


def _answers_bot(world: World, message: Message) -> bool:
    """Replies to the bot's messages, and to messages that were meant for it, are meant for it."""
    target = message.reply_to
    if target is None or "forum_topic_created" in target.content:
        return False
    return target.by_bot or (target.seen_by_bot and _meant_for_bot(world, target))


def _command(world: World, message: Message) -> bool:
    for entity in message.entities:
        if entity["type"] != "bot_command":
            continue
        _, _, bot = covered(message.text, entity).partition("@")
        if bot:
            return bot.lower() == str(world.bot.username).lower()
        if entity["offset"] == 0:
            return world.switches.bare_commands == "always" or message.chat.last_bot == world.bot.id
    return False


def _mention(world: World, message: Message) -> bool:
    if not world.switches.mentions_pass_privacy:
        return False
    name = f"@{world.bot.username}".lower()
    return any(
        (e["type"] == "mention" and covered(message.text, e).lower() == name)
        or (e["type"] == "text_mention" and e["user"]["id"] == world.bot.id)
        for e in message.entities
    )


def hand_over(world: World, message: Message, *, edited: bool = False) -> int | None:
    """Queue the update of a new or edited message, if the bot may see it; its update id."""
    if not reaches_bot(world, message):
        return None
    message.seen_by_bot = True
    payload = message.as_json()
    if not _reply_shown(world, message):
        payload.pop("reply_to_message", None)
    kind = "channel_post" if message.chat.type == "channel" else "message"
    return world.updates.put(f"edited_{kind}" if edited else kind, payload)


def _reply_shown(world: World, message: Message) -> bool:
    """Supergroups show a replied-to message to every bot; a basic group has none to show that the bot was not given."""
    given = message.reply_to is None or message.reply_to.seen_by_bot
    return given or message.chat.type != "group" or world.switches.group_replies


def service(world: World, chat: Chat, actor: Account | None, content: Json, **fields: Any) -> Message:
    """Put a service message into a chat; the bot hears of it where it is a member."""
    if "id" not in fields:
        fields["id"] = world.message_id(chat)
    sender_chat = chat if chat.type == "channel" else None
    message = Message(
        chat=chat, sender=actor, date=int(world.now()), content=dict(content), sender_chat=sender_chat, **fields
    )
    world.put(message)
    hand_over(world, message)
    return message
