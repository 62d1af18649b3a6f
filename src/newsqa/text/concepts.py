"""Concepts: what a word or phrase means, the same in every language.

A predicate's id is `p.` and its name in the lexicon, a term's `t.` and its first English form.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsqa.languages import CODES, load
from newsqa.text.lemmas import lemma, stem
from newsqa.text.words import Token, tokens

_ASIDE = re.compile(r" ?\([^()]*\)")
_NOT_WORD = re.compile(r"\W+")
_INITIALS = 4  # characters; a form in capitals up to this long is matched as capitals, "US" is not "us"


@dataclass(frozen=True, slots=True)
class Concept:
    """What the words `first` to `last` (both inclusive) of a sentence mean: ids, most usual sense first."""

    first: int
    last: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the lexicon: its id, kind or roles, and its forms by language, most usual first."""

    id: str
    kind: str
    forms: dict[str, tuple[str, ...]]


class _Phrases:
    """The forms of one language, by surface and by lemma, with the lengths of the phrases each first word begins."""

    def __init__(self, code: str) -> None:
        self.surface: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.lemmas: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.initials: dict[str, str] = {}
        self.lengths: dict[str, set[int]] = defaultdict(set)
        for row in rows():
            for form in row.forms[code]:
                self._add(row.id, tokens(form), code)

    def _add(self, id_: str, words: Sequence[Token], code: str) -> None:
        surface = tuple(w.normal for w in words)
        lemmas = tuple(lemma(w.normal, code) for w in words)
        initials = len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= _INITIALS
        if initials:
            self.initials[surface[0]] = words[0].text
        for table, key in ((self.surface, surface), (self.lemmas, () if initials else lemmas)):
            if key and id_ not in table.get(key, ()):
                table[key] = (*table.get(key, ()), id_)
                self.lengths[key[0]].add(len(key))


def find(words: Sequence[Token], code: str, *, loose: bool = False) -> list[Concept]:
    """Return the concepts in a sentence, left to right, the longest phrase at each place.

    `loose` reads initials in small letters too, as people type them in questions.
    """
    phrases = _phrases(code)
    openings = [_opening(w.normal, code) for w in words]
    found, at = [], 0
    while at < len(words):
        concept = _at(phrases, openings, at) if openings[at].lengths else None
        if concept and not loose and _only_small(phrases, words[at], concept):
            concept = None
        found += [concept] if concept else []
        at = concept.last + 1 if concept else at + 1
    return found


def within(concept: Concept, words: Sequence[Token], code: str, *, loose: bool = False) -> Iterator[Concept]:
    """Yield what the words of a longer phrase mean each by itself: a foreign minister is a minister."""
    small = load(code).about.function_words
    for at in range(concept.first, concept.last + 1) if concept.last > concept.first else ():
        alone = () if words[at].normal in small else find(words[at : at + 1], code, loose=loose)
        yield from (Concept(at, at, c.ids) for c in alone)


class _Opening(NamedTuple):
    """A word as it may begin a phrase: its forms, whether it is a small word, and how long such phrases are."""

    normal: str
    bare: str
    lemma: str
    small: bool
    lengths: tuple[int, ...]  # longest first


@lru_cache(maxsize=131072)
def _opening(word: str, code: str) -> _Opening:
    phrases, bare, base = _phrases(code), stem(word, code), lemma(word, code)
    lengths = {n for form in (word, bare, base) for n in phrases.lengths.get(form, ())}
    small = bare in load(code).about.function_words
    return _Opening(word, bare, base, small, tuple(sorted(lengths, reverse=True)))


def _at(phrases: _Phrases, openings: Sequence[_Opening], at: int) -> Concept | None:
    first = openings[at]
    for length in first.lengths:
        if length > len(openings) - at:
            continue
        rest = tuple(o.normal for o in openings[at + 1 : at + length])
        ids = phrases.surface.get((first.normal, *rest)) or phrases.surface.get((first.bare, *rest))
        if not ids and not first.small:
            ids = phrases.lemmas.get(tuple(o.lemma for o in openings[at : at + length]))
        if ids:
            return Concept(at, at + length - 1, ids)
    return None


def _only_small(phrases: _Phrases, word: Token, concept: Concept) -> bool:
    capitals = phrases.initials.get(word.normal)
    return concept.first == concept.last and capitals is not None and word.text != capitals


def forms(id_: str, code: str) -> tuple[str, ...]:
    """Return the forms of a concept in one language, most usual first; none for an id that is not there."""
    row = _by_id().get(id_)
    return row.forms[code] if row else ()


def roles(id_: str) -> str:
    """Return how a predicate's arguments stand: agent>patient, mutual, experiencer or speech; a term's kind."""
    row = _by_id().get(id_)
    return row.kind if row else ""


@cache
def rows() -> tuple[Row, ...]:
    """Return the whole lexicon, predicates first."""
    return (*_predicates(), *_terms())


def _predicates() -> Iterator[Row]:
    for line in _table("predicates.tsv"):
        yield Row(f"p.{line['concept']}", line["roles"], {code: _forms(line[code]) for code in CODES})


def _terms() -> Iterator[Row]:
    taken: set[str] = set()
    for line in _table("terms.tsv"):
        by_code = {code: _forms(line[code]) for code in CODES}
        id_ = _free_id([by_code["en"][0], by_code["id"][0], line["kind"]], taken)
        yield Row(id_, line["kind"], by_code)


def _free_id(names: Iterable[str], taken: set[str]) -> str:
    id_ = "t"
    for name in names:
        id_ += "." + _NOT_WORD.sub("_", name.casefold())
        if id_ not in taken:
            break
    taken.add(id_)
    return id_


def _table(name: str) -> Iterator[dict[str, str]]:
    text = (files("newsqa.languages") / "shared" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in (_ASIDE.sub("", f).strip() for f in cell.split(", ")) if form)


@cache
def _by_id() -> dict[str, Row]:
    return {row.id: row for row in rows()}


@cache
def _phrases(code: str) -> _Phrases:
    load(code)
    return _Phrases(code)
