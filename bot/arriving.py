"""What arrives, held against what chats watch for: what is new to them, and what they have heard and is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsqa.errors import UnknownArticleError
from newsqa.model import Article
from newsqa.newsroom import (
    Arrival,
    News,
    Newsroom,
    Noticed,
    Reader,
    State,
    Stored,
    Told,
    Watch,
    Watcher,
    is_copy,
    noticed,
    plain,
    successor,
)

_OLD = dt.timedelta(days=30)  # what was published longer ago than this is no news when it arrives
_BATCH = 100  # arrivals at a time; what they have for one chat goes out together
Watchers = list[tuple[Watcher, list[str]]]
Found = list[tuple[Noticed, str]]


class Reading(NamedTuple):
    """One article as it arrived, and what it has for each watch of a chat that may read it, with its plain form."""

    arrival: Arrival
    article: Article
    found: list[tuple[Watcher, Found]]

    @property
    def old(self) -> bool:
        """Tell whether it is too old to be news."""
        day = self.article.day
        return day is not None and self.arrival.at.date() - day > _OLD


def read(newsroom: Newsroom, cursor: int, watchers: Watchers) -> tuple[int | None, list[Reading]]:
    """End what embargoes are over, and read what arrived; return how far that goes, None where nothing did."""
    newsroom.end_embargoes()
    arrivals = newsroom.arrivals(cursor, _BATCH)
    latest = {(arrival.scope, arrival.article): arrival for arrival in arrivals}  # of one that came twice, as it is now
    readings = (_read(newsroom, arrival, watchers) for arrival in latest.values())
    return arrivals[-1].no if arrivals else None, [reading for reading in readings if reading]


def _read(newsroom: Newsroom, arrival: Arrival, watchers: Watchers) -> Reading | None:
    watching = [watcher for watcher, desks in watchers if arrival.scope in desks]
    stored = shown(newsroom, arrival.scope, arrival.article) if watching else None
    if stored is None:
        return None
    return Reading(arrival, stored.article, [(watcher, _found(watcher, stored)) for watcher in watching])


def _found(watcher: Watcher, stored: Stored) -> Found:
    watch = Watch(words=watcher.words, phrase=watcher.phrase)
    return [(n, plain(n.words.of(stored.article.text))) for n in noticed(watch, stored)]


def shown(newsroom: Newsroom, scope: str, article: str) -> Stored | None:
    """Return an article that anyone at its desk may read; what is under embargo arrives once more when that ends."""
    try:
        return newsroom.at(scope).show(article)
    except UnknownArticleError:
        return None


def waits(newsroom: Newsroom, news: News) -> bool:
    """Tell whether news cannot be told yet: its article is under embargo, or has just been given another text."""
    stored = shown(newsroom, news.scope, news.article)
    if stored is None:
        editors = newsroom.at(news.scope, Reader(edits=frozenset({news.scope})))
        return news.article in {e.article for e in editors.embargoes()}
    return bool(news.words) and stored.article.text[news.start : news.end] != news.words


def keep(state: State, readings: Sequence[Reading], cursor: int) -> None:
    """Keep what chats have not heard: what is new, no copy of what was told, and what stands where something is gone.

    What was noticed in an earlier text of an article, and is not told yet, gives way to what it says now.
    """
    told: dict[int, list[str]] = {}
    fresh: list[tuple[News, str]] = []
    for reading in readings:
        state.watching.take_back(*_place(reading))
    for reading in readings:
        heard = state.watching.heard(*_place(reading))
        for watcher, found in reading.found:
            known = told.setdefault(watcher.id, state.watching.told(watcher.id))
            fresh += _fresh(watcher, reading, found, [h for h in heard if h.watch == watcher.id], known)
    state.watching.notice(fresh, cursor)


def _place(reading: Reading) -> tuple[list[int], str, str]:
    """Return the watches of an article, its desk and its id."""
    return [watcher.id for watcher, _ in reading.found], reading.arrival.scope, reading.arrival.article


def _fresh(
    watcher: Watcher, reading: Reading, found: Found, heard: Sequence[Told], known: list[str]
) -> Iterator[tuple[News, str]]:
    """Yield what a watch has not heard of an article, with its plain form, which is `known` from then on."""
    text, before = f" {plain(reading.article.text)} ", {h.plain for h in heard}
    left = [(notice, words) for notice, words in found if words and words not in before]
    for gone in (h for h in heard if f" {h.plain} " not in text):
        place = successor(gone.plain, [words for _, words in left])
        notice, words = left.pop(place) if place is not None else (None, "")
        known.append(words)
        yield _news(watcher, reading, notice, gone), words
    for notice, words in left if not reading.old else ():
        if not is_copy(words, known):
            known.append(words)
            yield _news(watcher, reading, notice), words


def _news(watcher: Watcher, reading: Reading, notice: Noticed | None, gone: Told | None = None) -> News:
    told = {"watch": watcher.id, "scope": reading.arrival.scope, "article": reading.arrival.article}
    told |= {"gone": gone.shown if gone else None}
    if notice is None:
        speaker = gone.speaker if gone else None
        return News(**told, kind="quote" if speaker else "fact", start=0, end=0, speaker=speaker, status="said")
    fields = notice.model_dump(include={"kind", "speaker", "status"})
    words = notice.words.of(reading.article.text)
    return News(**told, **fields, start=notice.words.start, end=notice.words.end, words=words)
