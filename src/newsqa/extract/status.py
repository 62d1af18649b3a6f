"""Whether what a sentence says at a word is so: planned, denied, alleged, negated, or plainly so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import get_args

from newsqa.languages import load
from newsqa.model import Status
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token

_QUOTES = frozenset('"“”„«»')
_PLAIN: Status = "happened"
_PLANNED: Status = "planned"
_DENIED: Status = "denied"
_NEGATED: Status = "negated"
_NO: frozenset[Status] = frozenset({_DENIED, _NEGATED})
_CLOSE = 2  # words from a plan within which a negation is of the plan: "will not", "tidak akan", "there will be no"
_APART = 3  # words from a denial to what is said instead; nearer that is what is denied: "denied saying so"
_STATUSES: dict[str, Status] = {name: name for name in get_args(Status)}


def statuses(text: str, words: Sequence[Token], code: str) -> list[Status]:
    """Return the status at each word of a sentence.

    A word of modality holds for what follows it, until a clause of its own opens, which a comma closes again, or a new
    main clause begins, as one does behind a semicolon, and inside quotation marks up to their end; a denial that stands
    behind what it denies holds for the main clause so far, and what is said instead ends one. A plan that is negated is
    negated.
    """
    marks = {p.first: p for p in _markers(code).find(words)}
    now, outer, since, last = _PLAIN, None, 0, -_APART
    told: Status | None = _PLAIN if words and text[max(0, words[0].start - 1)] in _QUOTES else None
    found: list[Status] = []
    for i, word in enumerate(words):
        gap = text[words[i - 1].end : word.start] if i else ""
        if not _QUOTES.isdisjoint(gap):
            now, told = (now, now) if told is None else (told, None)
        if outer is not None and "," in gap:
            now, outer = outer, None
        if ";" in gap:
            now, outer, since = _PLAIN, None, i
        mark = marks.get(i)
        if mark and mark.name == "behind":
            found[since:] = [_DENIED] * (i - since)
            now = _DENIED
        elif mark and mark.name == "opens":
            now, outer = _PLAIN, now if outer is None else outer
        elif mark and (mark.name == "breaks" or (mark.name == "instead" and now in _NO and i - last >= _APART)):
            now, outer, since = _PLAIN, None, i + 1
        elif mark and mark.name in _STATUSES:
            now = _joined(now, _STATUSES[mark.name], i - last <= _CLOSE)
            last = mark.last
        found.append(now)
    return found


def _joined(now: Status, told: Status, close: bool) -> Status:
    """Return the status that holds from a word of modality on: what is denied stays denied, whatever it is."""
    if close and {now, told} == {_PLANNED, _NEGATED}:
        return _NEGATED
    weaker = now == _DENIED or (told == _NEGATED and now != _PLAIN)
    return now if weaker else told


@cache
def _markers(code: str) -> Phrases:
    data = load(code).modality
    return phrases(
        ("behind", data.behind), ("denied", data.denied), ("planned", data.planned), ("alleged", data.alleged),
        ("negated", data.negated), ("breaks", data.breaks), ("opens", data.openers),
        ("instead", data.instead),
    )  # fmt: skip
