"""Questions for a name, number, time or place: typed candidates, and the spans that the learned scorer ranks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import judge
from newsqa.answer.lines import Line
from newsqa.answer.lists import coordinated
from newsqa.answer.reading import Asked
from newsqa.answer.score import look, rank
from newsqa.answer.support import Support, acted, named, support, uncounted
from newsqa.answer.typed import Candidate, candidates
from newsqa.answer.view import View
from newsqa.model import Answer, Evidence, Question, Span

_AMONG = 5  # sentences of an article are looked into by the learned scorer
_HERE = 0.1  # share of the question that a sentence must say to be looked into
_LISTED = frozenset({"person", "organisation", "place", "other"})  # kinds of which several may answer together
_CLOSE = 1.5  # how far below the best a later figure may score
_SAID = 0.5  # share of a candidate's words that the question may say itself
_VAGUE = frozenset({"span", "complement", "title"})  # kinds that say little of what a candidate is
# How far the best candidate is trusted, fitted on the gold articles and the sample archive, what has no answer there
# at 2.5: at the threshold, with the two set by hand, two in three of these are refused, and one in thirty of the rest.
_TRUST: Mapping[str, float] = {
    "score": 0.223,
    "near": 1.0,  # share of the question said around the candidate
    "anywhere": 1.77,  # share that the article says at all
    "named": 1.83,  # the article has every name in the question
    "uncounted": -1.5,  # set by hand: what is to be counted stands nowhere near
    "acted": 2.28,  # one of the question's verbs, or its opposite, stands beside the candidate
    "learned": 1.22,
    "sure at home": 3.0,  # set by hand: the learned scorer is sure in its own language, with much of the question near
    "sure abroad": 1.5,  # set by hand: it is as sure elsewhere
    "thing": -1.47,
}
_SURE = 0.5
_SURER = 0.6
_NEAR = 0.4
_DOUBT = 7.4
_TRUSTED = 0.3


class Ranked(NamedTuple):
    """A candidate in its sentence with its features, and the score that they add up to."""

    line: Line
    candidate: Candidate
    support: Support
    named: bool
    acted: bool
    uncounted: bool
    features: dict[str, float]
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of, and how far the candidate is trusted."""
        return self.features | {"trust": self.trust}

    @property
    def day(self) -> dt.date:
        """Return the day of the article, long ago where it has none."""
        return self.line.view.page.stored.article.day or dt.date.min

    @property
    def trust(self) -> float:
        """Return how likely the candidate answers, 0 to 1."""
        signals = {
            "score": self.score,
            "near": self.support.near,
            "anywhere": self.support.anywhere,
            "named": float(self.named),
            "uncounted": float(self.uncounted),
            "acted": float(self.acted),
            "learned": self.features.get("learned", 0.0),
            "sure at home": float(self.features.get("learned at home", 0.0) >= _SURE and self.support.near >= _NEAR),
            "sure abroad": float(self.features.get("learned", 0.0) >= _SURER and self.support.near >= _NEAR),
            "thing": float(self.candidate.kind in _VAGUE),
        }
        return 1 / (1 + math.exp(_DOUBT - sum(_TRUST[name] * value for name, value in signals.items())))

    @property
    def answers(self) -> bool:
        """Tell whether the candidate is trusted to answer."""
        return self.trust >= _TRUSTED


def find(question: Question, asked: Asked, views: Sequence[View]) -> list[Ranked]:
    """Return the best candidates of the articles, best first."""
    return sorted((r for view in views for r in _ranked(question, asked, view)), key=lambda r: -r.score)


def _ranked(question: Question, asked: Asked, view: View) -> Iterator[Ranked]:
    learned = _learned(asked, view)
    met = named(view, question)
    for place in range(len(view.sentences)):
        shown = support(view, question.terms, place)
        if shown.here < _HERE:
            continue
        line, has_verb = Line(view, place, question.terms), acted(view, question, place)
        for candidate in _candidates(question, line, learned):
            found = judge.features(question, line, candidate, shown)
            share = _share(candidate, place, learned)
            found |= judge.learned(question, line, share)
            yield Ranked(
                line, candidate, shown, met, has_verb, uncounted(view, question, place), found, judge.score(found)
            )


