"""What a question says of time: the days that it names, and whether it asks for the latest or the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Sentence
from newsqa.text import times
from newsqa.text.dates import Days
from newsqa.text.words import tokens

_NAMED = frozenset({"day", "month", "year"})  # kinds of times that mean the same days whoever says them
_ALIKE = 0.6  # of the best article's share, from which another one tells of the same
_AFTER = dt.timedelta(days=1)  # by which an article may be later than the day that it tells of


def dated(view: View, question: Question, sentence: Sentence) -> float:
    """Return 1 where a sentence, or less where its article, is of the days that the question names; -1 where neither.

    0 where the question names none.
    """
    day = view.page.stored.article.day
    asked = _days(question.text, question.language, day) if _dates_itself(question.text, question.language) else ()
    if not asked:
        return 0.0
    told = [_span(note.value) for note in sentence.notes if note.kind.startswith("time.") and note.value]
    if any(_meet(one, other) for one in asked for other in told):
        return 1.0
    return 0.5 if day and any(since <= day <= until + _AFTER for since, until in asked) else -1.0


@lru_cache(maxsize=256)
def _dates_itself(text: str, code: str) -> bool:
    """Tell whether a question names a time at all: few do, and each article has another day to read them by."""
    return bool(times.find(text, 0, len(text), load(code), None))


@lru_cache(maxsize=256)
def _days(text: str, code: str, day: dt.date | None) -> tuple[Days, ...]:
    """Return the days that a question names, read as an article of `day` would mean them."""
    found = times.find(text, 0, len(text), load(code), day)
    return tuple((t.since, t.until) for t in found if t.kind in _NAMED and t.since and t.until)


def _span(value: str) -> Days:
    first, _, last = value.partition("/")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def fitting(question: Question, view: View, views: Sequence[View]) -> float:
    """Return 1 where an article is the latest, or the first, as the question asks, of those that tell of it.

    -1 where it is at the other end, 0 where the question does not ask, or only one day is told of.
    """
    side = _side(question.text, question.language)
    least = _ALIKE * max((other.share for other in views), default=0.0)
    days = sorted(set(_dates(other for other in views if other.share >= least or other is view)))
    day = view.page.stored.article.day
    if not side or day is None or len(days) < 2:
        return 0.0
    return side * (2 * days.index(day) / (len(days) - 1) - 1)


def _dates(views: Iterable[View]) -> Iterable[dt.date]:
    return (view.page.stored.article.day for view in views if view.page.stored.article.day)


@lru_cache(maxsize=256)
def _side(text: str, code: str) -> int:
    classes, words = load(code).questions.classes, {w.normal for w in tokens(text)}
    latest, first = (bool(words & set(classes.get(name, ()))) for name in ("latest", "first"))
    return int(latest) - int(first)
