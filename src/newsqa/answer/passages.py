"""Find the articles that share a question's words: rare words first, common ones only together with a rare one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newsqa.answer.reading import Asked, Content
from newsqa.store.protocol import Query, Store

_POSTINGS = 4000  # sentences read for one question before common words are asked for only beside the rarest
_LIMIT = 500  # sentences read for one word


class Passage(NamedTuple):
    """An article that shares words with a question, and how much they say together."""

    article: str
    score: float


def find(store: Store, scope: str, asked: Asked, limit: int) -> list[Passage]:
    """Return the articles that share most with the question, best first."""
    scores: dict[str, float] = defaultdict(float)
    for content, query, frequency in _queries(store, asked):
        weight = content.rarity + math.log1p(_POSTINGS / (frequency + 1))
        for article, share in _shares(store, scope, query).items():
            scores[article] += weight * share
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Passage(article, score) for article, score in best[:limit]]


def _queries(store: Store, asked: Asked) -> Iterator[tuple[Content, Query, int]]:
    frequency = store.doc_freq({term for c in asked.contents for term in c.terms})
    counted = [(max((frequency[t] for t in c.terms), default=0), c) for c in asked.contents]
    read, rarest = 0, None
    for often, content in sorted(counted, key=lambda pair: pair[0]):
        if not often:
            continue
        group = tuple(sorted(content.terms))
        read += often
        alone = rarest is None or read <= _POSTINGS
        yield content, Query(must=(group,) if alone or rarest is None else (rarest, group), limit=_LIMIT), often
        rarest = rarest or group


def _shares(store: Store, scope: str, query: Query) -> dict[str, float]:
    """Return for each article that has the word how much it counts there: a second sentence adds little."""
    times: dict[str, int] = defaultdict(int)
    for hit in store.search(scope, query):
        times[hit.article] += 1
    return {article: 1.4 * n / (n + 0.4) for article, n in times.items()}
