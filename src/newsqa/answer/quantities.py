"""A number with what it is of: "112-kilogram haul", "38 kilograms of rice", "58 of them women", "40 from Rome"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from newsqa.answer.lines import Line
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.model import Note, Span

_NOUN = 3  # words of what is counted behind the one that the number holds
_REST = 4  # words of a short clause that a number without a noun begins
_WITH_NOUN = frozenset({"number.count", "number.measure", "number.plain", "number.vague", "number.percent"})
_BARE = frozenset({"number.plain", "number.count"})
_OF = frozenset({"of"})  # sorts of the small words that join a measure to what is measured


def whole(line: Line, note: Note) -> Span:
    """Return a number's span with the words behind it that say what it counts or measures."""
    first, last = line.within(note.span)
    joined = describes(line, note)
    if note.kind not in _WITH_NOUN:
        return note.span
    bare = note.kind in _BARE and first == last and not joined
    end = _rest(line, last) if bare else _noun(line, last)
    return Span(start=note.span.start, end=line.words[end].end) if end > last or joined else note.span


def describes(line: Line, note: Note) -> bool:
    """Tell whether a hyphen joins a word to a number, which then only describes the noun behind: "40-strong team"."""
    word = line.words[line.within(note.span)[1]]
    behind = line.view.text[note.span.end : word.end]
    return "-" in behind or ("-" in word.text and note.kind == "number.measure")


def _noun(line: Line, last: int) -> int:
    """Return the last word of the noun that goes on behind a number; `last` where none does."""
    behind = line.words[last + 1].normal if last + 1 < len(line.words) else ""
    start = last + (line.cases.get(behind) in _OF)
    end = _run(line, start)
    return end if end > start and not (start > last and _is_number(line, end + 1)) else last


def _is_number(line: Line, at: int) -> bool:
    """Tell whether a number begins with a word: what it is of is then told by that one, "40 *of the town's 82*"."""
    return any(n.kind.startswith("number") and line.within(n.span)[0] == at for n in line.sentence.notes)


def _run(line: Line, at: int) -> int:
    """Return the last of the words behind one that may belong to a noun."""
    end = at
    while end - at < _NOUN and _goes_on(line, end + 1, end):
        end += 1
    return end


def _goes_on(line: Line, at: int, before: int) -> bool:
    if at >= len(line.words) or line.clauses[at] != line.clauses[before]:
        return False
    word, language = line.words[at], load(line.view.found.language)
    small = word.normal in language.about.function_words or word.normal in language.facts.prepositions
    small = small or word.normal in language.numbers.uncounted or at in line.once("timed", lambda: _timed(line))
    return not small and word.text[0].isalpha() and not _is_verb(line, at)


def _timed(line: Line) -> frozenset[int]:
    """Return the words of a sentence that tell times: "431,000 tons *last year*"."""
    spans = (line.within(n.span) for n in line.sentence.notes if n.kind.startswith("time."))
    return frozenset(at for first, last in spans for at in range(first, last + 1))


def _is_verb(line: Line, at: int) -> bool:
    """Tell whether a word is a deed: it means one, and is written as one."""
    groups = line.view.page.groups_of(line.place)
    meant = any(g.first == g.last == at and any(term[:2] == "p." for term in g.terms) for g in groups)
    return meant and is_formed(line.words[at].normal, line.view.found.language)


def _rest(line: Line, last: int) -> int:
    """Return the end of the clause where it is short and counts nothing more; `last` where it is not."""
    end = last
    while end + 1 < len(line.words) and line.clauses[end + 1] == line.clauses[last] and end - last <= _REST:
        end += 1
    counts = any(n.kind.startswith("number") and last < line.within(n.span)[0] <= end for n in line.sentence.notes)
    return end if end - last < _REST and not counts else last


def is_hedged(line: Line, span: Span, known: AbstractSet[tuple[int, int]]) -> bool:
    """Tell whether some words are a typed candidate once the hedge before them is theirs: "*about* 800 m"."""
    first, _ = line.within(span)
    hedge = line.words[first - 1] if first else None
    return bool(hedge and (hedge.start, span.end) in known and hedge.normal in _hedges(line.view.found.language))


@cache
def _hedges(code: str) -> frozenset[str]:
    return frozenset(load(code).numbers.hedges)
