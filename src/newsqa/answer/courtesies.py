"""What is said to whoever answers, and asks the archive nothing: a greeting, thanks, what can be asked, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Literal, get_args

from newsqa.languages import CODES, load
from newsqa.text.words import tokens

Courtesy = Literal["greeting", "thanks", "abilities", "latest"]
Words = tuple[str, ...]
_LONGEST = 12  # words; more say something
_LONGEST_BESIDE = 4


def courtesy(text: str) -> Courtesy | None:
    """Return what courtesy a text is and nothing else, in either language; None for all that says or asks more."""
    words = _split(text)
    if len(words) > _LONGEST:
        return None
    return next((found for code in CODES for left in _bare(words, code) if (found := _known(code).get(left))), None)


def _bare(words: Words, code: str) -> Iterable[Words]:
    """Return the words, and what is left of them without those around them that say nothing, longest first."""
    found = [words]
    for left in found:  # it grows meanwhile
        found += [fewer for fewer in _shorter(left, _beside(code)) if fewer not in found]
    return found


def _shorter(words: Words, beside: AbstractSet[Words]) -> Iterator[Words]:
    for size in range(1, min(_LONGEST_BESIDE, len(words) - 1) + 1):
        if words[:size] in beside:
            yield words[size:]
        if words[-size:] in beside:
            yield words[:-size]


@cache
def _beside(code: str) -> AbstractSet[Words]:
    data = load(code).courtesies  # one courtesy often leads to another: "hello, good morning"
    return frozenset(map(_split, (*data.beside, *data.greeting, *data.thanks)))


@cache
def _known(code: str) -> dict[Words, Courtesy]:
    data = load(code).courtesies
    return {_split(phrase): kind for kind in get_args(Courtesy) for phrase in getattr(data, kind)}


def _split(text: str) -> Words:
    return tuple(token.normal for token in tokens(text))
