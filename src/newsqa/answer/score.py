"""Score every candidate of an article against a question, and say which answers best."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate
from operator import itemgetter

from newsqa.answer.align import glance
from newsqa.answer.candidates import spans
from newsqa.answer.features import Scene, related, scene
from newsqa.answer.page import Page
from newsqa.answer.reading import Asked
from newsqa.answer.weights import Parts, Weights, weights
from newsqa.answer.whole import weigher
from newsqa.model import Span

_KEPT = 16  # candidates are looked at as a whole, those whose words promise most
_BEHIND = 8.0  # how far behind the best of them by its words another may be: those beyond have no odds
_BEST = 10  # candidates of one article are offered

Shares = dict[tuple[int, int], float]  # of the odds, by where a span begins and ends


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer: where it stands, its sentence's index, its score, and its share of all candidates' odds."""

    page: Page
    span: Span
    sentence: int
    score: float
    odds: float
    share: float


def look(asked: Asked, page: Page, places: Sequence[int]) -> list[Scene]:
    """Return the sentences of one article at `places`, aligned with the question."""
    seen = glance(asked, page)
    return [scene(asked, page, place, seen) for place in places]


def rank(asked: Asked, chosen: Sequence[Scene]) -> list[Candidate]:
    """Return the best candidates in the chosen sentences, best first."""
    learned = weights(asked.levels)
    found = [c for at, s in enumerate(chosen) for c in _promising(asked, s, at, learned)]
    least = max(found, default=(0.0,))[0] - _BEHIND
    promising = sorted((c for c in found if c[0] >= least), reverse=True)
    weigh = [weigher(learned.spans, scene) for scene in chosen]
    scored = [(score + weigh[at](first, last), chosen[at], first, last) for score, at, first, last in promising[:_KEPT]]
    best = nlargest(_BEST, scored, key=itemgetter(0))
    top = best[0][0] if best else 0.0
    whole = sum([math.exp(one[0] - top) for one in scored])
    return [_candidate(c, math.exp(c[0] - top) / whole) for c in best]


def _promising(asked: Asked, scene: Scene, at: int, learned: Weights) -> list[tuple[float, int, int, int]]:
    """Return the candidates of the scene that stands `at` its place among those chosen, each with its score so far."""
    parts = [
        learned.together(told, word, standing)
        for told, word, standing in zip(_own(scene, learned), scene.own, related(asked, scene.aligned), strict=True)
    ]
    inside = [0.0, *accumulate(p[4] for p in parts)]
    starts = [p[0] + (parts[i - 1][2] if i else 0.0) - inside[i] for i, p in enumerate(parts)]
    ends = [p[1] + (parts[i + 1][3] if i + 1 < len(parts) else 0.0) + inside[i + 1] for i, p in enumerate(parts)]
    return [(starts[first] + ends[last], at, first, last) for first, last in _spans(scene)]


def _spans(scene: Scene) -> list[tuple[int, int]]:
    """Return the candidates of a sentence, whatever is asked."""
    key = "candidates", scene.aligned.index
    found: list[tuple[int, int]] | None = scene.page.kept.get(key)
    if found is None:
        found = scene.page.kept[key] = list(spans(scene.aligned.words))
    return found


def _own(scene: Scene, learned: Weights) -> list[Parts]:
    """Return what the words of a sentence count by themselves in questions of a kind, whatever else is asked."""
    key = "weighed", scene.aligned.index, learned.name
    found: list[Parts] | None = scene.page.kept.get(key)
    if found is None:
        found = scene.page.kept[key] = list(map(learned.word, scene.own))
    return found


def _candidate(scored: tuple[float, Scene, int, int], odds: float) -> Candidate:
    score, scene, first, last = scored
    words = scene.aligned.words
    span = Span(start=words[first].token.start, end=words[last].token.end)
    return Candidate(scene.page, span, scene.aligned.index, score, odds, scene.share)


def share_of(span: Span, learned: Shares) -> float:
    """Return the learned share of the spans that a candidate holds or that hold it, by how much they overlap."""
    start, end = span.start, span.end
    shares = [
        odds * (min(last, end) - max(first, start)) / (max(last, end) - min(first, start))
        for (first, last), odds in learned.items()
        if first < end and start < last
    ]
    return sum(shares)
