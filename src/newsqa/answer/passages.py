"""Find the articles that share a question's words: rare words first, common ones only together with a rare one."""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newsqa.answer.reading import Asked, Content
from newsqa.store.protocol import Query, Store
from newsqa.text.name_keys import nearest, tiers

_POSTINGS = 4000  # sentences; a word that stands in fewer says the more, the fewer they are
_NEAR = 200  # words of names that are compared with one that stands nowhere
_ENOUGH = 20  # such words found by their letters; those that only sound alike are then not looked for
_SHORTEST_NAME = 5  # letters; a shorter word is like too many
_LIMIT = 500  # sentences read for one word; a commoner word is asked for only beside the rarest
_WORDS = 12  # of a question are looked for, those that stand in the fewest sentences
_DEADLINE = 0.05  # seconds that looking may take; what was found by then is what there is


class Passage(NamedTuple):
    """An article that shares words with a question, and how much they say together."""

    article: str
    score: float


def find(store: Store, scope: str, asked: Asked, limit: int) -> list[Passage]:
    """Return the articles that share most with the question, best first."""
    until = time.perf_counter() + _DEADLINE
    scores: dict[str, float] = defaultdict(float)
    rarest: _Word | None = None
    for word in _words(store, asked)[:_WORDS]:
        beside = rarest if rarest and word.often > _LIMIT else None
        shares = _shares(store, scope, (beside.group, word.group) if beside else (word.group,), until)
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
    often = store.doc_freq({term for c in asked.contents for term in c.terms})
    words = (_spelled(store, c, {term: often[term] for term in sorted(c.terms) if often[term]}) for c in asked.contents)
    return sorted((word for word in words if word.often), key=lambda word: word.often)


def _spelled(store: Store, content: Content, standing: dict[str, int]) -> _Word:
    """Return a word by those of its terms that stand somewhere, else by the names that are spelt like it."""
    if not standing and len(content.word) >= _SHORTEST_NAME:
        near = nearest(content.word, names_like(store, content.word))
        standing = {name: often for name, often in store.doc_freq(near).items() if often}
    often = max(standing.values(), default=0)
    return _Word(tuple(standing), content.rarity + math.log1p(_POSTINGS / (often + 1)), often)


def names_like(store: Store, word: str) -> Iterator[str]:
    """Yield words of names that may be this one spelt another way, until there are enough."""
    found = 0
    for tier in tiers(word):
        if found < _ENOUGH:
            names = store.names_near(tier, _NEAR)
            found += len(names)
            yield from names


def _shares(store: Store, scope: str, must: tuple[tuple[str, ...], ...], until: float) -> dict[str, float]:
    """Return for each article that has the words how much they count there: a second sentence adds little."""
    left = (until - time.perf_counter()) * 1000
    hits = store.search(scope, Query(must=must, limit=_LIMIT, deadline_ms=left)) if left > 0 else []
    times = Counter(hit.article for hit in hits)
    return {article: 1.4 * n / (n + 0.4) for article, n in times.items()}
