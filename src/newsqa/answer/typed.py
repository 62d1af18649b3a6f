"""Candidates by what is wanted: the names, numbers, times and places that stand in a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from newsqa.answer import quantities, things
from newsqa.answer.ahead import Ahead, ahead
from newsqa.answer.lines import Line
from newsqa.answer.located import away, located
from newsqa.answer.objects import marked, objects
from newsqa.answer.people import people
from newsqa.answer.rows import rows
from newsqa.answer.wants import WANTS
from newsqa.languages import load
from newsqa.model import Note, Question, Span, Wanted
from newsqa.text import lexicon
from newsqa.text.phrases import Phrases, phrases

# What stands between two notes that are told as one, by their kinds: "April last year", "21-17, 16-21".
_JOINED = {("time.month", "time.relative"): " ", ("number.score", "number.score"): ", "}
# The kinds of notes that could answer what is wanted; how likely each does is a weight of the judge.
_NAMES = ("person", "organisation", "place", "other")
KINDS: dict[Wanted, frozenset[str]] = {
    "person": frozenset((*_NAMES, "row", "people")),
    "organisation": frozenset((*_NAMES, "row", "people")),
    "place": frozenset((*_NAMES, "row", "phrase")),
    "time": frozenset(("time", "number.duration")),
    "number": frozenset(("number",)),
    "thing": frozenset((*_NAMES, "row", "number", "time", "complement", "title", "noun")),
}
_CONTAINER = re.compile(r",? \(?")
_DATELINE = re.compile(r"[^.:\n]{0,70}(?:\.\w{1,70})?[^.:\n]{0,70}? [-–—]{1,2} ")
_DATELINE_LONGEST = 70  # characters
_MAY_BE = 0.12  # how likely a kind of answer must be to be looked for
_ASKED = 2  # words with which a question says of what it asks for several: "*three suspects* held over the fire"
_TYPED = frozenset({"person", "time"})  # kinds of notes that are no nouns


class Candidate(NamedTuple):
    """One possible answer in a sentence: its span, its kind, the note that it was made from, a row that it counts.

    `named` is where somebody is named whom the span only means: "he", "the company".
    """

    span: Span
    kind: str
    note: Note | None = None
    told: Ahead | None = None
    named: Span | None = None


def kinds(question: Question) -> frozenset[str]:
    """Return the kinds of candidates that could answer a question, by everything that it may well want."""
    deeds = {"deed"} if things.asks_for_deed(question) else frozenset()
    return _kinds(question.wanted, question.likely) | deeds


@lru_cache(maxsize=1024)
def _kinds(wanted: Wanted, likely: tuple[tuple[str, float], ...]) -> frozenset[str]:
    wants = {wanted, *(WANTS[kind].wanted for kind, share in likely if share >= _MAY_BE)}
    return frozenset(kind for one in wants for kind in KINDS.get(one, ()))


def candidates(line: Line, kinds: frozenset[str]) -> Iterator[Candidate]:
    """Yield what could answer in a sentence and is of one of the kinds, left to right by kind."""
    opening, works = _dateline(line), list(_titles(line))
    for note in line.sentence.notes:
        piece = any(work.holds(note.span) and work != note.span for work in works)
        if answers(note, kinds) and note.span.start >= opening and not (piece and note.kind in _NAMES):
            if "complement" not in kinds and _is_people(line, note):
                continue
            yield Candidate(_whole(line, note), note.kind, note)
    yield from _told_apart(line, kinds, opening)
    if "title" in kinds:
        yield from (Candidate(span, "title") for span in works)
    if "complement" in kinds:
        yield from (Candidate(span, "complement") for span in objects(line))
        yield from (Candidate(span, "noun") for span in things.nouns(line) if not _is_typed(line, span))
    if "deed" in kinds:
        yield from (Candidate(span, "deed") for span in things.done(line))


def _told_apart(line: Line, kinds: frozenset[str], opening: int) -> Iterator[Candidate]:
    """Yield what no note tells of: places and people that are not named, what is listed here or behind."""
    if "phrase" in kinds:
        yield from (Candidate(span, "phrase") for span in (*located(line), *away(line)))
    if "row" in kinds:
        yield from (Candidate(row.span, f"row.{row.kind}") for row in rows(line) if row.items[0].start >= opening)
    if "people" in kinds:
        yield from (Candidate(span, "people") for span in people(line))
    if "row" in kinds:
        yield from (
            Candidate(one.counted, f"row.{one.row.kind}", told=one)
            for one in ahead(line)
            if _may_tell(line, one, kinds)
        )


def _is_typed(line: Line, span: Span) -> bool:
    """Tell whether words are somebody's name or a time, and are told as that: "*Ida Moss*", "next month"."""
    return any(note.span == span and answers(note, _TYPED) for note in line.sentence.notes)


