"""What a question asks for: the kinds of answers that it may want, each with how likely it is, as it was learned."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsqa.answer.forms import Fit
from newsqa.languages import load
from newsqa.model import Wanted
from newsqa.text import concepts
from newsqa.text.kept import shelved
from newsqa.text.lemmas import is_word
from newsqa.text.shelf import Shelf
from newsqa.text.words import Token

Group = tuple[str, ...]
_PLAIN = ("person", "place", "time", "reason")  # sorts of words that, where they open a question, ask for no quotation
_EVERY = "every"  # the feature that every question has


class Want(NamedTuple):
    """What a kind of question is for the paths to an answer: what it wants, and the kind of number or time."""

    wanted: Wanted
    kind: str | None = None


WANTS: dict[str, Want] = {
    "person": Want("person"),
    "organisation": Want("organisation"),
    "place": Want("place"),
    "day": Want("time"),
    "clock": Want("time", "clock"),
    "year": Want("time"),
    "duration": Want("number", "duration"),
    "age": Want("number", "duration"),
    "money": Want("number", "money"),
    "percent": Want("number", "percent"),
    "count": Want("number"),
    "measure": Want("number"),
    "score": Want("number", "score"),
    "ordinal": Want("number"),
    "quotation": Want("quotation"),
    "reason": Want("reason"),
    "manner": Want("manner"),
    "yesno": Want("yesno"),
    "role": Want("role"),
    "title": Want("thing"),
    "thing": Want("thing"),
}


def together(kinds: Iterable[tuple[str, float]]) -> dict[Wanted, float]:
    """Return how likely each thing that a question may want is, its kinds taken together."""
    wants: dict[Wanted, float] = defaultdict(float)
    for kind, share in kinds:
        wants[WANTS[kind].wanted] += share
    return wants


# The kinds of candidates that answer a kind of question; what begins so is meant too.
ANSWERED_BY: dict[str, tuple[str, ...]] = {
    "person": ("person", "row.person", "people"),
    "organisation": ("organisation", "row.organisation", "people"),
    "place": ("place", "phrase", "row.place"),
    "day": ("time.",),
    "clock": ("time.clock",),
    "year": ("time.year", "time.day"),
    "duration": ("number.duration",),
    "age": ("number.duration", "number.plain"),
    "money": ("number.money",),
    "percent": ("number.percent",),
    "count": ("number.count", "number.plain", "number.vague"),
    "measure": ("number.measure", "number.plain"),
    "score": ("number.score",),
    "ordinal": ("number.plain", "number.count"),
    "title": ("other", "title", "row.other"),
    "thing": ("complement", "span", "other", "noun", "deed", "row.noun", "row.other"),
}


@cache
def answered(candidate: str) -> tuple[str, ...]:
    """Return the kinds of questions that a kind of candidate may answer."""
    return tuple(
        kind
        for kind, by in ANSWERED_BY.items()
        if any(candidate == b or (b[-1:] == "." and candidate.startswith(b)) for b in by)
    )


def likely(features: Iterable[str]) -> dict[str, float]:
    """Return how likely a question with these features is of each kind, 0 to 1."""
    rows = [row for name in set(features) if (row := _weights(name))]
    sums = [sum(column, 0.0) for column in zip(*rows, strict=True)] or [0.0] * len(WANTS)
    most = max(sums)
    odds = [math.exp(total - most) for total in sums]
    whole = sum(odds)
    return {kind: one / whole for kind, one in zip(WANTS, odds, strict=True)}


def opened(kinds: Mapping[str, float], words: Sequence[str], code: str) -> Mapping[str, float]:
    """Return the kinds that the first word of a question leaves: one that never asks for yes or no, or always does.

    "Who warned the mayor" asks for no words of the mayor's, nor does "why was she in doubt about it".
    What asks behind a word of saying asks for more than that: "can you tell me who won"; so may what somebody said.
    """
    classes = load(code).questions.classes
    asks = {word for forms in load(code).asking.askers.values() for word in forms}.difference(classes["either"])
    never = words[1:2] and words[0] in classes["either"] and words[1] in classes["never"]
    if words and any(words[0] in load(code).asking.askers[sort] for sort in _PLAIN):
        return _without(kinds, {"yesno", "quotation"})
    if words and (words[0] in asks or never):
        return _without(kinds, {"yesno"})
    if not words or words[0] not in classes.get("ask", ()):
        return kinds
    before = set(words[: next((i for i, word in enumerate(words) if word in asks), 0)])
    told = not before.isdisjoint((*classes.get("said", ()), *classes.get("tells", ())))
    said = max(kinds, key=lambda kind: kinds[kind]) == "quotation"
    return kinds if told or said else _without(kinds, set(WANTS) - {"yesno"})


def surely(kinds: Mapping[str, float], found: Fit | None) -> Mapping[str, float]:
    """Return the kinds that a form leaves which surely asks for a thing, or for one kind of number or time."""
    if found is not None and found.form.sure and found.form.wanted == "thing":
        return _without(kinds, {kind for kind, want in WANTS.items() if want.wanted != "thing"})
    if found is None or not (found.form.sure and found.form.kind):
        return kinds
    meant = Want(found.form.wanted, found.form.kind)
    return {kind: float(WANTS[kind] == meant) for kind in kinds}


def of_people(kinds: Mapping[str, float]) -> Mapping[str, float]:
    """Return the kinds where somebody's name is asked for: what may be any name is a person's."""
    return {**kinds, "person": kinds.get("person", 0.0) + kinds.get("title", 0.0), "title": 0.0}


def of_things(kinds: Mapping[str, float]) -> Mapping[str, float]:
    """Return the kinds where what something is is asked for, and not whether it is so."""
    return _without(kinds, {"yesno"})


def of_age(kinds: Mapping[str, float]) -> Mapping[str, float]:
    """Return the kinds where an age is asked for: what may be any number is one."""
    numbers = {kind: share for kind, share in kinds.items() if WANTS[kind].wanted == "number"}
    return {**kinds, **dict.fromkeys(numbers, 0.0), "age": sum(numbers.values())}


def _without(kinds: Mapping[str, float], others: set[str]) -> dict[str, float]:
    rest = sum(share for kind, share in kinds.items() if kind not in others) or 1.0
    return {kind: 0.0 if kind in others else share / rest for kind, share in kinds.items()}


class Typed(NamedTuple):
    """A question for its kind to be told: its words, their terms, the form that reads it, what its noun lets expect."""

    text: str
    code: str
    words: Sequence[Token]
    own: Sequence[Group]
    found: Fit | None
    expects: frozenset[str]


def features(question: Typed) -> Iterator[str]:
    """Yield the named features of a question."""
    yield _EVERY
    yield from _read(question)
    yield from (f"expects {kind}" for kind in question.expects)
    yield f"expects {' '.join(sorted(question.expects))}"
    normals = ["^", *(w.normal for w in question.words), "$"]
    for i, word in enumerate(normals[1:], 1):
        yield f"word {word}"
        yield f"words {normals[i - 1]} {word}"
    yield from _asking(question.words, question.own, question.code)
    yield from (f"meaning {term}" for terms in question.own for term in _meanings(terms))
    yield from _placed(question)


def _read(question: Typed) -> Iterator[str]:
    """Yield how a form reads the question, and whether it ends in a question mark."""
    form = question.found.form if question.found else None
    reads = f"reads {form.wanted} {form.kind or ''}" if form else "reads nothing"
    yield reads
    yield f"form {form.form}" if form else "no form"
    if form and form.wanted == "role":
        yield f"{reads} {'known' if any(map(_meanings, question.own)) else 'unknown'}"
    if question.text.rstrip().endswith("?"):
        verb = any(term.startswith("p.") for terms in question.own for term in terms)
        yield from ("question mark", f"question mark {reads}", f"question mark {'verb' if verb else 'no verb'}")


def _placed(question: Typed) -> Iterator[str]:
    """Yield what the first two content words are, and the last."""
    small = load(question.code).about.function_words
    content = [i for i, w in enumerate(question.words) if w.normal not in small]
    for name, places in (("first", content[:1]), ("second", content[1:2]), ("last", content[-1:])):
        for at in places:
            yield f"{name} {question.words[at].normal}"
            yield from (f"{name} {mark}" for mark in _marks(question.own[at]))


def _asking(words: Sequence[Token], own: Sequence[Group], code: str) -> Iterator[str]:
    """Yield what asks, where it stands, and what stands on both sides of it."""
    asks = {word: kind for kind, forms in load(code).asking.askers.items() for word in forms if " " not in word}
    places = [i for i, w in enumerate(words) if w.normal in asks]
    if not places:
        yield "asks nothing"
        return
    at = places[0]
    kind = asks[words[at].normal]
    side = "first" if at == 0 else "last" if at == len(words) - 1 else "inside"
    yield f"asks {kind}"
    yield f"asks {kind} {side}"
    if all(_is_strange(words[i], own[i], code) for i in range(len(words)) if i != at):
        yield f"asks {kind} of a name alone"
    for name, beside in (("before", at - 1), ("after", at + 1), ("second after", at + 2)):
        if 0 <= beside < len(words):
            yield f"{kind} {name} {words[beside].normal}"
            yield from (f"{kind} {name} {mark}" for mark in _marks(own[beside]))


def _is_strange(word: Token, terms: Group, code: str) -> bool:
    """Tell whether a word is small, or one that no dictionary knows: a name, most likely."""
    small = load(code).about.function_words
    return word.normal in small or not (_meanings(terms) or is_word(word.normal, code))


def _marks(terms: Group) -> Iterator[str]:
    """Yield what a word's terms say of it: each meaning, and each kind of meaning."""
    yield from _meanings(terms)
    yield from {f"kind {concepts.roles(term)}" for term in _meanings(terms)}
    if not _meanings(terms):
        yield "unknown"


def _meanings(terms: Group) -> list[str]:
    return [term for term in terms if term[1:2] == "." and term[0] in "pt"]


@cache
def _rows() -> Shelf:
    """Return the cells of each feature's row; few of them are ever read."""
    source = (files("newsqa.answer") / "data" / "wants.tsv").read_bytes()
    return shelved("wants", [source], lambda: _cells(source))


def _cells(source: bytes) -> Iterator[tuple[str, str]]:
    lines = source.decode().splitlines()
    return ((name, cells) for name, tab, cells in (line.partition("\t") for line in lines) if tab)


@lru_cache(maxsize=16384)
def _weights(feature: str) -> Sequence[float]:
    """Return what a feature adds for each kind of question, in the order of WANTS; nothing where it is not known."""
    cells = (cell.partition("=") for cell in (_rows().get(feature) or "").split("\t"))
    adds = {kind: float(weight) for kind, tab, weight in cells if tab}
    return [adds.get(kind, 0.0) for kind in WANTS] if adds else ()
