"""Terms: everything under which a word can be found, in any language.

A word's own normal form and lemma come first, then what it means: concepts, countries (`c.ID`), months (`m.3`),
weekdays (`w.0` is Monday), plain numbers (`n.1160`) and the skeletons of cognates (`g.resolusi`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsqa.languages import load
from newsqa.text import concepts
from newsqa.text.cognates import skeleton
from newsqa.text.lemmas import lemma, stem
from newsqa.text.numerals import plain
from newsqa.text.words import Token, tokens


class Group(NamedTuple):
    """The words `first` to `last` (both inclusive) of a sentence, and every term under which they are found."""

    first: int
    last: int
    terms: tuple[str, ...]


def groups(words: Sequence[Token], code: str, *, loose: bool = False) -> list[Group]:
    """Return one group a word or phrase, left to right; a phrase's group comes after those of its words."""
    found = [Group(i, i, own(w.text, w.normal, code)) for i, w in enumerate(words)]
    return [*found, *(Group(c.first, c.last, c.ids) for c in _meanings(words, code, loose=loose))]


def index_terms(words: Sequence[Token], code: str, found: Sequence[concepts.Concept] | None = None) -> tuple[str, ...]:
    """Return every term of a sentence, in the order of its words; `found` are its concepts where they are known."""
    terms = [term for w in words for term in own(w.text, w.normal, code)]
    found = concepts.find(words, code) if found is None else found
    terms += [term for concept in _deeper(found, words, code) for term in concept.ids]
    return (*terms, *(term for concept in _calendar(words, code, loose=False) for term in concept.ids))


@lru_cache(maxsize=65536)
def own(text: str, normal: str, code: str) -> tuple[str, ...]:
    """Return the terms of one word by itself, its normal form first."""
    return tuple(dict.fromkeys(_own(text, normal, code)))


def _own(text: str, normal: str, code: str) -> Iterator[str]:
    yield normal
    number = plain(text, load(code).numbers)
    if number is not None:
        yield f"n.{number:g}"
        return
    yield stem(normal, code)
    yield lemma(normal, code)
    shared = skeleton(normal, code)
    if shared and normal not in load(code).about.function_words:
        yield f"g.{shared}"
    if "-" in normal:
        yield from (part for part in normal.split("-") if part)


def _meanings(words: Sequence[Token], code: str, *, loose: bool) -> Iterator[concepts.Concept]:
    found = concepts.find(words, code, loose=loose)
    yield from found if loose else _deeper(found, words, code)
    yield from _calendar(words, code, loose=loose)


def _deeper(found: Iterable[concepts.Concept], words: Sequence[Token], code: str) -> Iterator[concepts.Concept]:
    """Yield concepts, each followed by what the words of it mean by themselves."""
    for concept in found:
        yield concept
        if concept.last > concept.first:
            yield from concepts.within(concept, words, code)


def _calendar(words: Sequence[Token], code: str, *, loose: bool) -> Iterator[concepts.Concept]:
    """Yield the countries, months and weekdays in a sentence."""
    named, longest = _named(code), _longest(code)
    for at, word in enumerate(words):
        if word.normal not in longest or not (loose or word.text[:1].isupper()):
            continue
        for length in range(min(longest[word.normal], len(words) - at), 0, -1):
            ids = named.get(tuple(w.normal for w in words[at : at + length]))
            if ids:
                yield concepts.Concept(at, at + length - 1, ids)
                break


@cache
def _longest(code: str) -> dict[str, int]:
    """Return of how many words the longest name is that each first word begins."""
    longest: dict[str, int] = {}
    for name in _named(code):
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return longest


@cache
def countries(code: str) -> frozenset[tuple[str, ...]]:
    """Return the names of countries in a language, each as its normal forms."""
    return frozenset(words for words, ids in _named(code).items() if ids[0].startswith("c."))


@cache
def _named(code: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return CLDR's names of countries, months and weekdays, and the language's own spellings of them."""
    from babel import Locale  # noqa: PLC0415  its tables load with the first sentence

    locale = Locale(code)
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    names = [(name, f"c.{key}") for key, name in locale.territories.items() if key.isalpha()]
    times = load(code).times
    names += [(name, f"m.{key}") for name, key in times.months.items()]
    names += [(name, f"w.{key}") for name, key in times.weekdays.items()]
    for name, term in names:
        table.setdefault(tuple(w.normal for w in tokens(name)), (term,))
    return table
