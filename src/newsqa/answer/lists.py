"""Lists: the row that an answer is, or stands in, and what else it may list."""

from __future__ import annotations

from newsqa.answer.lines import Line
from newsqa.answer.rows import Row, rows
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.numerals import value

PAIR = 2  # items that are told as they stand
_ITEM = 7  # words that an item may have


def asked(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return whether a candidate is a row where several are asked for, and where not; how it begins; how long it is."""
    ahead = candidate.told.row if candidate.told else None
    row = ahead or (rowed(line, candidate.span) if candidate.kind.startswith("row") else None)
    return told_of(question, row) if row else {}


def told_of(question: Question, row: Row) -> dict[str, float]:
    """Return whether a row is asked for, or not; how it begins; whether the question says how many it lists."""
    numbers = load(question.language).numbers
    counts = {value(group[0], numbers) for group in question.terms}
    return {
        "row": float(question.many),
        "row unasked": float(not question.many),
        "row opened": float(row.opened),
        "row counted": float(len(row.items) in counts),
    }


def rowed(line: Line, span: Span) -> Row | None:
    """Return the row that a span is."""
    return next((row for row in rows(line) if row.span == span), None)


def beside(line: Line, span: Span) -> list[Span]:
    """Return the other items of the row that a span stands in, but those that the question names itself."""
    found = next((row.items for row in rows(line) if any(item.meets(span) for item in row.items)), ())
    return [item for item in found if not item.meets(span) and not _is_asked(line, item)]


def _is_asked(line: Line, item: Span) -> bool:
    """Tell whether the question says every word of an item."""
    first, last = line.within(item)
    said = {at for match in line.matches for at in range(match.first, match.last + 1)}
    return said.issuperset(range(first, last + 1))


def _cut(line: Line, span: Span) -> Row | None:
    """Return the row of which a span is but some of the items: "*paper, glass* and tins"."""
    longer = (row for row in rows(line) if row.span.holds(span) and row.span != span)
    return next((row for row in longer if sum(span.holds(item) for item in row.items) >= PAIR), None)


def whole(line: Line, span: Span) -> Span:
    """Return the item of a row of several sorts in which a name stands: "*two boats of the Coast Guard*, a drone"."""
    row = next((row for row in rows(line) if any(item.holds(span) for item in row.items)), None)
    held = next((item for item in row.items if item.holds(span)), span) if row else span
    return held if row and _is_counted(line, held) else span


def _is_counted(line: Line, item: Span) -> bool:
    """Tell whether an item begins with a number."""
    return any(n.kind.startswith("number") and n.span.start == item.start for n in line.sentence.notes)


def items(line: Line, span: Span, least: int) -> list[Span]:
    """Return the items that a span lists, itself where it lists fewer than `least`: "a pair, two more and the last".

    Of what a word opens within it, "two towns, *namely Oslo and Riga*", only that is listed; a pair stands as it is.
    """
    if row := _cut(line, span):
        return list(row.items)
    opened = (r for r in rows(line) if r.opened and span.holds(r.span) and r.span.end == span.end)
    if row := next(opened, None):
        return list(row.items) if len(row.items) > PAIR else [row.span]
    joins = frozenset(load(line.view.found.language).questions.joins)
    first, last = line.within(span)
    found, start = [], first
    for at in range(first, last + 1):
        comma = at < last and "," in line.view.text[line.words[at].end : line.words[at + 1].start]
        if line.words[at].normal in joins:
            found += [(start, at - 1)] if at > start else []
            start = at + 1
        elif comma or at == last:
            found.append((start, at))
            start = at + 1
    short = all(0 <= end - begin < _ITEM for begin, end in found)
    if len(found) < least or not short:
        return [span]
    return [Span(start=line.words[begin].start, end=line.words[end].end) for begin, end in found]
