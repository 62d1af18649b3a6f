"""Extraction of many articles, on all cores where there are enough of them to be worth the start."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from newsqa.extract import extract
from newsqa.model import Article, Extraction

_WORTH_IT = 100  # articles; fewer are done before other processes have read the rules
_BATCH = 512  # articles in memory at once
_CHUNK = 8
_SELDOM = 20_000  # objects made between two looks for garbage


def extracted(articles: Iterable[Article]) -> Iterator[tuple[Article, Extraction]]:
    """Yield each article with its extraction, in the order in which they come."""
    waiting = iter(articles)
    batch = list(islice(waiting, _BATCH))
    if len(batch) < _WORTH_IT or _cores() < 2:
        yield from ((article, extract(article)) for article in batch)
        yield from ((article, extract(article)) for article in waiting)
        return
    with ProcessPoolExecutor(_cores(), get_context("spawn"), settle) as pool:
        while batch:
            yield from zip(batch, pool.map(extract, batch, chunksize=_CHUNK), strict=True)
            batch = list(islice(waiting, _BATCH))


def settle() -> None:
    """Look for garbage seldom: an article leaves next to none, and the rules that are looked through are large."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _cores() -> int:
    """Return how many cores this process may use, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
