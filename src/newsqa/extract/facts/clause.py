"""A sentence as clauses: where each begins, where the verbs are and in which voice, and what is referred to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from newsqa.extract.coreference import Reference
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.languages.schema import Facts
from newsqa.model import Status
from newsqa.text.concepts import Concept
from newsqa.text.document import Document, Passage
from newsqa.text.lemmas import lemma
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token

_CUTS = frozenset(',;:()–—“”"')


class Verb(NamedTuple):
    """One finite verb: its words, its concept, and whether it is passive."""

    first: int
    last: int
    predicate: str
    passive: bool


@dataclass(frozen=True)
class Frame:
    """One sentence with its words, clauses, verbs and references."""

    document: Document
    passage: Passage
    references: Sequence[Reference]
    meant: Sequence[Concept]  # the concepts among its words
    times: frozenset[int] = frozenset()  # where the times in it begin

    @cached_property
    def words(self) -> Sequence[Token]:
        """Return the words of the sentence."""
        return self.passage.tokens

    @cached_property
    def facts(self) -> Facts:
        """Return the language's data for clauses."""
        return self.document.language.facts

    @cached_property
    def statuses(self) -> list[Status]:
        """Return the status at each word."""
        return statuses(self.document.text, self.words, self.document.language.about.code)

    @cached_property
    def starts(self) -> list[int]:
        """Return for each word the first word of its clause."""
        opens = {p.first for p in _openers(self.document.language.about.code).find(self.words)}
        start, found = 0, []
        for i, cut in enumerate(self._cuts):
            start = i if cut or i in opens else start
            found.append(start)
        return found

    def is_cut(self, at: int) -> bool:
        """Tell whether a mark stands before a word that ends a clause."""
        return self._cuts[at]

    @cached_property
    def _cuts(self) -> list[bool]:
        text = self.document.text
        gaps = [text[one.end : other.start] for one, other in pairwise(self.words)]
        return [False, *(gap != " " and not _CUTS.isdisjoint(gap) for gap in gaps)]

    @cached_property
    def begins(self) -> list[int]:
        """Return where each word begins in the text."""
        return [word.start for word in self.words]

    @cached_property
    def deeds(self) -> frozenset[int]:
        """Return the first word of each verb."""
        return frozenset(verb.first for verb in self.verbs)

    @cached_property
    def verbs(self) -> list[Verb]:
        """Return the finite verbs of the sentence, left to right."""
        return [verb for c in self.meant if (verb := self._verb(c))]

    def _verb(self, concept: Concept) -> Verb | None:
        predicate = _deed(concept.ids)
        if predicate is None or not self._is_verb(concept.first):
            return None
        return Verb(concept.first, concept.last, predicate, self._is_passive(concept.first))

    def _is_verb(self, at: int) -> bool:
        word, before = self.words[at].normal, self.words[at - 1].normal if at else ""
        if before in self.facts.before_noun or (at and self.words[at].text[:1].isupper()):
            return False
        if self.facts.verbs:
            return word.startswith(self.facts.verbs) or word in self.facts.bare
        return bool(at) and self._is_inflected(at, word, before)

    def _is_inflected(self, at: int, word: str, before: str) -> bool:
        """Tell a verb from a noun where both are written alike: by what helps it, or by its own ending."""
        if word.endswith(self.facts.participle):
            return self.is_cut(at) or before in self.facts.passive_before
        helped = before in self.facts.helpers or before in self.facts.before_base
        return helped or (word != lemma(word, self.document.language.about.code) and not self.is_cut(at))

    def _is_passive(self, at: int) -> bool:
        word, before = self.words[at].normal, self.words[at - 1].normal if at else ""
        if before in self.facts.passive_before:
            return not word.endswith(self.facts.participle or "\n")
        return word.startswith(self.facts.passive or "\n")

    def before_helpers(self, at: int) -> int:
        """Return the last word before a verb that does not help it, -1 where none stands there."""
        at -= 1
        while at >= 0 and self.words[at].normal in self.facts.helpers:
            at -= 1
        return at

    def within(self, first: int, last: int) -> Iterator[Reference]:
        """Yield the references between two words, both inclusive."""
        if first <= last:
            start, end = self.words[first].start, self.words[last].end
            yield from (r for r in self.references if start <= r.span.start and r.span.end <= end)


@cache
def _openers(code: str) -> Phrases:
    modality = load(code).modality
    return phrases(("opens", (*modality.openers, *modality.breaks)))


@lru_cache(maxsize=65536)
@lru_cache(maxsize=16384)
def _deed(ids: tuple[str, ...]) -> str | None:
    """Return the first predicate among what words mean."""
    return next((i for i in ids if i.startswith("p.")), None)