def _may_tell(line: Line, one: Ahead, kinds: frozenset[str]) -> bool:
    """Tell whether a row may be of what is asked for: its number counts people, or what the question names first."""
    within = range(one.counted.start, one.counted.end)
    groups = [match.group for match in line.matches if line.words[match.last].start in within]
    if groups:
        return min(groups) < _ASKED
    return "people" in kinds and (one.anyone or ("complement" in kinds and one.row.kind != "person"))


def _is_people(line: Line, note: Note) -> bool:
    """Tell whether a name only says of which people something is: "*Iranian* officials"."""
    return note.kind == "other" and note.span.of(line.view.text) in _peoples(line.view.found.language)


@cache
def _peoples(code: str) -> frozenset[str]:
    return frozenset(form for form in lexicon.of_kind("adjective", code) if form[0].isupper())


def answers(note: Note, kinds: frozenset[str]) -> bool:
    """Tell whether a note is of one of the kinds, or of a kind of them."""
    return note.kind in kinds or note.kind.partition(".")[0] in kinds


def day(candidate: Candidate) -> dt.date | None:
    """Return the day that a time means, where it is known; a month or a year is none."""
    note = candidate.note
    if note is None or not note.kind.startswith("time.") or not note.value:
        return None
    first, _, last = note.value.partition("/")
    return dt.date.fromisoformat(first) if last in {"", first} else None


def _whole(line: Line, note: Note) -> Span:
    """Return a note with what goes on with it: a place with what holds it, a score with the sets behind it."""
    if note.kind == "place":
        return _with_container(line, note)
    if note.kind.startswith("number") and note.kind != "number.score":
        return quantities.whole(line, note)
    end = note.span.end
    for other in line.sentence.notes:
        if line.view.text[end : other.span.start] == _JOINED.get((note.kind, other.kind)):
            end = other.span.end
    return Span(start=note.span.start, end=end)


def _dateline(line: Line) -> int:
    """Return where the news begins behind "JAKARTA, May 14 (Outlet) -", which names no one who acts in it."""
    start = line.sentence.span.start
    found = _DATELINE.match(line.view.text, start, start + _DATELINE_LONGEST) if line.place == 0 else None
    return found.end() if found and not _joins_two(line.view.text, found) else start


def _joins_two(text: str, found: re.Match[str]) -> bool:
    """Tell whether a dash joins two values instead, inside brackets or between numbers: "Ana (1501 - 1536)"."""
    before = found.group()
    return before.count("(") > before.count(")") or (before.rstrip(" -–—")[-1:] + text[found.end() :][:1]).isdigit()


def _with_container(line: Line, note: Note) -> Span:
    """Return a place with the places that hold it, "Doha, Qatar"; in a list of places each stands alone."""
    joins = frozenset(load(line.view.found.language).questions.joins)
    end = note.span.end
    for other in line.sentence.notes:
        if other.kind in _NAMES and other.span.start > end:
            gap = line.view.text[end : other.span.start]
            between = gap.replace(",", " ").split()
            if len(between) == 1 and joins & set(between):
                return note.span
            end = other.span.end if other.kind == "place" and _CONTAINER.fullmatch(gap) else end
    return Span(start=note.span.start, end=end)


def _titles(line: Line) -> Iterator[Span]:
    """Yield what stands in quotation marks and nobody says, the names of works, and how something is called."""
    yield from _called(line)
    spoken = [q.words for q in line.view.found.quotes if q.kind != "indirect"]
    yield from (inner for inner in marked(line) if not any(words.meets(inner) for words in spoken))


def _called(line: Line) -> Iterator[Span]:
    """Yield the words in capitals behind those that tell a name: "a ship named *Bituin Tres*"."""
    for naming in _naming(line.view.found.language).find(line.words):
        last = naming.last
        while last + 1 < len(line.words) and line.words[last + 1].text[0].isupper() and _adjoins(line, last):
            last += 1
        if last > naming.last:
            yield Span(start=line.words[naming.last + 1].start, end=line.words[last].end)


def _adjoins(line: Line, at: int) -> bool:
    return line.view.text[line.words[at].end : line.words[at + 1].start].isspace()


@cache
def _naming(code: str) -> Phrases:
    return phrases(("naming", load(code).questions.classes["naming"]))