def _candidates(question: Question, line: Line, learned: dict[tuple[int, int, int], float]) -> Iterator[Candidate]:
    """Yield the typed candidates of a sentence, and the learned spans that are none of them, nor a piece of a date."""
    typed = list(candidates(line, question.wanted))
    yield from typed
    known = {candidate.span for candidate in typed}
    dates = [candidate.span for candidate in typed if candidate.kind.startswith("time.")]
    for place, start, end in learned:
        span = Span(start=start, end=end)
        if place == line.place and span not in known and not any(date.holds(span) for date in dates):
            yield Candidate(span, "span", 0.0)


def _learned(asked: Asked, view: View) -> dict[tuple[int, int, int], float]:
    """Return the share that the learned scorer gives each span, by sentence, start and end."""
    scenes = look(asked, view.text, view.sentences, view.found.language, _AMONG)
    return {(c.sentence, c.span.start, c.span.end): c.odds for c in rank(asked, view.text, scenes)}


def _share(candidate: Candidate, place: int, learned: dict[tuple[int, int, int], float]) -> float:
    """Return the learned share of the spans that the candidate holds or that hold it, by how much they overlap."""
    span = candidate.span
    overlaps = (
        odds * (min(end, span.end) - max(start, span.start)) / (max(end, span.end) - min(start, span.start))
        for (at, start, end), odds in learned.items()
        if at == place and start < span.end and span.start < end
    )
    return sum(overlaps)


def chosen(found: Sequence[Ranked]) -> list[Ranked]:
    """Return what answers, best first; what is listed together with the best comes right behind it."""
    good = _newest_first([r for r in found if r.answers])
    if not good or good[0].candidate.kind not in _LISTED:
        return good
    best = good[0]
    beside = {r.candidate: r for r in reversed(found) if r.line is best.line and r.features.get("asked", 0) < _SAID}
    listed = [beside[c] for c in coordinated(best.line, list(beside), best.candidate) if c in beside]
    return [best, *(r for r in listed if r is not best), *(r for r in good[1:] if r not in listed)]


def _newest_first(good: list[Ranked]) -> list[Ranked]:
    """Return the answers with a later article's figure before the best one, where it counts the same nearly as well."""
    best = good[0] if good else None
    if best is None or not best.candidate.kind.startswith("number"):
        return good
    later = [r for r in good if r.score >= best.score - _CLOSE and _counts_same(r, best) and r.day > best.day]
    newest = max(later, key=lambda r: r.day, default=best)
    return [newest, *(r for r in good if r is not newest)]


def _counts_same(one: Ranked, other: Ranked) -> bool:
    notes = (one.candidate.note, other.candidate.note)
    heads = {note.head.casefold() if note and note.head else None for note in notes}
    return one.candidate.kind == other.candidate.kind and len(heads) == 1


def answer(_: Question, ranked: Ranked) -> Answer:
    """Return the candidate as an answer, with the status of its clause."""
    line, span = ranked.line, ranked.candidate.span
    first = line.within(span)[0]
    return Answer(
        text=span.of(line.view.text),
        kind="fact",
        status=line.statuses[first],
        evidence=Evidence(article=line.view.page.stored.article, span=line.sentence.span),
        score=round(ranked.score, 3),
        span=span,
        day=_day(ranked.candidate),
    )


def _day(candidate: Candidate) -> dt.date | None:
    """Return the first day that a time means, where it is known."""
    note = candidate.note
    if note is None or not note.kind.startswith("time.") or not note.value:
        return None
    return dt.date.fromisoformat(note.value.partition("/")[0])
