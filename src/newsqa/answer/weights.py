"""The learned weights: named features, each with what it adds to a candidate's score."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from newsqa.answer.features import PARTS
from newsqa.languages.schema import Data

Parts = tuple[float, ...]  # one weight for each of PARTS


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights that apply to one question: of words, by the part they play, and of whole candidates."""

    words: dict[str, Parts]
    spans: dict[str, float]

    def word(self, features: Iterable[str]) -> Parts:
        """Return the sum over a word's features, for each of PARTS."""
        known = self.words
        found = [known[f] for f in features if f in known]
        return tuple(map(sum, zip(*found, strict=True))) if found else (0.0,) * len(PARTS)

    def span(self, features: Iterable[tuple[str, float]]) -> float:
        """Return the sum over a candidate's features."""
        known = self.spans
        return sum(known[name] * value for name, value in features if name in known)


@lru_cache(maxsize=256)
def weights(levels: tuple[str, ...]) -> Weights:
    """Return the weights of the tables named by `levels`, added up."""
    words: dict[str, Parts] = {}
    spans: dict[str, float] = {}
    for level in dict.fromkeys(levels):
        for feature, parts in _learned().words.get(level, {}).items():
            have = words.get(feature)
            words[feature] = tuple(a + b for a, b in zip(have, parts, strict=True)) if have else parts
        for feature, weight in _learned().spans.get(level, {}).items():
            spans[feature] = spans.get(feature, 0.0) + weight
    return Weights(words, spans)


@cache
def judging() -> Judging:
    """Return what each feature of a candidate counts."""
    return Judging.model_validate(_data("judge"))


def _data(name: str) -> dict[str, object]:
    return tomllib.loads((files("newsqa.answer") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


class Judging(Data):
    """The file of weights of whole candidates: what each feature counts for the score, and for the trust in the best."""

    weights: dict[str, float]
    trust: dict[str, float]


class _Learned(Data):
    """The file of weights: for each level of questions, the weights of words' features and of candidates'."""

    words: dict[str, dict[str, Parts]]
    spans: dict[str, dict[str, float]]


@cache
def _learned() -> _Learned:
    return _Learned.model_validate(_data("weights"))
