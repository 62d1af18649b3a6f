"""One article as one question sees it: which of the question's words stand where in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import Indel

from newsqa.answer import days
from newsqa.answer.page import TITLE, Page
from newsqa.answer.rarity import rarity
from newsqa.model import Extraction, Sentence, Span
from newsqa.text import concepts, lemmas
from newsqa.text.name_keys import broad
from newsqa.text.relations import contraries, undecided

FRAMES = "a."  # the term of a word that only says what is asked for, and counts where it is said
T = TypeVar("T")
Group = tuple[str, ...]
Places = dict[int, float]  # index of a sentence, and how surely the word stands in it
_LIKE = 0.76  # share of letters in common from which two names of one initial may be one, spelt another way
_SOUND_LIKE = 0.5  # share of letters in common of two names that are one by how they sound
_SOUND = 4  # letters of a sound below which it says nothing
_SOUNDS = 0.8  # what a name counts that is met by its sound
_SHORTEST = 5  # letters below which likeness says nothing
_NAMING = frozenset({"place", "organisation"})  # kinds of terms that are names
_LEAST = 0.15  # what a word tells at least that stands in every sentence
_TITLED = 0.6  # what a word tells less when the title says it: the whole article is about it
_NAMED = 0.5  # what a name tells less than a word: pronouns carry it on
_UNSAID = 0.9  # what a day counts that is the publishing day of what is told
_FOREIGN = 0.4  # what a word of another language counts that no dictionary knows


@dataclass(frozen=True)
class View:
    """One article as it is asked: how much of the question it says as a whole, the question's language.

    `alone` tells that the question is asked of this article only, `ahead` how far it is ahead of the next where it says
    most, as a share.
    """

    page: Page
    share: float = 0.0
    asked_in: str = ""
    alone: bool = False
    ahead: float = 0.0
    _places: dict[Group, Places] = field(default_factory=dict, repr=False)
    _weights: dict[Group, float] = field(default_factory=dict, repr=False)
    _telling: dict[Group, float] = field(default_factory=dict, repr=False)
    _foreign: dict[Group, bool] = field(default_factory=dict, repr=False)
    _once: dict[tuple[str, int], tuple[object, Any]] = field(default_factory=dict, repr=False)

    def once(self, what: str, of: object, make: Callable[[], T]) -> T:
        """Return what was made of an object, a question or its words, when it was first asked for."""
        known = self._once.get((what, id(of)))
        if known is None or known[0] is not of:
            known = self._once[what, id(of)] = of, make()
        found: T = known[1]
        return found

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.page.text

    @property
    def found(self) -> Extraction:
        """Return what the rules found in the article."""
        return self.page.found

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Return the article's sentences."""
        return self.page.sentences

    @property
    def abroad(self) -> bool:
        """Tell whether the question is in another language than the article."""
        return bool(self.asked_in) and self.asked_in != self.found.language

    def at(self, span: Span) -> int:
        """Return the index of the sentence in which a span begins."""
        return self.page.at(span)

    def weight(self, group: Group) -> float:
        """Return how much a word of a question says: less where nothing joins it to the article's language."""
        if group not in self._weights:
            silent = FRAMES in group and not self.places(group)
            self._weights[group] = 0.0 if silent else rarity(group) * (_FOREIGN if self.is_foreign(group) else 1.0)
        return self._weights[group]

    def telling(self, group: Group) -> float:
        """Return how well a word tells this article's sentences apart: nought where it stands nowhere in it."""
        if group not in self._telling:
            self._telling[group] = self._told(group)
        return self._telling[group]

    def _told(self, group: Group) -> float:
        seen = sum(place >= 0 for place in self.places(group))
        share = math.log((len(self.sentences) + 1) / seen) / math.log(len(self.sentences) + 1) if seen else 0.0
        common = (_TITLED if TITLE in self.places(group) else 1.0) * (1.0 if is_word(group) else _NAMED)
        return self.weight(group) * max(share, _LEAST) * common * bool(seen)

    def is_foreign(self, group: Group) -> bool:
        """Tell whether a common word of the question has nothing that joins it to the language of the article."""
        if group not in self._foreign:
            self._foreign[group] = self.abroad and self._is_apart(group)
        return self._foreign[group]

    def _is_apart(self, group: Group) -> bool:
        known = self.page.index[group[0]] or any(term[1:2] == "." and term[0] != "g" for term in group)
        return not known and not self.is_name(group) and not self.places(group)

    def is_name(self, group: Group) -> bool:
        """Tell whether a word of the question names someone or some place: it must be met, not only what is like it."""
        if any(concepts.roles(term) in _NAMING or term.startswith("c.") for term in group):
            return True
        whole = [term for term in group if "." not in term and (term == group[0] or term not in group[0].split("-"))]
        if is_word(group) or not group[0][:1].isalpha():
            return False
        return not any(lemmas.is_word(term, self.asked_in or self.found.language) for term in whole)

    def places(self, group: Group) -> Places:
        """Return where a word of a question stands: 1 as it is, less by its meaning, or spelt another way."""
        if group not in self._places:
            self._places[group] = self._by_terms(group) | self._by_days(group) or self._by_likeness(group[0])
        return self._places[group]

    def _by_terms(self, group: Group) -> Places:
        found: Places = {}
        for term in group:
            for place in self.page.index[term]:
                found[place] = max(found.get(place, 0.0), 0.9 if term[1:2] == "." else 1.0)
        return {place: s for place, s in found.items() if place not in self.otherwise(group)} if found else found

    def otherwise(self, group: Group) -> AbstractSet[int]:
        """Return the sentences in which a word's contrary stands, and of the word only what may be said of both."""
        shared, index = undecided(group), self.page.index
        if not shared:
            return frozenset()
        telling = (term for term in group if term == group[0] or (term[1:2] == "." and term not in shared))
        own = {place for term in telling for place in index[term]}
        return {place for term in contraries(group) for place in index[term]} - own

    def _by_days(self, group: Group) -> Places:
        """Return where the days are told that a word helps to name; in an article of them, wherever no others are."""
        day = self.page.stored.article.day
        asked = days.asked(group, self.asked_in or self.found.language, day)
        if not asked:
            return {}
        of_it = days.is_of(day, asked)
        told = {place: list(days.told(sentence)) for place, sentence in enumerate(self.sentences)}
        found = {place: 1.0 for place, some in told.items() if days.meet(asked, some)}
        return {place: _UNSAID for place, some in told.items() if of_it and not some} | found

    def _by_likeness(self, word: str) -> Places:
        """Return where a word stands that is so like this one that it may be the same name, misspelt."""
        found: Places = {}
        for other, like in self._likes(word):
            for place in self.page.index[other]:
                found[place] = max(found.get(place, 0.0), like * 0.9)
        return found

    def _likes(self, word: str) -> Iterable[tuple[str, float]]:
        return likes(word, self.page.names) if word[:1].isalpha() else ()


