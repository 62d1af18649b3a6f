"""Questions why: the clause behind a word that gives a reason, in a sentence that says what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.page import terms_of
from newsqa.answer.reading import Asked
from newsqa.answer.support import Support, holds, says, support
from newsqa.answer.view import View
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.languages.schema import Reasons
from newsqa.model import Answer, Evidence, Question, Span
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token

_SAYS = 0.2  # share that the sentence itself must say of what tells the article's sentences apart
_NEAR = 0.5  # share of the question that it must say together with the sentences around it
_OWN = 1.2  # what the sentence's own words count beside what stands around it
_BEFORE = 0.8  # what the sentence before counts of that
_REPEATED = 1.5  # what is taken off where the reason only says the question again
_BY_NAME = {"sure": 0.6, "causes": 0.4, "weak": 0.0}
_SHORTEST = 2  # words; a shorter clause gives no reason


class Reason(NamedTuple):
    """One clause as a reason: where it stands, and how well its sentence fits the question."""

    view: View
    place: int
    span: Span
    support: Support
    says: float
    holds: bool
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"near": self.support.near, "says": self.says}

    @property
    def answers(self) -> bool:
        """Tell whether the sentence says enough of the question."""
        return self.holds and self.says >= _SAYS and self.support.near >= _NEAR


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Reason]:
    """Return the reasons given in the articles, those for what is asked first."""
    return sorted((r for view in views for r in _reasons(question, view)), key=lambda r: -r.score)


def _reasons(question: Question, view: View) -> Iterator[Reason]:
    for place in range(len(view.sentences)):
        shown, said = support(view, question.terms, place), _says(question, view, place)
        for order, (name, span) in enumerate(_clauses(view, view.page.words_of(place))):
            score = (
                shown.near + _OWN * said + _BY_NAME[name] - 0.05 * order - _REPEATED * _repeated(question, view, span)
            )
            yield Reason(view, place, span, shown, said, holds(view, question, place), score)


def _says(question: Question, view: View, place: int) -> float:
    """Return how much a sentence says, or the one before it: "They touched. That was because …"."""
    own = says(view, question.terms, place)
    return max(own, _BEFORE * says(view, question.terms, place - 1)) if place else own


def _repeated(question: Question, view: View, span: Span) -> float:
    """Return the share of the question that the clause itself says: a reason says something else."""
    own = terms_of(span.of(view.text), view.found.language)
    weights = {group: view.telling(group) for group in question.terms}
    return sum(w for group, w in weights.items() if own & set(group)) / (sum(weights.values()) or 1.0)


def _clauses(view: View, words: list[Token]) -> Iterator[tuple[str, Span]]:
    """Yield the clause behind each word that gives a reason, and the one before each word that gives a result."""
    found = list(_markers(load(view.found.language).reasons).find(words))
    for mark in found:
        first, last = mark.last + 1, len(words) - 1
        if mark.name == "ends":
            continue
        if mark.name == "causes":
            first, last = max([0, *(p.last + 1 for p in found if p.last < mark.first)]), mark.first - 1
        last = min([last, *(p.first - 1 for p in found if p.name == "ends" and p.first > first)])
        if last - first + 1 >= _SHORTEST:
            yield mark.name, Span(start=words[first].start, end=words[last].end)


def _markers(data: Reasons) -> Phrases:
    return phrases(("sure", data.sure), ("weak", data.weak), ("ends", data.ends), ("causes", data.causes))


def chosen(found: Sequence[Reason]) -> list[Reason]:
    """Return the reasons of sentences that say enough of the question."""
    return [reason for reason in found if reason.answers]


def answer(_: Question, reason: Reason) -> Answer:
    """Return the reason as an answer."""
    article, sentence = reason.view.page.stored.article, reason.view.sentences[reason.place]
    words = reason.view.page.words_of(reason.place)
    at = next(i for i, w in enumerate(words) if w.start == reason.span.start)
    return Answer(
        text=reason.span.of(article.text),
        kind="fact",
        status=statuses(article.text, words, reason.view.found.language)[at],
        evidence=Evidence(article=article, span=sentence.span),
        score=round(reason.score, 3),
        span=reason.span,
    )
