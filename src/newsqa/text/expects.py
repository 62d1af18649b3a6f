"""What a noun lets expect as its value: "loss" money, "venue" a place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from newsqa.languages import CODES
from newsqa.text import concepts
from newsqa.text.words import tokens

_BEARERS = {"role": "person"}  # kinds of terms that somebody, or something, has


def expected(terms: Iterable[str]) -> frozenset[str]:
    """Return the kinds of values that a word with these terms lets expect; none for most words."""
    given, table = tuple(terms), _table()
    bearers = (_BEARERS[kind] for kind in map(concepts.roles, given) if kind in _BEARERS)
    return frozenset((*bearers, *(kind for term in given for kind in table.get(term, ()))))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the kinds by concept; each row of the data is read as a list of forms, the first sense of each."""
    text = (files("newsqa.languages") / "shared" / "expects.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for kind, forms in tomllib.loads(text).items():
        for form in forms.split(", "):
            for concept in meant(form):
                found[concept] = (*found.get(concept, ()), kind)
    return found


def meant(form: str) -> tuple[str, ...]:
    """Return the terms, not the predicates, that a whole English form stands for."""
    words = tokens(form)
    whole = (c for c in concepts.find(words, CODES[-1], loose=True) if c.last - c.first + 1 == len(words))
    return tuple(term for concept in whole for term in concept.ids if term.startswith("t."))
