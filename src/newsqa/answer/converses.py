"""The same deed told from its other side: who is said to lose to somebody has not won, and that one has."""

from __future__ import annotations

from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.model import Question
from newsqa.text.relations import converses

_SIDES = frozenset({"to", "from", "by", "against"})  # sorts of the small words behind which the other side stands
_KINDS = frozenset({"person", "organisation", "place", "other", "row"})
_BEFORE = 6  # words before a name in which that word stands


def side(question: Question, line: Line, candidate: Candidate) -> float:
    """Return 1 where the candidate does what is asked by the converse that a sentence tells, -1 where the other does.

    0 where the sentence tells none, or the deed itself as well.
    """
    if question.asked == "patient" or candidate.kind.partition(".")[0] not in _KINDS:
        return 0.0
    verb = line.once("converse", lambda: _verb(question, line))
    if verb is None:
        return 0.0
    first, last = line.within(candidate.span)
    if last < verb:
        return -1.0
    before = range(max(verb + 1, first - _BEFORE), first)
    return float(any(line.cases.get(line.words[at].normal) in _SIDES for at in before))


def _verb(question: Question, line: Line) -> int | None:
    """Return where the converse of the question's verb stands in a sentence that has not the verb itself."""
    others, deed = converses(question.predicate), frozenset(question.predicate)
    groups = line.view.page.groups_of(line.place) if others else ()
    if any(not deed.isdisjoint(group.terms) for group in groups):
        return None
    return next((group.last for group in groups if not others.isdisjoint(group.terms)), None)
