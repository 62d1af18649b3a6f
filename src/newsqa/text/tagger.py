"""A small averaged perceptron that marks where names begin and end, and of what kind each is.

Its weights are one text file a language beside this module, written by `benchmarks/fit_names.py`; the header says on
what they were fitted and what they reached.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from newsqa.text.lemmas import is_word
from newsqa.text.name_lists import PARTICLE, TITLE, lists
from newsqa.text.words import Token, normalise

Weights = Mapping[str, Sequence[int]]
OUTSIDE = "O"
TAGS = (OUTSIDE, "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_FOLLOWERS = {
    before: tuple(i for i, tag in enumerate(TAGS) if tag[0] != "I" or (before[0] != OUTSIDE and tag[2:] == before[2:]))
    for before in TAGS
}
_JOINTS = frozenset([" ", "-", "'", "’", "&", "/", '"', "“", "”"])
_DIGIT = re.compile(r"\d")
_ABBREVIATION = 3  # characters; a full stop after a longer word ends a sentence
_STRETCH = frozenset([" ", "-", "(", ")", "/", "&"])
_FAR = 5  # words; more than this left of a stretch is all the same
_OPENING = frozenset("\"“‘'«(")
_CLOSING = frozenset(".?!…")
_CAPITALS, _JOINER, _NUMBER, _NOTHING = "Xj9 "


class Words:
    """The words of a sentence as the tagger sees them: shape, flags, gaps, whether the dictionary knows them."""

    def __init__(self, text: str, words: Sequence[Token], code: str) -> None:
        self.table = lists(code)
        looks = [_look(w.text, w.normal, code) for w in words]
        self.words = [_cut(w, look.cut) if look.cut else w for w, look in zip(words, looks, strict=True)]
        self.normals = [w.normal for w in self.words]
        self.flags = self.table.flags(self.normals)
        self.shapes = [look.shape for look in looks]
        self.known = [look.known for look in looks]
        self.gaps = ["^", *(_gap(text, a, b) for a, b in pairwise(self.words))]
        last = words[-1].end if words else 0
        self.gaps.append(text[last : last + 1])
        self.roles = [look.role or self._role(at) for at, look in enumerate(looks)]
        self.left, self.titled = self._stretches()

    def _stretches(self) -> tuple[list[int], list[str]]:
        """Return how many words of a stretch of capitals follow each word, and whether a title stands before it."""
        left, titled = [0] * len(self.words), ["-"] * len(self.words)
        for at in range(len(self.words) - 2, -1, -1):
            if self.roles[at + 1] != _NOTHING and self.gaps[at + 1] in _STRETCH:
                left[at] = min(left[at + 1] + 1, _FAR)
        for at in range(1, len(self.words)):
            if self.gaps[at] in _STRETCH:
                goes_on = titled[at - 1] == "T" and self.roles[at - 1] != _NOTHING
                titled[at] = "T" if TITLE in self.flags[at - 1] or goes_on else "-"
        return left, titled

    def opens(self, at: int) -> bool:
        """Tell whether a sentence or quotation begins with this word."""
        return at == 0 or self.gaps[at][-1] in _OPENING or self.gaps[at][0] in _CLOSING

    def stands_out(self, at: int) -> bool:
        """Tell whether a word has the capital of a name."""
        return self.roles[at] == _CAPITALS

    def _role(self, at: int) -> str:
        """Return whether a word without a capital can be in a name: by its place between two, or as its number."""
        shapes = self.shapes
        if not at:
            return _NOTHING
        near = shapes[at - 1][0] == "X"
        if near and shapes[at] == "9":
            return _NUMBER
        if not (near or (at > 1 and shapes[at - 2][0] == "X")):
            return _NOTHING
        return _JOINER if any(s[0] == "X" for s in shapes[at + 1 : at + 3]) else _NOTHING

    def features(self, at: int) -> list[str]:
        """Return what is seen at a word, before any tag is known."""
        word, shape, known, flags = self.normals[at], self.shapes[at], self.known[at], self.flags[at]
        more, first = at + 1 < len(self.words), self.opens(at)
        left, left_shape, left_flags = ("", "^", "^") if at == 0 else self._sight(at - 1)
        right, right_shape, right_flags = self._sight(at + 1) if more else ("", "$", "$")
        gap, next_gap = self.gaps[at], self.gaps[at + 1]
        right_known = self.known[at + 1] if more else "$"
        found = [
            "b",
            f"w={word}",
            f"s={shape}{known}",
            f"f={flags}",
            f"e={word[-3:]}",
            f"p={word[:3]}",
            f"lw={left}{gap}",
            f"rw={right}{next_gap}",
            f"ls={left_shape}{gap}{shape}",
            f"rs={shape}{next_gap}{right_shape}",
            f"lf={left_flags}{gap}{known}",
            f"rf={right_flags}{next_gap}{known}",
            f"fs={flags}{shape}{known}{left_shape}{gap}",
            f"g={gap}{known}{shape}",
            f"h={next_gap}{known}",
            f"c={left_flags}{gap}{flags}{known}{next_gap}{right_flags}",
            f"k={known}{right_known}{next_gap}{right_shape}{left_shape}{gap}",
        ]
        if first:
            found += ["1", f"1s={known}{shape}{flags}", f"1f={flags}{known}{right_shape}{next_gap}"]
        if at > 1:
            found.append(f"llw={self.normals[at - 2]}_{left}")
        if at + 2 < len(self.words):
            found.append(f"rrw={right}_{self.normals[at + 2]}")
        return found

    def _sight(self, at: int) -> tuple[str, str, str]:
        return self.normals[at], self.shapes[at], self.flags[at]

    def after(self, at: int, last: str, before: str) -> list[str]:
        """Return what is seen at a word given the two tags before it."""
        gap, flags, known = self.gaps[at], self.flags[at], self.known[at]
        right_shape = self.shapes[at + 1] if at + 1 < len(self.words) else "$"
        joined, place = f"{last}{gap}", f"{self.titled[at]}{self.left[at]}"
        left_known = self.known[at - 1] if at else "^"
        return [
            f"t={joined}",
            f"tf={joined}{flags}{known}",
            f"tt={before}{joined}",
            f"tw={last}{self.normals[at]}",
            f"ts={joined}{self.shapes[at]}{known}",
            f"tl={last}{self.flags[at - 1] if at else ''}{flags}{known}",
            f"to={last}{place}{known}",
            f"tp={last}{place}{left_known}{known}{flags}",
            f"tk={joined}{left_known}{known}{self.known[at + 1] if right_shape != '$' else '$'}",
            f"tr={joined}{known}{self.gaps[at + 1]}{right_shape}",
        ]


def tag(seen: Words, known: Weights) -> list[str]:
    """Return one tag a word: O, or B- and I- with PER, ORG or LOC."""
    tags: list[str] = []
    last, before = OUTSIDE, OUTSIDE
    for at, role in enumerate(seen.roles):
        chosen = OUTSIDE
        if _may_name(role, last):
            found = scores(known, seen.features(at) + seen.after(at, last, before))
            chosen = TAGS[_best(seen.gaps[at], last, found)]
        tags.append(chosen)
        last, before = chosen, last
    return tags


def is_open(seen: Words, tags: Sequence[str]) -> bool:
    """Tell whether the next word can be in a name, after the tags before it."""
    return _may_name(seen.roles[len(tags)], _before(tags)[0])


def _may_name(role: str, last: str) -> bool:
    return role == _CAPITALS or (role != _NOTHING and last != OUTSIDE)


def sight(seen: Words, tags: Sequence[str]) -> list[str]:
    """Return the features of the next word, after the tags before it."""
    return seen.features(len(tags)) + seen.after(len(tags), *_before(tags))


def _before(tags: Sequence[str]) -> tuple[str, str]:
    return (tags[-1] if tags else OUTSIDE), (tags[-2] if len(tags) > 1 else OUTSIDE)


def scores(known: Weights, features: Sequence[str]) -> list[float]:
    """Return the score of each tag."""
    rows = list(filter(None, map(known.get, features)))
    return list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(TAGS)


def best(seen: Words, tags: Sequence[str], found: Sequence[float]) -> int:
    """Return the best tag that may follow the last one; a name does not go on over a comma or bracket."""
    return _best(seen.gaps[len(tags)], _before(tags)[0], found)


def _best(gap: str, last: str, found: Sequence[float]) -> int:
    return max(_FOLLOWERS[last if gap in _JOINTS else OUTSIDE], key=found.__getitem__)


class _Look(NamedTuple):
    """What a word shows wherever it stands: the length of the ending that makes it somebody's, and the rest without it.

    `role` is empty for a word that can be in a name or not by those beside it.
    """

    cut: int
    shape: str
    known: str
    role: str


@lru_cache(maxsize=65536)
def _look(text: str, normal: str, code: str) -> _Look:
    table = lists(code)
    cut = len(next((p for p in table.possessives if normal.endswith(p)), ""))
    bare = _cut(Token(0, len(text), text, normal), cut)
    shape = _shape(bare.text)
    known = "w" if bare.text[0].isalpha() and is_word(bare.normal, code) else "n"
    if shape == "X9" and _DIGIT.split(bare.normal, 1)[0] in table.currencies:
        return _Look(cut, shape, known, _NOTHING)
    is_capital = shape[0] == "X" or _is_prefixed(bare, table.words)
    return _Look(cut, shape, known, _CAPITALS if is_capital else "")


def _cut(word: Token, cut: int) -> Token:
    """Return a word without the letters at its end that make it somebody's."""
    return Token(word.start, word.end - cut, word.text[:-cut], word.normal[:-cut]) if cut else word


