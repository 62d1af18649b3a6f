"""How much a term says: rare terms tell articles apart, common ones do not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def rarity(terms: Iterable[str]) -> float:
    """Return how rare a word is, given all its terms, in nats: 0 in every sentence, about 8 where never seen."""
    table, never = _table()
    return min((table[t] for t in terms if t in table), default=never)


@cache
def _table() -> tuple[dict[str, float], float]:
    data = tomllib.loads((files("newsqa.answer") / "data" / "rarity.toml").read_text(encoding="utf-8"))
    return data["terms"], data["never"]
