"""Questions for someone's words: the quotations of the one who is named, those on the topic first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer import speakers
from newsqa.answer.page import terms_of
from newsqa.answer.reading import Asked
from newsqa.answer.support import Support, support
from newsqa.answer.view import View
from newsqa.extract.status import statuses
from newsqa.model import Answer, Evidence, Question, Quote, Span

Groups = tuple[tuple[str, ...], ...]
_SURE = 0.7  # from which a speaker is the one who is named
_ON_TOPIC = 0.54  # from which a quotation is on the topic
_OWN = 0.2  # what the topic in the quotation's own sentence adds to the topic near it
_IN_WORDS = {"direct": 0.4, "partial": 0.4, "indirect": 0.2}  # what the topic in the quoted words themselves adds
_ELSEWHERE = 0.6  # what the topic takes off where only another quotation of the sentence says it
_AS_ASKED = 1.0  # what a quotation counts of the kind that the question asks for: what someone calls something
_SHORTEST = 3  # words; an indirect quotation shorter than this says little
_TIE = 0.9  # of the best score, from which another quotation answers too
_BY_KIND = {"direct": 0.35, "partial": 0.3, "indirect": 0.0}


class Spoken(NamedTuple):
    """One quotation as an answer: how surely the speaker is meant, how near the topic is, and the score of both."""

    view: View
    quote: Quote
    speaker: float
    topic: Support
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"speaker": self.speaker, "topic near": self.topic.near, "topic here": self.topic.here}

    @property
    def answers(self) -> bool:
        """Tell whether both speaker and topic are those of the question."""
        return self.speaker >= _SURE and self.topic.near + _OWN * self.topic.here >= _ON_TOPIC


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Spoken]:
    """Return the quotations of the one who is asked about, best first."""
    found = [s for view in views for s in _spoken(question, view)]
    return sorted(found, key=lambda s: -s.score)


def _spoken(question: Question, view: View) -> Iterator[Spoken]:
    for quote, (first, last) in _in_blocks(view):
        named, asked_about = _split(question, view, quote)
        speaker = speakers.same(view, named, quote)
        if speaker < _SURE:
            continue
        own, block = support(view, asked_about, view.at(quote.words)), support(view, asked_about, first, last)
        topic = Support((own.near + block.near) / 2, own.anywhere, own.here)
        score = speaker + 2 * topic.near + 0.5 * topic.here + _by_kind(question, view, quote)
        score += _IN_WORDS[quote.kind] * _said(view, asked_about, quote) - _ELSEWHERE * _elsewhere(
            view, asked_about, quote
        )
        yield Spoken(view, quote, speaker, topic, score)


def _split(question: Question, view: View, quote: Quote) -> tuple[Groups, Groups]:
    """Return the words for the speaker and for the topic; where both stand together, the quotation's speaker tells."""
    if question.topic or not question.mixed:
        return question.speaker, question.topic
    named = tuple(group for group in question.speaker if speakers.same(view, (group,), quote) >= _SURE)
    return named or question.speaker, tuple(group for group in question.speaker if group not in named)


def _said(view: View, topic: Groups, quote: Quote) -> float:
    """Return the share of the topic that the quoted words themselves say."""
    return _share(view, topic, terms_of(quote.words.of(view.text), view.found.language))


def _elsewhere(view: View, topic: Groups, quote: Quote) -> float:
    """Return the share of the topic that only another quotation of the same sentence says."""
    others = [q for q in view.found.quotes if q.sentence == quote.sentence and not q.words.meets(quote.words)]
    said = frozenset(t for q in others for t in terms_of(q.words.of(view.text), view.found.language))
    return _share(view, topic, said - terms_of(_without(view, quote.sentence, others), view.found.language))


def _without(view: View, sentence: Span, quotes: Sequence[Quote]) -> str:
    """Return a sentence without the words of some quotations in it."""
    text, at = [], sentence.start
    for quote in sorted(quotes, key=lambda q: q.words.start):
        text.append(view.text[at : quote.words.start])
        at = max(at, quote.words.end)
    return " ".join([*text, view.text[at : sentence.end]])


def _share(view: View, topic: Groups, said: frozenset[str]) -> float:
    weights = {group: view.weight(group) for group in topic}
    return sum(w for group, w in weights.items() if said & set(group)) / (sum(weights.values()) or 1.0)


def _by_kind(question: Question, view: View, quote: Quote) -> float:
    if quote.kind == question.kind:
        return _AS_ASKED
    if quote.kind == "indirect" and len(quote.words.of(view.text).split()) < _SHORTEST:
        return -_BY_KIND["direct"]
    return _BY_KIND[quote.kind]


def _in_blocks(view: View) -> Iterator[tuple[Quote, tuple[int, int]]]:
    """Yield each quotation with the first and last sentence of the run in which its speaker speaks on."""
    run: list[tuple[int, Quote]] = []
    for at, quote in sorted(((view.at(q.words), q) for q in view.found.said), key=lambda pair: pair[0]):
        if run and (quote.speaker != run[-1][1].speaker or at - run[-1][0] > 1):
            yield from _block(run)
            run = []
        run.append((at, quote))
    yield from _block(run)


def _block(run: list[tuple[int, Quote]]) -> Iterator[tuple[Quote, tuple[int, int]]]:
    yield from ((quote, (run[0][0], run[-1][0])) for _, quote in run)


def chosen(found: Sequence[Spoken]) -> list[Spoken]:
    """Return those that answer: the best, and what else the same speaker says as near to the topic."""
    good = [s for s in found if s.answers]
    return [s for s in good if s.quote.speaker == good[0].quote.speaker and s.score >= _TIE * good[0].score]


def _denies(spoken: Spoken) -> bool:
    """Tell whether the words deny something: where they are told as a denial, or stand right behind one."""
    view, quote = spoken.view, spoken.quote
    at = view.at(quote.words)
    code = view.found.language
    words = view.page.words_of(at)
    told = [s for w, s in zip(words, statuses(view.text, words, code), strict=True) if not quote.words.start < w.start]
    before = view.page.words_of(at - 1) if at else []
    return "denied" in told or statuses(view.text, before, code)[-1:] == ["denied"]


def answer(_: Question, spoken: Spoken) -> Answer:
    """Return the quotation as an answer: its words without the marks, in the sentence they stand in."""
    quote, article = spoken.quote, spoken.view.page.stored.article
    return Answer(
        text=quote.words.of(article.text),
        kind="quote",
        status="denied" if _denies(spoken) else "said",
        evidence=Evidence(article=article, span=quote.sentence),
        score=round(spoken.score, 3),
        span=quote.words,
        speaker=quote.speaker,
    )
