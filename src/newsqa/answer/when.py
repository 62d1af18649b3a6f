"""What a question says of time: the days that it names, and whether it asks for the latest or the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsqa.answer import days
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Sentence
from newsqa.text.words import tokens

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


def _dates(views: Iterable[View]) -> Iterable[dt.date]:
    return (view.page.stored.article.day for view in views if view.page.stored.article.day)


@lru_cache(maxsize=256)
def _side(text: str, code: str) -> int:
    classes, words = load(code).questions.classes, {w.normal for w in tokens(text)}
    latest, first = (bool(words & set(classes.get(name, ()))) for name in ("latest", "first"))
    return int(latest) - int(first)
