"""Rows that a number announces: in its sentence, or in one behind it, "*Two men* were held. They are …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsqa.answer.lines import Line
from newsqa.answer.reading import senses
from newsqa.answer.row_names import kind_of
from newsqa.answer.rows import Row, rows
from newsqa.languages import load
from newsqa.model import Note, Span
from newsqa.text.expects import expected
from newsqa.text.numerals import value
from newsqa.text.phrases import Phrases, phrases

_REACH = 3  # sentences behind a number in which a row may stand
_MOST = 10  # items
_NEAR = 3  # words from what announces a row, or points back to one, to its first item: one may open it
_FAR = 9  # the same, where a row of as many items is opened


class Ahead(NamedTuple):
    """A row, its place, and the words that count its items: `anyone` where they tell no more, or people."""

    counted: Span
    place: int
    row: Row
    anyone: bool = True


def announced(line: Line, span: Span) -> Row | None:
    """Return the row right behind words that only say how many it lists: "*two places*, Oslo and Riga"."""
    notes = [n for n in line.sentence.notes if n.kind.startswith("number") and span.holds(n.span)]
    numbers, last = load(line.view.found.language).numbers, line.within(span)[1]
    counts = {value(line.words[line.within(note.span)[0]].normal, numbers) for note in notes}
    behind = [(row, line.within(row.span)[0] - last) for row in rows(line) if counts and row.span.start > span.end]
    near = (row for row, gap in behind if gap <= _NEAR and (row.opened or len(row.items) in counts))
    return next(near, next((r for r, gap in behind if gap <= _FAR and r.opened and len(r.items) in counts), None))


def ahead(line: Line) -> list[Ahead]:
    """Return the rows that sentences behind list, for each number that counts their items."""
    found: list[Ahead] | None = line.view.page.kept.get(("ahead", line.place))
    if found is None:
        found = line.view.page.kept["ahead", line.place] = list(_ahead(line))
    return found


def _ahead(line: Line) -> Iterator[Ahead]:
    yield from _here(line)
    notes = [(note, count) for note in line.sentence.notes if (count := _count(line, note))]
    last = min(len(line.view.sentences), line.place + 1 + _REACH) if notes else 0
    for place in range(line.place + 1, last):
        row = pointed(Line(line.view, place, ()))
        if row:
            of = (note for note, count in notes if count == len(row.items))
            yield from (Ahead(note.span, place, row, _is_people(line, note)) for note in of)
            return


def _here(line: Line) -> Iterator[Ahead]:
    """Yield the rows of no names that a number of people announces: "*two people*, a guard and a porter"."""
    for note in line.sentence.notes:
        count = _count(line, note)
        row = announced(line, note.span) if count and _is_people(line, note) else None
        if row and row.kind == "noun" and count == sum(_counted(line, item) for item in row.items):
            yield Ahead(note.span, line.place, row._replace(kind="person"), _is_plain(line, note))


def _is_plain(line: Line, note: Note) -> bool:
    """Tell whether a number counts people without saying what they are, or has no noun."""
    first, last = line.within(note.span)
    return first == last or line.words[last].normal in load(line.view.found.language).questions.classes["people"]


def _is_people(line: Line, note: Note) -> bool:
    """Tell whether a number counts people, by the noun behind it."""
    code, last = line.view.found.language, line.words[line.within(note.span)[1]].normal
    return _is_plain(line, note) or "person" in expected(senses(last, code))


def _count(line: Line, note: Note) -> int:
    """Return how many a number counts where a row may list as many, else 0."""
    if note.kind not in {"number.count", "number.plain"}:
        return 0
    count = _counted(line, note.span)
    return int(count) if 1 < count <= _MOST and count == int(count) else 0


def _counted(line: Line, span: Span) -> float:
    """Return the number with which words begin; without one they tell of one."""
    return value(line.words[line.within(span)[0]].normal, load(line.view.found.language).numbers) or 1.0


def pointed(line: Line) -> Row | None:
    """Return the row of a sentence that begins with words for those told of before: "*both* are"."""
    points = next(_points(line.view.found.language).find(line.words[:_NEAR]), None)
    if points is None or points.first:
        return None
    row = _without(line, points.last, next(iter(rows(line)), None))
    near = row is not None and line.within(row.span)[0] - points.last <= _NEAR
    return row if row and (row.opened or near) else None


def _without(line: Line, last: int, row: Row | None) -> Row | None:
    """Return a row without a first item that only points back: "*both*, Ole Brandt and Nils Moe"."""
    points = row is not None and line.within(row.items[0])[1] <= last
    return row._replace(items=row.items[1:], kind=kind_of(line, row.items[1]) or "noun") if row and points else row


@cache
def _points(code: str) -> Phrases:
    return phrases(("points", tuple(load(code).questions.row_points)))
