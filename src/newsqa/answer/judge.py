"""How well a candidate answers: its named features, each with its weight, added up; one table of weights a path."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from operator import mul
from typing import Generic, TypeVar

from newsqa.answer.weights import judging

T = TypeVar("T")
_ALONE = 5.0  # how far a candidate is ahead at most, and where there is no other


@dataclass(frozen=True)
class Judged(Generic[T]):
    """A candidate and the words that it would answer with, its features, and what they come to.

    `margin` is the score less that of the best other one, `trust` how likely it answers, 0 to 1.
    """

    item: T
    text: str
    features: Mapping[str, float]
    score: float
    margin: float = _ALONE
    trust: float = 0.0

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of, and how far the candidate is trusted."""
        return {name: value for name, value in self.features.items() if value} | {"trust": self.trust}


def judged(
    path: str,
    found: Iterable[tuple[T, str, Mapping[str, float]]],
    *,
    alone: bool = False,
    together: Callable[[T, T], bool] = lambda *_: False,
) -> list[Judged[T]]:
    """Return the candidates of one path, each with its words and its features, best first.

    `alone` says that one article is asked, which whoever asks has chosen: another trust is due then. `together` tells
    which of two answer side by side: neither is then the other's rival.
    """
    weights = judging()[path].weights
    scored = [Judged(item, text, features, weighed(weights, features)) for item, text, features in found]
    trust = judging()[path].alone if alone else judging()[path].trust
    return list(_trusted(trust, sorted(scored, key=lambda one: -one.score), together))


def _trusted(
    weights: Mapping[str, float], found: list[Judged[T]], together: Callable[[T, T], bool]
) -> Iterator[Judged[T]]:
    """Yield the candidates, each with how far it is ahead of the best that says something else."""
    for one in found:
        others = (o for o in found if o.text not in one.text and one.text not in o.text)
        best = next((o for o in others if not together(one.item, o.item)), None)
        margin = max(-_ALONE, min(one.score - best.score, _ALONE)) if best else _ALONE
        signals = {"always": 1.0, "score": one.score, "margin": margin, **one.features}
        trust = 1 / (1 + math.exp(-weighed(weights, signals)))
        yield Judged(one.item, one.text, one.features, one.score, margin, trust)


def weighed(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """Return the sum of the features, each by its weight; every feature of every candidate comes here."""
    return float(sum(map(mul, map(weights.get, found, repeat(0.0)), found.values())))
