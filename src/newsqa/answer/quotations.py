"""Questions for someone's words: the quotations of the one who is named, those on the topic first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import kinship, leads, matter, rivals, scenes, speakers, topics
from newsqa.answer.grounds import grounds
from newsqa.answer.judge import Judged, judged
from newsqa.answer.page import terms_of
from newsqa.answer.reading import Asked
from newsqa.answer.support import support
from newsqa.answer.view import View, are_alone
from newsqa.model import Answer, Evidence, Question, Quote, Span

Groups = tuple[tuple[str, ...], ...]
_SURE = 0.7  # from which a speaker is the one who is named
_BY_NAME = 0.9  # from which a word that is quoted too is of the speaker's name, or of their role
_MAYBE = 0.35  # from which it may be
_MET = 0.3  # from which the article describes someone as the question does
_SHORTEST = 3  # words; an indirect quotation shorter than this says little
_OFTEN = 4  # quotations from which somebody speaks often
_TIE = 1.0  # how far below the best another quotation of the same speaker answers too


class Spoken(NamedTuple):
    """One quotation as an answer."""

    view: View
    quote: Quote


def find(question: Question, _: Asked, views: Sequence[View]) -> list[Judged[Spoken]]:
    """Return the quotations of the one who is asked about, best first."""
    found = (s for view in views for s in _spoken(question, view, views))
    return judged("quotations", found, alone=are_alone(views))


def _spoken(question: Question, view: View, views: Sequence[View]) -> Iterator[tuple[Spoken, str, Mapping[str, float]]]:
    for quote, block in _in_blocks(view):
        named, asked_about = _split(question, view, quote)
        if rivals.meant(question, view, named, quote):
            continue
        speaker = speakers.same(view, named, quote)
        met = scenes.met(view, named, quote)
        if speaker >= _MAYBE or met.get("met", 0.0) >= _MET:
            features = _features(question, view, quote, asked_about, views)
            around = support(view, asked_about, *block).near if asked_about else 0.0
            who = {"speaker": speaker, "sure speaker": float(speaker >= _SURE), "no topic": float(not asked_about)}
            told = {"block": around, "kin block": _told(view, asked_about, block)}
            told |= _led(view, asked_about, quote, block) if asked_about else {}
            yield (
                Spoken(view, quote),
                quote.words.of(view.text),
                features | who | met | told | topics.on_topic(view, question, asked_about, quote, block),
            )


def _led(view: View, topic: Groups, quote: Quote, block: tuple[int, int]) -> dict[str, float]:
    """Return how much of the topic leads up to a quotation, opens the article, and how much more stands elsewhere."""
    return matter.of(view, topic, quote, block) | {
        "led": leads.led(view, topic, quote),
        "opening": topics.opening(view, topic),
        "told widely": topics.widely(view, topic),
        "told elsewhere": leads.elsewhere(view, topic, quote, block),
    }


def _features(question: Question, view: View, quote: Quote, topic: Groups, views: Sequence[View]) -> dict[str, float]:
    words = len(quote.words.of(view.text).split())
    common = grounds(question, view, view.at(quote.words), views, topic)
    if not topic:
        common |= {"near": 0.0, "here": 0.0, "anywhere": 0.0}
    return common | {
        "said": _said(view, topic, quote) if topic else 0.0,
        "elsewhere": _elsewhere(view, topic, quote) if topic else 0.0,
        quote.kind: 1.0,
        "as asked": float(quote.kind == question.kind),
        "cue": _cue(question, view, quote),
        "likely": question.odds("quotation"),
        "short": float(words < _SHORTEST),
        "short and indirect": float(words < _SHORTEST and quote.kind == "indirect"),
        "long": min(words, 40) / 20,
        "denied": float(_denies(view, quote)),
        "speaks": min(_times(view)[quote.speaker], _OFTEN) / _OFTEN,
    }


def _times(view: View) -> Counter[str | None]:
    """Return how often each one is quoted in an article: of those who say one thing anything may be asked."""
    found: Counter[str | None] | None = view.page.kept.get("times quoted")
    if found is None:
        found = view.page.kept["times quoted"] = Counter(quote.speaker for quote in view.page.said)
    return found


def _told(view: View, topic: Groups, block: tuple[int, int]) -> float:
    """Return the share of the topic that a run of sentences, or the one before it, tells in other words."""
    kin = kinship.everywhere(view, topic)
    return max((kin[at].told for at in range(block[0] - 1, block[1] + 1) if at in kin), default=0.0)


def _split(question: Question, view: View, quote: Quote) -> tuple[Groups, Groups]:
    """Return the words for the speaker and for the topic; where both stand together, the quotation's speaker tells."""
    if question.topic or not question.mixed:
        return question.speaker, question.topic
    said = terms_of(quote.words.of(view.text), view.found.language)
    sure = {group: speakers.same(view, (group,), quote) for group in question.speaker}
    named = tuple(g for g, how in sure.items() if how >= (_SURE if said.isdisjoint(g) else _BY_NAME))
    about = tuple(group for group in question.speaker if group not in named)
    kept: dict[Groups, Groups] = view.once("topics", question, dict)  # what is found of a topic is kept with it
    return named or question.speaker, kept.setdefault(about, about)


