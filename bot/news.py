"""The news desk: what arrives is held against what chats watch for, and told them at once or once a day."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby
from uuid import uuid4

import structlog

from bot import arriving
from bot.arriving import Watchers
from bot.desk import Desk
from bot.letters import Letter
from bot.settings import Settings
from bot.view import news as view
from newsqa.newsroom import Digest, News, Newsroom, State, Watcher, zone_named

log = structlog.get_logger()
_LOOK = 5.0  # seconds between two looks, for what came by another process


class NewsDesk:
    """One task: end embargoes, read arrivals, tell chats; each step is one transaction, so that none is done twice."""

    def __init__(self, desk: Desk, settings: Settings, wake: Callable[[int], None]) -> None:
        self._desk, self._settings, self._wake = desk, settings, wake
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Look soon: something may have arrived, or been asked for."""
        self._rung.set()

    async def run(self) -> None:
        """Work until cancelled; what goes wrong once is logged and tried again."""
        while True:
            self._rung.clear()
            try:
                more = True
                while more:
                    more = await self._read()
                await self._tell()
            except Exception:
                log.exception("the news desk stumbled; it looks again soon")
            await self._rest(await self._pause())

    async def _rest(self, seconds: float) -> None:
        try:
            # wait_for would swallow a stop that comes together with the ring
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return

    async def _pause(self) -> float:
        """Return how long there is nothing to do: until an embargo ends, a digest is due, or the next look."""
        ends = await self._desk.newsroom(lambda newsroom: newsroom.next_end())
        digests = await self._desk.state(lambda state: state.watching.digests())
        due = [time for time in (ends, *(digest.next for digest in digests[:1])) if time]
        left = [(time - dt.datetime.now(dt.UTC)).total_seconds() for time in due]
        return min([_LOOK, *(max(0.2, seconds) for seconds in left)])

    async def _read(self) -> bool:
        """Hold what arrived against every watch; False where nothing did."""
        cursor, watchers = await self._desk.state(
            lambda state: (state.watching.cursor(), _may_read(state, self._settings.newsqa_owners))
        )
        last, readings = await self._desk.newsroom(lambda newsroom: arriving.read(newsroom, cursor, watchers))
        if last is None:
            return False
        await self._desk.state(lambda state: arriving.keep(state, readings, last))
        return True

    async def _tell(self) -> None:
        """Tell each chat what there is for it, at once or when its digest is due."""
        now, owners = dt.datetime.now(dt.UTC), self._settings.newsqa_owners
        waiting, digests, watchers = await self._desk.state(
            lambda state: (state.watching.waiting(), state.watching.digests(), _may_read(state, owners))
        )
        by_chat = {digest.chat: digest for digest in digests}
        due = {digest.chat for digest in digests if digest.next <= now}
        for chat in {*due, *(c for c in waiting if c not in by_chat)}:
            await self._tell_chat(chat, waiting.get(chat, []), by_chat.get(chat), watchers)

    async def _tell_chat(self, chat: int, news: Sequence[News], digest: Digest | None, watchers: Watchers) -> None:
        """Tell one chat; what came under an embargo, or was edited, waits for its end or a new reading."""
        kept = await self._desk.newsroom(lambda newsroom: {n.id for n in news if arriving.waits(newsroom, n)})
        told = [n for n in news if n.id not in kept]
        letters = _letters(await self._pieces(told, watchers), digest)
        posted = [(chat, letter.model_dump_json(exclude_defaults=True), _cause()) for letter in letters]
        later = digest.model_copy(update={"next": following(digest, dt.datetime.now(dt.UTC))}) if digest else None
        if told or later:
            await self._desk.state(lambda state: state.watching.tell(told, posted, later))
            self._wake(chat)

    async def _pieces(self, news: Sequence[News], watchers: Watchers) -> list[view.Piece]:
        """Return news with its articles, as far as they are still there and the chat may still read them."""
        known = {watcher.id: (watcher, desks) for watcher, desks in watchers}
        allowed = [n for n in news if n.watch in known and n.scope in known[n.watch][1]]

        def look_up(newsroom: Newsroom) -> list[view.Piece]:
            shown = [(n, arriving.shown(newsroom, n.scope, n.article)) for n in allowed]
            return [view.Piece(known[n.watch][0], n, s.article) for n, s in shown if s and n.end <= len(s.article.text)]

        return await self._desk.newsroom(look_up)


def _may_read(state: State, owners: frozenset[int]) -> Watchers:
    """Return every watch that is on, with the desks that its chat may read now."""
    watchers, desks = state.watching.on(), dict[int, list[str]]()
    for chat in {watcher.chat for watcher in watchers}:
        standing = state.people.standing(chat, chat, owner=chat in owners)
        desks[chat] = state.people.readable(standing.scope) if standing.may("reader") else []
    return [(watcher, desks[watcher.chat]) for watcher in watchers]


def _letters(pieces: Sequence[view.Piece], digest: Digest | None) -> list[Letter]:
    """Return the letters that tell news: a digest in one, else one for each watch; nothing where there is none."""
    if digest:
        texts = view.digest(pieces, digest.language, digest.at) if pieces else []
        return [Letter(chat=digest.chat, thread=digest.thread or None, text=text) for text in texts]
    ordered = sorted(pieces, key=lambda p: p.watcher.id)
    return [letter for w, group in groupby(ordered, key=lambda p: p.watcher) for letter in _alert(w, [*group])]


def _alert(watcher: Watcher, pieces: Sequence[view.Piece]) -> list[Letter]:
    return [
        Letter(
            chat=watcher.chat,
            thread=watcher.thread or None,
            text=text,
            buttons=view.buttons(watcher, pieces, watcher.language),
        )
        for text in view.alert(pieces, watcher.language)
    ]


def _cause() -> str:
    """Return a name of its own for a letter; that it is written once its transaction sees to."""
    return f"news:{uuid4().hex}"


def following(digest: Digest, now: dt.datetime) -> dt.datetime:
    """Return when a digest is due next: its hour in its own zone, summer time or not."""
    zone = zone_named(digest.zone) or dt.UTC
    today, at = now.astimezone(zone).date(), dt.time.fromisoformat(digest.at)
    days = (dt.datetime.combine(today + dt.timedelta(days=n), at, zone) for n in range(3))
    return next(day for day in days if day > now)
