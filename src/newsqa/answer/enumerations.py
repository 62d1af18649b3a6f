"""Enumerations: the items beside an answer as the sentence lists them, "A, B and C", whatever each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.lines import Line
from newsqa.languages import load
from newsqa.model import Span

NAMES = frozenset({"person", "organisation", "place", "other"})
_MOST = 8  # items
_ITEM = 7  # words that an item without a name of its own may have
_LAST = 4  # words that the last item has at most where nothing tells its end
_HARD = re.compile(r"[;:()\[\]–—“”\"]|\s-\s")  # marks between words that part more than items


class Part(NamedTuple):
    """A stretch of words between commas and words for and: first and last word, and what stands before it."""

    first: int
    last: int
    before: str  # "," or "and"; "" where a sentence, a bracket or a clause begins


Offer = tuple[Span, str]  # words that may be an item, and of which kind they are


def enumerated(line: Line, best: Offer, offers: Sequence[Offer]) -> list[Span]:
    """Return the items of the enumeration that the best stands in, in their order; the best alone where in none.

    `offers` are other words of the sentence that may answer, best first.
    """
    first, last = line.within(best[0])
    parts = list(_parts(line))
    at = next((i for i, part in enumerate(parts) if part.first <= first and last <= part.last), None)
    stop = _stop(parts, at) if at is not None else None
    if at is None or stop is None:
        return [best[0]]
    before = _run(
        _item(line, parts[i], best, offers, ends=True) for i in range(at - 1, _start(line, parts, at) - 1, -1)
    )
    behind = _run(_item(line, parts[i], best, offers, ends=i < stop) for i in range(at + 1, stop + 1))
    return [*reversed(before), best[0], *behind] if len(behind) == stop - at else [best[0]]


def _run(items: Iterator[Span | None]) -> list[Span]:
    """Return the items up to the first part that is none."""
    found: list[Span] = []
    for item in items:
        if item is None:
            break
        found.append(item)
    return found


def _parts(line: Line) -> Iterator[Part]:
    """Yield the parts of a sentence."""
    first, before = 0, ""
    for at in range(len(line.words)):
        cut = _cut(line, at)
        if cut is None:
            continue
        if at > first:
            yield Part(first, at - 1, before)
        first, before = at + (cut == "and"), cut
    if first < len(line.words):
        yield Part(first, len(line.words) - 1, before)


def _cut(line: Line, at: int) -> str | None:
    """Return what parts a word from those before it: "," or "and", "" where more than items is parted, else None."""
    language = load(line.view.found.language)
    gap = line.view.text[line.words[at - 1].end : line.words[at].start] if at else ""
    if _HARD.search(gap) or line.words[at].normal in language.modality.openers:
        return ""
    if line.words[at].normal in language.reporting.and_:
        return "and"
    return "," if "," in gap else None


def _stop(parts: Sequence[Part], at: int) -> int | None:
    """Return the last part of the enumeration that a part is in, behind the word for and; None where none is."""
    for i in range(at, min(len(parts), at + _MOST)):
        if i > at and not parts[i].before:
            return None
        if parts[i].before == "and":
            return i
    return None


def _start(line: Line, parts: Sequence[Part], at: int) -> int:
    """Return the first part that may belong to the enumeration: none before a word that begins a list."""
    start, begins = at, load(line.view.found.language).questions.lists
    while start and parts[start].before and at - start < _MOST and line.words[parts[start].first].normal not in begins:
        start -= 1
        if parts[start].before == "and":
            break
    return start


def _item(line: Line, part: Part, best: Offer, offers: Sequence[Offer], *, ends: bool) -> Span | None:
    """Return the item in a part, at its end or at its beginning: what may answer so, or all of it."""
    inside = [(span, kind) for span, kind in offers if _holds(line, part, span)]
    whole = part.last - part.first < _ITEM and ends and part.before == ","
    if best[1] in NAMES:
        return _named(line, part, [o for o in inside if o[1] in NAMES], best, whole=whole)
    edge = part.last if ends else part.first
    edges = [(span, kind) for span, kind in inside if line.within(span)[ends] == edge]
    near = next((span for span, kind in edges if kind == best[1]), edges[0][0] if edges else None)
    if whole or (ends and part.first == 0 and 0 < part.last < _LAST):
        return _words(line, part.first, part.last)
    return near if near or ends else _opening(line, part)


def _named(line: Line, part: Part, inside: Sequence[Offer], best: Offer, *, whole: bool) -> Span | None:
    """Return the name in a part: one of the best's kind that begins or ends it, else all of a part in capitals."""
    words = line.words[part.first : part.last + 1]
    if (whole or part.first == 0) and all(w.text[0].isupper() for w in words):
        return _words(line, part.first, part.last)
    edges = [o for o in inside if line.within(o[0])[0] == part.first or line.within(o[0])[1] == part.last]
    alike = next((span for span, kind in edges if kind == best[1]), None)
    return alike or next((span for span, _ in edges), None) or _described(line, part, whole=whole)


def _described(line: Line, part: Part, *, whole: bool) -> Span | None:
    """Return what stands beside names without being one: "*the pier* and Hill Zoo", "by *the government* and Oxfam"."""
    language = load(line.view.found.language)
    small = (*language.about.function_words, *language.facts.prepositions, *language.reporting.opens)
    told = any(word.normal not in small for word in line.words[part.first : part.last + 1])
    if told and (whole or part.first == 0) and part.last - part.first < _LAST:
        return _words(line, part.first, part.last)
    before = language.facts.prepositions
    opens = next((i for i in range(part.last, part.first - 1, -1) if line.words[i].normal in before), None)
    close = opens is not None and 0 < part.last - opens < _LAST
    return _words(line, opens + 1, part.last) if opens is not None and close else None


def _holds(line: Line, part: Part, span: Span) -> bool:
    first, last = line.within(span)
    return part.first <= first and last <= part.last


def _opening(line: Line, part: Part) -> Span:
    """Return the words that a part begins with, up to a small word."""
    small = frozenset(load(line.view.found.language).about.function_words)
    stops = (i for i in range(part.first + 1, part.last + 1) if line.words[i].normal in small)
    stop = min(next(stops, part.last + 1), part.first + _LAST)
    return _words(line, part.first, stop - 1)


def _words(line: Line, first: int, last: int) -> Span:
    return Span(start=line.words[first].start, end=line.words[last].end)
