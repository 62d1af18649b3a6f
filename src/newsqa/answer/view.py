"""One stored article as answering sees it: which of a question's words stand where in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cachetools import LRUCache
from rapidfuzz.distance import LCSseq

from newsqa.answer.rarity import rarity
from newsqa.model import Extraction, Sentence, Span
from newsqa.store.protocol import Stored
from newsqa.text.terms import groups
from newsqa.text.words import Token, tokens

Group = tuple[str, ...]
Places = dict[int, float]  # index of a sentence, and how surely the word stands in it
_LIKE = 0.8  # share of letters in common from which two names may be one, spelt another way
_SHORTEST = 5  # letters below which likeness says nothing
_FOREIGN = 0.4  # what a word of another language counts that no dictionary knows
_WARM = 256  # articles whose lens is kept
_TITLE = -1  # the place of the title among the sentences


class Lens:
    """What every question needs of one article, made once while the article stays warm."""

    def __init__(self, stored: Stored) -> None:
        self.stored = stored

    @cached_property
    def index(self) -> dict[str, set[int]]:
        """Return for each term the sentences that have it, by their own words or by what those mean."""
        index: dict[str, set[int]] = {}
        for place, terms in self._terms:
            for term in terms:
                index.setdefault(term, set()).add(place)
        return index

    @property
    def _terms(self) -> Iterable[tuple[int, Iterable[str]]]:
        found = self.stored.extraction
        yield from ((i, (*s.terms, *s.context)) for i, s in enumerate(found.sentences))
        yield _TITLE, terms_of(self.stored.article.title or "", found.language)

    @cached_property
    def words(self) -> list[Token]:
        """Return the words of the article's sentences."""
        text = self.stored.article.text
        return [w for s in self.stored.extraction.sentences for w in tokens(text, s.span.start, s.span.end)]

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words that stand with a capital, by normal form."""
        return frozenset(w.normal for w in self.words if w.text[0].isupper() and len(w.normal) >= _SHORTEST)


_lenses: LRUCache[int, Lens] = LRUCache(_WARM)


def lens(stored: Stored) -> Lens:
    """Return the lens of an article; a warm article is the same object from question to question."""
    known = _lenses.get(id(stored))
    if known is None or known.stored is not stored:
        known = _lenses[id(stored)] = Lens(stored)
    return known


@dataclass(frozen=True)
class View:
    """One article with its extraction, opened for one question."""

    stored: Stored
    share: float = 0.0  # of the question that the whole article says
    asked_in: str = ""  # the language of the question

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.stored.article.text

    @property
    def found(self) -> Extraction:
        """Return what the rules found in the article."""
        return self.stored.extraction

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Return the article's sentences."""
        return self.stored.extraction.sentences

    @property
    def abroad(self) -> bool:
        """Tell whether the question is in another language than the article."""
        return bool(self.asked_in) and self.asked_in != self.found.language

    @property
    def index(self) -> dict[str, set[int]]:
        """Return for each term the sentences that have it, by their own words or by what those mean."""
        return lens(self.stored).index

    @cached_property
    def starts(self) -> list[int]:
        """Return where each sentence begins."""
        return [s.span.start for s in self.sentences]

    def at(self, span: Span) -> int:
        """Return the index of the sentence in which a span begins."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def weight(self, group: Group) -> float:
        """Return how much a word of a question says: less where nothing joins it to the article's language."""
        foreign = group[0] not in self.index and not any(term[1:2] == "." and term[0] != "g" for term in group)
        return rarity(group) * (_FOREIGN if foreign and self.abroad and not self._alike(group[0]) else 1.0)

    def places(self, group: Group) -> Places:
        """Return where a word of a question stands: 1 as it is, less by its meaning, or spelt another way."""
        found: Places = {}
        for term in group:
            for place in self.index.get(term, ()):
                found[place] = max(found.get(place, 0.0), 0.9 if term[1:2] == "." else 1.0)
        return found or self._alike(group[0])

    def _alike(self, word: str) -> Places:
        """Return where a word stands that is so like this one that it may be the same name, misspelt."""
        return {place: like * 0.9 for other, like in self._likes(word) for place in self.index[other]}

    def _likes(self, word: str) -> Iterable[tuple[str, float]]:
        if len(word) < _SHORTEST or not word[0].isalpha():
            return
        for other in lens(self.stored).names:
            like = alike(word, other)
            if like:
                yield other, like

    @property
    def words(self) -> list[Token]:
        """Return the words of the article's sentences."""
        return lens(self.stored).words


@lru_cache(maxsize=8192)
def terms_of(text: str, code: str) -> frozenset[str]:
    """Return every term of a text."""
    return frozenset(term for group in groups(tokens(text), code) for term in group.terms)


def alike(word: str, other: str) -> float:
    """Return how alike two names are, 0 where they cannot be one."""
    if min(len(word), len(other)) < _SHORTEST:
        return 0.0
    return float(LCSseq.normalized_similarity(word, other, score_cutoff=_LIKE))
