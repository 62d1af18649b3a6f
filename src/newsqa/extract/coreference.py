"""Coreference: what a pronoun, a possessive ending or a role without a name stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from newsqa.languages import load
from newsqa.model import EntityKind, Span
from newsqa.text.document import Document, Passage
from newsqa.text.names import is_title, longest_title
from newsqa.text.words import PerWord, Token, normalise

_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,3000}[\"”]")
_WINDOW = 4  # sentences back in which an antecedent is looked for
_LONGEST = 7  # words of a role that points back
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


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A pronoun or role before it is resolved: the gender it tells, its words, whether it needs a role or body."""

    span: Span
    how: Literal["pronoun", "role"]
    gender: str
    words: frozenset[str] = frozenset()
    heads: tuple[str, ...] | None = None
    sort: frozenset[str] = frozenset()  # a noun that tells a gender, which a role may have too: "the father"
    aged: bool = False  # tells an age, as nothing does of one whose age was told
    known: bool = False  # points to a role that was told, as "the coach" does; "pedagang itu" may tell a new one


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
        self.words = _words(self.code)
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
            for pointer in _pointers(self.document, passage, recent[-1], self.words):
                entity = self._antecedent(pointer, recent)
                if entity is not None:
                    reference = Reference(pointer.span, entity, pointer.how, passage.index)
                    recent[-1].append(reference)
                    recent[-1].sort(key=lambda r: r.span.start)
                    found.append(reference)
        return found

    def _antecedent(self, pointer: _Pointer, recent: Sequence[list[Reference]]) -> int | None:
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

    def _holder(self, pointer: _Pointer, entity: int | None) -> int | None:
        """Return the only one who has the role that was told, where who stands near by is not told to have it.

        "The minister" is she who was called one ten sentences ago, not some man without a role in the last.
        """
        if not (pointer.known and pointer.words):
            return entity
        if entity is not None and pointer.words & self.candidates[entity].role_words:
            return entity
        told = [i for i in self._met if pointer.words <= self.candidates[i].role_words and self._agrees(pointer, i)]
        return told[0] if len(told) == 1 else entity

    def _agrees(self, pointer: _Pointer, entity: int) -> bool:
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
            self._told[entity] = self.words.gender(self.candidates[entity])
        return self._told[entity]

    def _score(self, pointer: _Pointer, reference: Reference, back: int, *, first: bool) -> float:
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
        if pointer.words:
            roles = self.candidates[reference.entity].role_words
            score += 3.0 if pointer.words & roles else -_OTHER_ROLE if roles and pointer.known else -1.2
        return score

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


def _pointers(document: Document, passage: Passage, names: Sequence[Reference], words: _Words) -> Iterator[_Pointer]:
    """Yield what points back in a sentence, left to right."""
    may_point, taken = words.may_point, [r.span for r in names]
    for at, word in enumerate(passage.tokens):
        if not may_point[word.normal] or any(t.start <= word.start < t.end for t in taken):
            continue
        pointer = words.pronoun(word) or words.noun_before(passage.tokens, at)
        pointer = pointer or words.noun_after(document.text, passage.tokens, at)
        if pointer:
            yield pointer


