"""What a sentence says otherwise than a yes/no question does: another number, or only a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.page import terms_of
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Note, Question
from newsqa.text import numbers
from newsqa.text.numbers import Number
from newsqa.text.words import normalise, tokens

_KINDS = frozenset({"count", "money", "percent", "duration"})  # of numbers that a question may have wrong


def other_number(question: Question, line: Line) -> bool:
    """Tell whether a sentence gives another number for what the question counts, and its article nowhere that one."""
    asked = [one for one in _asked(question.text, question.language) if not _is_told(line.view, one)]
    return any(_differs(question, line, one) for one in asked)


def _differs(question: Question, line: Line, one: Number) -> bool:
    verb = {line.clauses[m.first] for m in line.matches if not set(line.asked[m.group]).isdisjoint(question.predicate)}
    return any(line.clauses[line.within(note.span)[0]] in verb for note in _alike(question, line, one))


def _alike(question: Question, line: Line, one: Number) -> Iterator[Note]:
    """Yield the numbers of a sentence that are of the same kind as one in a question, and of the same thing."""
    counted = _group(question, one)
    for note in line.sentence.notes:
        if note.kind == f"number.{one.kind}":
            told = terms_of(note.head or "", line.view.found.language)
            if one.kind != "count" or not told.isdisjoint(counted):
                yield note


def _group(question: Question, one: Number) -> Group:
    """Return the terms of what a number in a question counts."""
    word = normalise(one.counted.of(question.text)) if one.counted else ""
    return next((group for group in question.terms if word and word in group), ())


@lru_cache(maxsize=256)
def _asked(text: str, code: str) -> Sequence[Number]:
    """Return the numbers that a question asks about: none that is only rough, or a range."""
    found = numbers.find(text, 0, len(text), load(code))
    return [n for n in found if n.kind in _KINDS and n.hedge is None and n.high is None]


def _is_told(view: View, one: Number) -> bool:
    """Tell whether an article has a number, whatever it is of."""
    return f"{one.value:g}" in _values(view)


def _values(view: View) -> frozenset[str]:
    """Return the numbers of an article, as its notes write them, found once."""
    found: frozenset[str] | None = view.page.kept.get("values")
    if found is None:
        notes = (note for sentence in view.sentences for note in sentence.notes if note.kind.startswith("number"))
        found = view.page.kept["values"] = frozenset((note.value or "").split(" ")[0] for note in notes)
    return found


def only_planned(question: Question, line: Line) -> bool:
    """Tell whether a sentence only plans what the question asks about as done."""
    if question.planned or "planned" not in line.statuses or not _asks_deed(question.text, question.language):
        return False
    begins = line.statuses.index("planned")
    ahead = [match for match in line.matches if match.last >= begins]
    return bool(ahead) and all(line.statuses[match.last] == "planned" for match in ahead)


@lru_cache(maxsize=256)
def _asks_deed(text: str, code: str) -> bool:
    """Tell whether a question asks whether something has been done."""
    done = load(code).questions.classes["done"]
    return any(word.normal in done for word in tokens(text))
