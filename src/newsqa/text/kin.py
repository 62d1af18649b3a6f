"""Kin: the words by which a sentence may tell of a concept without naming it, near ones and those of the same scene."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsqa.languages import CODES, load
from newsqa.text import concepts
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf
from newsqa.text.terms import own
from newsqa.text.words import normalise, tokens

_FILE = "kin.tsv"
_KIN, _BEHIND = "kin ", "behind "  # what the keys of the two tables begin with
_NEAR, _FAR, _BACK = 0.6, 0.3, 0.5  # what kin count: near ones, those of the same scene, and heads by one of their kin
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
    found: dict[str, float] = {}
    for rank, term in enumerate(t for t in group if t[1:2] == "."):
        for other, share in _told(term, code).items():
            found[other] = max(found.get(other, 0.0), share * (_RARER if rank else 1.0))
    for head in _heads(group):
        found.setdefault(head, _BACK)
    return {term: share for term, share in found.items() if term not in group}


@lru_cache(maxsize=8192)
def _told(concept: str, code: str) -> dict[str, float]:
    """Return the terms of a concept's kin: those of the language, and the concepts of all."""
    found: dict[str, float] = {}
    for language, share, forms in _shelf().get(_KIN + concept) or ():
        for form in forms:
            for term in _terms(form, language):
                if language == code or term[1:2] == ".":
                    found[term] = max(found.get(term, 0.0), share)
    return found


def _heads(group: Iterable[str]) -> Iterator[str]:
    """Yield the concepts of which a word of a question is a near kin."""
    for term in group:
        forms = (f for code in CODES for f in concepts.forms(term, code)[:2]) if term[1:2] == "." else (term,)
        for form in forms:
            yield from _shelf().get(_BEHIND + normalise(form)) or ()


@lru_cache(maxsize=16384)
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


def prepare() -> None:
    """Open the table, made if it is not there, so that the first question does not wait for it."""
    _shelf()


@cache
def _shelf() -> Shelf:
    """Return the kin of each concept, and the concepts of which each form is a near one."""
    source = (files("newsqa.languages") / "shared" / _FILE).read_bytes()
    own = ((files(__package__) / f"{name}.py").read_bytes() for name in ("kin", "shelf"))
    return shelved("kin", (source, *own), lambda: _made(source))


def _made(source: bytes) -> Iterator[tuple[str, object]]:
    rows: dict[str, list[_Row]] = {}
    back: dict[str, list[str]] = defaultdict(list)
    for id_, row in _read(source):
        rows.setdefault(id_, []).append(row)
        for form in row.forms if row.share == _NEAR else ():
            back[normalise(form)].append(id_)
    yield from ((_KIN + id_, tuple(tuple(row) for row in found)) for id_, found in rows.items())
    yield from ((_BEHIND + form, tuple(dict.fromkeys(ids))) for form, ids in back.items())


def _read(source: bytes) -> Iterator[tuple[str, _Row]]:
    head, *lines = source.decode().splitlines()
    columns = [name.partition(" ") for name in head.split("\t")[1:]]
    for line in lines:
        id_, *cells = line.split("\t")
        for (code, _, far), cell in zip(columns, cells, strict=True):
            if cell:
                yield id_, _Row(code, _FAR if far else _NEAR, tuple(cell.split(", ")))
