"""Putting the bot's messages into chats: words, the message replied to, the topic, the keyboard."""

from __future__ import annotations

from typing import Any

from .detect import with_detected
from .errors import bad_request, not_imitated
from .keyboards import read_markup
from .markup import arranged, parse_html, trimmed
from .messages import Chat, Message
from .params import Params
from .registry import check_may_write, the_chat
from .state import World
from .utf16 import Entity, length

Json = dict[str, Any]
TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024


def formatted(params: Params, name: str, entities: str = "entities") -> tuple[str, list[Entity]]:
    """Return a text parameter and all its entities, parsed, trimmed and with Telegram's own finds."""
    raw = params.string(name).replace("\r", "").replace("\0", " ")
    mode = params.string("parse_mode").lower()
    if mode == "html":
        text, found = parse_html(raw)
    elif mode in {"markdown", "markdownv2"}:
        raise not_imitated(f"parse_mode {mode}, only HTML")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, found = raw, arranged([dict(e) for e in params.structure(entities, "entities") or []])
    text, found = trimmed(text, found)
    return text, with_detected(text, found)


def text_content(params: Params, name: str = "text") -> Json:
    """Return the content of a text message; ApiError when empty or too long."""
    if not params.string(name):
        raise bad_request("message text is empty")
    text, entities = formatted(params, name)
    if not text:
        raise bad_request("text must be non-empty")
    if length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(params: Params) -> Json:
    text, entities = formatted(params, "caption", "caption_entities")
    if length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def send(world: World, params: Params, content: Json, **fields: Any) -> Message:
    """Send content as the bot, all the common parameters heeded; the message as it stands in the chat."""
    chat = the_chat(world, params)
    check_may_write(world, chat)
    markup = read_markup(params)
    reply_to, extra = _reply(world, chat, params)
    thread = _thread(world, chat, params, reply_to)
    world.flood.check(chat.id, group=chat.type in {"group", "supergroup"})
    message = Message(
        world.message_id(chat), chat, world.bot, int(world.now()), content, markup=markup, reply_to=reply_to
    )
    message.extra |= extra | fields
    message.thread_id, message.is_topic_message = thread, thread is not None and chat.is_forum
    message.link_preview = params.structure("link_preview_options", "link preview options")
    if chat.type == "channel":
        message.sender, message.sender_chat = None, chat
    message.extra |= {"has_protected_content": True} if params.flag("protect_content") else {}
    message.seen_by_bot = message.by_bot = True
    chat.last_bot = world.bot.id
    return world.put(message)


def _reply(world: World, chat: Chat, params: Params) -> tuple[Message | None, Json]:
    wanted = params.structure("reply_parameters", "reply parameters") or {}
    if not wanted and params.integer("reply_to_message_id"):
        lenient = params.flag("allow_sending_without_reply")
        wanted = {"message_id": params.integer("reply_to_message_id"), "allow_sending_without_reply": lenient}
    if not wanted:
        return None, {}
    where = chat if "chat_id" not in wanted else the_chat(world, Params(wanted))
    target = where.live(int(wanted.get("message_id", 0)))
    if target is None:
        if _lenient(world, chat, where, wanted, params):
            return None, {}
        raise bad_request("message to be replied not found")
    return _replied(chat, target, _quote(target, wanted))


def _lenient(world: World, chat: Chat, where: Chat, wanted: Json, params: Params) -> bool:
    """Say whether a lost reply is no matter: allowed, but never in another chat."""
    if world.switches.lost_replies == "unnoticed":
        return int(wanted.get("message_id", 0)) in where.messages
    strict = world.switches.lost_replies == "refused_in_topics"
    in_topic = strict and params.integer("message_thread_id") in chat.topics
    return bool(wanted.get("allow_sending_without_reply")) and where is chat and not in_topic


def _replied(chat: Chat, target: Message, extra: Json) -> tuple[Message | None, Json]:
    if target.chat is chat:
        return target, extra
    external = {"origin": origin_of(target), "chat": target.chat.as_json(), "message_id": target.id}
    return None, extra | {"external_reply": external}


def _quote(target: Message, wanted: Json) -> Json:
    quote = wanted.get("quote")
    if not quote:
        return {}
    words = parse_html(quote)[0] if str(wanted.get("quote_parse_mode", "")).lower() == "html" else quote
    if words not in target.text or length(words) > 1024:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = length(target.text[: target.text.index(words)])
    return {"quote": {"text": words, "position": position, "is_manual": True}}


def _thread(world: World, chat: Chat, params: Params, reply_to: Message | None) -> int | None:
    asked = params.integer("message_thread_id")
    if asked and asked not in chat.topics:
        raise bad_request("message thread not found")  # General too: it is written to without an id
    thread = asked or (reply_to.thread_id if reply_to else None)
    topic = chat.topics.get(thread or 0)
    closed = topic.closed if topic else chat.is_forum and chat.general_closed
    if closed and not chat.is_admin(world.bot):
        raise bad_request("TOPIC_CLOSED")
    return thread


def origin_of(message: Message) -> Json:
    """Return where a message comes from, as a forward of it would say."""
    if "forward_origin" in message.extra:
        return dict(message.extra["forward_origin"])
    date: Json = {"date": message.date}
    if message.chat.type == "channel":
        signature = {k: v for k, v in message.extra.items() if k == "author_signature"}
        return {"type": "channel", "chat": message.chat.as_json(), "message_id": message.id} | date | signature
    if message.sender_chat:
        return {"type": "chat", "sender_chat": message.sender_chat.as_json()} | date
    assert message.sender
    if message.sender.hides_forwards:
        return {"type": "hidden_user", "sender_user_name": message.sender.full_name} | date
    return {"type": "user", "sender_user": message.sender.as_json()} | date
