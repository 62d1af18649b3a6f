"""Marks that only refer to a note, "[12]": they count nothing, and no answer begins or ends with one."""

from __future__ import annotations

import re

from newsqa.answer.lines import Line
from newsqa.model import Span

_MARK = re.compile(r"\[\d{1,3}\]")


def holds_mark(line: Line, span: Span) -> bool:
    """Tell whether some words begin or end with a mark that refers to a note."""
    found = line.once("reference marks", lambda: _marks(line))
    return any(mark.start < span.start < mark.end or mark.start < span.end < mark.end for mark in found)


def before_marks(line: Line, last: int) -> int:
    """Return the last word, up to one, that is not in a mark that refers to a note."""
    found = line.once("reference marks", lambda: _marks(line))
    while last > 0 and any(mark.start <= line.words[last].start < mark.end for mark in found):
        last -= 1
    return last


def _marks(line: Line) -> list[Span]:
    span = line.sentence.span
    return [Span(start=m.start(), end=m.end()) for m in _MARK.finditer(line.view.text, span.start, span.end)]
