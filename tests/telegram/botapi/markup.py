"""parse_mode HTML as Telegram reads it: text and UTF-16 entities, or a refusal that names the byte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from .errors import ApiError, bad_request
from .utf16 import Entity, length

KINDS = {
    "a": "text_link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "spoiler": "tg-spoiler", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"""[^\s=>/"']*""")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SCHEMES = {"http", "https", "tg", "ton", "tonsite"}


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    at: int


def parse_html(markup: str) -> tuple[str, list[Entity]]:
    """Return the text and its entities; ApiError "can't parse entities: …" when malformed."""
    return _Reader(markup).read()


def unescape(text: str) -> str:
    """Replace the character references Telegram knows; others stay as written."""
    return _CHARACTER.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else found.group()


class _Reader:
    def __init__(self, markup: str) -> None:
        self.markup, self.at = markup, 0
        self.text = ""
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.markup):
            if self.markup[self.at] == "<":
                self._tag()
            else:
                self._words()
        if self.open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self.open[-1].tag}\""
            )
        return self.text, arranged(self.entities)

    def _words(self) -> None:
        end = self.markup.find("<", self.at)
        end = len(self.markup) if end < 0 else end
        self.text += unescape(self.markup[self.at : end])
        self.at = end

    def _tag(self) -> None:
        begin = self.at
        if self.markup.startswith("</", begin):
            self.at += 2
            self._close(begin)
        else:
            self.at += 1
            self._start(begin)

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.markup, self.at)
        assert found
        self.at = found.end()
        return found.group()

    def _peek(self) -> str:
        return self.markup[self.at : self.at + 1]

    def _fail(self, reason: str, at: int) -> ApiError:
        byte = len(self.markup[:at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {reason.format(byte=byte)}")

    def _start(self, begin: int) -> None:
        tag = self._match(_NAME).lower()
        if not self._peek():
            raise self._fail("Unclosed start tag at byte offset {byte}", begin)
        if tag not in KINDS:
            shown = tag.replace("{", "{{").replace("}", "}}")
            raise self._fail(f'Unsupported start tag "{shown}" at byte offset {{byte}}', begin)
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler" at byte offset {byte}', begin)
        self.open.append(_Open(tag, argument, length(self.text), len(self.text)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self._match(_SPACE) is not None and self._peek() != ">":
            name = self._match(_ATTRIBUTE)
            if not name:
                raise self._fail(f'Empty attribute name in the tag "{tag}" at byte offset {{byte}}', begin)
            self._match(_SPACE)
            value = self._value(tag, begin) if self._peek() == "=" else ""
            if not self._peek():
                raise self._fail(f'Unclosed start tag "{tag}" at byte offset {{byte}}', begin)
            argument = _argument(tag, name, value, argument)
        self.at += 1
        return argument

    def _value(self, tag: str, begin: int) -> str:
        self.at += 1
        self._match(_SPACE)
        quote = self._peek()
        if quote in {'"', "'"} and quote:
            end = self.markup.find(quote, self.at + 1)
            if end < 0:
                raise self._fail(f'Unclosed start tag "{tag}" at byte offset {{byte}}', begin)
            raw, self.at = self.markup[self.at + 1 : end], end + 1
            return unescape(raw)
        token_at = self.at
        token = self._match(_TOKEN).lower()
        if self._peek() and self._peek() != ">" and not self._peek().isspace():
            raise self._fail("Unexpected end of name token at byte offset {byte}", token_at)
        return token

    def _close(self, begin: int) -> None:
        if not self.open:
            raise self._fail("Unexpected end tag at byte offset {byte}", begin)
        name = self._match(_NAME).lower()
        self._match(_SPACE)
        if self._peek() != ">":
            raise self._fail("Unclosed end tag at byte offset {byte}", begin)
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            found = name.replace("{", "{{").replace("}", "}}")
            reason = f'Unmatched end tag at byte offset {{byte}}, expected "</{opened.tag}>", found "</{found}>"'
            raise self._fail(reason, begin)
        self._add(opened)

    def _add(self, opened: _Open) -> None:
        size = length(self.text) - opened.offset
        place = {"offset": opened.offset, "length": size}
        kind = _kind(opened, self.text[opened.at :])
        if size and kind:
            self.entities.append(kind | place)


def _argument(tag: str, name: str, value: str, before: str) -> str:
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if (tag, name) == ("blockquote", "expandable") else before


def _kind(opened: _Open, words: str) -> Entity | None:
    if opened.tag == "a":
        return _link(opened.argument or words)
    if opened.tag == "tg-emoji":
        if not opened.argument.isdigit():
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": opened.argument}
    if opened.tag == "blockquote" and opened.argument:
        return {"type": "expandable_blockquote"}
    if opened.tag == "code" and opened.argument:
        return {"type": "code", "language": opened.argument}
    return {"type": KINDS[opened.tag]}


def _link(url: str) -> Entity | None:
    """Return a text_link; None for an address Telegram would drop without a word."""
    user = re.fullmatch(r"tg://user\?id=([0-9]+)", url)
    if user:
        return {"type": "text_mention", "user": {"id": int(user[1])}}
    checked = checked_url(url)
    return {"type": "text_link", "url": checked} if checked else None


def checked_url(url: str) -> str | None:
    """Return an address as Telegram keeps it (scheme and path added), None when it takes none of it."""
    full = url.strip() if "://" in url else f"http://{url.strip()}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not host or re.search(r"\s", full):
        return None
    if parts.scheme in {"http", "https"} and "." not in host.strip("."):
        return None
    return full if parts.path or parts.query or parts.scheme == "tg" else f"{full}/"


def arranged(entities: list[Entity]) -> list[Entity]:
    """Order entities as Telegram lists them; nothing lives inside code, no quotation inside another."""
    ordered = sorted(_joined_code(entities), key=lambda e: (e["offset"], -e["length"]))
    kept: list[Entity] = []
    for entity in ordered:
        if not any(_shuts_out(outer, entity) for outer in kept):
            kept.append(entity)
    return kept[:100]  # Telegram ignores what follows the hundredth


def _joined_code(entities: list[Entity]) -> list[Entity]:
    pres = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
    for entity in [e for e in entities if e["type"] == "code"]:
        language = entity.pop("language", None)
        around = pres.get((entity["offset"], entity["length"]))
        if around and language:
            around["language"] = language
            entities.remove(entity)
    return entities


def _shuts_out(outer: Entity, entity: Entity) -> bool:
    if entity["offset"] >= outer["offset"] + outer["length"]:
        return False
    quotes = {"blockquote", "expandable_blockquote"}
    both_quotes = outer["type"] in quotes and entity["type"] in quotes
    return outer["type"] in {"code", "pre"} or both_quotes


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Strip outer white space as Telegram does, entities moved and cut with the text."""
    lead = len(text) - len(text.lstrip(" \n"))
    first = min((e["offset"] for e in entities), default=lead)
    lead = min(lead, first)
    text = text[lead:].rstrip()
    end = length(text)
    moved = [e | {"offset": e["offset"] - lead, "length": min(e["length"], end - e["offset"] + lead)} for e in entities]
    return text, [e for e in moved if e["length"] > 0]


def render_html(text: str, entities: list[Entity]) -> str:
    """Write text and entities back as HTML, for looking at a message as sent."""
    units = text.encode("utf-16-le", "surrogatepass")
    marks: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        opening, closing = _tags(entity)
        marks.setdefault(start, []).append(opening)
        marks.setdefault(end, []).insert(0, closing)
    cuts = sorted({0, len(units) // 2, *marks})
    pieces = []
    for cut, following in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        pieces += marks.get(cut, [])
        pieces.append(escape(units[2 * cut : 2 * following].decode("utf-16-le", "surrogatepass"), quote=False))
    return "".join(pieces)


def _tags(entity: Entity) -> tuple[str, str]:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if entity["type"] == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    tag = TAGS.get(entity["type"])
    if tag is None:
        return "", ""
    return (f"<{tag} expandable>" if entity["type"].startswith("expandable") else f"<{tag}>"), f"</{tag}>"
