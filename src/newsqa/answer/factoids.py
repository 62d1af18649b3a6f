"""Questions for a name, number, time or place: the spans that the learned scorer ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.reading import Asked
from newsqa.answer.score import Candidate, look, rank
from newsqa.answer.support import Support, support
from newsqa.answer.view import View
from newsqa.extract.status import statuses
from newsqa.model import Answer, Evidence, Question
from newsqa.text.words import tokens

_AMONG = 5  # sentences of an article are looked into
_KEPT = 5  # candidates of an article
_NEAR = 0.6  # share of the question that must be said around an answer


class Ranked(NamedTuple):
    """A candidate in its article; `score` compares candidates of different articles."""

    view: View
    candidate: Candidate
    support: Support
    score: float

    @property
    def answers(self) -> bool:
        """Tell whether enough of the question is said around the candidate."""
        return self.support.near >= _NEAR


def find(question: Question, asked: Asked, views: Sequence[View]) -> list[Ranked]:
    """Return the best candidates of the articles, best first."""
    return sorted((r for view in views for r in _ranked(question, asked, view)), key=lambda r: -r.score)


def _ranked(question: Question, asked: Asked, view: View) -> Iterator[Ranked]:
    scenes = look(asked, view.text, view.sentences, view.found.language, _AMONG)
    best = rank(asked, view.text, scenes)
    for place, candidate in enumerate(best[:_KEPT]):
        shown = support(view, question.terms, candidate.sentence)
        yield Ranked(view, candidate, shown, view.share + 0.3 * best[0].score - place)


def answer(ranked: Ranked) -> Answer:
    """Return the candidate as an answer, with the status of its clause."""
    article, span = ranked.view.stored.article, ranked.candidate.span
    sentence = ranked.view.sentences[ranked.candidate.sentence]
    words = tokens(article.text, sentence.span.start, sentence.span.end)
    at = next((i for i, w in enumerate(words) if w.start >= span.start), 0)
    return Answer(
        text=span.of(article.text),
        kind="fact",
        status=statuses(article.text, words, ranked.view.found.language)[at],
        evidence=Evidence(article=article, span=sentence.span),
        score=round(ranked.score, 3),
        span=span,
    )
