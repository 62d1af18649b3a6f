"""An article's words beside a question's: which word of the one stands for which of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newsqa.answer.page import Page
from newsqa.answer.reading import Asked, Content, senses
from newsqa.languages import load
from newsqa.model import Sentence
from newsqa.text.lemmas import lemma
from newsqa.text.terms import Group
from newsqa.text.words import Token

_MARKS = (
    ("(", "open"), (")", "close"), ('"', "quote"), ("“", "quote"), ("”", "quote"), (",", "comma"), (";", "stop"),
    (":", "colon"), (".", "stop"), ("?", "stop"), ("!", "stop"), ("-", "dash"), ("–", "dash"), ("—", "dash"),
    ("/", "slash"),
)  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECIMAL = re.compile(r"(?<!\d)\d++(?:[.,]\d++)+")
_LIKE = 0.75  # share of letters in common from which two words may be one, spelt or inflected another way
_SHORTEST = 5  # letters below which likeness says nothing


@dataclass(slots=True)
class Word:
    """One word of a sentence: the marks before and after it, its shape, its note, and what it means standing alone."""

    token: Token
    lemma: str
    small: bool
    before: str
    after: str
    shape: str
    alone: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """One sentence beside the question: `covered` the question's words that it has, each with its strength.

    `matches` and `strengths` tell for each word of the sentence for which of the question's it stands, and how surely.
    """

    index: int
    words: Sequence[Word]
    matches: list[int]
    strengths: list[float]
    covered: dict[int, float]


def align(asked: Asked, page: Page, place: int) -> Aligned:
    """Return the words of one sentence of an article, each with the question's word it stands for."""
    words = plain(page, place)
    found = Aligned(place, words, [-1] * len(words), [0.0] * len(words), {})
    if words:
        _match(asked, found, page.groups_of(place))
    return found


def plain(page: Page, place: int) -> list[Word]:
    """Return the words of one sentence as they are, whatever is asked."""
    words = page.kept.get(("words", place))
    if words is None:
        words = page.kept["words", place] = _words(page.text, page.words_of(place), page.found.language)
        _note(words, page.sentences[place])
    return words


@dataclass(frozen=True, slots=True)
class Glance:
    """What the sentences of one article share with a question: the best, and all together."""

    best: float
    whole: float


def glance(asked: Asked, page: Page) -> Glance:
    """Return how much of the question the sentences of one article cover, by their stored terms alone."""
    covered = _covered(asked, page)
    everything: dict[int, float] = {}
    for found in covered.values():
        for place, strength in found.items():
            everything[place] = max(everything.get(place, 0.0), strength)
    return Glance(max(map(asked.share, covered.values()), default=0.0), asked.share(everything))


def _covered(asked: Asked, page: Page) -> dict[int, dict[int, float]]:
    """Return for each sentence that says something of the question which of its words, and how surely."""
    covered: dict[int, dict[int, float]] = {}
    for term, places in asked.places.items():
        strength = 0.8 if _is_concept(term) else 1.0
        for at in page.found.having(term):
            found = covered.setdefault(at, {})
            for place in places:
                found[place] = max(found.get(place, 0.0), strength)
    return covered


def _is_concept(term: str) -> bool:
    return term[1:2] == "."


def _words(text: str, found: Sequence[Token], code: str) -> list[Word]:
    small = load(code).about.function_words
    gaps = ["edge", *(_mark(text[a.end : b.start]) for a, b in pairwise(found)), "edge"]
    return [
        Word(t, lemma(t.normal, code), t.normal in small, gaps[i], gaps[i + 1], _shape(t.text), senses(t.normal, code))
        for i, t in enumerate(found)
    ]


def _mark(gap: str) -> str:
    if gap.isspace():
        return "space"
    mark = next((name for sign, name in _MARKS if sign in gap), "other")
    return mark if " " in gap or mark in {"open", "close"} else f"tight {mark}"


def _shape(word: str) -> str:
    if word[0].isdigit():
        if _YEAR.fullmatch(word):
            return "year"
        return f"digits{min(len(word), 4)}" if word.isdigit() else "decimal" if _DECIMAL.fullmatch(word) else "mixed"
    if word.isupper():
        return "initial" if len(word) == 1 else "capitals"
    return "title" if word[0].isupper() else "lower"


def _note(words: Sequence[Word], sentence: Sentence) -> None:
    for note in sentence.notes:
        inside = [w for w in words if note.span.start <= w.token.start and w.token.end <= note.span.end]
        for i, word in enumerate(inside):
            word.note = f"{note.kind} {'begin' if i == 0 else 'inside'}"


def _match(asked: Asked, found: Aligned, groups: Sequence[Group]) -> None:
    matching = _Matching(asked, found)
    for group in groups:
        matching.by_terms(group.first, group.last, group.terms)
    for i, word in enumerate(found.words):
        if found.matches[i] < 0 and not word.small and word.alone:
            matching.by_terms(i, i, word.alone)
    for content in asked.contents:
        if content.at not in found.covered:
            matching.by_likeness(content)


@dataclass(frozen=True, slots=True)
class _Matching:
    """One sentence's words while they are matched with the question's."""

    asked: Asked
    found: Aligned

    def by_terms(self, first: int, last: int, terms: Iterable[str]) -> None:
        """Match the words `first` to `last`, found under `terms`."""
        known = self.asked.places
        if known.keys().isdisjoint(terms):
            return
        for term in terms:
            if term in known:
                exact = first == last and self.found.words[first].token.normal == term
                self._take(first, last, known[term], 0.8 if _is_concept(term) else 1.0 if exact else 0.9)

    def _take(self, first: int, last: int, places: Sequence[int], strength: float) -> None:
        covered, strengths = self.found.covered, self.found.strengths
        for place in places:
            covered[place] = max(covered.get(place, 0.0), strength)
        for i in range(first, last + 1):
            if strength > strengths[i] and not self.found.words[i].small:
                strengths[i], self.found.matches[i] = strength, self._onward(i, places)

    def _onward(self, at: int, places: Sequence[int]) -> int:
        """Return the place that continues the match of the word before, so that repeated words align in order."""
        onward = self.found.matches[at - 1] + 1 if at else -1
        return onward if onward in places else places[0]

    def by_likeness(self, content: Content) -> None:
        """Match the word most like a content word that stands nowhere: inflected or spelt another way."""
        if len(content.word) < _SHORTEST:
            return
        likeness, at = max((_like(word, content.word), -i) for i, word in enumerate(self.found.words))
        if likeness >= _LIKE:
            self.found.covered[content.at] = likeness * 0.9
            if self.found.matches[-at] < 0:
                self.found.matches[-at], self.found.strengths[-at] = content.at, likeness * 0.9


def _like(word: Word, other: str) -> float:
    if word.small or len(word.lemma) < _SHORTEST or len(other) < _SHORTEST or word.lemma[0].isdigit():
        return 0.0
    return float(LCSseq.normalized_similarity(word.lemma, other, score_cutoff=_LIKE))
