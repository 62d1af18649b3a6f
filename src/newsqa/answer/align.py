"""An article's words beside a question's: which word of the one stands for which of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newsqa.answer.reading import Asked, senses
from newsqa.languages import load
from newsqa.model import Sentence
from newsqa.text.lemmas import lemma
from newsqa.text.terms import groups
from newsqa.text.words import Token, tokens

_MARKS = (
    ("(", "open"), (")", "close"), ('"', "quote"), ("“", "quote"), ("”", "quote"), (",", "comma"), (";", "stop"),
    (":", "colon"), (".", "stop"), ("?", "stop"), ("!", "stop"), ("-", "dash"), ("–", "dash"), ("—", "dash"), ("/", "slash"),
)  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)+")
_LIKE = 0.75  # share of letters in common from which two words may be one, spelt or inflected another way
_SHORTEST = 5  # letters below which likeness says nothing


@dataclass(slots=True)
class Word:
    """One word of a sentence: the marks before and after it, its shape, its note, and its match in the question."""

    token: Token
    lemma: str
    small: bool
    before: str
    after: str
    shape: str
    note: str = ""
    strength: float = 0.0
    match: int = -1


@dataclass(slots=True)
class Aligned:
    """One sentence beside the question: `covered` the question's words that it has, each with its strength."""

    index: int
    words: list[Word]
    covered: dict[int, float]


def align(asked: Asked, text: str, sentence: Sentence, index: int, code: str) -> Aligned:
    """Return the words of one sentence of `text`, each with the question's word it stands for."""
    found = tokens(text, sentence.span.start, sentence.span.end)
    words = _words(text, found, code)
    _note(words, sentence)
    covered = _match(asked, words, found, code)
    return Aligned(index, words, covered)


def _words(text: str, found: Sequence[Token], code: str) -> list[Word]:
    small = load(code).about.function_words
    gaps = ["edge", *(_mark(text[a.end : b.start]) for a, b in zip(found, found[1:], strict=False)), "edge"]
    return [
        Word(t, lemma(t.normal, code), t.normal in small, gaps[i], gaps[i + 1], _shape(t.text))
        for i, t in enumerate(found)
    ]


def _mark(gap: str) -> str:
    if gap.isspace():
        return "space"
    mark = next((name for sign, name in _MARKS if sign in gap), "other")
    return mark if " " in gap or mark in {"open", "close"} else f"tight {mark}"


def _shape(word: str) -> str:
    if word[0].isdigit():
        if _YEAR.fullmatch(word):
            return "year"
        return f"digits{min(len(word), 4)}" if word.isdigit() else "decimal" if _DECIMAL.fullmatch(word) else "mixed"
    if word.isupper():
        return "initial" if len(word) == 1 else "capitals"
    return "title" if word[0].isupper() else "lower"


def _note(words: Sequence[Word], sentence: Sentence) -> None:
    for note in sentence.notes:
        inside = [w for w in words if note.span.start <= w.token.start and w.token.end <= note.span.end]
        for i, word in enumerate(inside):
            word.note = f"{note.kind} {'begin' if i == 0 else 'inside'}"


def _match(asked: Asked, words: Sequence[Word], found: Sequence[Token], code: str) -> dict[int, float]:
    index = _index(asked)
    covered: dict[int, float] = {}
    for group in groups(found, code):
        for term in group.terms:
            if term in index:
                _mark_match(words, group.first, group.last, term, index[term], covered)
    for i, word in enumerate(words):
        if word.match < 0 and not word.small:
            for term in senses(word.token.normal, code):
                if term in index:
                    _mark_match(words, i, i, term, index[term], covered)
    for place, content in ((c.at, c) for c in asked.contents if c.at not in covered):
        best = max(((_like(w, content.word), w) for w in words), key=lambda pair: pair[0], default=None)
        if best and best[0] >= _LIKE:
            covered[place] = best[0] * 0.9
            if best[1].match < 0:
                best[1].match, best[1].strength = place, best[0] * 0.9
    return covered


def _like(word: Word, other: str) -> float:
    if word.small or len(word.lemma) < _SHORTEST or len(other) < _SHORTEST or word.lemma[0].isdigit():
        return 0.0
    return float(LCSseq.normalized_similarity(word.lemma, other, score_cutoff=_LIKE))


def _index(asked: Asked) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for content in asked.contents:
        for term in content.terms:
            index[term].append(content.at)
    return index


def _mark_match(
    words: Sequence[Word], first: int, last: int, term: str, places: list[int], covered: dict[int, float]
) -> None:
    strength = 0.8 if term[1:2] == "." else 1.0 if first == last and words[first].token.normal == term else 0.9
    for place in places:
        covered[place] = max(covered.get(place, 0.0), strength)
    for i in range(first, last + 1):
        word = words[i]
        if strength > word.strength and not word.small:
            word.strength, word.match = strength, _next(words, i, places)


def _next(words: Sequence[Word], at: int, places: Sequence[int]) -> int:
    """Return the place that continues the match of the word before, so that repeated words align in order."""
    onward = words[at - 1].match + 1 if at else -1
    return onward if onward in places else places[0]


