"""Questions why: the clause behind a word that gives a reason, in a sentence that says what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import grounds, kinship, standing
from newsqa.answer.judge import Judged, judged
from newsqa.answer.lines import Line
from newsqa.answer.reading import Asked
from newsqa.answer.support import says, supports
from newsqa.answer.view import View, are_alone
from newsqa.languages import load
from newsqa.languages.schema import Reasons
from newsqa.model import Answer, Evidence, Question, Span
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token

_BEFORE = 0.8  # what the sentence before counts of what a sentence says
_LONGEST = 24  # words; a longer sentence tells more than a reason
_SHORTEST = 2  # words; a shorter clause gives no reason


class Reason(NamedTuple):
    """One clause as a reason: where it stands."""

    view: View
    place: int
    span: Span


def find(question: Question, _: Asked, views: Sequence[View]) -> list[Judged[Reason]]:
    """Return the reasons given in the articles, those for what is asked first."""
    found = (reason for view in views for reason in _reasons(question, view, views))
    return judged("reasons", found, alone=are_alone(views))


def _reasons(
    question: Question, view: View, views: Sequence[View]
) -> Iterator[tuple[Reason, str, Mapping[str, float]]]:
    for place, shown in enumerate(supports(view, question.terms)):
        told = _told(view, place)
        common = grounds.of(question, view, place, views, shown) if told else {}
        if told:
            common |= kinship.of(view, question.terms, place)
            common["says"] = says(view, question.terms, place)
            common["likely"] = question.odds("reason")
            common["says, or the one before"] = _says(question, view, place)
        met = bool(told) and bool(common["here"] or common["kin"])
        for one in told:
            beside = _beside(question, view, place, one.span) if met else 0.0
            own = one.own | {"repeated": _repeated(question, view, one.terms), "beside": beside}
            yield Reason(view, place, one.span), one.text, common | own


class _Told(NamedTuple):
    """What may be a reason, whatever is asked: where it stands, its words, their terms, and features of its own."""

    span: Span
    text: str
    terms: frozenset[str]
    own: dict[str, float]


def _told(view: View, place: int) -> list[_Told]:
    """Return what may be a reason in a sentence."""
    found: list[_Told] | None = view.page.kept.get(("reasons", place))
    if found is None:
        found = view.page.kept["reasons", place] = list(_tellings(view, place))
    return found


def _tellings(view: View, place: int) -> Iterator[_Told]:
    parts = (*clauses(view, view.page.words_of(place)), *_spoken(view, place), *_whole(view, place))
    for order, (name, by, span) in enumerate(parts):
        text = span.of(view.text)
        own = {name: 1.0, f"by {by}": 1.0, "order": min(order, 4) / 4, "long": min(len(text.split()), 40) / 20}
        yield _Told(span, text, view.page.terms_in(place, span), own)


def _beside(question: Question, view: View, place: int, span: Span) -> float:
    """Return the share of the question that the sentence says, itself or in other words, beside the clause."""
    line = view.once(f"line {place}", question.terms, lambda: Line(view, place, question.terms))
    best: dict[int, float] = {}
    for at, group, share in (*((m.first, m.group, m.strength) for m in line.matches), *kinship.matches(line)):
        if not span.start <= line.words[at].start < span.end:
            best[group] = max(best.get(group, 0.0), share)
    weights = [view.weight(group) for group in question.terms]
    return sum(weights[group] * share for group, share in best.items()) / (sum(weights) or 1.0)


def _spoken(view: View, place: int) -> Iterator[tuple[str, str, Span]]:
    """Yield what somebody says in the sentence: asked why, they tell the reason."""
    sentence = view.sentences[place].span
    yield from ((f"{q.kind} words", "words", q.words) for q in view.page.said if sentence.holds(q.words))


def _whole(view: View, place: int) -> Iterator[tuple[str, str, Span]]:
    """Yield a sentence as it stands: the next one often tells why, without a word that says so."""
    words = view.page.words_of(place)
    if _SHORTEST <= len(words) <= _LONGEST and place:
        yield "whole", "itself", Span(start=words[0].start, end=words[-1].end)


def _says(question: Question, view: View, place: int) -> float:
    """Return how much a sentence says, or the one before it: "They touched. That was because …"."""
    own = says(view, question.terms, place)
    return max(own, _BEFORE * says(view, question.terms, place - 1)) if place else own


def _repeated(question: Question, view: View, own: frozenset[str]) -> float:
    """Return the share of the question that the terms of a clause say: a reason says something else."""
    weights = {group: view.telling(group) for group in question.terms}
    said = sum(weight for group, weight in weights.items() if not own.isdisjoint(group))
    return said / (sum(weights.values()) or 1.0)


def clauses(view: View, words: list[Token], shortest: int = _SHORTEST) -> Iterator[tuple[str, str, Span]]:
    """Yield the clause behind each word that gives a reason, and the one before each word that gives a result.

    Each with the sort of that word and the word; a clause is yielded whole, and up to its first comma.
    """
    found = list(_markers(load(view.found.language).reasons).find(words))
    for mark in found:
        first, last = mark.last + 1, len(words) - 1
        if mark.name == "ends":
            continue
        if mark.name == "causes":
            first, last = max([0, *(p.last + 1 for p in found if p.last < mark.first)]), mark.first - 1
        last = min([last, *(p.first - 1 for p in found if p.name == "ends" and p.first > first)])
        short = next((i for i in range(first, last) if "," in view.text[words[i].end : words[i + 1].start]), last)
        for end, name in ((last, mark.name), (short, f"{mark.name}, to the comma")):
            if end - first + 1 >= shortest and (end, name) != (last, f"{mark.name}, to the comma"):
                by = " ".join(w.normal for w in words[mark.first : mark.last + 1])
                yield name, by, Span(start=words[first].start, end=words[end].end)


def _markers(data: Reasons) -> Phrases:
    return phrases(("sure", data.sure), ("weak", data.weak), ("ends", data.ends), ("causes", data.causes))


def chosen(found: Sequence[Judged[Reason]], least: float) -> list[Judged[Reason]]:
    """Return the reasons that answer."""
    return [reason for reason in found if reason.trust >= least]


def answer(_: Question, reason: Judged[Reason]) -> Answer:
    """Return the reason as an answer."""
    view, place, span = reason.item
    article, sentence = view.page.stored.article, view.sentences[place]
    return Answer(
        text=reason.text,
        kind="fact",
        status=standing.status(view, place, span),
        evidence=Evidence(article=article, span=sentence.span),
        score=round(reason.score, 3),
        span=span,
    )
