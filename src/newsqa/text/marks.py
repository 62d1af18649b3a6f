"""Quotation marks: which opens, which closes, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsqa.model import Span

_MARK = re.compile(r"''|``|[\"“”„«»'‘’‚‹›]")
_DOUBLE = frozenset('"“”„«»')
_OPENING = frozenset(("``", *"“„«‘‚‹"))
_CLOSING = frozenset("”»›")
_STOPS = frozenset(",.?!…")
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


def _nested(pairs: list[_Pair]) -> Iterator[Marked]:
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        ends = [end for end in ends if end > pair.start]
        inner = Span(start=pair.start + len(pair.mark), end=pair.end - pair.closed * pair.width)
        yield Marked(Span(start=pair.start, end=pair.end), inner, len(ends), pair.closed)
        ends.append(pair.end)


def _pairs(text: str, paragraph: Span, resumes: str) -> list[_Pair]:
    """Return the pairs of one paragraph; a mark still open at its end runs to the end where the next one resumes it."""
    opened: list[tuple[int, str]] = []
    pairs: list[_Pair] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match.group()
        side = _side(text, match.span(), paragraph, any(m in _DOUBLE for _, m in opened))
        if side == "open":
            opened.append((at, mark))
        elif side == "close" and (begun := _opened(opened, mark)) is not None:
            start, opener = opened[begun]
            del opened[begun:]
            pairs.append(_Pair(start, match.end(), opener, len(mark)))
    return [*pairs, *_unclosed(opened, pairs, paragraph, resumes)]


def _unclosed(opened: list[tuple[int, str]], pairs: list[_Pair], paragraph: Span, resumes: str) -> list[_Pair]:
    """Return the double mark that nothing closes, unless it is a slip: others follow it and nothing resumes it."""
    doubles = [(at, mark) for at, mark in opened if mark in _DOUBLE]
    resumed = [(at, mark) for at, mark in doubles if resumes.startswith(mark)]
    for at, mark in resumed[:1] or doubles[-1:]:
        if resumed or not any(p.start > at and p.mark in _DOUBLE for p in pairs):
            return [_Pair(at, paragraph.end, mark, closed=False)]
    return []


def _opened(opened: list[tuple[int, str]], mark: str) -> int | None:
    """Return the place of the nearest open mark of the same weight, single or double."""
    same = (i for i in range(len(opened) - 1, -1, -1) if (opened[i][1] in _DOUBLE) == (mark in _DOUBLE))
    return next(same, None)


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
