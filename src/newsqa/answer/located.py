"""Places that no name tells: what stands behind a word of place, and how far something is from a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsqa.answer.dimensions import UNITS, units
from newsqa.answer.lines import Line
from newsqa.answer.objects import inside
from newsqa.languages import load
from newsqa.model import Span

_NAMES = frozenset({"organisation", "place", "other"})  # kinds
_LONGEST = 7  # words of a place that is no name
_VALUES = ("time", "number.measure", "number.money", "number.percent", "number.duration")  # no places
_APART = 4  # words from a distance to the word for from, or to a name
_FROM = frozenset({"from", "of"})  # sorts of the small words behind which stands what something is away from


def located(line: Line) -> Iterator[Span]:
    """Yield what stands behind a word of place, up to the end of its clause; "it" and "there" tell none."""
    language = load(line.view.found.language)
    before, small = language.names.place_before, language.about.function_words
    values = [note.span for note in line.sentence.notes if note.kind.startswith(_VALUES)]
    for at, word in enumerate(line.words[:-1]):
        if word.normal in before and not inside(line, at + 1, values):
            last = _noun_ends(line, at)
            if last > at + (line.words[at + 1].normal in small):
                yield Span(start=line.words[at + 1].start, end=line.words[last].end)


def away(line: Line) -> Iterator[Span]:
    """Yield how far something is from a place, "20km south of Bydgoszcz", up to the end of its clause."""
    for span in (note.span for note in line.sentence.notes if note.kind == "number.measure"):
        if not UNITS["length"].isdisjoint(units(line, span)):
            first, last = line.within(span)
            joint = _joint(line, last)
            if line.clauses[joint] == line.clauses[first] and (end := _noun_ends(line, joint)) > joint > last:
                yield Span(start=span.start, end=line.words[end].end)


def _joint(line: Line, last: int) -> int:
    """Return the word behind which stands what something is away from: a small one, else that of a direction.

    The last word of the distance where nothing joins it to anything.
    """
    near = range(last + 1, min(last + 1 + _APART, len(line.words)))
    small = next((at for at in near if line.cases.get(line.words[at].normal) in _FROM), last)
    turned = small == last and bool(near) and line.words[last + 1].normal in _directions(line.view.found.language)
    named = next((at for at in near if line.words[at].text[0].isupper()), last + 1) if turned else last + 1
    return named - 1 if turned else small


@cache
def _directions(code: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load(code).names.directions)


def _noun_ends(line: Line, at: int) -> int:
    """Return where what stands behind a small word ends: with its clause, or before the next one that is in no name."""
    small = frozenset(load(line.view.found.language).about.function_words)
    named = [note.span for note in line.sentence.notes if note.kind in _NAMES]
    last = at
    while last + 1 < len(line.words) and last - at < _LONGEST and line.clauses[last + 1] == line.clauses[at]:
        if line.words[last + 1].normal in small and last > at and not inside(line, last + 1, named):
            break
        last += 1
    return last
