"""What tells that a candidate is no answer, however near it stands: it may be shown as the closest at most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from newsqa.answer import beginnings, kinship, namesakes, owners, persons, reckoned, turns, unnamed
from newsqa.answer.ahead import announced
from newsqa.answer.dimensions import units
from newsqa.answer.eras import COUNTS
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Note, Question
from newsqa.text import numbers
from newsqa.text.relations import of_class
from newsqa.text.words import tokens

_COUNT = "number.count"
_PERCENT = "number.percent"
_OF = 4  # words behind a share up to what it is of
_BARE = frozenset({"count", "plain"})  # kinds of numbers that say how many there are
_SURE = 0.6  # how likely a kind of number must be asked for, to be answered by no other
_OTHERS = {  # how likely a kind must be asked for, to be answered by none of some kinds of candidates
    "age": (0.3, frozenset({"number.money", "number.percent", "number.measure", "number.score"})),
    "money": (_SURE, frozenset({"number.measure", "number.duration"})),
    "duration": (_SURE, frozenset({"number.money", "number.percent"})),
    "measure": (_SURE, frozenset({_COUNT})),
    "count": (0.9, frozenset({"number.percent", "number.money", "number.duration", "number.measure"})),
    "title": (0.4, frozenset({"person", "people"})),
}
_LIVED = frozenset({"year", "month"})  # units in which an age is told
_OF_A_YEAR = frozenset({"time.clock", "time.day", "time.weekday", "time.month"})  # kinds of times within a year
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BACK = 3  # sentences before one in which it may be told what a bare number counts


def is_amiss(question: Question, line: Line, candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether a candidate cannot be meant; `told` are its features."""
    if turns.are_untold(question, line) or namesakes.is_another(question, line.view):
        return True
    if beginnings.is_untold(question, line, candidate) or (question.wanted == "place" and is_time(line, candidate)):
        return True
    if not candidate.kind.startswith("number"):
        met = says_nothing(line, candidate) or owners.is_asked_about(question, line, candidate)
        return (met and not offers(question)) or _is_no_such(question, line, candidate, told)
    return (
        is_of_another_kind(question, line, candidate)
        or is_the_asked(question, line, candidate)
        or (told.get("part", 0.0) <= 0 and leaves_out(question, line, candidate))
        or owners.is_age_of_another(question, line, candidate)
        or owners.is_of_another(question, line, candidate)
    )


def is_time(line: Line, candidate: Candidate) -> bool:
    """Tell whether words are a time and nothing else: "tahun 1998", not "Alun-alun 17 Agustus", "the hall, Monday"."""
    times = [n.span for n in line.sentence.notes if n.kind.startswith("time") and n.span.meets(candidate.span)]
    first, last = line.within(candidate.span)
    beside = (word for word in line.words[first : last + 1] if not any(t.start <= word.start < t.end for t in times))
    return bool(times) and all(word.normal in _small(line.view.found.language) for word in beside)


