"""How a reason hangs on what a question asks: how near its verb stands, and how much of it its sentence tells."""

from __future__ import annotations

from newsqa.answer import telling
from newsqa.answer.lines import Line
from newsqa.model import Question

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
