"""What a question says of time: the days that it names, and which end of time it asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from newsqa.answer import days
from newsqa.answer.lines import Line
from newsqa.answer.spoken import written
from newsqa.answer.typed import Candidate
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Sentence
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import tokens

_BESIDE = 3  # words before a time in which is said that it is a limit
_ALIKE = 0.6  # of the best article's share, from which another one tells of the same


def dated(view: View, question: Question, sentence: Sentence) -> float:
    """Return 1 where a sentence, or less where its article, is of the days that the question names; -1 where neither.

    0 where the question names none, or the article is of them, but the sentence names others.
    """
    day = view.page.stored.article.day
    asked = days.named(question.text, question.language, day)
    if not asked:
        return 0.0
    told = list(days.told(sentence))
    if days.meet(asked, told):
        return 1.0
    return (0.0 if told else 0.5) if days.is_of(day, asked) else -1.0


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


def told(question: Question, line: Line, candidate: Candidate, first: int) -> dict[str, float]:
    """Return whether a time is told as it is asked for: as an end, as a start, before or after the article's day."""
    if question.wanted != "time" or not candidate.kind.startswith("time."):
        return {}
    asked = _asks(question.text, question.language)
    return {
        **{sort: 1.0 if tells(line, sort, first) else -1.0 for sort in ("limit", "start") if sort in asked},
        **_ahead(line, candidate, ("to_come" in asked or question.planned) - ("gone" in asked)),
    }


def _ahead(line: Line, candidate: Candidate, asked: int) -> dict[str, float]:
    """Return whether a time lies ahead of the article's day or behind it, and whether that is asked for."""
    today, note = line.view.page.stored.article.day, candidate.note
    if today is None or note is None or not note.value:
        return {}
    since, until = days.of(note)
    side = float(since > today) - float(until < today)
    return {"ahead of its day": side * asked} if asked else {"to come": side}


def tells(line: Line, sort: str, first: int) -> bool:
    """Tell whether words right before a time say that something ends, or begins, then."""
    found = line.once(sort, lambda: list(_phrases(line.view.found.language, f"{sort}_told").find(line.words)))
    return any(first - _BESIDE <= p.last < first for p in found)


@lru_cache(maxsize=1024)
def _asks(text: str, code: str) -> frozenset[str]:
    """Return what a question asks of a time: that it is a limit or a start, is to come or gone."""
    sorts = ("limit_asked", "start_asked", "to_come", "gone")
    words = written(tokens(text), code)
    return frozenset(sort.removesuffix("_asked") for sort in sorts if any(_phrases(code, sort).find(words)))


@cache
def _phrases(code: str, sort: str) -> Phrases:
    return phrases((sort, load(code).questions.classes[sort]))


def _dates(views: Iterable[View]) -> Iterable[dt.date]:
    return (view.page.stored.article.day for view in views if view.page.stored.article.day)


@lru_cache(maxsize=256)
def _side(text: str, code: str) -> int:
    classes, words = load(code).questions.classes, {w.normal for w in tokens(text)}
    latest, first = (bool(words & set(classes.get(name, ()))) for name in ("latest", "first"))
    return int(latest) - int(first)