def _is_no_such(question: Question, line: Line, candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether a candidate that is no number is nobody and nothing of what is asked for, or not as many."""
    return (
        _is_other(question, candidate.kind)
        or holds_another_kind(question, line, candidate)
        or is_no_year(question, line, candidate)
        or persons.is_no_such(question, line, candidate, told)
        or reckoned.is_of_others(question, line, candidate)
        or (unnamed.asks(question) and unnamed.names_nothing(line, candidate))
    )


def is_no_year(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a time says no year where one is surely asked for: "19 February"."""
    asked = candidate.kind in _OF_A_YEAR and question.odds("year") > _SURE
    return asked and not _YEAR.search(candidate.span.of(line.view.text))


def is_of_another_kind(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is of another kind than the one that is surely asked for: hours of an age, tons of a price.

    A bare number may be of any, and so may a share of what is paid; what counts things is no price.
    """
    kind = candidate.kind
    if _is_of_asked(question, line, candidate.note) or _is_extent(question, kind):
        return False
    if kind == "number.duration" and question.odds("age") > _SURE:
        return units(line, candidate.span).isdisjoint(_LIVED)
    if kind == _COUNT and question.odds("money") > _SURE:
        return candidate.note is not None and candidate.note.head is not None
    return _is_other(question, kind)


def holds_another_kind(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether words hold numbers, and none of the kind that is surely asked for: "for 90 days" of a price."""
    notes = [n for n in line.sentence.notes if n.kind.startswith("number") and n.span.meets(candidate.span)]
    others = (_is_other(question, n.kind) and not _is_of_asked(question, line, n) for n in notes)
    return bool(notes) and all(others)


def _is_of_asked(question: Question, line: Line, number: Note | None) -> bool:
    """Tell whether a number has the noun that is asked for: asked how many voters, "60 percent of *voters*"."""
    if number is None:
        return False
    first, last = line.within(number.span)
    last += _OF if number.kind == _PERCENT else 0
    places = {i for i, group in enumerate(line.asked) if group in question.focus}
    told = ((at, group) for at, group, _ in (*kinship.matches(line), *((m.first, m.group, 1.0) for m in line.matches)))
    return any(group in places and first <= at <= last for at, group in told)


def _is_extent(question: Question, kind: str) -> bool:
    """Tell whether what is counted may say how tall or long something is, no unit being asked for: "40 storeys"."""
    units_ = load(question.language).numbers.units
    return kind == _COUNT and question.odds("measure") > _SURE and not any(g[0] in units_ for g in question.focus)


def _is_other(question: Question, kind: str) -> bool:
    return any(kind in others and question.odds(asked) > least for asked, (least, others) in _OTHERS.items())


def leaves_out(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether people are counted where women are asked for, or children, of whom nothing up to there tells."""
    if candidate.kind not in COUNTS:
        return False
    sorts = [group for group in question.focus if not of_class("sorts_of_people").isdisjoint(group)]
    near = range(max(0, line.place - _BACK), line.place + 1)
    return bool(sorts) and not any(at in kinship.told_at(line.view, group) for group in sorts for at in near)


def is_the_asked(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is the one that the question has itself: "how many of the *eight* divers were men".

    It is not where all of them are told: "all eight".
    """
    note = candidate.note
    if note is None or candidate.kind not in COUNTS or announced(line, candidate.span) is not None:
        return False
    first, _ = line.within(note.span)
    every = load(line.view.found.language).questions.classes["every"]
    whole = any(word.normal in every for word in line.words[max(0, first - 2) : first + 1])
    return (note.value or "") in _numbers(question.text, question.language) and not whole


@lru_cache(maxsize=256)
def _numbers(text: str, code: str) -> frozenset[str]:
    return frozenset(f"{one.value:g}" for one in numbers.find(text, 0, len(text), load(code)) if one.kind in _BARE)


def says_nothing(line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate says nothing that the question does not: asked which airline, "an airline", or "of"."""
    if candidate.named or candidate.told or candidate.kind.startswith("time"):
        return False
    first, last = line.within(candidate.span)
    words = [at for at in range(first, last + 1) if line.words[at].normal not in _small(line.view.found.language)]
    met = {at for m in line.matches for at in range(m.first, m.last + 1)}
    return met.issuperset(words) and not any(line.words[at].text[0].isupper() for at in words)


def offers(question: Question) -> bool:
    """Tell whether a question lets choose between what it names itself: "Ida or Mara"."""
    joins = load(question.language).definitions.others
    return any(word.normal in joins for word in tokens(question.text))


@lru_cache(maxsize=8)
def _small(code: str) -> frozenset[str]:
    """Return the words that say nothing of their own beside a noun."""
    about, definitions = load(code).about, load(code).definitions
    return frozenset((*about.function_words, *definitions.aside, *definitions.openers, *definitions.determiners))
