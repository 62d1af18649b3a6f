"""sendMessage and what can be done with a message afterwards."""

from __future__ import annotations

from typing import Any

from telegram.constants import ReactionEmoji

from .errors import NOT_MODIFIED, bad_request
from .keyboards import read_markup
from .messages import MEDIA, Chat, Message
from .params import Params
from .privacy import service
from .registry import check_may_write, method, the_chat, the_message
from .sending import caption_content, origin_of, send, text_content
from .state import World

Json = dict[str, Any]
REACTIONS = {emoji.value for emoji in ReactionEmoji}
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


@method("sendMessage")
def send_message(world: World, params: Params) -> Json:
    the_chat(world, params)
    return send(world, params, text_content(params)).as_json()


@method("editMessageText")
def edit_message_text(world: World, params: Params) -> Json | bool:
    message = _editable(world, params)
    content = text_content(params)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, content, params)


@method("editMessageCaption")
def edit_message_caption(world: World, params: Params) -> Json | bool:
    message = _editable(world, params)
    if not set(MEDIA) & set(message.content):
        raise bad_request("there is no caption in the message to edit")
    media = {k: v for k, v in message.content.items() if not k.startswith("caption")}
    return _change(world, message, media | caption_content(params), params)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    message = _editable(world, params)
    return _change(world, message, message.content, params)


def _editable(world: World, params: Params) -> Message:
    inline = params.string("inline_message_id")
    if inline:
        if inline not in world.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.inline_messages[inline]
    chat = the_chat(world, params)
    message = the_message(chat, params, "edit")
    check_may_write(world, chat)
    own = message.by_bot and "forward_origin" not in message.extra
    if not own and not (chat.type == "channel" and chat.is_admin(world.bot)):
        raise bad_request("message can't be edited")
    return message


def _change(world: World, message: Message, content: Json, params: Params) -> Json | bool:
    markup = read_markup(params, inline_only=True)
    if content == message.content and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    message.edits.append(message.content)
    if content != message.content or message.chat.type != "private":
        message.edit_date = int(world.now())
    message.content, message.markup = content, markup
    world.changed.notify_all()
    return True if message.inline_message_id else message.as_json()


@method("deleteMessage")
def delete_message(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    message = the_message(chat, params, "delete")
    _check_deletable(world, chat, message)
    message.deleted = True
    world.changed.notify_all()
    return True


def _check_deletable(world: World, chat: Chat, message: Message) -> None:
    own = message.by_bot
    allowed = own or chat.type == "private" or chat.is_admin(world.bot)
    old = world.now() - message.date > 48 * 3600
    if not allowed or (old and not chat.is_admin(world.bot)):
        raise bad_request("message can't be deleted for everyone" if old else "message can't be deleted")


@method("deleteMessages")
def delete_messages(world: World, params: Params) -> bool:
    """Delete those that can be found; the others are passed over without a word."""
    chat = the_chat(world, params)
    wanted = params.structure("message_ids", "message identifiers") or []
    if not 1 <= len(wanted) <= 100:
        raise bad_request(
            "message identifiers are not specified" if not wanted else "too many message identifiers specified"
        )
    for message in filter(None, (chat.live(int(number)) for number in wanted)):
        _check_deletable(world, chat, message)
        message.deleted = True
    world.changed.notify_all()
    return True


@method("setMessageReaction")
def set_message_reaction(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    message = the_message(chat, params, "react")
    check_may_write(world, chat)
    reactions = params.structure("reaction", "reaction types") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction.get("type") != "emoji" or reaction.get("emoji") not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    message.reactions[world.bot.id] = [reaction["emoji"] for reaction in reactions]
    world.changed.notify_all()
    return True


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    check_may_write(world, chat)
    if params.string("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


@method("pinChatMessage")
def pin_chat_message(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    message = the_message(chat, params, "pin")
    _check_pins(world, chat)
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        service(world, chat, world.bot, {"pinned_message": message.as_json(nested=False)})
    return True


@method("unpinChatMessage")
def unpin_chat_message(world: World, params: Params) -> bool:
    chat = the_chat(world, params)
    _check_pins(world, chat)
    wanted = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    return True


def _check_pins(world: World, chat: Chat) -> None:
    if chat.type != "private" and not chat.is_admin(world.bot):
        raise bad_request("not enough rights to manage pinned messages in the chat")


@method("forwardMessage")
def forward_message(world: World, params: Params) -> Json:
    source = _source(world, params, "forward")
    return send(world, params, dict(source.content), forward_origin=origin_of(source)).as_json()


@method("copyMessage")
def copy_message(world: World, params: Params) -> Json:
    source = _source(world, params, "copy")
    content = dict(source.content)
    if params.string("caption") and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption_content(params)
    return {"message_id": send(world, params, content).id}


def _source(world: World, params: Params, what: str) -> Message:
    chat = the_chat(world, params, "from_chat_id")
    message = the_message(chat, params, what)
    if not message.seen_by_bot:
        raise bad_request(f"message to {what} not found")
    return message
