"""Feeds looked at beside the chats, again and again: what is new in them is added to their desks."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog

from bot import archive
from bot.desk import Desk
from bot.letters import Bot
from bot.scene import Place, Scene
from bot.settings import Settings
from newsqa.errors import UnreadableArticleError
from newsqa.feeds import AT_ONCE, Feed, article, links, look
from newsqa.newsroom import Standing

log = structlog.get_logger()
_NOBODY = Place(chat=0, person=-1)  # where what comes by itself is added: no chat hears of it but by a watch
_LONGEST = 60.0  # seconds between two looks at which feeds there are


class Feeder:
    """Looks at each feed as often as the settings say; a feed that cannot be read stops no other."""

    def __init__(self, bot: Bot, desk: Desk, settings: Settings) -> None:
        self._bot, self._desk, self._settings = bot, desk, settings
        self._every = dt.timedelta(minutes=settings.newsqa_feed_minutes)

    async def run(self) -> None:
        """Look at what is due, until cancelled; what goes wrong once is logged and tried again."""
        while self._every:
            self._desk.feeds.clear()
            try:
                for scope in await self._desk.state(lambda state: state.people.desks()):
                    await self._look_at(scope)
            except Exception:
                log.exception("feeds could not be looked at; they are again soon")
            await self._rest()

    async def _look_at(self, scope: str) -> None:
        scene = Scene(self._desk, self._bot, self._settings, _NOBODY, Standing(scope), "en")
        for feed in await scene.newsroom(lambda newsroom: newsroom.feeds.all()):
            if feed.pulled is None or feed.pulled + self._every <= _now():
                await self._pull(scene, feed)

    async def _pull(self, scene: Scene, feed: Feed) -> None:
        """Add what is new in a feed; where that is much, the rest waits for the next look."""
        try:
            found = await asyncio.to_thread(look, feed)
        except UnreadableArticleError as error:
            reason = error  # the name ends with the block
            await scene.newsroom(lambda newsroom: newsroom.feeds.fail(feed, reason))
            log.warning("a feed could not be read", feed=feed.url, desk=feed.scope, reason=str(error))
            return
        fresh = await scene.newsroom(lambda newsroom: newsroom.feeds.fresh(found.entries))
        added = [await self._add(scene, entry) for entry in fresh[:AT_ONCE]]
        await scene.newsroom(lambda newsroom: newsroom.feeds.finish(found))
        log.info("a feed was read", feed=feed.url, desk=feed.scope, new=len(fresh), added=sum(added))

    async def _add(self, scene: Scene, entry: dict[str, str]) -> bool:
        """Add the article of an entry, unless the desk has it; tell whether it was added."""
        link = entry["url"]
        await scene.newsroom(lambda newsroom: newsroom.feeds.note(link, None))  # first, for one that kills the bot
        try:
            row = await asyncio.to_thread(article, entry)
            filed = await archive.file(scene, {**row}, (), links(entry, row))
        except UnreadableArticleError as error:
            log.info("an entry could not be read", link=link, reason=str(error))
            return False
        await scene.newsroom(lambda newsroom: newsroom.feeds.note(link, filed.added.article.id))
        return not filed.known

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(min(self._every.total_seconds(), _LONGEST)):
                await self._desk.feeds.wait()
        except TimeoutError:
            return


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
