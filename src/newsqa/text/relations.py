"""What stands for what across concepts: families of them, and opposites."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations

_MEANING = "pt"  # what the terms of predicates and of other concepts begin with


def relatives(terms: Iterable[str]) -> tuple[str, ...]:
    """Return the other concepts of the families that the terms belong to."""
    given = tuple(terms)
    table = _relatives()
    return tuple(dict.fromkeys(other for term in given for other in table.get(term, ()) if other not in given))


def opposites(terms: Iterable[str]) -> tuple[str, ...]:
    """Return the concepts that answer the terms in the negative."""
    given = set(terms)
    return tuple(key for key, others in _data()["opposites"].items() if given & set(others))


@lru_cache(maxsize=4096)
def converses(terms: tuple[str, ...]) -> frozenset[str]:
    """Return the concepts that tell a deed from its other side."""
    table = _data()["converses"]
    return frozenset(other for term in terms for other in table.get(term, ())) - frozenset(terms)


@lru_cache(maxsize=4096)
def doers(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the concepts of those who do a deed by office: the owner owns."""
    table = _data()["doers"]
    return tuple(dict.fromkeys(other for term in terms for other in table.get(term, ())))


@cache
def signs(name: str) -> frozenset[str]:
    """Return the concepts that are a sign of something, by its name."""
    return frozenset(_data()["signs"][name])


@cache
def of_class(name: str) -> frozenset[str]:
    """Return the concepts of one sort, by its name: those who head a body."""
    return frozenset(_data()["classes"][name])


@lru_cache(maxsize=4096)
def begun(terms: tuple[str, ...]) -> frozenset[str]:
    """Return what tells of a deed that is done to something once; nothing for another deed."""
    table = _data()["begun"]
    return frozenset(other for term in terms for other in table.get(term, ()))


@lru_cache(maxsize=4096)
def turns(terms: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the concepts that tell of what a question turns on, by its name: where one of a family is a term."""
    given, told = set(terms), _data()["turns_told"]
    families = _data()["turns"].items()
    return {name: frozenset((*one, *told.get(name, ()))) for name, one in families if not given.isdisjoint(one)}


@lru_cache(maxsize=4096)
def contraries(terms: tuple[str, ...]) -> frozenset[str]:
    """Return the concepts that may stand in the place of the terms where something else is meant."""
    given = frozenset(terms)
    others = (other for term in terms for other in _contraries().get(term, ()) if other not in given)
    return frozenset(others)


@lru_cache(maxsize=4096)
def undecided(terms: tuple[str, ...]) -> frozenset[str]:
    """Return those of a word's terms that are said of its contrary too; none where the word means nothing else."""
    shared = _on_both_sides().intersection(terms)
    own = next((term for term in terms if term[1:2] == "." and term[0] in _MEANING), None)
    return frozenset() if own in shared else shared


@cache
def _on_both_sides() -> frozenset[str]:
    sides = ([frozenset(side) for side in members] for members in _sets())
    return frozenset(term for one in sides for a, b in combinations(one, 2) for term in a & b)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for members in _sets():
        whole = frozenset(term for member in members for term in member)
        for member in members:
            for term in member:
                found[term] = found.get(term, frozenset()) | (whole - frozenset(member))
    return found


@cache
def _sets() -> list[list[list[str]]]:
    text = (files("newsqa.languages") / "shared" / "contraries.toml").read_text(encoding="utf-8")
    sets: list[list[list[str]]] = tomllib.loads(text)["sets"]
    return sets


@cache
def _relatives() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for family in _data()["families"].values():
        for member in family:
            found[member] += family
    return {member: tuple(dict.fromkeys(others)) for member, others in found.items()}


@cache
def _data() -> dict[str, dict[str, tuple[str, ...]]]:
    text = (files("newsqa.languages") / "shared" / "relations.toml").read_text(encoding="utf-8")
    return {name: {key: tuple(v) for key, v in table.items()} for name, table in tomllib.loads(text).items()}