class _Words:
    """One language's words that point back."""

    def __init__(self, code: str) -> None:
        data = load(code).references
        self.code = code
        self.pronouns = {normalise(w): g for w, g in data.pronouns.items()}
        self.clitics = data.clitics
        self.people = {normalise(w): g for w, g in data.people.items()}
        self.bodies = {normalise(w): tuple(map(normalise, heads)) for w, heads in data.bodies.items()}
        self.before, self.after = frozenset(data.words.before), frozenset(data.words.after)
        self.years, self.aged = frozenset(data.words.years), data.words.aged
        self.several, self.breaks = frozenset(data.words.several), frozenset(data.words.breaks)
        self.goes_on = frozenset(data.words.goes_on)
        # whether a word may point back, by itself or with those beside it; few do, and all are asked
        self.may_point = PerWord(self._may_point)
        self.possessives = load(code).names.possessives
        self.oblique, self.exceptions = frozenset(data.words.oblique), frozenset(data.words.not_references)

    def _may_point(self, word: str) -> bool:
        listed = word in self.pronouns or word in self.before or word in self.after
        return listed or word.endswith(tuple(self.clitics))

    def gender(self, candidate: Candidate) -> str:
        """Return the gender that a role tells; empty where none does."""
        return next((g for w in sorted(candidate.role_words) if (g := self.people.get(w, "")) in {"m", "f"}), "")

    def pronoun(self, word: Token) -> _Pointer | None:
        """Return the pronoun, or the possessive ending, that a word is or ends with."""
        gender = self.pronouns.get(word.normal)
        if gender:
            return _Pointer(Span(start=word.start, end=word.end), "pronoun", gender)
        ending = next((c for c in self.clitics if word.normal.endswith(c) and len(word.normal) > len(c) + 2), None)
        if ending is None or word.normal in self.exceptions:
            return None
        return _Pointer(Span(start=word.end - len(ending), end=word.end), "pronoun", self.clitics[ending])

    def noun_after(self, text: str, tokens: Sequence[Token], at: int) -> _Pointer | None:
        """Return the noun that stands before a word like "itu", from its head on."""
        if tokens[at].normal not in self.after:
            return None
        first = at
        while first > max(0, at - _LONGEST) and self._goes_on(text, tokens, first):
            first -= 1
        heads = (i for i in range(first, at) if self._is_noun(tokens, i))
        head = next(heads, None)
        if head is None or (head > 0 and tokens[head - 1].normal in self.several):
            return None
        return self._noun(tokens, head, at)

    def _goes_on(self, text: str, tokens: Sequence[Token], first: int) -> bool:
        gap = text[tokens[first - 1].end : tokens[first].start]
        return gap.strip() in {"", ")", "("} and tokens[first - 1].normal not in self.breaks

    def noun_before(self, tokens: Sequence[Token], at: int) -> _Pointer | None:
        """Return the noun that stands behind a word like "the", with the words between them."""
        if tokens[at].normal not in self.before:
            return None
        for head in range(at + 1, min(at + 4, len(tokens))):
            named = tokens[head].text[0].isupper() and "-" not in tokens[head].text  # "the Leeds-based firm"
            if named or tokens[head].normal in self.breaks | self.several:
                return None
            length = longest_title(tokens, head, self.code) or int(self._is_noun(tokens, head))
            if length:
                noun = self._noun(tokens, at, head + length)
                return replace(noun, known=True) if not self._is_named(tokens, head + length) else None
        return None

    def _is_named(self, tokens: Sequence[Token], after: int) -> bool:
        """Tell whether the noun goes on to say whom it means, as in "the president of Chad"."""
        return after < len(tokens) and (tokens[after].normal in self.goes_on or tokens[after].text[0].isupper())

    def _is_noun(self, tokens: Sequence[Token], at: int) -> bool:
        word = tokens[at].normal
        aged = any(word.endswith(ending) for ending in self.aged)
        return word in self.people or word in self.bodies or aged or is_title(tokens, at, self.code)

    def _noun(self, tokens: Sequence[Token], first: int, end: int) -> _Pointer:
        part = tokens[first:end]
        normals = [w.normal for w in part]
        span = Span(start=part[0].start, end=part[-1].end)
        gender = next((self.people[w] for w in normals if w in self.people), None)
        body = next((self.bodies[w] for w in normals if w in self.bodies), None)
        if gender is not None or body is None:
            said = () if gender else (w for w in normals if not w.endswith(self.aged or ("\n",)))
            words = frozenset(w for w in said if w not in self.before and w not in self.breaks)
            sort = frozenset(w for w in normals if w in self.people)
            aged = any(w.endswith(self.aged or ("\n",)) or w in self.years for w in normals)
            return _Pointer(span, "role", gender or "one", words, sort=sort, aged=aged)
        return _Pointer(span, "role", "many", frozenset(), body)


@cache
def _words(code: str) -> _Words:
    return _Words(code)
