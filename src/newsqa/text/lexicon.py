"""The lexicon: the rows of the tables of predicates and terms, as they are written.

A predicate's id is `p.` and its name in the lexicon, a term's `t.` and its first English form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsqa.languages import CODES
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf

TABLES = ("predicates.tsv", "terms.tsv")
_ASIDE = re.compile(r" ?\([^()]*\)")
_NOT_WORD = re.compile(r"\W+")


class Row(NamedTuple):
    """One row of the lexicon: its id, kind or roles, and its forms by language, most usual first."""

    id: str
    kind: str
    forms: dict[str, tuple[str, ...]]


def rows() -> Iterator[Row]:
    """Yield the whole lexicon, predicates first, read anew: whoever asks for all of it asks once."""
    for line in _lines("predicates.tsv"):
        yield Row(f"p.{line['concept']}", line["roles"], {code: _forms(line[code]) for code in CODES})
    taken: set[str] = set()
    for line in _lines("terms.tsv"):
        by_code = {code: _forms(line[code]) for code in CODES}
        id_ = _free_id([by_code["en"][0], by_code["id"][0], line["kind"]], taken)
        yield Row(id_, line["kind"], by_code)


@lru_cache(maxsize=8192)
def by_id(id_: str) -> Row | None:
    """Return the row of an id, None where there is none."""
    found = _shelf().get(id_)
    return Row(*found) if found else None


def of_kind(kind: str, code: str) -> tuple[str, ...]:
    """Return every form of the rows of a kind in one language."""
    return _shelf().get(_key(kind, code)) or ()


@cache
def _shelf() -> Shelf:
    made_from = (*(source(table) for table in TABLES), (files(__package__) / "lexicon.py").read_bytes())
    return shelved("lexicon", made_from, _made)


def _made() -> Iterator[tuple[str, object]]:
    kinds = defaultdict[str, list[str]](list)
    for row in rows():
        yield row.id, tuple(row)
        for code, forms in row.forms.items():
            kinds[_key(row.kind, code)] += forms
    yield from ((key, tuple(forms)) for key, forms in kinds.items())


def _key(kind: str, code: str) -> str:
    return f"{kind} {code}"


def source(table: str) -> bytes:
    """Return a table as it is written."""
    return (files("newsqa.languages") / "shared" / table).read_bytes()


def _free_id(names: Iterable[str], taken: set[str]) -> str:
    id_ = "t"
    for name in names:
        id_ += "." + _NOT_WORD.sub("_", name.casefold())
        if id_ not in taken:
            break
    taken.add(id_)
    return id_


def _lines(table: str) -> Iterator[dict[str, str]]:
    head, *lines = source(table).decode().splitlines()
    names = head.split("\t")
    return (dict(zip(names, line.split("\t"), strict=True)) for line in lines)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for form in (_ASIDE.sub("", f).strip() for f in cell.split(", ")) if form)
