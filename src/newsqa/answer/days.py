"""The days that a question names, as an article of each day means them, and those that a sentence tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsqa.languages import load
from newsqa.model import Note, Sentence
from newsqa.text import times
from newsqa.text.dates import Days
from newsqa.text.words import Token

_NAMED = frozenset({"day", "month", "year"})  # kinds of times that mean the same days whoever says them
_AFTER = dt.timedelta(days=1)  # by which an article may be later than the day that it tells of
TERM = "d."  # what the term of a word begins with that tells of days; the words for them follow


def named(text: str, code: str, day: dt.date | None) -> tuple[Days, ...]:
    """Return the days that a text names, read as an article of `day` would mean them."""
    return _named(text, code, day) if _names_any(text, code) else ()


@lru_cache(maxsize=1024)
def _names_any(text: str, code: str) -> bool:
    """Tell whether a text names a time at all: few do, and each article has another day to read them by."""
    return bool(times.find(text, 0, len(text), load(code), None))


@lru_cache(maxsize=1024)
def _named(text: str, code: str, day: dt.date | None) -> tuple[Days, ...]:
    found = times.find(text, 0, len(text), load(code), day)
    return tuple((t.since, t.until) for t in found if t.kind in _NAMED and t.since and t.until)


def terms(text: str, words: Sequence[Token], code: str) -> list[tuple[str, ...]]:
    """Return for each word of a question the term of the days that it helps to name, if it does."""
    spans = [t.span for t in times.find(text, 0, len(text), load(code), None) if t.kind in _NAMED]
    return [
        tuple(TERM + span.of(text) for span in spans if span.start <= word.start and word.end <= span.end)
        for word in words
    ]


def asked(group: Sequence[str], code: str, day: dt.date | None) -> tuple[Days, ...]:
    """Return the days that a word of a question, by its terms, helps to name in an article of `day`."""
    texts = [term.removeprefix(TERM) for term in group if term.startswith(TERM)]
    return tuple(days for text in texts for days in named(text, code, day))


def told(sentence: Sentence) -> Iterator[Days]:
    """Yield the days that a sentence names."""
    for note in sentence.notes:
        if note.kind.startswith("time.") and note.value:
            yield of(note)


def of(note: Note) -> Days:
    """Return the days that a time means, which are known."""
    first, _, last = (note.value or "").partition("/")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


def meet(some: Sequence[Days], others: Sequence[Days]) -> bool:
    """Tell whether any of some days are any of others."""
    return any(one[0] <= other[1] and other[0] <= one[1] for one in some for other in others)


def is_of(day: dt.date | None, some: Sequence[Days]) -> bool:
    """Tell whether an article of `day` may tell of some days."""
    return day is not None and any(since <= day <= until + _AFTER for since, until in some)
