"""The engine that keeps nothing: an archive in memory, to try things out and to hold the contract to account."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from newsqa.errors import StoreError, UnknownArticleError
from newsqa.model import Article, Correction, Extraction, Sentence, Value
from newsqa.store import telling
from newsqa.store.protocol import Arrival, Embargo, Entry, Feed, Hit, Mentioned, Outlet, Query, Stats, Stored, Told
from newsqa.text.name_keys import keys


class _Copy(Value):
    """All that an archive keeps."""

    desks: dict[str, tuple[Stored, ...]]
    embargoes: tuple[Embargo, ...]
    arrivals: tuple[Arrival, ...]
    corrections: tuple[Correction, ...]
    logged: int
    feeds: tuple[Feed, ...]
    entries: tuple[Entry, ...]


class MemoryStore:
    """An archive of several desks that ends with the process; one that begins with a copy holds what that does."""

    def __init__(self, copy: Path | None = None) -> None:
        self._desks: dict[str, dict[str, Stored]] = {}
        self._sums: dict[tuple[str, str], str] = {}
        self._embargoes: dict[tuple[str, str], Embargo] = {}
        self._arrivals: list[Arrival] = []
        self._corrections: dict[int, Correction] = {}
        self._logged = 0
        self._feeds: dict[tuple[str, str], Feed] = {}
        self._entries: dict[tuple[str, str], Entry] = {}
        if copy:
            self._read(_Copy.model_validate_json(copy.read_bytes()))

    def _read(self, copy: _Copy) -> None:
        for scope, desk in copy.desks.items():
            for stored in desk:
                self._keep(scope, stored)
        self._embargoes = {(e.scope, e.article): e for e in copy.embargoes}
        self._arrivals = list(copy.arrivals)
        self._corrections, self._logged = {c.no: c for c in copy.corrections}, copy.logged
        self._feeds = {(f.scope, f.url): f for f in copy.feeds}
        self._entries = {(e.scope, e.link): e for e in copy.entries}

    def _keep(self, scope: str, stored: Stored) -> None:
        self._desks.setdefault(scope, {})[stored.article.id] = stored
        self._sums[scope, stored.article.id] = _sum(stored)

    def unchanging(self) -> AbstractContextManager[None]:
        return nullcontext()

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        desk = self._desks.setdefault(scope, {})
        before = desk.pop(article.id, None)
        if before is None or before.article.text != article.text:
            self._arrive(scope, article.id, dt.datetime.now(dt.UTC))
        self._keep(scope, Stored(article=article, extraction=extraction))

    def get_article(self, scope: str, article: str) -> Stored:
        try:
            return self._desks.get(scope, {})[article]
        except KeyError:
            raise UnknownArticleError(article) from None

    def ids(self, scope: str) -> list[str]:
        return list(self._desks.get(scope, {}))

    def articles(self, scope: str) -> Iterator[Stored]:
        yield from list(self._desks.get(scope, {}).values())

    def delete_article(self, scope: str, article: str) -> None:
        if self._desks.get(scope, {}).pop(article, None) is None:
            raise UnknownArticleError(article)
        self._embargoes.pop((scope, article), None)
        for correction in self.corrections(scope, article):
            del self._corrections[correction.no]

    def recent(self, scope: str, limit: int = 20) -> list[str]:
        every = [(str(s.article.day or ""), place, s.article.id) for place, s in enumerate(self.articles(scope))]
        return [id_ for _, _, id_ in sorted(every, reverse=True)[:limit]]

    def outlets(self, scope: str, without: Iterable[str] = ()) -> list[Outlet]:
        left, days = set(without), dict[str | None, list[dt.date | None]]()
        for stored in self.articles(scope):
            if stored.article.id not in left:
                days.setdefault(stored.article.outlet, []).append(stored.article.day)
        return sorted((_outlet(name, given) for name, given in days.items()), key=lambda o: (-o.articles, o.name or ""))

    def search(self, scope: str, query: Query) -> list[Hit]:
        groups = [set(group) for group in query.must if group]
        if not groups:
            return []
        articles = [s for s in self.articles(scope) if _is_asked(s.article, query)]
        hits = [
            Hit(stored.article.id, i)
            for stored in reversed(articles)
            for i, sentence in enumerate(stored.extraction.sentences)
            if all(group & {*sentence.terms, *sentence.context} for group in groups)
        ]
        return (hits if query.order == "newest" else hits[::-1])[: query.limit]

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        return [self.get_article(scope, article).extraction.sentences[index] for article, index in hits]

    def doc_freq(self, scope: str, terms: Iterable[str], most: int = 8_000) -> dict[str, int]:
        held = [{*s.terms, *s.context} for a in self.articles(scope) for s in a.extraction.sentences]
        return {term: min(sum(term in words for words in held), most) for term in terms}

    def names_exact(self, scope: str, name: str) -> list[Mentioned]:
        found = [
            Mentioned(name=name, kind=e.kind, role=e.role, article=s.article.id, day=s.article.day)
            for s in reversed(list(self.articles(scope)))
            for e in s.extraction.entities
            if name in telling.forms(e)
        ]
        return sorted(found, key=lambda m: str(m.day or ""), reverse=True)

    def facts_of(self, scope: str, name: str, limit: int = 100) -> list[Told]:
        return telling.told(self, scope, name, limit)

    def names_near(self, scope: str, keys_: Iterable[str], limit: int = 10) -> list[str]:
        wanted = set(keys_)
        every = (e for a in self.articles(scope) for e in a.extraction.entities)
        words = {word for entity in every for form in telling.forms(entity) for word in form.split()}
        shared = Counter({word: len(wanted & set(keys(word))) for word in sorted(words)})
        return [word for word, count in shared.most_common(limit) if count]

    def log(self, correction: Correction) -> Correction:
        self._logged += 1
        self._corrections[self._logged] = kept = correction.model_copy(update={"no": self._logged})
        return kept

    def undo(self, scope: str, no: int, by: int, at: dt.datetime) -> bool:
        correction = self._corrections.get(no)
        if correction is None or correction.scope != scope or correction.undone_at is not None:
            return False
        self._corrections[no] = correction.model_copy(update={"undone_by": by, "undone_at": at})
        return True

    def corrections(self, scope: str, article: str) -> list[Correction]:
        return [c for c in self._corrections.values() if (c.scope, c.article) == (scope, article)]

    def keep_back(self, embargo: Embargo) -> None:
        self._embargoes[embargo.scope, embargo.article] = embargo

    def let_out(self, scope: str, article: str, now: dt.datetime) -> bool:
        gone = self._embargoes.pop((scope, article), None) is not None
        if gone:
            self._arrive_if_here(scope, article, now)
        return gone

    def end_embargoes(self, now: dt.datetime) -> list[tuple[str, str]]:
        over = sorted(key for key, embargo in self._embargoes.items() if embargo.until <= now)
        for key in over:
            self.let_out(*key, now)
        return over

    def embargoes(self, scope: str) -> list[Embargo]:
        return sorted((e for e in self._embargoes.values() if e.scope == scope), key=lambda e: (e.until, e.article))

    def hidden(self, scope: str, now: dt.datetime) -> frozenset[str]:
        return frozenset(e.article for e in self._embargoes.values() if e.scope == scope and e.until > now)

    def next_end(self) -> dt.datetime | None:
        return min((e.until for e in self._embargoes.values()), default=None)

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        return self._arrivals[after : after + limit]

    def _arrive_if_here(self, scope: str, article: str, now: dt.datetime) -> None:
        if article in self._desks.get(scope, {}):
            self._arrive(scope, article, now)

    def _arrive(self, scope: str, article: str, now: dt.datetime) -> None:
        self._arrivals.append(Arrival(no=len(self._arrivals) + 1, scope=scope, article=article, at=now))

    def put_feed(self, feed: Feed) -> None:
        self._feeds[feed.scope, feed.url] = feed

    def drop_feed(self, scope: str, url: str) -> bool:
        return self._feeds.pop((scope, url), None) is not None

    def feeds(self, scope: str) -> list[Feed]:
        return sorted((f for f in self._feeds.values() if f.scope == scope), key=lambda f: (f.since, f.url))

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.scope, entry.link] = entry

    def entries(self, scope: str, links: Iterable[str]) -> list[Entry]:
        return [entry for link in dict.fromkeys(links) if (entry := self._entries.get((scope, link)))]

    def verify(self) -> list[str]:
        every = ((scope, stored) for scope in self._desks for stored in self.articles(scope))
        changed = ((s, stored.article.id) for s, stored in every if _sum(stored) != self._sums[s, stored.article.id])
        return [f"article {id_} of {scope}: it is not what was stored" for scope, id_ in changed]

    def backup(self, path: Path) -> None:
        copy = _Copy(
            desks={scope: tuple(self.articles(scope)) for scope in self._desks},
            embargoes=tuple(self._embargoes.values()),
            arrivals=tuple(self._arrivals),
            corrections=tuple(self._corrections.values()),
            logged=self._logged,
            feeds=tuple(self._feeds.values()),
            entries=tuple(self._entries.values()),
        )
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_text(copy.model_dump_json(), encoding="utf-8")
            part.replace(path)
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error

    def stats(self, scope: str) -> Stats:
        found = [stored.extraction for stored in self.articles(scope)]
        names = {form for extraction in found for entity in extraction.entities for form in telling.forms(entity)}
        return Stats(articles=len(found), sentences=sum(len(e.sentences) for e in found), names=len(names))

    def outdated(self, rules: int) -> int:
        return sum(stored.extraction.rules < rules for desk in self._desks for stored in self.articles(desk))

    def close(self) -> None:
        self._desks.clear()


def _sum(stored: Stored) -> str:
    return hashlib.sha256(stored.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()


def _is_asked(article: Article, query: Query) -> bool:
    if article.id in query.without or query.article not in {None, article.id}:
        return False
    if query.since is None and query.until is None:
        return True
    day = article.day
    return day is not None and (query.since or day) <= day <= (query.until or day)


def _outlet(name: str | None, days: Iterable[dt.date | None]) -> Outlet:
    given = list(days)
    known = [day for day in given if day]
    return Outlet(name=name, articles=len(given), since=min(known, default=None), until=max(known, default=None))
