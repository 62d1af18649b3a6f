"""Quotations: the marked words, who said them, and the cue that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsqa.model import Quote, Span
from newsqa.text.document import Document, Passage

_MARKED = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")


def find(document: Document) -> Iterator[Quote]:
    """Yield the quotations of a document in reading order."""
    for passage in document.passages:
        for mark in _MARKED.finditer(document.text, passage.span.start, passage.span.end):
            yield _quote(mark, passage)


def _quote(mark: re.Match[str], passage: Passage) -> Quote:
    inner = mark.group(1)
    end = mark.end(1) - (len(inner) - len(inner.rstrip(" ,")))
    return Quote(kind="direct", words=Span(start=mark.start(1), end=end), sentence=passage.span)
