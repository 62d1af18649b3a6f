"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re

from newsqa.languages.schema import Language
from newsqa.model import Span

_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]?[^\Wa-z_])")


def sentences(text: str, paragraph: Span, language: Language) -> list[Span]:
    """Return the sentences of one paragraph, in order, without the space between them."""
    spans, start = [], paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        if not _is_abbreviation(text, start, mark.start(), language):
            spans.append(Span(start=start, end=mark.start() + len(mark.group().rstrip())))
            start = mark.end()
    return [*spans, Span(start=start, end=paragraph.end)]


def _is_abbreviation(text: str, start: int, stop: int, language: Language) -> bool:
    word = text[start:stop].rsplit(None, 1)[-1:]
    return bool(word) and word[0].lstrip("(\"“‘'") in language.sentences.abbreviations
