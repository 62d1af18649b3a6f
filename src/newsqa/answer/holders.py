"""Questions who holds a role: the one before whose name, or behind it, an article says the role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer import described
from newsqa.answer.lines import Line
from newsqa.answer.lists import beside
from newsqa.answer.page import terms_of
from newsqa.answer.reading import Asked
from newsqa.answer.speakers import around
from newsqa.answer.support import supports
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Answer, Entity, Evidence, Question, Span
from newsqa.text.words import tokens

_SURE = 0.75  # share of the role, by weight, that must stand beside the name
_IS_ONE = 0.5  # how surely the noun that is asked for must describe them: a bank's lawyer is not its director
_SAID = 0.9 * _SURE  # what a sentence then says at least: what only means a word counts nine tenths


class Holder(NamedTuple):
    """Someone beside whose name the role stands: the mention, and how much of the role stands there."""

    view: View
    entity: Entity
    mention: Span
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"role": self.score}


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Holder]:
    """Return those who are surely said to hold the role, the newest article first where several are."""
    found = [h for view in views for h in _holders(question, view) if h.score >= _SURE]
    best = sorted(
        found, key=lambda h: (-round(h.score, 1), -(h.view.page.stored.article.day or dt.date.min).toordinal())
    )
    return [one for holder in best for one in (holder, *_listed(holder))] if question.many else best


def _listed(holder: Holder) -> list[Holder]:
    """Return those whom a sentence lists beside one who holds a role: they hold it too."""
    line = Line(holder.view, holder.view.at(holder.mention), ())
    return [holder._replace(mention=span) for span in beside(line, holder.mention)]


def _holders(question: Question, view: View) -> Iterator[Holder]:
    role = _role(question)
    weights = {group: view.weight(group) for group in role}
    likely = _likely(role, view)
    for entity in view.found.entities if likely else ():
        if entity.kind != "person" or likely.isdisjoint(map(view.at, entity.mentions)):
            continue
        if described.surely(question, view, entity.name) < _IS_ONE:
            continue
        for mention, texts in around(view, entity):
            if _is_named(question, mention.of(view.text)):
                continue
            said = frozenset(t for text in texts for t in terms_of(text, view.found.language))
            score = sum(w for group, w in weights.items() if said & set(group)) / (sum(weights.values()) or 1.0)
            if not described.is_of_another(texts, role):
                yield Holder(view, entity, mention, score)


def _is_named(question: Question, name: str) -> bool:
    """Tell whether a question itself names one: "who founded Lenu Works" asks for no Lenu."""
    first = tokens(name)[:1]
    return any(word.normal == group[0] for word in first for group in question.terms)


def _role(question: Question) -> tuple[Group, ...]:
    """Return the words for the role, without those that only say that it is held now: "the *new* minister"."""
    held = load(question.language).questions.classes["held"]
    return tuple(group for group in question.terms if group[0] not in held) or question.terms


def _likely(role: Sequence[Group], view: View) -> frozenset[int]:
    """Return the sentences that say so much of the role that someone may hold it there: most articles have none."""
    return frozenset(at for at, said in enumerate(supports(view, role)) if said.here >= _SAID)


def chosen(found: Sequence[Holder], _: float) -> list[Holder]:
    """Return those who hold the role: the best, and who is as sure."""
    return [holder for holder in found if holder.score >= found[0].score]


def answer(_: Question, holder: Holder) -> Answer:
    """Return the name as an answer, in the sentence that says the role."""
    article = holder.view.page.stored.article
    sentence = holder.view.sentences[holder.view.at(holder.mention)].span
    return Answer(
        text=holder.mention.of(article.text),
        kind="fact",
        status="happened",
        evidence=Evidence(article=article, span=sentence),
        score=round(holder.score, 3),
        span=holder.mention,
    )
