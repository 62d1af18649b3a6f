"""Whether an answer tells of the one whom a follow-up names: the rest of the question was asked of somebody else.

"And Egypt?" behind "how much has Ethiopia spent?" has no answer in a sentence about Ethiopia, however well it fits the
words that were kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsqa.answer import speakers
from newsqa.answer.page import TITLE
from newsqa.answer.view import Group, View
from newsqa.model import Answer, Question
from newsqa.text.words import tokens

_SURE = 0.5  # how surely words are somebody's whom a question names


def tells_of(one: Answer, views: Sequence[View], question: Question, name: str) -> bool:
    """Tell whether an answer has the name in its sentence, or in who says or does it; words keep to their topic."""
    words = {w.normal for w in tokens(name)}
    groups = [group for group in question.terms if group[0] in words]
    view = next((view for view in views if view.page.stored.article.id == one.evidence.article.id), None)
    if view is None or not groups:
        return True
    span = one.evidence.span
    places = range(view.at(span), view.page.last(span) + 1)
    if one.kind == "quote":
        others = [group for group in groups if group not in question.topic]
        return _keeps_to(view, places, question.topic) and (not others or _acts(view, one, others))
    return _stands(view, places, groups) or _acts(view, one, groups)


def _stands(view: View, places: Iterable[int], groups: Iterable[Group]) -> bool:
    return any(place in view.places(group) for group in groups for place in places)


def _keeps_to(view: View, places: Sequence[int], topic: Iterable[Group]) -> bool:
    """Tell whether words are on a topic: their sentence or the title has it."""
    groups = list(topic)
    return not groups or _stands(view, (TITLE, *places), groups)


def _acts(view: View, one: Answer, groups: Sequence[Group]) -> bool:
    """Tell whether it is said or done by who has the name: the minister of a country speaks for it."""
    if one.kind == "quote":
        said = (quote for quote in view.page.said if quote.words == one.span)
        return any(speakers.same(view, groups, quote) >= _SURE for quote in said)
    facts = (fact for fact in view.found.facts if one.evidence.span.holds(fact.verb))
    names = [view.page.called.get((fact.subject and fact.subject.entity) or "", frozenset()) for fact in facts]
    return any(not name.isdisjoint(group) for name in names for group in groups)
