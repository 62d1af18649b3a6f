"""Cognates: one skeleton for a learned word that both languages borrowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_SHORTEST = 5  # characters of a skeleton; shorter ones meet by chance


@lru_cache(maxsize=65536)
def skeleton(word: str, code: str) -> str | None:
    """Return the form in which a normalised word meets its cognate in another language; None for a short word."""
    if not word.isalpha():
        return None
    for rule in _rules(code):
        word = rule.sub(rule.replacement, word) if rule.sub else word.replace(rule.literal, rule.replacement)
    return word if len(word) >= _SHORTEST else None


class _Rule(NamedTuple):
    """What is rewritten, as letters or as a pattern, whichever it is."""

    literal: str
    replacement: str
    sub: Callable[[str, str], str] | None


@cache
def _rules(code: str) -> tuple[_Rule, ...]:
    text = (files("newsqa.languages") / "shared" / "cognates.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(text)[code]["rules"]
    return tuple(_Rule(old, new, None if old.isalpha() else re.compile(old).sub) for old, new in rules)
