"""The paragraphs of an article that are its own, not its site's."""

from __future__ import annotations

import re

from newsqa.languages.schema import Language
from newsqa.model import Span

_LINE = re.compile(r"[^\n]+")


def paragraphs(text: str, language: Language) -> list[Span]:
    """Return the lines of `text` that are prose, boilerplate left out, edges trimmed."""
    lines = (_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text))
    return [line for line in lines if len(line) and not _is_boilerplate(line.of(text), language)]


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return (
        Span(start=start + len(line) - len(line.lstrip()), end=start + len(line.rstrip()))
        if line.strip()
        else Span(start=start, end=start)
    )


def _is_boilerplate(line: str, language: Language) -> bool:
    return line in language.boilerplate.lines or line.startswith(language.boilerplate.starts)
