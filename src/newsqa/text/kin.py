"""Kin: the words by which a sentence may tell of a concept without naming it, near ones and those of the same scene."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsqa.languages import CODES, load
from newsqa.text import concepts, lexicon
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf
from newsqa.text.terms import own
from newsqa.text.words import normalise, tokens

_FILE = "kin.tsv"
_KIN, _BEHIND = "kin ", "behind "  # what the keys of the two tables begin with
_NEAR, _FAR, _BACK = 0.6, 0.3, 0.5  # what kin count: near ones, those of the same scene, and heads by one of their kin
_USUAL = 2  # forms of a concept in each language by which it is met among others' kin
_RARER = 0.6  # what another sense of a word counts than its most usual one


class _Row(NamedTuple):
    """The kin of one concept in one language, as they are written."""

    code: str
    share: float
    forms: tuple[str, ...]


@lru_cache(maxsize=8192)
def kin(group: tuple[str, ...], code: str) -> Mapping[str, float]:
    """Return the terms that tell of a word of a question in articles of a language, each with its share, 0 to 1.

    `group` are all terms of the word, its most usual sense first.
    """
    meant = [term for term in group if term[1:2] == "."]
    found = dict(_told(meant[0], code)) if meant else {}
    for term in meant[1:]:
        for other, share in _told(term, code).items():
            found[other] = max(found.get(other, 0.0), share * _RARER)
    for head in _heads(group):
        found.setdefault(head, _BACK)
    for term in group:
        found.pop(term, None)
    return found


@lru_cache(maxsize=8192)
def _told(concept: str, code: str) -> Mapping[str, float]:
    """Return the terms of a concept's kin: those of the language, and the concepts of all."""
    return _shelf().get(f"{_KIN}{code} {concept}") or {}


def _heads(group: Iterable[str]) -> Iterator[str]:
    """Yield the concepts of which a word of a question is a near kin."""
    for term in group:
        yield from _shelf().get(_BEHIND + term) or ()


def prepare() -> None:
    """Open the table, made if it is not there, so that the first question does not wait for it."""
    _shelf()


@cache
def _shelf() -> Shelf:
    """Return the kin of each concept in each language, and the concepts of which each form is a near one."""
    source = (files("newsqa.languages") / "shared" / _FILE).read_bytes()
    return shelved("kin", (source, *_beneath()), lambda: _made(source))


def _beneath() -> Iterator[bytes]:
    """Yield what the terms of the forms are made from."""
    data = files("newsqa.languages")
    yield from ((files(__package__) / f"{name}.py").read_bytes() for name in ("kin", "terms", "cognates"))
    yield (data / "shared" / "cognates.toml").read_bytes()
    for code in CODES:
        yield from concepts.sources(code)
        yield from ((data / code / f"{name}.toml").read_bytes() for name in ("about", "numbers"))


def _made(source: bytes) -> Iterator[tuple[str, object]]:
    rows: dict[str, list[_Row]] = {}
    for id_, row in _read(source):
        rows.setdefault(id_, []).append(row)
    for id_, found in rows.items():
        told = [(row.code, row.share, [term for form in row.forms for term in _terms(form, row.code)]) for row in found]
        yield from ((f"{_KIN}{code} {id_}", _telling(told, code)) for code in CODES)
    yield from ((_BEHIND + term, tuple(found)) for term, found in _behind(rows).items())


def _behind(rows: Mapping[str, Iterable[_Row]]) -> dict[str, dict[str, None]]:
    """Return the concepts that have a word among their near kin, or one of the most usual forms of a concept."""
    words = defaultdict[str, dict[str, None]](dict)
    for id_, found in rows.items():
        for form in (form for row in found if row.share == _NEAR for form in row.forms):
            words[normalise(form)][id_] = None
    behind = dict(words)
    for row in lexicon.rows():
        usual = (normalise(form) for code in CODES for form in row.forms[code][:_USUAL])
        met = {other: None for form in usual for other in words.get(form, ())}
        behind.update({row.id: met} if met else {})
    return behind


def _telling(told: Iterable[tuple[str, float, list[str]]], code: str) -> dict[str, float]:
    """Return the terms by which articles of a language tell of a concept: its own words, and the concepts of all."""
    found: dict[str, float] = {}
    for language, share, terms in told:
        for term in terms if language == code else (term for term in terms if term[1:2] == "."):
            found[term] = max(found.get(term, 0.0), share)
    return found


@lru_cache(maxsize=65536)
def _terms(form: str, code: str) -> tuple[str, ...]:
    """Return the most usual concept of a form, else its terms where it is one word beside small ones."""
    words = tokens(form)
    found = concepts.find(words, code)
    if found and found[0].last - found[0].first + 1 == len(words):
        return found[0].ids[:1]
    content = [w for w in words if w.normal not in load(code).about.function_words]
    if len(content) != 1:
        return ()
    alone = concepts.find(content, code)
    return alone[0].ids[:1] if alone else own(content[0].text, content[0].normal, code)


def _read(source: bytes) -> Iterator[tuple[str, _Row]]:
    head, *lines = source.decode().splitlines()
    columns = [name.partition(" ") for name in head.split("\t")[1:]]
    for line in lines:
        id_, *cells = line.split("\t")
        for (code, _, far), cell in zip(columns, cells, strict=True):
            if cell:
                yield id_, _Row(code, _FAR if far else _NEAR, tuple(cell.split(", ")))
