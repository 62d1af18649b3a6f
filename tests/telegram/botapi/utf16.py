"""Telegram counts text in UTF-16 code units: an emoji outside the first plane is two."""

from __future__ import annotations

from typing import Any

Entity = dict[str, Any]


def length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, offset: int, size: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + size)].decode("utf-16-le", "surrogatepass")


def covered(text: str, entity: Entity) -> str:
    """Return the words an entity stands on."""
    return part(text, entity["offset"], entity["length"])


def entity(text: str, start: int, end: int, kind: str, **extra: object) -> Entity:
    """Return an entity over the characters start..end of text, in UTF-16 units."""
    return {"type": kind, "offset": length(text[:start]), "length": length(text[start:end]), **extra}
