"""How much more of a topic another sentence of an article tells than the place where it would be spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import kinship
from newsqa.answer.view import Group, View


class _Told(NamedTuple):
    """Each word's share of a topic with where it is told how surely; and what each place tells, the most first."""

    words: Sequence[tuple[float, Mapping[int, float]]]
    most: Sequence[tuple[float, int]]


def more(view: View, topic: Sequence[Group], places: Collection[int]) -> float:
    """Return how much more of a topic's words, names apart, another sentence tells than some places together."""
    words, most = view.once("elsewhere", topic, lambda: _told(view, topic))
    here = sum(share * max(by.get(at, 0.0) for at in places) for share, by in words)
    return max(0.0, next((share for share, place in most if place not in places), 0.0) - here)


def _told(view: View, topic: Sequence[Group]) -> _Told:
    groups = [group for group in topic if not view.is_name(group)]
    weights = [view.weight(group) for group in groups]
    total = sum(weights) or 1.0
    words = [(weight / total, kinship.told_at(view, group)) for weight, group in zip(weights, groups, strict=True)]
    by_place: dict[int, float] = defaultdict(float)
    for share, told in words:
        for place, strength in told.items():
            by_place[place] += share * strength
    return _Told(words, sorted(((share, place) for place, share in by_place.items() if place >= 0), reverse=True))
