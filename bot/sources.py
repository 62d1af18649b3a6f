"""What messages tell of the article that they hold: its text, title, link, outlet and date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from telegram import (
    Message,
    MessageEntity,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

LONG = 400  # characters; a private text at least this long is an article, a shorter one a question
CUT = 3500  # characters; a part at least this long may have been cut at Telegram's 4,096
MANY = (".jsonl", ".zip")  # endings of files of many articles
_TITLE = 160  # characters of the longest title
_ENDS = re.compile(r"[.!?:;…][\"”’)\]]*$")
_LINKS: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]


def text_of(message: Message) -> str:
    """Return the text or caption of a message."""
    return message.text or message.caption or ""


def behind_command(message: Message) -> str:
    """Return the text of a message without the command that it begins with."""
    text = text_of(message)
    return [*text.split(maxsplit=1), ""][1].strip() if text.startswith("/") else text


def is_article(message: Message) -> bool:
    """Tell whether a private message brings an article rather than asks a question."""
    long = len(text_of(message)) >= LONG
    return long or any((is_passed_on(message), message.media_group_id, message.document, pages(message)))


def is_many(message: Message) -> bool:
    """Tell whether a message brings a file of many articles."""
    return bool(message.document and (message.document.file_name or "").lower().endswith(MANY))


def is_passed_on(message: Message) -> bool:
    """Tell whether the words of a message were written elsewhere: forwarded, quoted from another chat, or a post."""
    return origin_of(message) is not None or message.chat.type == message.chat.CHANNEL


def excerpt(message: Message) -> str | None:
    """Return the words of another chat that a message quotes."""
    return message.quote.text if message.quote and message.external_reply else None


def origin_of(message: Message) -> MessageOrigin | None:
    """Return where the article in a message was first written."""
    if message.external_reply and message.quote:
        return message.external_reply.origin
    return message.forward_origin


def pages(message: Message) -> list[str]:
    """Return the web pages to which a message leads that is too short to be an article itself."""
    if len(text_of(message)) >= LONG or message.document or excerpt(message):
        return []
    found = _pages([message])
    return found if len(found) == 1 or not is_passed_on(message) else []


def beside(message: Message) -> str:
    """Return what a message says beside the article that it brings: a question, if it says anything."""
    if excerpt(message):
        return text_of(message)
    if message.document:
        return text_of(message) if "?" in text_of(message) and not is_many(message) else ""
    if is_passed_on(message) or not pages(message):
        return ""
    words = message.parse_entities(_LINKS) | message.parse_caption_entities(_LINKS)
    rest = text_of(message)
    for entity, shown in words.items():
        rest = rest.replace(shown, " ") if entity.type == MessageEntity.URL else rest
    return " ".join(rest.split()) if any(e.type == MessageEntity.URL for e in words) else ""


def continues(message: Message, earlier: Message) -> bool:
    """Tell whether a message is a further part of the article that an earlier one belongs to."""
    if message.document or excerpt(message):
        return False
    if message.media_group_id and message.media_group_id == earlier.media_group_id:
        return True
    return len(text_of(earlier)) >= CUT and _author(message) == _author(earlier) and bool(text_of(message))


def _author(message: Message) -> tuple[str, object]:
    origin = origin_of(message)
    if isinstance(origin, MessageOriginChannel):
        return "channel", origin.chat.id
    if isinstance(origin, MessageOriginChat):
        return "chat", origin.sender_chat.id
    if isinstance(origin, MessageOriginUser):
        return "user", origin.sender_user.id
    if isinstance(origin, MessageOriginHiddenUser):
        return "hidden", origin.sender_user_name
    return "own", message.from_user.id if message.from_user else message.chat.id


def joined(texts: Sequence[str]) -> str:
    """Return the parts of an article as one text; a part cut in mid-sentence goes on in the same paragraph."""
    whole = ""
    for text in texts:
        gap = "\n\n" if _ENDS.search(whole.rstrip()) else " "
        whole = f"{whole}{gap}{text}" if whole and text else whole or text
    return whole


def row(messages: Sequence[Message], zone: dt.tzinfo, text: str | None = None) -> dict[str, Any]:
    """Return the article that messages hold, as a plain row; what they do not tell is left out."""
    text = text if text is not None else joined([excerpt(m) or text_of(m) for m in messages])
    told = {"text": text, "title": title(text), "url": _link(messages), **_origin(messages[0], zone)}
    told["url"] = told["url"] or told["origin"]
    return {key: value for key, value in told.items() if value is not None}


def title(text: str) -> str | None:
    """Return the first line where it stands alone and does not end as a sentence does."""
    first, _, rest = text.lstrip().partition("\n")
    heading = first.strip().removeprefix("# ").strip()
    return heading if rest.strip() and 0 < len(heading) <= _TITLE and not _ENDS.search(heading) else None


def identity(message: Message) -> tuple[str, ...]:
    """Return what makes a forward of a channel post, or the post itself, known again; an excerpt is not the post."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel):
        return (f"{origin.chat.id}/{origin.message_id}",)
    return (f"{message.chat.id}/{message.message_id}",) if message.chat.type == message.chat.CHANNEL else ()


def _link(messages: Sequence[Message]) -> str | None:
    """Return the one web page that the messages link to; where they link to several, none is the article's own."""
    found = _pages(messages)
    return found[0] if len(found) == 1 else None


def _pages(messages: Sequence[Message]) -> list[str]:
    """Return the web pages that messages link to, in their words, behind them, or as a preview."""
    found: dict[str, None] = {}
    for message in messages:
        for entity, words in (message.parse_entities(_LINKS) | message.parse_caption_entities(_LINKS)).items():
            found[entity.url or words] = None
        if message.link_preview_options and isinstance(message.link_preview_options.url, str):
            found[message.link_preview_options.url] = None
    return list(dict.fromkeys(link for link in map(_absolute, found) if _is_page(link)))


def _absolute(link: str) -> str:
    return link if "://" in link else f"https://{link}"


def _is_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and len(parts.path) > 1 and parts.hostname not in {"t.me", "telegram.me"}


def _origin(message: Message, zone: dt.tzinfo) -> dict[str, Any]:
    """Return who a forward or channel post comes from and when it was first written."""
    origin = origin_of(message)
    if origin is None:
        return _posted(message, zone) if message.chat.type == message.chat.CHANNEL else {"origin": None}
    told: dict[str, Any] = {"published": origin.date.astimezone(zone).isoformat(), "origin": None}
    if isinstance(origin, MessageOriginChannel):
        return told | {"outlet": origin.chat.title, "origin": _address(origin.chat.username, origin.message_id)}
    if isinstance(origin, MessageOriginChat):
        return told | {"outlet": origin.sender_chat.title}
    name = origin.sender_user_name if isinstance(origin, MessageOriginHiddenUser) else None
    return told | {"author": origin.sender_user.full_name if isinstance(origin, MessageOriginUser) else name}


def _posted(message: Message, zone: dt.tzinfo) -> dict[str, Any]:
    address = _address(message.chat.username, message.message_id)
    return {"published": message.date.astimezone(zone).isoformat(), "outlet": message.chat.title, "origin": address}


def _address(username: str | None, message: int) -> str | None:
    return f"https://t.me/{username}/{message}" if username else None
