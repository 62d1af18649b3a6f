"""Questions for someone's words: the quotations of the one who is named, those on the topic first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsqa.answer import speakers
from newsqa.answer.support import Support, support
from newsqa.answer.view import View
from newsqa.model import Answer, Evidence, Question, Quote

_SURE = 0.7  # from which a speaker is the one who is named
_ON_TOPIC = 0.5  # from which a quotation is on the topic
_MENTIONED = 0.6  # share of the topic that the article must have at all
_TIE = 0.9  # of the best score, from which another quotation answers too
_BY_KIND = {"direct": 0.10, "partial": 0.08, "indirect": 0.0}


class Spoken(NamedTuple):
    """One quotation as an answer: how surely the speaker is meant, how near the topic is, and the score of both."""

    view: View
    quote: Quote
    speaker: float
    topic: Support
    score: float

    @property
    def answers(self) -> bool:
        """Tell whether both speaker and topic are those of the question."""
        return self.speaker >= _SURE and self.topic.near >= _ON_TOPIC and self.topic.anywhere >= _MENTIONED


def find(question: Question, views: Iterable[View]) -> list[Spoken]:
    """Return the quotations of the one who is asked about, best first."""
    found = [s for view in views for s in _spoken(question, view)]
    return sorted(found, key=lambda s: -s.score)


def _spoken(question: Question, view: View) -> Iterator[Spoken]:
    for quote in view.found.quotes:
        speaker = speakers.same(view, question.speaker, quote)
        if speaker < _SURE:
            continue
        at = view.at(quote.words)
        topic = support(view, question.topic, at)
        score = speaker + 2 * topic.near + 0.5 * topic.here + _BY_KIND[quote.kind]
        yield Spoken(view, quote, speaker, topic, score)


def chosen(found: list[Spoken]) -> list[Spoken]:
    """Return those that answer: the best, and what else the same speaker says as near to the topic."""
    good = [s for s in found if s.answers]
    return [s for s in good if s.quote.speaker == good[0].quote.speaker and s.score >= _TIE * good[0].score]


def answer(spoken: Spoken) -> Answer:
    """Return the quotation as an answer: its words without the marks, in the sentence they stand in."""
    quote, article = spoken.quote, spoken.view.stored.article
    return Answer(
        text=quote.words.of(article.text),
        kind="quote",
        status="said",
        evidence=Evidence(article=article, span=quote.sentence),
        score=round(spoken.score, 3),
        span=quote.words,
        speaker=quote.speaker,
    )
