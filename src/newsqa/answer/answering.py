"""From a question to a reply: read it, find articles, score what stands in them, choose."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from newsqa.answer import passages
from newsqa.answer.parse import parse
from newsqa.answer.reading import Asked, read
from newsqa.answer.score import Candidate, look, rank
from newsqa.model import Answer, Evidence, Reply
from newsqa.store.protocol import Store, Stored

_ARTICLES = 5  # are looked into for one question
_AMONG = 3  # sentences of each are
_WITHIN = 6  # sentences are looked into where one article is asked


class Ranked(NamedTuple):
    """A candidate in its article; `score` compares candidates of different articles."""

    stored: Stored
    candidate: Candidate
    score: float


def answer(store: Store, scope: str, text: str, article: str | None = None) -> Reply:
    """Return what the archive of `scope` says to the question, within one article where one is named."""
    started = time.perf_counter()
    question = parse(text)
    asked = read(text, question.language)
    ranked = sorted(_ranked(store, scope, asked, article), key=lambda r: -r.score)
    answers = tuple(map(_answer, ranked[:5]))
    took = (time.perf_counter() - started) * 1000
    return Reply(
        question=text, language=question.language, found=bool(answers), answers=answers, took_ms=round(took, 2)
    )


def _ranked(store: Store, scope: str, asked: Asked, article: str | None) -> Iterator[Ranked]:
    likely = [passages.Passage(article, 0.0)] if article else passages.find(store, scope, asked, _ARTICLES)
    for name, score in likely:
        stored = store.get_article(scope, name)
        found = stored.extraction
        scenes = look(asked, stored.article.text, found.sentences, found.language, _WITHIN if article else _AMONG)
        best = rank(asked, stored.article.text, scenes)
        for place, candidate in enumerate(best[:3]):
            yield Ranked(stored, candidate, score + 0.3 * best[0].score - place)


def _answer(ranked: Ranked) -> Answer:
    article, span = ranked.stored.article, ranked.candidate.span
    sentence = ranked.stored.extraction.sentences[ranked.candidate.sentence]
    return Answer(
        text=span.of(article.text),
        kind="fact",
        status="happened",
        evidence=Evidence(article=article, span=sentence.span),
        score=round(ranked.score, 3),
        span=span,
    )
