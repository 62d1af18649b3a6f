"""Coreference: what a pronoun, a possessive ending or a role without a name stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsqa.extract.pointers import Pointer, pointers, words
from newsqa.model import EntityKind, Span
from newsqa.text.document import Document
from newsqa.text.words import normalise

_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,3000}[\"”]")
_WINDOW = 4  # sentences back in which an antecedent is looked for
_SAME_ROLE, _NO_ROLE = 3.0, -1.2  # added for one who has the role that points back, and for one who has none
_OTHER_ROLE = 9.0  # taken from the score of somebody with another role than the one that points back
_NEW = 1.0  # added for somebody first named in a sentence, whose age is then told
_LEAST = 0.0  # score under which no antecedent is better than the best


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be meant: its kind, where its roles stand, their words, and its fullest name as normal forms."""

    kind: EntityKind
    roles: tuple[Span, ...]
    role_words: frozenset[str]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that means an entity, by its index; `how` it does."""

    span: Span
    entity: int
    how: Literal["name", "pronoun", "role"]
    sentence: int


def find(document: Document, candidates: Sequence[Candidate], names: Sequence[Reference]) -> list[Reference]:
    """Return the pronouns and roles that mean a candidate; each found one is an antecedent for the next."""
    resolver = _Resolver(document, candidates)
    return resolver.resolve(names)


class _Resolver:
    """One article on the way through its sentences, with what has been spoken of so far."""

    def __init__(self, document: Document, candidates: Sequence[Candidate]) -> None:
        self.document = document
        self.candidates = candidates
        self.code = document.language.about.code
        self.words = words(self.code)
        self.quoted = [Span(start=m.start(), end=m.end()) for m in _QUOTED.finditer(document.text)]
        self.genders: dict[int, str] = {}
        self._quoted_from = [span.start for span in self.quoted]
        self._oblique: dict[int, bool] = {}
        self._told: dict[int, str] = {}
        self._met: dict[int, int] = {}  # who was named so far, in which sentence first

    def resolve(self, names: Sequence[Reference]) -> list[Reference]:
        """Walk the sentences in order, names and pointers together."""
        found: list[Reference] = []
        by_sentence: dict[int, list[Reference]] = {}
        for name in names:
            by_sentence.setdefault(name.sentence, []).append(name)
        recent: list[list[Reference]] = []
        for passage in self.document.passages:
            recent = [*recent[-_WINDOW:], list(by_sentence.get(passage.index, ()))]
            for name in recent[-1]:
                self._met.setdefault(name.entity, passage.index)
            for pointer in pointers(self.document, passage, [r.span for r in recent[-1]], self.words):
                entity = self._antecedent(pointer, recent)
                if entity is not None:
                    reference = Reference(pointer.span, entity, pointer.how, passage.index)
                    recent[-1].append(reference)
                    recent[-1].sort(key=lambda r: r.span.start)
                    found.append(reference)
        return found

    def _antecedent(self, pointer: Pointer, recent: Sequence[list[Reference]]) -> int | None:
        best, entity = _LEAST, None
        for back, references in enumerate(reversed(recent)):
            before = (r for r in references if r.span.end <= pointer.span.start and self._agrees(pointer, r.entity))
            first = True
            for reference in before:
                score = self._score(pointer, reference, back, first=first)
                first = first and self._owns(reference)
                if score > best:
                    best, entity = score, reference.entity
        entity = self._holder(pointer, entity)
        if entity is not None and pointer.gender in {"m", "f"}:
            self.genders.setdefault(entity, pointer.gender)
        return entity

    def _holder(self, pointer: Pointer, entity: int | None) -> int | None:
        """Return the only one who has the role that was told, where who stands near by is not told to have it.

        "The minister" is she who was called one ten sentences ago, not some man without a role in the last.
        """
        if not (pointer.known and pointer.words):
            return entity
        if entity is not None and pointer.words & self.candidates[entity].role_words:
            return entity
        told = [i for i in self._met if pointer.words <= self.candidates[i].role_words and self._agrees(pointer, i)]
        return told[0] if len(told) == 1 else entity

    def _agrees(self, pointer: Pointer, entity: int) -> bool:
        candidate = self.candidates[entity]
        if pointer.heads is not None:
            return candidate.kind == "organisation" and _has_head(candidate, pointer.heads)
        if pointer.gender == "many":
            return candidate.kind == "organisation"
        if candidate.kind != "person" or pointer.gender == "one":
            return candidate.kind == "person"
        return (self.genders.get(entity) or self._by_role(entity)) in {"", pointer.gender}

    def _by_role(self, entity: int) -> str:
        if entity not in self._told:
            self._told[entity] = self.words.gender(self.candidates[entity].role_words)
        return self._told[entity]

    def _score(self, pointer: Pointer, reference: Reference, back: int, *, first: bool) -> float:
        """Return how well a place fits as antecedent: near, the subject, outside quotations, with the same role."""
        score = 3.0 - 1.0 * back
        score += 0.9 if first and not self._owns(reference) else 0.0
        score -= 0.7 if self._is_oblique(reference) else 0.0
        score += 0.3 if reference.how == "pronoun" else 0.0
        score -= 1.6 if self._in_quote(reference.span) != self._in_quote(pointer.span) else 0.0
        if pointer.sort:
            score += 3.0 * (not pointer.sort.isdisjoint(self.candidates[reference.entity].role_words))
        if pointer.aged and self._met.get(reference.entity) == reference.sentence:
            score += _NEW
        return score + (self._by_role_words(pointer, reference.entity) if pointer.words else 0.0)

    def _by_role_words(self, pointer: Pointer, entity: int) -> float:
        """Return what the words of a role add: nothing where several in the article have it, as riders in a race."""
        roles = self.candidates[entity].role_words
        shared = pointer.words & roles
        if roles and not shared:
            return -_OTHER_ROLE if pointer.known else _NO_ROLE
        holders = sum(not pointer.words.isdisjoint(self.candidates[i].role_words) for i in self._met)
        return 0.0 if holders > 1 else _SAME_ROLE if shared else _NO_ROLE

    def _owns(self, reference: Reference) -> bool:
        """Tell whether a mention only says whose something is: "*Ruiz's* lawyer, Ida Moss, said she", "istri*nya*"."""
        text, span = self.document.text, reference.span
        is_ending = reference.how == "pronoun" and text[span.start - 1 : span.start].isalpha()
        return is_ending or text.startswith(self.words.possessives, span.end)

    def _is_oblique(self, reference: Reference) -> bool:
        start = reference.span.start
        if start not in self._oblique:
            before = self.document.text[max(0, start - 40) : start].split()
            in_phrase = bool(before) and normalise(before[-1]) in self.words.oblique
            self._oblique[start] = in_phrase or self._owns(reference)
        return self._oblique[start]

    def _in_quote(self, span: Span) -> int:
        """Return where the quotation begins that holds a span, -1 outside of all: no two of them meet."""
        last = bisect_right(self._quoted_from, span.start) - 1
        return self.quoted[last].start if last >= 0 and span.end <= self.quoted[last].end else -1


def _has_head(candidate: Candidate, heads: tuple[str, ...]) -> bool:
    return not heads or any(h in candidate.key for h in heads)
