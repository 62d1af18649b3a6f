"""The learned weights: named features, each with what it adds to a candidate's score."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

from newsqa.answer.features import PARTS, Own, Trait, named
from newsqa.languages.tables import Data
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf

_GENERAL = "any"  # the level that every question is of
Parts = tuple[float, ...]  # one weight for each of PARTS
_NOTHING: Parts = (0.0,) * len(PARTS)
_TRAITS = 1024  # of words that are remembered, a few hundred bytes each


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of one level of questions: of words, by the part they play, and of whole candidates."""

    words: dict[str, Parts]
    spans: dict[str, float]


class Told(dict[Trait, Parts]):
    """What a word's traits count in some tables together, added up when a trait is first met: most are met again."""

    def __init__(self, *tables: Table) -> None:
        super().__init__()
        self._tables = [table.words for table in tables if table.words]

    def __missing__(self, trait: Trait) -> Parts:
        names = named(trait)
        told = summed([table[name] for table in self._tables for name in names if name in table])
        if len(self) >= _TRAITS:
            self.clear()
        self[trait] = told
        return told

    def of(self, word: Own) -> list[Parts]:
        """Return what each thing that a word is counts, where it counts something."""
        if not self._tables:
            return []
        rows = [table[name] for table in self._tables for name in word.names if name in table]
        return rows + [told for told in map(self.__getitem__, word.traits) if told is not _NOTHING]


def summed(rows: Sequence[Parts]) -> Parts:
    """Return the sums of the rows, part by part."""
    return tuple(map(sum, zip(*rows, strict=True))) if rows else _NOTHING


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights that apply to one question: those of its kind added up, and the few of each narrower kind.

    `plain` tells what a word counts by what it is, `narrower` what the narrower kinds add to it, `standing` what it
    counts by how it stands to the question, `spans` what a whole candidate does.
    """

    name: str
    plain: Told
    narrower: Told
    standing: Told
    spans: dict[str, float]

    def word(self, word: Own) -> Parts:
        """Return what a word counts in questions of the kind by what it is, for each of PARTS."""
        return summed(self.plain.of(word))

    def together(self, told: Parts, word: Own, standing: Iterable[Trait]) -> Parts:
        """Return what a word counts in all: `told` is what the kind gives it by what it is."""
        return summed([told, *map(self.standing.__getitem__, standing), *self.narrower.of(word)])


@lru_cache(maxsize=1024)
def weights(levels: tuple[str, ...]) -> Weights:
    """Return the weights of the tables named by `levels`, the first two of which every question of a kind has."""
    general, kind, *rest = levels
    narrower = [level for level in dict.fromkeys(rest) if level not in {general, kind}]
    telling = tuple(level for level in narrower if _table(level).words)
    spans = _added(general, kind).spans.copy()
    for level in narrower:
        for f, weight in _table(level).spans.items():
            spans[f] = spans.get(f, 0.0) + weight
    return Weights(kind, _plain(general, kind), _narrower(telling), _standing(general, kind, telling), spans)


@lru_cache(maxsize=256)
def _narrower(levels: tuple[str, ...]) -> Told:
    return Told(*map(_table, levels))


@lru_cache(maxsize=256)
def _standing(general: str, kind: str, levels: tuple[str, ...]) -> Told:
    """Return what a word counts by how it stands, for all questions whose kinds tell alike."""
    return Told(_added(general, kind), *map(_table, levels))


@cache
def _plain(general: str, kind: str) -> Told:
    return Told(_added(general, kind))


@cache
def _added(general: str, kind: str) -> Table:
    """Return the tables of all questions and of one kind as one."""
    whole, own = _table(general), _table(kind)
    words, spans = whole.words.copy(), whole.spans.copy()
    for f, parts in own.words.items():
        words[f] = tuple(map(add, words[f], parts)) if f in words else parts
    for f, weight in own.spans.items():
        spans[f] = spans.get(f, 0.0) + weight
    return Table(words, spans)


def load() -> None:
    """Read the tables that every question of a kind needs, so that the first of the kind does not wait for them."""
    for level in sorted(_rows()):
        if " " not in level:
            _added(_GENERAL, level)


@lru_cache(maxsize=1024)
def _table(level: str) -> Table:
    """Return the weights of one level of questions: those of words one for each part, those of candidates one."""
    words: dict[str, Parts] = {}
    spans: dict[str, float] = {}
    for row in (_rows().get(level) or "").splitlines():
        feature, *numbers = row.split("\t")
        if len(numbers) == 1:
            spans[feature] = float(numbers[0])
        else:
            words[feature] = tuple(map(float, numbers))
    return Table(words, spans)


@cache
def _rows() -> Shelf:
    """Return the rows of the file by level; few of them are ever read, so that they are parsed when they are."""
    source = _text("weights.tsv")
    return shelved("weights", [source.encode()], lambda: _by_level(source).items())


def _by_level(source: str) -> dict[str, str]:
    rows: dict[str, list[str]] = {}
    for line in source.splitlines():
        level, _, row = line.partition("\t")
        rows.setdefault(level, []).append(row)
    return {level: "\n".join(found) for level, found in rows.items()}


@cache
def judging() -> dict[str, Judging]:
    """Return for each path what the features of its candidates count."""
    return {path: Judging.model_validate(table) for path, table in tomllib.loads(_text("judge.toml")).items()}


def _text(name: str) -> str:
    return (files("newsqa.answer") / "data" / name).read_text(encoding="utf-8")


class Judging(Data):
    """Weights of whole candidates: what each feature counts for the score, and for the trust in it."""

    weights: dict[str, float]
    trust: dict[str, float]
    alone: dict[str, float]  # the same, where one article is asked alone
