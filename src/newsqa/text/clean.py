"""The paragraphs of an article that are its own, not its site's."""

from __future__ import annotations

import re

from newsqa.languages.schema import Language
from newsqa.model import Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
_EDGE = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_INITIALS = re.compile(r"[(\[][\w.]{2,6}(?:[/,] ?[\w.]{2,6})*[)\]]")  # the writers' own, at the end: (nkd/ras)
_EMBED = re.compile(r"\[\w+:[^\]\n]*\]")  # what the site puts in place of a video: [Gambas:Video 20detik]


def paragraphs(text: str, language: Language) -> list[Span]:
    """Return the lines of `text` that are prose, boilerplate left out, edges trimmed."""
    lines = (_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text))
    return [line for line in lines if len(line) and not is_boilerplate(line.of(text), language)]


def is_boilerplate(line: str, language: Language) -> bool:
    """Tell whether a line is the site's: a link to other stories, an advertisement, a signature."""
    folded = " ".join(line.casefold().split())
    if folded.strip(" :.*-") in language.boilerplate.lines or folded.startswith(language.boilerplate.starts):
        return True
    return not any(c.isalnum() for c in line) or any(p.fullmatch(line) for p in (_INITIALS, _EMBED))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start=start, end=end)
