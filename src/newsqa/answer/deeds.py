"""What a fact tells of a candidate that stands in it: its place, and whether the other party is the one asked about."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.answer.view import alike
from newsqa.model import Argument, Question


def told(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return what a fact with the question's verb says of the candidate that stands in it.

    `fact` is 1 where it stands in the place asked for, -1 in another; `party` 1 where the question names the other
    party to it, -1 where that is somebody else.
    """
    for fact in line.facts if question.asked and question.predicate else ():
        if fact.predicate not in question.predicate:
            continue
        agent = bool(fact.subject and fact.subject.span.meets(candidate.span))
        patients = [fact.object, *fact.others] if fact.object else fact.others
        if agent or any(one.span.meets(candidate.span) for one in patients if one):
            place = 1.0 if agent == (question.asked == "agent") else -1.0
            return {"fact": place, "party": _party(question, line, patients[:1] if agent else (fact.subject,))}
    return {"fact": 0.0, "party": 0.0}


def _party(question: Question, line: Line, others: Sequence[Argument | None]) -> float:
    """Return 1 where a name in the question is that of the other party to a fact, -1 where it is of none of them."""
    named = [group for group in question.terms if line.view.is_name(group)]
    known = {word for one in others if one and one.entity for word in line.view.page.called.get(one.entity, ())}
    if not known or not named:
        return 0.0
    return 1.0 if any(known & set(group) or any(alike(group[0], w) for w in known) for group in named) else -1.0
