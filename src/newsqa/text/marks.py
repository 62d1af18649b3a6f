"""Quotation marks: which opens, which closes, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsqa.model import Span

_MARK = re.compile(r"''|``|[\"“”„«»'‘’‚‹›]")
_DOUBLE = frozenset('"“”„«»')
_OPENING = frozenset(("``", *"“„«‘‚‹"))
_CLOSING = frozenset("”»›")
_STOPS = frozenset(",.?!…")
_BEHIND = 4  # characters behind words among which their stops and mark stand
_BEFORE_OPENING = frozenset("([{-–—/:;,")
_POSSESSIVE = re.compile(r"s['’] [a-zà-ÿ]")
_CLITIC = re.compile(r"['’]\d\ds?\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks: `outer` with the marks, `inner` without; `depth` counts the marks around them.

    `closed` is false where the words run on to the end of their paragraph, as in a quotation of several paragraphs.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True

    def stops(self, text: str) -> bool:
        """Tell whether the words end with a stop or comma of their own."""
        return self.inner.of(text).rstrip("'\"’”» ")[-1:] in _STOPS


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    end: int
    mark: str
    width: int = 1  # characters of the closing mark
    closed: bool = True


def find(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """Return what stands between quotation marks, in reading order, the outermost first."""
    found: list[Marked] = []
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        found += _nested(_pairs(text, paragraph, resumes=text[after : after + 2]))
    return found


def within(marked: Sequence[Marked], span: Span) -> Sequence[Marked]:
    """Return those of all the marks of a text, in reading order, that lie in a span."""
    first = bisect_left(marked, span.start, key=lambda m: m.outer.start)
    last = bisect_left(marked, span.end, lo=first, key=lambda m: m.outer.start)
    return [m for m in marked[first:last] if m.outer.end <= span.end]


def enclosed(text: str, span: Span) -> bool:
    """Tell whether words stand in quotation marks: one right before them, or behind their last stop.

    Where a mark stands among them they may be a clause that only ends in quoted words.
    """
    if any(mark.end() == span.start for mark in _MARK.finditer(text, max(0, span.start - 2), span.start)):
        return True
    behind = text[span.end : span.end + _BEHIND].lstrip("".join(_STOPS))
    return behind[:1] in _DOUBLE and not _DOUBLE.intersection(span.of(text))


def _nested(pairs: list[_Pair]) -> Iterator[Marked]:
    around: list[int] = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        while around and around[-1] <= pair.start:
            around.pop()
        inner = Span(start=pair.start + len(pair.mark), end=pair.end - pair.closed * pair.width)
        yield Marked(Span(start=pair.start, end=pair.end), inner, len(around), pair.closed)
        around.append(pair.end)


class _Opened:
    """The marks still open, and where among them those of either weight stand, single or double."""

    def __init__(self) -> None:
        self.all: list[tuple[int, str]] = []
        self._places: dict[bool, list[int]] = {True: [], False: []}

    def open(self, at: int, mark: str) -> None:
        """Add a mark."""
        self._places[mark in _DOUBLE].append(len(self.all))
        self.all.append((at, mark))

    def holds_double(self) -> bool:
        """Tell whether a double mark is open."""
        return bool(self._places[True])

    def close(self, mark: str) -> tuple[int, str] | None:
        """Return the nearest mark of the same weight, and close it with all that were opened inside it."""
        places = self._places[mark in _DOUBLE]
        if not places:
            return None
        begun = places[-1]
        closed = self.all[begun]
        del self.all[begun:]
        for same in self._places.values():
            while same and same[-1] >= begun:
                same.pop()
        return closed


def _pairs(text: str, paragraph: Span, resumes: str) -> list[_Pair]:
    """Return the pairs of one paragraph; a mark still open at its end runs to the end where the next one resumes it."""
    opened = _Opened()
    pairs: list[_Pair] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        side = _side(text, match.span(), paragraph, opened.holds_double())
        if side == "open":
            opened.open(match.start(), mark)
        elif side == "close" and (begun := opened.close(mark)):
            start, opener = begun
            pairs.append(_Pair(start, match.end(), opener, len(mark)))
    return [*pairs, *_unclosed(opened.all, pairs, paragraph, resumes)]


def _unclosed(opened: list[tuple[int, str]], pairs: list[_Pair], paragraph: Span, resumes: str) -> list[_Pair]:
    """Return the double mark that nothing closes, unless it is a slip: others follow it and nothing resumes it."""
    doubles = [(at, mark) for at, mark in opened if mark in _DOUBLE]
    resumed = [(at, mark) for at, mark in doubles if resumes.startswith(mark)]
    for at, mark in resumed[:1] or doubles[-1:]:
        if resumed or not any(p.start > at and p.mark in _DOUBLE for p in pairs):
            return [_Pair(at, paragraph.end, mark, closed=False)]
    return []


def _side(text: str, at: tuple[int, int], paragraph: Span, is_open: bool) -> str:
    """Return "open", "close" or "", by the mark itself and the characters on either side."""
    start, end = at
    mark = text[start:end]
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if mark not in _DOUBLE:
        return _single_side(text, start, before, after)
    if is_open and mark not in _OPENING and text[start - 2 : start] == ", " and after.islower():
        return "close"  # behind a stray space
    return _double_side(mark, before, after, is_open)


def _double_side(mark: str, before: str, after: str, is_open: bool) -> str:
    leading, trailing = _leads(before), not _follows(after)
    if mark in _OPENING:
        return "close" if is_open and trailing else "open"
    if mark in _CLOSING:
        return "open" if not is_open and leading and not trailing else "close"
    if is_open:
        return "open" if leading and not trailing else "close"
    if trailing:
        return "close"
    return "open" if leading or not before.isalnum() else ""


def _single_side(text: str, at: int, before: str, after: str) -> str:
    if before.isalnum() and after.isalnum():
        return ""
    opens = before.isspace() or before in _OPENING or before in '"([{-–—/:;'
    if text[at] in "‘‚‹" or (text[at] == "'" and opens and _follows(after)):
        return "" if _CLITIC.match(text, at) else "open"
    if (
        before.isspace()
        or before in _OPENING
        or (before == "s" and _POSSESSIVE.match(text, at - 1) and _closes_later(text, at))
    ):
        return ""
    return "close"


def _closes_later(text: str, at: int) -> bool:
    """Tell whether another mark like this closes within the line, so that this one is an apostrophe."""
    rest = text[at + 1 : at + 400].partition("\n")[0]
    return re.search(rf"(?<=[\w.,?!]){text[at]}(?!\w)", rest) is not None


def _leads(character: str) -> bool:
    return character.isspace() or character in _BEFORE_OPENING or character in _OPENING or character in "\"'"


def _follows(character: str) -> bool:
    return character.isalnum() or (character in "“‘\"'([…$€£¥#@.-" and not character.isspace())
