"""Whose a number is: where it is told of another person than the one whom a question names, it is no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.answer import amounts
from newsqa.answer.lines import Line
from newsqa.answer.sought import is_role
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Entity, Question, Span
from newsqa.text.relations import of_class

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
    """Tell whether a number is told of another person: somebody else is in its clause, who is asked about nowhere near.

    A pronoun may mean the one who is asked about.
    """
    people = [one for one in named(question, line.view) if one.kind == _PERSON]
    if not people or _has_pronoun(line) or any(_is_told(line, one, back=1) for one in people):
        return False
    first, last = line.within(candidate.span)
    parts = set(line.joined[first : last + 1])
    return any(line.joined[line.within(span)[0]] in parts for span in _others(question, line, people))


def _has_pronoun(line: Line) -> bool:
    references = load(line.view.found.language).references
    return any(
        word.normal in references.pronouns or word.normal.endswith(tuple(references.clitics)) for word in line.words
    )


def _is_told(line: Line, entity: Entity, *, back: int = 0) -> bool:
    """Tell whether a sentence, or one of so many before it, names somebody."""
    sentences = line.view.sentences[max(0, line.place - back) : line.place + 1]
    return any(mention.meets(one.span) for mention in entity.mentions for one in sentences)


def _others(question: Question, line: Line, people: Sequence[Entity]) -> Iterator[Span]:
    """Yield where a sentence names people whom the question does not name, and who do not only say it."""
    others = (one for one in line.view.found.entities if one.kind == _PERSON and one not in people)
    for one in others:
        if not _met(line.view, one.name, question.terms):
            here = (span for span in one.mentions if line.sentence.span.holds(span))
            yield from (span for span in here if not any(span.meets(said) for said in line.speakers))


def is_age_of_another(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether an age is another person's than the one's whom a question names: "Pieter Hale (61)" of Nils Hale.

    Whose wife, or lawyer, is asked about, has another name than the one that the question has, or is named beside it.
    """
    names = _people_asked(question, line.view)
    owner = amounts.aged(line, candidate) if names and amounts.is_age(line, candidate) else None
    if owner is None:
        return False
    met = _met(line.view, owner, names)
    if not met:
        return not _has_another(question, line)
    whole = len(_met(line.view, owner, question.terms)) == len(line.view.page.called[owner])
    apart = whole and _has_another(question, line)
    return not apart and any(_is_of_somebody(line.view, group, owner) for group in names if group not in met)


def _people_asked(question: Question, view: View) -> list[Group]:
    """Return the names in a question that are somebody's, or nobody's and nothing's in the article: no place's."""
    others = [one.name for one in view.found.entities if one.kind != _PERSON]
    people = [one.name for one in view.found.entities if one.kind == _PERSON]
    names = [group for group in question.terms if view.is_name(group)]
    return [g for g in names if any(_met(view, p, [g]) for p in people) or not any(_met(view, o, [g]) for o in others)]


def _has_another(question: Question, line: Line) -> bool:
    """Tell whether the one asked about is told by whom they are kin of or work for, so that another name may be due."""
    kin = any(not of_class("people").isdisjoint(group) for group in question.terms)
    roles = [group for group in question.terms if is_role(group)]
    return kin or any(line.place in line.view.places(group) for group in roles)


def _is_of_somebody(view: View, group: Group, besides: str) -> bool:
    """Tell whether a name that is not somebody's is another person's, or that of nobody and nothing in the article."""
    others = (one.name for one in view.found.entities if one.kind == _PERSON and one.name != besides)
    return not view.places(group) or any(_met(view, name, [group]) for name in others)
