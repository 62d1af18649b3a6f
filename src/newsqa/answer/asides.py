"""Which clause goes on behind what breaks into it: an aside that says more of a name, or a clause between two marks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Span
from newsqa.text.words import Token

_ASIDE, _CLAUSE = 8, 16  # words of an aside at most, and of a clause between two marks
_MARKS = frozenset(",–—")


class Clauses(NamedTuple):
    """The words of a sentence, for each the number of its clause, and the words that open one."""

    view: View
    place: int
    words: Sequence[Token]
    numbers: Sequence[int]
    openers: Container[int]


def joined(clauses: Clauses) -> list[int]:
    """Return for each word the number of its clause, which goes on behind what breaks into it.

    An aside belongs to the clause around it: "A third man, *the trader Ana Ruiz*, was acquitted". So do an age and what
    stands in brackets. A clause between two marks has its own number: "Ana Ruiz, *who voted no*, accused the mayor".
    """
    found: list[int] = []
    around = newest = until = 0  # the clause around, the highest number, the word behind a clause between two marks
    goes_on = True
    for first, end in _parts(clauses.numbers):
        if first >= until and _is_aside(clauses, first, end):
            number, goes_on = around, True
        elif first < until or (until := _closed(clauses, first)):
            number = newest = newest + 1
            goes_on = True
        elif goes_on:
            number, goes_on = around, False
        else:
            number = around = newest = newest + 1
        found += [number] * (end - first)
    return found


def _parts(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each clause as it is counted, and the one behind its last."""
    firsts = [i for i in range(len(numbers)) if not i or numbers[i] != numbers[i - 1]]
    return pairwise((*firsts, len(numbers)))


def _is_aside(clauses: Clauses, first: int, end: int) -> bool:
    """Tell whether some words between two marks say more of a name: a name, a role, an age; or stand in brackets."""
    if end - first > _ASIDE or end >= len(clauses.words):
        return False
    before, behind = _gap(clauses, first), _gap(clauses, end)
    if "(" in before and ")" in behind:
        return True
    if _MARKS.isdisjoint(before) or _MARKS.isdisjoint(behind) or first in clauses.openers:
        return False
    age = end - first == 1 and clauses.words[first].text.isdigit()
    return age or (_tells_of_name(clauses, first, end) and _goes_on(clauses, first, end))


def _closed(clauses: Clauses, first: int) -> int:
    """Return the word behind a clause that stands between two marks, nought where none begins here."""
    if first not in clauses.openers or _MARKS.isdisjoint(_gap(clauses, first)):
        return 0
    ends = range(first + 1, min(first + _CLAUSE, len(clauses.words) - 1) + 1)
    end = next((at for at in ends if not _MARKS.isdisjoint(_gap(clauses, at))), 0)
    return end if end and _goes_on(clauses, first, end) else 0


def _gap(clauses: Clauses, at: int) -> str:
    """Return what stands before a word: nothing before the first."""
    return clauses.view.text[clauses.words[at - 1].end : clauses.words[at].start] if at else ""


def _tells_of_name(clauses: Clauses, first: int, end: int) -> bool:
    """Tell whether some words hold a name or stand right behind one."""
    words = clauses.words
    inside, ahead = Span(start=words[first].start, end=words[end - 1].end), words[first - 1].end
    notes = clauses.view.sentences[clauses.place].notes
    return any(note.span.meets(inside) or note.span.end == ahead for note in notes)


def _goes_on(clauses: Clauses, first: int, end: int) -> bool:
    """Tell whether no row stands here, and the clause around goes on behind some words."""
    joins, behind = load(clauses.view.found.language).questions.row_joins, clauses.words[end]
    opens = clauses.words[first].normal, behind.normal
    return behind.text[0].islower() and end not in clauses.openers and joins.isdisjoint(opens)
