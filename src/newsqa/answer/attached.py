"""How a reason hangs on what a question asks: how near its verb stands, and how much of it its sentence tells."""

from __future__ import annotations

from functools import cache

from newsqa.answer import telling
from newsqa.answer.lines import Line
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.phrases import Phrases, phrases

_REACH = 8  # words at which the question's verb counts half


def of_sentence(question: Question, line: Line) -> dict[str, float]:
    """Return how surely a sentence tells the question's verb, how densely the rest, and whether it names nobody."""
    return {
        "verb told": telling.verb(question, line),
        "dense": telling.dense(line),
        "nameless": telling.nameless(line),
    }


def of_clause(question: Question, line: Line, first: int, last: int, level: str) -> dict[str, float]:
    """Return how near to a reason the question's verb stands; a number is the goal of no doubtful one: "rose to 73"."""
    verb = {i for i, group in enumerate(line.asked) if not set(question.predicate).isdisjoint(group)}
    near = (
        share / (1 + (max(first - at, at - last) - 1) / _REACH)
        for at, group, share in telling.met(line)
        if group in verb and not first <= at <= last
    )
    return {
        f"{level} verb close": max(near, default=0.0),
        "weak number": float(level == "weak" and line.words[first].text[0].isdigit()),
    }


def hints(view: View, place: int, span: Span, level: str) -> dict[str, float]:
    """Return the sorts of words in a reason by which something is likely to tell why."""
    words = [w for w in view.page.words_of(place) if span.start <= w.start < span.end]
    sorts = {p.name for p in _hints(view.found.language).find(words)}
    return {f"hint {sort}": 1.0 for sort in sorts} | {f"{level} hint {sort}": 1.0 for sort in sorts}


@cache
def _hints(code: str) -> Phrases:
    return phrases(*load(code).reasons.hints.items())
