"""Keys by which one word of a name is found however it is spelt: Haniya and Haniyeh, Soekarno and Sukarno."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WRITTEN = 0.40  # how alike two spellings are at least, however alike they sound
_SHORTEST = 4  # letters of a key from which one may be missing


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key that the spellings of a word of a name share."""
    return _rewritten(word, "rules")


@lru_cache(maxsize=65536)
def broad(word: str) -> str:
    """Return the key that words share which may be one name, or may be two."""
    return _rewritten(word, "broad")


def written(word: str) -> str:
    """Return the key of a word as it is written, which is among its keys."""
    return f"={word}"


def keys(word: str) -> tuple[str, ...]:
    """Return every key of a word of a name: as it is written and as it sounds, whole and with one letter less.

    Two words that differ by one letter, added, lost, changed or changed places with the next, share one of them.
    """
    return tuple(dict.fromkeys(one for tier in tiers(word) for one in tier))


def tiers(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys to look for: first those of few words, then those that are worth it where these find little."""
    sound = broad(word)
    return (written(word), *map(written, _less(word)), sound), (sound, *_less(sound))


def nearest(word: str, others: Iterable[str], limit: int = 3, least: float = 0.65) -> list[str]:
    """Return the words that are spelt most like this one, and at least so alike, best first."""
    written = process.extract(
        word,
        list(dict.fromkeys(others)),
        scorer=OSA.normalized_similarity,
        processor=None,
        score_cutoff=_WRITTEN,
        limit=None,
    )
    likeness = {other: max(like, (like + _sounds(word, other)) / 2) for other, like, _ in written}
    return sorted((o for o, like in likeness.items() if like >= least), key=lambda o: (-likeness[o], o))[:limit]


def fingerprint() -> str:
    """Return what tells whether stored keys are today's."""
    return f"{_SHORTEST} {_data()}"


def _sounds(word: str, other: str) -> float:
    return float(OSA.normalized_similarity(broad(word), broad(other)))


def _less(word: str) -> tuple[str, ...]:
    """Return a word with each of its letters left out."""
    if len(word) < _SHORTEST:
        return ()
    return tuple(dict.fromkeys(word[:i] + word[i + 1 :] for i in range(len(word))))


def _rewritten(word: str, rules: Literal["rules", "broad"]) -> str:
    for pattern, replacement in _rules(rules):
        word = pattern.sub(replacement, word)
    return word


@cache
def _rules(name: Literal["rules", "broad"]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _data()[name])


@cache
def _data() -> dict[str, list[tuple[str, str]]]:
    text = (files("newsqa.languages") / "shared" / "spellings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