def are_alone(views: Sequence[View]) -> bool:
    """Tell whether one article is asked alone."""
    return any(view.alone for view in views)


@lru_cache(maxsize=4096)
def is_word(group: Group) -> bool:
    """Tell whether a word of the question means something in the lexicon; else it is a name, or unknown."""
    return any(term[1:2] == "." and term[0] in "pt" for term in group)


def likes(word: str, others: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Yield those of other names that one may be, each with how alike the two are; rapidfuzz sifts them all at once."""
    if len(word) >= _SHORTEST:
        for other, near, _ in process.extract_iter(
            word, others, scorer=Indel.normalized_similarity, score_cutoff=_SOUND_LIKE
        ):
            like = _alike(word, other, near) if len(other) >= _SHORTEST else 0.0
            if like:
                yield other, like


def alike(word: str, other: str) -> float:
    """Return how alike two names are, 0 where they cannot be one: Haniya and Haniyeh, Gaddafi and Khadafi."""
    if min(len(word), len(other)) < _SHORTEST:
        return 0.0
    return _alike(word, other, float(Indel.normalized_similarity(word, other, score_cutoff=_SOUND_LIKE)))


def _alike(word: str, other: str, like: float) -> float:
    if like >= _LIKE and word[0] == other[0]:
        return like
    return _SOUNDS if like and broad(word) == broad(other) and len(broad(word)) >= _SOUND else 0.0
