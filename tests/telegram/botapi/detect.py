"""The entities Telegram finds by itself: addresses, mentions, commands, hashtags."""

from __future__ import annotations

import re

from .utf16 import Entity, entity, length

_PATTERNS = {
    "url": re.compile(
        r"(?<![\w@.])(?:https?://[^\s<>\"]+|(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|id|co|io|me|info|news|tv)\b(?:/[^\s<>\"]*)?)",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.@])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b", re.IGNORECASE),
    "mention": re.compile(r"(?<![\w@./])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)"),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    "hashtag": re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w{1,256}(?!\w)"),
}


def detected(text: str, known: list[Entity]) -> list[Entity]:
    """Return the entities of text that the sender did not give, in order, none over code, links or another."""
    taken = [_span(e) for e in known if e["type"] in {"code", "pre", "text_link", "text_mention"}]
    found: list[Entity] = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            end = match.start() + len(match.group().rstrip(".,:;!?)'\""))
            candidate = entity(text, match.start(), end, kind)
            if not any(_overlap(_span(candidate), other) for other in taken):
                taken.append(_span(candidate))
                found.append(candidate)
    return found


def with_detected(text: str, given: list[Entity]) -> list[Entity]:
    """Return given and detected entities together, in Telegram's order."""
    together = [*given, *detected(text, given)]
    return sorted((e for e in together if e["offset"] < length(text)), key=lambda e: (e["offset"], -e["length"]))


def _span(found: Entity) -> tuple[int, int]:
    return found["offset"], found["offset"] + found["length"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
