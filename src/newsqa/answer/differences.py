"""By how much one is more than another: no answer to how many there are, but to what the margin is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from newsqa.answer.eras import COUNTS
from newsqa.answer.lines import Line
from newsqa.answer.page import terms_of
from newsqa.answer.sought import is_role
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Note, Question
from newsqa.text.phrases import Phrase, Phrases, phrases
from newsqa.text.words import tokens

T = TypeVar("T")


def fitting(question: Question, found: Sequence[T], spot: Callable[[T], tuple[Line, Candidate]]) -> list[T]:
    """Return what was found without the differences where none is asked for; nothing but them where one is."""
    told = [tells(*spot(one)) for one in found]
    wanted = asked(question.text, question.language)
    return [one for one, apart in zip(found, told, strict=True) if apart == wanted or not any(told)]


def tells(line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is by how much one is more than another: "beat Moe *by 12 votes*", "ahead by 12".

    Nobody is ahead by people: "beaten by two men", and "in another place, 12 people".
    """
    if candidate.note is None or candidate.kind not in COUNTS or _counts_people(line, candidate.note):
        return False
    classes, first = load(line.view.found.language).questions.classes, line.within(candidate.span)[0]
    if any(p.last == first - 1 for p in _told(line)):
        return True
    by = first > 0 and line.words[first - 1].normal in classes["differs_by"]
    clause = (at for at in range(first - 1) if line.clauses[at] == line.clauses[first])
    return by and any(line.words[at].normal in classes["beats"] for at in clause)


def _counts_people(line: Line, number: Note) -> bool:
    return bool(number.head) and is_role(tuple(terms_of(number.head or "", line.view.found.language)))


def _told(line: Line) -> list[Phrase]:
    return line.once("differences", lambda: list(_differs(line.view.found.language).find(line.words)))


@lru_cache(maxsize=1024)
def asked(text: str, code: str) -> bool:
    """Tell whether a question asks by how much one is more than another."""
    return any(found.name == "difference" for found in _asks(code).find(tokens(text)))


@cache
def _differs(code: str) -> Phrases:
    return phrases(("differs", load(code).questions.classes["differs"]))


@cache
def _asks(code: str) -> Phrases:
    classes = load(code).questions.classes
    return phrases(*((name, classes[name]) for name in ("difference", "roughly")))