def _shape(word: str) -> str:
    if not word[0].isupper():
        return "9" if word.isdigit() else "9-" if word[0].isdigit() else "x-" if "-" in word else "x"
    if any(c.isdigit() for c in word):
        return "X9"
    if word.isupper():
        return "X" if len(word) == 1 else "XX" if len(word) <= 6 else "XXX"
    return "Xx" if word[1:].islower() and "-" not in word else "Xx-" if "-" in word else "XxX"


def _gap(text: str, left: Token, right: Token) -> str:
    """Return what stands between two words but for space, at most its first and last character.

    The full stop of an abbreviation says nothing; a dash between spaces parts more than a hyphen.
    """
    between = text[left.end : right.start]
    if between == " ":
        return between
    bare = "".join(between.split())
    if bare == "." and len(left.text) <= _ABBREVIATION:
        return " "
    if bare == "-" and between != "-":
        return "–"
    return bare[:1] + bare[-1:] if len(bare) > 1 else bare or " "


def _is_prefixed(word: Token, flags: Mapping[str, str]) -> bool:
    """Tell whether a word is a name behind its particle, as in "al-Sulaimi"."""
    head, hyphen, rest = word.text.partition("-")
    return bool(hyphen) and rest[:1].isupper() and PARTICLE in flags.get(normalise(head), "")


@cache
def weights(code: str) -> Weights:
    """Return the weights of one language, one row of integers a feature, in the order of the tags."""
    lines = (files(__package__) / "data" / f"names.{code}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.rsplit("\t", 1) for line in lines if not line.startswith("#"))
    return {feature: tuple(map(int, row.split())) for feature, row in rows}
