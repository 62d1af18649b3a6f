"""Find the articles that share a question's words: rare words first, common ones only together with a rare one."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import replace
from typing import NamedTuple

from newsqa.answer.reading import Asked, Content
from newsqa.store.protocol import Query, Store
from newsqa.text.name_keys import keys, nearest

_POSTINGS = 4000  # sentences; a word that stands in fewer says the more, the fewer they are
_NEAR = 100  # words of names that are compared with one that stands nowhere
_SHORTEST_NAME = 5  # letters; a shorter word is like too many
_LIMIT = 500  # sentences read for one word; a commoner word is asked for only beside the rarest


class Passage(NamedTuple):
    """An article that shares words with a question, and how much they say together."""

    article: str
    score: float


def find(store: Store, scope: str, asked: Asked, limit: int) -> list[Passage]:
    """Return the articles that share most with the question, best first."""
    scores: dict[str, float] = defaultdict(float)
    rarest: _Word | None = None
    for word in _words(store, asked):
        beside = rarest if rarest and word.often > _LIMIT else None
        shares = _shares(store, scope, (beside.group, word.group) if beside else (word.group,))
        for article, share in shares.items():
            unseen = beside is not None and beside.often > _LIMIT and article not in scores
            scores[article] += word.weight * share + (beside.weight if beside and unseen else 0.0)
        rarest = rarest or word
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Passage(article, score) for article, score in best[:limit]]


class _Word(NamedTuple):
    """A word of the question: its terms, what an article is worth that has it, and in how many sentences it stands."""

    group: tuple[str, ...]
    weight: float
    often: int


def _words(store: Store, asked: Asked) -> list[_Word]:
    """Return the words that stand somewhere, rarest first."""
    frequency = store.doc_freq({term for c in asked.contents for term in c.terms})
    counted = [_spelled(store, c, max((frequency[t] for t in c.terms), default=0)) for c in asked.contents]
    words = [
        _Word(tuple(sorted(content.terms)), content.rarity + math.log1p(_POSTINGS / (often + 1)), often)
        for often, content in counted
        if often
    ]
    return sorted(words, key=lambda word: word.often)


def _spelled(store: Store, content: Content, often: int) -> tuple[int, Content]:
    """Return a word that stands nowhere as the names that are spelt like it, and how often those stand somewhere."""
    if often or len(content.word) < _SHORTEST_NAME:
        return often, content
    near = nearest(content.word, store.names_near(keys(content.word), _NEAR))
    frequency = store.doc_freq(near)
    return max(frequency.values(), default=0), replace(content, terms=frozenset(near))


def _shares(store: Store, scope: str, must: tuple[tuple[str, ...], ...]) -> dict[str, float]:
    """Return for each article that has the words how much they count there: a second sentence adds little."""
    times = Counter(hit.article for hit in store.search(scope, Query(must=must, limit=_LIMIT)))
    return {article: 1.4 * n / (n + 0.4) for article, n in times.items()}
