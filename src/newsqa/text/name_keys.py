"""Keys by which one word of a name is found however it is spelt: Haniya and Haniyeh, Soekarno and Sukarno."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

_SHORTEST = 4  # letters of a key from which one may be missing


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key that the spellings of a word of a name share."""
    for pattern, replacement in _rules():
        word = pattern.sub(replacement, word)
    return word


def keys(word: str) -> tuple[str, ...]:
    """Return the keys of a word of a name: its own, then each with one letter less, so that a slip still meets."""
    own = key(word)
    if len(own) < _SHORTEST:
        return (f"={word}", own) if own else (f"={word}",)
    return (own, *dict.fromkeys(own[:i] + own[i + 1 :] for i in range(len(own))))


def nearest(word: str, others: Iterable[str], limit: int = 3, least: float = 0.75) -> list[str]:
    """Return the words that are spelt most like this one, and at least so alike, best first."""
    likeness = {other: _alike(word, other) for other in others}
    return sorted((o for o, like in likeness.items() if like >= least), key=lambda o: (-likeness[o], o))[:limit]


def _alike(word: str, other: str) -> float:
    """Return how alike two spellings are: as they stand, and by what they sound like."""
    written = OSA.normalized_similarity(word, other)
    return float(max(written, (written + OSA.normalized_similarity(key(word), key(other))) / 2))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (files("newsqa.languages") / "shared" / "spellings.toml").read_text(encoding="utf-8")
    return tuple((re.compile(pattern), replacement) for pattern, replacement in tomllib.loads(text)["rules"])
