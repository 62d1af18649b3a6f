"""A question as the scorer reads it: what asks, what is asked for, and which words an answer should stand near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from newsqa.answer import days
from newsqa.answer.rarity import rarity
from newsqa.answer.spoken import typed, written
from newsqa.languages import load
from newsqa.text import concepts
from newsqa.text.lemmas import lemma
from newsqa.text.names import is_honour
from newsqa.text.terms import groups
from newsqa.text.words import Token, tokens


@dataclass(frozen=True, slots=True)
class Content:
    """One content word of a question: its place among the words, its terms, and how rare it is."""

    at: int
    word: str
    terms: frozenset[str]
    rarity: float
    name: bool


@dataclass(frozen=True)
class Asked:
    """A question read for scoring.

    `asker` is the kind of the asking word and `at` its place (-1 where nothing asks), `focus` the place of the word
    that says what is wanted, `pivots` the content words nearest to and farthest from what asks; `levels` name the
    tables of weights that apply, most general first.
    """

    text: str
    code: str
    asker: str
    at: int
    focus: int | None
    pivots: tuple[int | None, int | None]
    contents: tuple[Content, ...]
    levels: tuple[str, ...]

    total: float  # the rarity of all content words together

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return for each term of the question the places of the words that it belongs to."""
        index: dict[str, list[int]] = defaultdict(list)
        for content in self.contents:
            for term in content.terms:
                index[term].append(content.at)
        return dict(index)

    @cached_property
    def rarity(self) -> dict[int, float]:
        """Return how rare the content word at each place is."""
        return {c.at: c.rarity for c in self.contents}

    def share(self, covered: Mapping[int, float]) -> float:
        """Return how much of the question a text covers, 0 to 1, given how well it covers the word at each place."""
        return sum(self.rarity[place] * strength for place, strength in covered.items()) / self.total


def read(text: str, code: str) -> Asked:
    """Return the question as the scorer reads it; `code` is its language."""
    words = written(tokens(text), code)
    asker, first, last = _asker(words, code)
    contents = tuple(_contents(text, words, set(range(first, last + 1)), code))
    places = [c.at for c in contents]
    focus, wrapper, linked = _focus(words, places, first, last, code)
    after = [i for i in places if i > last and i != focus and words[i].normal not in load(code).asking.wrappers]
    pivots = (after[0], after[-1]) if after else (None, None)
    named = next((c for c in contents if c.at == focus), None)
    shape = ("b" if focus is not None and focus < first else "a") + ("r" if linked else "") + wrapper
    total = sum(c.rarity for c in contents) or 1.0
    return Asked(text, code, asker, first, focus, pivots, contents, _levels(asker, shape, named), total)


def _levels(asker: str, shape: str, focus: Content | None) -> tuple[str, ...]:
    kind, what = _meaning(focus)
    return ("any", asker, f"{asker} {shape}", f"{asker} of {kind}", f"{asker} of {what}")


def _meaning(focus: Content | None) -> tuple[str, str]:
    if focus is None:
        return "none", "none"
    ids = sorted(t for t in focus.terms if t.startswith("t."))
    kind = concepts.roles(ids[0]) if ids else "name" if focus.name else "word"
    return kind, ids[0] if ids else focus.word


def _asker(words: Sequence[Token], code: str) -> tuple[str, int, int]:
    """Return the kind of the first word that asks, and the places of its first and last word."""
    table = _askers(code)
    for first in range(len(words)):
        for length in (2, 1):
            kind = table.get(tuple(w.normal for w in words[first : first + length]))
            if kind and first + length <= len(words):
                return kind, first, first + length - 1
    return "thing", -1, -1


@cache
def _askers(code: str) -> dict[tuple[str, ...], str]:
    askers = load(code).asking.askers
    return {tuple(t.normal for t in tokens(form)): kind for kind, forms in askers.items() for form in forms}


@cache
def _silent(code: str) -> frozenset[str]:
    data = load(code)
    return frozenset(data.about.function_words) | frozenset(data.asking.silent)


def _contents(text: str, words: Sequence[Token], asking: set[int], code: str) -> Iterator[Content]:
    """Yield the content words; those that name days count for nothing: an article of that day need not say them."""
    dated = days.terms(text, words, code)
    terms: dict[int, set[str]] = {i: set() for i in range(len(words))}
    for group in groups(words, code, loose=True):
        for i in range(group.first, group.last + 1):
            terms[i] |= set(group.terms)
    for i, word in enumerate(words):
        if i in asking or word.normal in _silent(code) or is_honour(word, code):
            continue
        own = frozenset((*terms[i], *senses(word.normal, code), *typed(word)))
        name = i > 0 and word.text[:1].isupper()
        yield Content(i, lemma(word.normal, code), own, 0.0 if dated[i] else rarity(own), name)


@lru_cache(maxsize=65536)
def senses(word: str, code: str) -> tuple[str, ...]:
    """Return the concepts of a normalised word standing alone."""
    if word in load(code).about.function_words:
        return ()
    if word.isascii() and word.isalnum():  # as most words are, and one word each
        return concepts.alone(word, code)
    found = concepts.find(tokens(word), code, loose=True)
    return found[0].ids if found else ()


def _focus(
    words: Sequence[Token], places: Sequence[int], first: int, last: int, code: str
) -> tuple[int | None, str, bool]:
    """Return the place of the word that says what is wanted, the wrapper before it, and whether a clause follows."""
    asking = load(code).asking
    following = words[last + 1].normal if last + 1 < len(words) else ""
    linked = following in asking.linkers
    if first - 1 in places:
        return first - 1, "", linked
    wrapper = ""
    for i in () if linked else (p for p in places if p > last):
        if words[i].normal not in asking.wrappers or i == places[-1]:
            return i, wrapper, linked
        wrapper = " " + words[i].normal
    return None, wrapper, linked
