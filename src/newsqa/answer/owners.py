"""Whose a number is: where it is told of another person than the one whom a question names, it is no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.answer import amounts
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.model import Entity, Question, Span

_PERSON = "person"


def named(question: Question, view: View) -> Sequence[Entity]:
    """Return whom an article knows by the names in a question: those with most of their words in it."""
    return view.once("named ones", question, lambda: _named(question, view))


def _named(question: Question, view: View) -> Sequence[Entity]:
    names = [group for group in question.terms if view.is_name(group)]
    shares = [(_met(view, entity.name, names), entity) for entity in view.found.entities]
    most = max((len(met) for met, _ in shares), default=0)
    best = [(len(met) / len(view.page.called[one.name]), one) for met, one in shares if met and len(met) == most]
    return [one for share, one in best if share == max(share for share, _ in best)]


def _met(view: View, name: str, names: Sequence[Group]) -> list[Group]:
    """Return those of some words that are of somebody's name."""
    called = view.page.called[name]
    return [group for group in names if not called.isdisjoint(group)]


def is_asked_about(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether somebody else than the one that a candidate names is asked for: the question names that one."""
    name = candidate.note.value if candidate.note and candidate.kind == _PERSON == question.wanted else None
    return name is not None and any(one.name == name for one in named(question, line.view))


def is_of_another(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is told of another person: somebody else is in its clause, who is asked about nowhere."""
    people = [one for one in named(question, line.view) if one.kind == _PERSON]
    if not people or any(_is_told(line, one) for one in people):
        return False
    first, last = line.within(candidate.span)
    parts = set(line.joined[first : last + 1])
    return any(line.joined[line.within(span)[0]] in parts for span in _others(question, line, people))


def _is_told(line: Line, entity: Entity) -> bool:
    return any(mention.meets(line.sentence.span) for mention in entity.mentions)


def _others(question: Question, line: Line, people: Sequence[Entity]) -> Iterator[Span]:
    """Yield where a sentence names or means people whom the question does not name, and who do not only say it."""
    others = (one for one in line.view.found.entities if one.kind == _PERSON and one not in people)
    for one in others:
        if not _met(line.view, one.name, question.terms):
            here = (span for span in one.mentions if line.sentence.span.holds(span))
            yield from (span for span in here if not any(span.meets(said) for said in line.speakers))


def is_age_of_another(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether an age is somebody else's than the one's whom a question names: "Pieter Hale (61)" of Nils Hale."""
    names = [group for group in question.terms if line.view.is_name(group)]
    if not names or not amounts.is_age(line, candidate):
        return False
    owner = amounts.aged(line, candidate)
    if owner is None:
        return not any(line.asked[m.group] in names for m in line.matches) and not any(
            _is_told(line, one) for one in named(question, line.view)
        )
    met = _met(line.view, owner, names)
    return not met or any(_is_of_somebody(line.view, group, owner) for group in names if group not in met)


def _is_of_somebody(view: View, group: Group, besides: str) -> bool:
    """Tell whether a name that is not somebody's is another person's, or that of nobody and nothing in the article."""
    others = (one.name for one in view.found.entities if one.kind == _PERSON and one.name != besides)
    return not view.places(group) or any(_met(view, name, [group]) for name in others)
