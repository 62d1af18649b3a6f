"""Questions who someone is: the role that an article gives the one who is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer import descriptions
from newsqa.answer.lines import Line
from newsqa.answer.reading import Asked
from newsqa.answer.speakers import role_terms
from newsqa.answer.verbs import is_formed
from newsqa.answer.view import Group, View, alike
from newsqa.languages import load
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
        score = _same(asked, entity, view.found.language)
        span = _role(entity, view) if score else None
        if span:
            yield Known(view, entity, span, score)


def _same(asked: Sequence[Group], entity: Entity, code: str) -> float:
    """Return the share of the words that an entity's name says, and of the others those that its role does."""
    named = _by_name(asked, entity)
    role = role_terms(entity.role, code) if entity.role and max(named, default=0.0) >= _SURE else frozenset()
    met = [1.0 if n < _SURE and not role.isdisjoint(g) else n for n, g in zip(named, asked, strict=True)]
    return sum(met) / (len(met) or 1)


def _by_name(asked: Sequence[Group], entity: Entity) -> list[float]:
    """Return for each word how surely it is one of somebody's name."""
    words = {w.normal for form in (entity.name, *entity.aliases) for w in tokens(form)}
    return [1.0 if words & set(g) else max((alike(g[0], w) for w in words), default=0.0) for g in asked]


def knows(asked: Sequence[Group], view: View) -> bool:
    """Tell whether an article names somebody by all of some words."""
    people = (entity for entity in view.found.entities if entity.kind == "person")
    return bool(asked) and any(min(_by_name(asked, entity)) >= _SURE for entity in people)


def _role(entity: Entity, view: View) -> Span | None:
    """Return where an article tells what one whom it names is: a role that it gives, else another noun."""
    told = [one for one in descriptions.of(view.page, entity) if one.way != "deed"]
    best = next((one for one in told if one.is_role), None)
    named = None if best else _named(entity, view)
    found = best or (None if named else next(iter(told), None))
    return found.span if found else named


def _named(entity: Entity, view: View) -> Span | None:
    """Return where an article first tells the role that its names were found with: before a mention, else behind it."""
    short = load(view.found.language).sentences.abbreviations  # "Dr" tells nothing of what somebody is
    role = entity.role if entity.role and entity.role.rstrip(".") not in short else ""
    for mention in entity.mentions if role else ():
        sentence = view.sentences[view.at(mention)].span
        at = view.text.rfind(role, sentence.start, mention.start)
        at = at if at >= 0 else view.text.find(role, mention.end, sentence.end)
        if at >= 0:
            return _whole(Line(view, view.at(mention), ()), Span(start=at, end=at + len(role)))
    return None


def _whole(line: Line, role: Span) -> Span:
    """Return a role with the nouns before its head, "*warehouse* worker", and without what a clause tells of it."""
    first, last = line.within(role)
    language = load(line.view.found.language)
    ends = (at for at in range(first + 1, last + 1) if _ends(line, at))
    last = next(ends, last + 1) - 1
    while not language.questions.head_first and first and _is_noun(line, first - 1, first):
        first -= 1
    return Span(start=line.words[first].start, end=line.words[last].end)


def _ends(line: Line, at: int) -> bool:
    """Tell whether a role ends before a word: where a clause tells of it, or a bracket gives its short form."""
    relative = load(line.view.found.language).facts.relative
    return line.words[at].normal in relative or "(" in line.view.text[line.words[at - 1].end : line.words[at].start]


def _is_noun(line: Line, at: int, head: int) -> bool:
    """Tell whether a word describes the noun behind it."""
    word, language = line.words[at], load(line.view.found.language)
    small = word.normal in language.about.function_words or word.normal in language.facts.prepositions
    adjoins = line.view.text[word.end : line.words[head].start].isspace()
    return adjoins and not small and word.text[0].islower() and not is_formed(word.normal, language.about.code)


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
