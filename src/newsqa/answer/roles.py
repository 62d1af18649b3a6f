"""Questions who someone is: the role that an article gives the one who is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.reading import Asked
from newsqa.answer.view import Group, View, alike
from newsqa.model import Answer, Entity, Evidence, Question, Span
from newsqa.text.words import tokens

_SURE = 0.8  # share of the name that must be the one that is asked about


class Known(NamedTuple):
    """Someone with a role: where the role stands, and how surely it is the one who is asked about."""

    view: View
    entity: Entity
    role: Span
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"name": self.score}

    @property
    def answers(self) -> bool:
        """Tell whether it is the one who is asked about."""
        return self.score >= _SURE


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Known]:
    """Return those with a role who bear the name, the newest article first."""
    asked = question.speaker or question.terms
    found = [known for view in views for known in _known(asked, view)]
    return sorted(found, key=lambda k: (-k.score, -(k.view.page.stored.article.day or dt.date.min).toordinal()))


def _known(asked: Sequence[Group], view: View) -> Iterator[Known]:
    for entity in view.found.entities:
        span = _role(entity, view)
        if span:
            yield Known(view, entity, span, _same(asked, entity))


def _same(asked: Sequence[Group], entity: Entity) -> float:
    words = {w.normal for form in (entity.name, *entity.aliases) for w in tokens(form)}
    named = [1.0 if words & set(g) else max((alike(g[0], w) for w in words), default=0.0) for g in asked]
    return sum(named) / (len(named) or 1)


def _role(entity: Entity, view: View) -> Span | None:
    """Return where the role stands before a mention of the one it belongs to."""
    for mention in entity.mentions if entity.role else ():
        sentence = view.sentences[view.at(mention)].span
        at = view.text.rfind(entity.role or "", sentence.start, mention.start)
        if at >= 0:
            return Span(start=at, end=at + len(entity.role or ""))
    return None


def chosen(found: Sequence[Known], _: float) -> list[Known]:
    """Return the roles of the one who is asked about."""
    return [known for known in found if known.answers]


def answer(_: Question, known: Known) -> Answer:
    """Return the role as an answer, in the sentence that gives it."""
    article = known.view.page.stored.article
    sentence = known.view.sentences[known.view.at(known.role)].span
    return Answer(
        text=known.role.of(article.text),
        kind="fact",
        status="happened",
        evidence=Evidence(article=article, span=sentence),
        score=round(known.score, 3),
        span=known.role,
        speaker=None,
    )
