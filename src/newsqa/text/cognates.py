"""Cognates: one skeleton for a learned word that both languages borrowed."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_SHORTEST = 5  # characters of a skeleton; shorter ones meet by chance


@lru_cache(maxsize=65536)
def skeleton(word: str, code: str) -> str | None:
    """Return the form in which a normalised word meets its cognate in another language; None for a short word."""
    if not word.isalpha():
        return None
    for pattern, replacement in _rules(code):
        word = pattern.sub(replacement, word)
    return word if len(word) >= _SHORTEST else None


@cache
def _rules(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (files("newsqa.languages") / "shared" / "cognates.toml").read_text(encoding="utf-8")
    return tuple((re.compile(pattern), replacement) for pattern, replacement in tomllib.loads(text)[code]["rules"])