def _cue(question: Question, view: View, quote: Quote) -> float:
    """Return 1 where the question's word of speech is the one that reports the quotation: what one called for."""
    if quote.cue is None:
        return 0.0
    told = terms_of(quote.cue.of(view.text), view.found.language)
    return float(any(term in told for group in question.spoken for term in group))


def _said(view: View, topic: Groups, quote: Quote) -> float:
    """Return the share of the topic that the quoted words themselves say."""
    return _share(view, topic, terms_of(quote.words.of(view.text), view.found.language))


def _elsewhere(view: View, topic: Groups, quote: Quote) -> float:
    """Return the share of the topic that only another quotation of the same sentence says."""
    key = "elsewhere", quote.words.start, quote.words.end, quote.kind
    said: frozenset[str] | None = view.page.kept.get(key)
    if said is None:
        said = view.page.kept[key] = _said_elsewhere(view, quote)
    return _share(view, topic, said)


def _said_elsewhere(view: View, quote: Quote) -> frozenset[str]:
    """Return the terms that only another quotation of the same sentence says."""
    others = [q for q in view.found.quotes if q.sentence == quote.sentence and not q.words.meets(quote.words)]
    said = frozenset(t for q in others for t in terms_of(q.words.of(view.text), view.found.language))
    return said - terms_of(_without(view, quote.sentence, others), view.found.language)


def _without(view: View, sentence: Span, quotes: Sequence[Quote]) -> str:
    """Return a sentence without the words of some quotations in it."""
    text, at = [], sentence.start
    for quote in sorted(quotes, key=lambda q: q.words.start):
        text.append(view.text[at : quote.words.start])
        at = max(at, quote.words.end)
    return " ".join([*text, view.text[at : sentence.end]])


def _share(view: View, topic: Groups, said: frozenset[str]) -> float:
    weights = {group: view.weight(group) for group in topic}
    told = sum(weight for group, weight in weights.items() if not said.isdisjoint(group))
    return told / (sum(weights.values()) or 1.0)


def _in_blocks(view: View) -> Iterator[tuple[Quote, tuple[int, int]]]:
    """Yield each quotation with the first and last sentence of the run in which its speaker speaks on."""
    run: list[tuple[int, Quote]] = []
    for at, quote in sorted(((view.at(q.words), q) for q in view.page.said), key=lambda pair: pair[0]):
        if run and (quote.speaker != run[-1][1].speaker or at - run[-1][0] > 1):
            yield from _block(run)
            run = []
        run.append((at, quote))
    yield from _block(run)


def _block(run: list[tuple[int, Quote]]) -> Iterator[tuple[Quote, tuple[int, int]]]:
    yield from ((quote, (run[0][0], run[-1][0])) for _, quote in run)


def chosen(found: Sequence[Judged[Spoken]], least: float) -> list[Judged[Spoken]]:
    """Return those that answer: the best, and what else the same speaker says as near to the topic."""
    good = [s for s in found if s.trust >= least]
    same = [s for s in good if s.item.quote.speaker == good[0].item.quote.speaker]
    return [s for s in same if s.score >= good[0].score - _TIE]


def _denies(view: View, quote: Quote) -> bool:
    """Tell whether the words deny something: where they are told as a denial, or stand right behind one."""
    at = view.at(quote.words)
    words, told = view.page.words_of(at), view.page.statuses_of(at)
    if any(s == "denied" and w.start <= quote.words.start for w, s in zip(words, told, strict=True)):
        return True
    return bool(at) and view.page.statuses_of(at - 1)[-1:] == ["denied"]


def answer(_: Question, spoken: Judged[Spoken]) -> Answer:
    """Return the quotation as an answer: its words without the marks, in the sentence they stand in."""
    view, quote = spoken.item
    article = view.page.stored.article
    return Answer(
        text=spoken.text,
        kind="quote",
        status="denied" if spoken.features["denied"] else "said",
        evidence=Evidence(article=article, span=quote.sentence),
        score=round(spoken.score, 3),
        span=quote.words,
        speaker=quote.speaker,
    )
