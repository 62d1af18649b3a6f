"""How much of a question's words an article says at a place: there, near by, or somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsqa.answer.page import TITLE
from newsqa.answer.view import Group, Places, View
from newsqa.model import Question
from newsqa.text.relations import opposites

# What a word counts by how many sentences away from the place it stands.
_BY_DISTANCE = (1.0, 0.85, 0.65, 0.5)
_REACH = len(_BY_DISTANCE) - 1
_FAR = 0.4
_UNKNOWN = 0.55  # what a word counts that nothing joins to the article's language: it may be there or not
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_BESIDE = 0.75  # how near a verb must stand
_TITLE = 0.8


class Support(NamedTuple):
    """The share of the words, by weight, that stand near a place, and that stand anywhere in the article."""

    near: float
    anywhere: float
    here: float


def support(view: View, groups: Sequence[Group], first: int, last: int | None = None) -> Support:
    """Return how well the article supports the words around the sentences `first` to `last`."""
    total, words = view.once("words", groups, lambda: _words(view, groups))
    if not total:
        return Support(1.0, 1.0, 1.0)
    near = anywhere = here = 0.0
    for word in words:
        by, there, everywhere = word.near(first, last or first)
        near, here, anywhere = near + word.weight * by, here + word.weight * there, anywhere + word.weight * everywhere
    return Support(near / total, anywhere / total, here / total)


def supports(view: View, groups: Sequence[Group]) -> list[Support]:
    """Return how well the article supports the words around each of its sentences, all of them at once."""
    total, words = view.once("words", groups, lambda: _words(view, groups))
    if not total or any(not word.places for word in words):
        return [support(view, groups, place) for place in range(len(view.sentences))]
    near, here = ([0.0] * len(view.sentences) for _ in range(2))
    for word in words:
        near = [sum_ + word.weight * by for sum_, by in zip(near, word.beside, strict=True)]
        for place, strength in word.places.items():
            if place >= 0:
                here[place] += word.weight * strength
    anywhere = sum(word.weight * word.anywhere for word in words) / total
    return [Support(by / total, anywhere, there / total) for by, there in zip(near, here, strict=True)]


def _words(view: View, groups: Sequence[Group]) -> tuple[float, list[_Word]]:
    """Return the weight of all the words, and those that the article says, or may say."""
    words = [_Word(view.weight(g), view.places(g), view.is_foreign(g), len(view.sentences)) for g in groups]
    return sum(word.weight for word in words), [word for word in words if word.places or word.foreign]


@dataclass(frozen=True)
class _Word:
    """One word of a question in one article of so many sentences: what it counts, and where it stands."""

    weight: float
    places: Places
    foreign: bool
    sentences: int

    def near(self, first: int, last: int) -> tuple[float, float, float]:
        """Return how well the word is said near the sentences `first` to `last`, in one of them, and anywhere."""
        if not self.places:
            return _UNKNOWN, _UNKNOWN, _UNKNOWN
        if first == last:
            return self.beside[first], self.places.get(first, 0.0), self.anywhere
        return _best(self.places, first, last)

    @cached_property
    def anywhere(self) -> float:
        """Return how well it is said where it is said best."""
        return max(self.places.values())

    @cached_property
    def beside(self) -> list[float]:
        """Return for each sentence how well it is said near by; every sentence of an article is asked for."""
        far = max(_TITLE * self.places.get(TITLE, 0.0), _FAR * self.anywhere)
        near = [far] * self.sentences
        for place, strength in self.places.items():
            for at in range(max(0, place - _REACH), min(self.sentences, place + _REACH + 1)) if place >= 0 else ():
                near[at] = max(near[at], strength * _BY_DISTANCE[abs(at - place)])
        return near


def _best(places: Places, first: int, last: int) -> tuple[float, float, float]:
    """Return how well a word is said near the sentences `first` to `last`, in one of them, and anywhere."""
    near = here = anywhere = 0.0
    for place, strength in places.items():
        anywhere = max(anywhere, strength)
        if first <= place <= last:
            here = max(here, strength)
        near = max(near, strength * _nearness(place, first, last))
    return near, here, anywhere


def says(view: View, groups: Sequence[Group], place: int) -> float:
    """Return how much a sentence says itself, 0 to 1, of the words that tell the article's sentences apart."""
    total, words = view.once("telling", groups, lambda: _telling(view, groups))
    return sum(weight * places.get(place, 0.0) for weight, places in words) / (total or 1.0)


def _telling(view: View, groups: Sequence[Group]) -> tuple[float, list[tuple[float, Places]]]:
    """Return what all the words tell, and what each of those tells that the article says, with where it stands."""
    words = [(view.telling(group), view.places(group)) for group in groups]
    return sum(weight for weight, _ in words), [word for word in words if word[0]]


def holds(view: View, question: Question, place: int) -> bool:
    """Tell whether the article has the question's names, and one of its verbs, or the opposite, beside a place."""
    return named(view, question) == 1 and acted(view, question, place)


def named(view: View, question: Question) -> float:
    """Return the share of the names and years in the question that the article has, 0 to 1; a year may be its own."""
    return view.once("named", question, lambda: _named(view, question))


def _named(view: View, question: Question) -> float:
    day = view.page.stored.article.day
    years = {str(day.year)} if day else set()
    exact = [group for group in question.terms if view.is_name(group) or _YEAR.fullmatch(group[0])]
    return sum(bool(view.places(group) or group[0] in years) for group in exact) / len(exact) if exact else 1.0


def acted(view: View, question: Question, place: int) -> bool:
    """Tell whether one of the question's verbs, or its opposite, stands beside a place; if it has a verb that could.

    Who did it, or to whom, is told where someone or some place that the question names is spoken of.
    """
    names, verbs, unknown = view.once("deeds", question, lambda: _deeds(view, question))
    if names and not any(_is_beside(places, place) for places in names):
        return False
    return unknown or any(_is_beside(places, place) for places in verbs)


def _deeds(view: View, question: Question) -> tuple[list[Places], list[Places], bool]:
    """Return where those stand whom the question names, and its verbs; and whether no such verb could be known."""
    asked = [question.predicate] if question.asked and question.predicate else question.terms
    verbs = [group for group in asked if any(term.startswith("p.") for term in group)]
    names = [group for group in question.terms if view.is_name(group)] if question.asked else []
    unknown = not verbs or any(view.is_foreign(group) for group in verbs)
    met = [] if unknown else [view.places((*verb, *opposites(verb))) for verb in verbs]
    return [view.places(name) for name in names], met, unknown


def uncounted(view: View, question: Question, place: int) -> bool:
    """Tell whether a number is wanted of something that stands nowhere beside a place."""
    if question.wanted != "number" or not question.focus or any(view.is_foreign(group) for group in question.focus):
        return False
    return not any(_is_beside(view.places(group), place) for group in question.focus)


def _is_beside(places: Places, place: int) -> bool:
    return any(_nearness(p, place, place) >= _BESIDE for p in places)


def _nearness(place: int, first: int, last: int) -> float:
    if place < 0:
        return _TITLE
    distance = max(first - place, place - last, 0)
    return _BY_DISTANCE[distance] if distance < len(_BY_DISTANCE) else _FAR
