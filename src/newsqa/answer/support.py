"""How much of a question's words an article says at a place: there, near by, or somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsqa.answer.view import Group, Places, View
from newsqa.model import Question
from newsqa.text.relations import opposites

# What a word counts by how many sentences away from the place it stands.
_BY_DISTANCE = (1.0, 0.85, 0.65, 0.5)
_FAR = 0.4
_UNKNOWN = 0.55  # what a word counts that nothing joins to the article's language: it may be there or not
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_BESIDE = 0.75  # how near a verb must stand
_TITLE = 0.8


@dataclass(frozen=True, slots=True)
class Support:
    """The share of the words, by weight, that stand near a place, and that stand anywhere in the article."""

    near: float
    anywhere: float
    here: float


def support(view: View, groups: Sequence[Group], first: int, last: int | None = None) -> Support:
    """Return how well the article supports the words around the sentences `first` to `last`."""
    weights = [view.weight(group) for group in groups]
    total = sum(weights)
    if not total:
        return Support(1.0, 1.0, 1.0)
    near = anywhere = here = 0.0
    for group, weight in zip(groups, weights, strict=True):
        places = view.places(group) or ({first: _UNKNOWN} if view.is_foreign(group) else {})
        by, there, everywhere = _best(places, first, last or first)
        near, here, anywhere = near + weight * by, here + weight * there, anywhere + weight * everywhere
    return Support(near / total, anywhere / total, here / total)


def _best(places: Places, first: int, last: int) -> tuple[float, float, float]:
    """Return how well a word is said near the sentences `first` to `last`, in one of them, and anywhere.

    One loop, for every word of a question at every sentence of an article comes here.
    """
    near = here = anywhere = 0.0
    for place, strength in places.items():
        anywhere = max(anywhere, strength)
        if first <= place <= last:
            here = max(here, strength)
        near = max(near, strength * _nearness(place, first, last))
    return near, here, anywhere


def says(view: View, groups: Sequence[Group], place: int) -> float:
    """Return how much a sentence says itself, 0 to 1, of the words that tell the article's sentences apart."""
    weights = [view.telling(group) for group in groups]
    said = [view.places(group).get(place, 0.0) for group in groups]
    return sum(w * s for w, s in zip(weights, said, strict=True)) / (sum(weights) or 1.0)


def holds(view: View, question: Question, place: int) -> bool:
    """Tell whether the article has the question's names, and one of its verbs, or the opposite, beside a place."""
    return named(view, question) and acted(view, question, place)


def named(view: View, question: Question) -> bool:
    """Tell whether the article has every name in the question, and is of every year in it or names it."""
    day = view.page.stored.article.day
    years = {str(day.year)} if day else set()
    exact = (group for group in question.terms if view.is_name(group) or _YEAR.fullmatch(group[0]))
    return all(view.places(group) or group[0] in years for group in exact)


def acted(view: View, question: Question, place: int) -> bool:
    """Tell whether one of the question's verbs, or its opposite, stands beside a place; if it has a verb that could.

    Who did it, or to whom, is told where someone or some place that the question names is spoken of.
    """
    asked = [question.predicate] if question.asked and question.predicate else question.terms
    verbs = [group for group in asked if any(term.startswith("p.") for term in group)]
    names = [group for group in question.terms if view.is_name(group)] if question.asked else []
    if names and not any(_nearest(view, name, place) >= _BESIDE for name in names):
        return False
    unknown = not verbs or any(view.is_foreign(group) for group in verbs)
    return unknown or any(_nearest(view, (*verb, *opposites(verb)), place) >= _BESIDE for verb in verbs)


def uncounted(view: View, question: Question, place: int) -> bool:
    """Tell whether a number is wanted of something that stands nowhere beside a place."""
    if question.wanted != "number" or not question.focus or any(view.is_foreign(group) for group in question.focus):
        return False
    return not any(_nearest(view, group, place) >= _BESIDE for group in question.focus)


def _nearest(view: View, group: Group, place: int) -> float:
    return max((_nearness(p, place, place) for p in view.places(group)), default=0.0)


def _nearness(place: int, first: int, last: int) -> float:
    if place < 0:
        return _TITLE
    distance = max(first - place, place - last, 0)
    return _BY_DISTANCE[distance] if distance < len(_BY_DISTANCE) else _FAR
