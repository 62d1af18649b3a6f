"""Phrases of a language's data found among the words of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsqa.text.words import Token, tokens


class Phrase(NamedTuple):
    """One phrase found: the name of its list, and its first and last word."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Phrases:
    """Lists of phrases to be found together; the longest phrase at a word wins, then the earlier list."""

    table: Mapping[tuple[str, ...], str]
    lengths: Mapping[str, tuple[int, ...]]  # of the phrases that a word begins, longest first

    def find(self, words: Sequence[Token]) -> Iterator[Phrase]:
        """Yield the phrases among the words, left to right."""
        normals = [w.normal for w in words]
        free = 0
        for at, normal in enumerate(normals):
            if normal in self.lengths and at >= free and (found := self._at(normals, at)):
                yield found
                free = found.last + 1

    def _at(self, normals: Sequence[str], at: int) -> Phrase | None:
        for length in self.lengths[normals[at]]:
            name = self.table.get(tuple(normals[at : at + length]))
            if name and at + length <= len(normals):
                return Phrase(name, at, at + length - 1)
        return None


@lru_cache(maxsize=64)
def phrases(*lists: tuple[str, tuple[str, ...]]) -> Phrases:
    """Return the lists, each a name and its phrases, ready to be found."""
    table: dict[tuple[str, ...], str] = {}
    for name, forms in lists:
        for form in forms:
            table.setdefault(tuple(w.normal for w in tokens(form)), name)
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in table:
        lengths[words[0]].add(len(words))
    return Phrases(table, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})
