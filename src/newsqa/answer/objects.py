"""What follows a verb of the question: from behind names and small words to where what is told there ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsqa.answer import kinship
from newsqa.answer.clauses import Telling
from newsqa.answer.lines import Line
from newsqa.answer.rows import rows
from newsqa.languages import load
from newsqa.model import Span

_LONGEST = 24  # words of what follows a verb
_PART = 1  # words behind a time that say which part of the day
_OPEN, _CLOSE = frozenset("“‘"), frozenset("”’")
_MARKED = re.compile(r"[\"“‘]([^\"“”‘’\n]{1,80})[\"”’]")
_NAMES = frozenset({"person", "organisation", "place", "other"})


def objects(line: Line) -> Iterator[Span]:
    """Yield what follows a verb of the question; of what is set in marks there it is only that."""
    language = load(line.view.found.language)
    skipped = frozenset((*language.facts.prepositions, *language.facts.helpers))
    named = [n.span for n in line.sentence.notes if n.kind in _NAMES]
    works = {inner.start: inner for inner in marked(line)}
    for deed in deeds(line):
        first = deed + 1
        while first < len(line.words) and (line.words[first].normal in skipped or inside(line, first, named)):
            first += 1
        if first < len(line.words):
            start, whole = line.words[first].start, told_until(line, first)
            if start in works:
                yield works[start]
            else:
                yield from (
                    _closed(line, first, last) for last in endings(line, first, whole) if last - first < _LONGEST
                )


def endings(line: Line, first: int, last: int) -> list[int]:
    """Return where what is told may end: with its clause, before the next small word, at the last; never in a row."""
    language = load(line.view.found.language)
    small = {*language.facts.prepositions, *language.questions.row_joins}
    behind = range(first + 1, last + 1)
    clause = next((at - 1 for at in behind if line.clauses[at] != line.clauses[first]), last)
    near = next((at - 1 for at in behind if line.words[at].normal in small), last)
    return sorted({last, *(at for at in (clause, near) if not _is_listed(line, at))})


def _is_listed(line: Line, at: int) -> bool:
    """Tell whether more is listed behind a word, "*two passports*, four phones and a boat engine"."""
    end = line.words[at].end
    return any(row.span.start < end < row.span.end for row in rows(line))


def deeds(line: Line) -> list[int]:
    """Return where the verbs of the question stand, and their kin."""
    verbs = {i for i, group in enumerate(line.asked) if any(term.startswith("p.") for term in group)}
    met = {m.last for m in line.matches if m.group in verbs}
    return sorted(met | {at for at, group, _ in kinship.matches(line) if group in verbs})


def inside(line: Line, at: int, spans: Sequence[Span]) -> bool:
    """Tell whether a word stands in one of some spans."""
    return any(span.start <= line.words[at].start < span.end for span in spans)


def marked(line: Line) -> Iterator[Span]:
    """Yield what stands in quotation marks."""
    span = line.sentence.span
    for mark in _MARKED.finditer(line.view.text, span.start, span.end):
        yield Span(start=mark.start(1), end=mark.end(1))


def _closed(line: Line, first: int, last: int) -> Span:
    """Return words with the quotation mark that closes behind them what they open."""
    text, span = line.view.text, Span(start=line.words[first].start, end=line.words[last].end)
    opened = any(mark in span.of(text) for mark in _OPEN) and text[span.end : span.end + 1] in _CLOSE
    return Span(start=span.start, end=span.end + 1) if opened else span


def told_until(line: Line, first: int) -> int:
    """Return the last word of what is told from a word on: before when, why and where else, and who says so."""
    last = Telling(line.view.page, line.place).until(first)
    last = next((at - 1 for at in range(first + 1, last + 1) if _goes_off(line, at)), last)
    return _undated(line, first, last)


def _goes_off(line: Line, at: int) -> bool:
    """Tell whether a clause of its own begins at a word: one of time or reason, or behind a comma one about it."""
    word, facts = line.words[at].normal, load(line.view.found.language).facts
    if word in _openers(line.view.found.language):
        return True
    comma = "," in line.view.text[line.words[at - 1].end : line.words[at].start]
    return comma and (word in facts.relative or (bool(facts.participle) and word.endswith(facts.participle)))


def _undated(line: Line, first: int, last: int) -> int:
    """Return the last word before the time that words end with, and the small word before it."""
    small = frozenset(load(line.view.found.language).facts.prepositions)
    times = [line.within(n.span) for n in line.sentence.notes if n.kind.startswith("time")]
    found = max((since for since, until in times if first < since <= last <= until + _PART), default=None)
    if found is None:
        return last
    before = found - 1
    while before > first and line.words[before].normal in small:
        before -= 1
    return _undated(line, first, before)


@cache
def _openers(code: str) -> frozenset[str]:
    language = load(code)
    return frozenset((*language.modality.openers, *language.modality.breaks)) - language.facts.relative
