"""The bot from start to stop."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import sys
from contextlib import AsyncExitStack
from importlib import import_module
from typing import Any

import stamina
import structlog
from telegram.error import InvalidToken, NetworkError

from bot.application import build
from bot.commands import publish
from bot.context import App
from bot.desk import Desk
from bot.feeds import Feeder
from bot.handlers import invitations
from bot.importing import Importer
from bot.intake import Intake
from bot.lanes import Lanes
from bot.news import NewsDesk
from bot.settings import Settings, SettingsError
from newsqa.newsroom import Newsroom

log = structlog.get_logger()
_TURN = 0.0005  # seconds that one thread may compute while others wait: an answer takes a dozen turns of three threads
_SOUGHT = "sniffio"  # what httpcore imports a dozen times a request, and may not be there
_HEAD_START = (
    0.5  # seconds in which nothing else is begun before updates are asked for, unless Telegram is out of reach
)
_CLAIMABLE = dt.timedelta(days=1)


async def serve(settings: Settings) -> bool:
    """Serve until SIGTERM or SIGINT; False where a thread is left that need not end, as `Desk.close` tells.

    Raises SettingsError for a token Telegram refuses, StoreError for the archive.
    """
    sys.setswitchinterval(_TURN)
    _seek_once(_SOUGHT)
    stop = _told_to_stop()
    desk = Desk(settings.newsqa_database, settings.newsqa_per_minute, settings.zone)
    app = build(settings)
    try:
        await asyncio.wait({stop, start := asyncio.create_task(_start(app))}, return_when=asyncio.FIRST_COMPLETED)
        if start.done():
            start.result()
            await _work(app, desk, settings, stop)
        start.cancel()
    except InvalidToken:
        raise SettingsError("TELEGRAM_BOT_TOKEN: Telegram does not know this token; ask @BotFather") from None
    finally:
        await app.shutdown()
        whole = desk.close()
    log.info("stopped")
    return whole


def _seek_once(module: str) -> None:
    """Let Python not look through every folder again for a module that is not installed."""
    known: dict[str, Any] = sys.modules
    try:
        import_module(module)
    except ImportError:
        known.setdefault(module, None)  # by which Python marks what is not to be had


@stamina.retry(on=lambda error: isinstance(error, NetworkError), attempts=None, timeout=None, wait_initial=0.5)
async def _start(app: App) -> None:
    await app.initialize()


async def _work(app: App, desk: Desk, settings: Settings, stop: asyncio.Task[None]) -> None:
    lanes = Lanes(app, desk, settings)
    news = NewsDesk(desk, settings, lanes.wake)
    lanes.ring = news.ring
    await lanes.resume()
    await desk.state(lambda state: state.mail.tidy())
    async with AsyncExitStack() as stack:
        stack.push_async_callback(lanes.stop)
        fetching = await _ahead(Intake(app, desk, settings, lanes.wake))
        besides = [
            asyncio.create_task(publish(app.bot, desk, settings.newsqa_owners), name="commands"),
            asyncio.create_task(news.run(), name="news"),
            asyncio.create_task(Importer(app.bot, desk, settings, lanes.wake).run(), name="files"),
            asyncio.create_task(Feeder(app.bot, desk, settings).run(), name="feeds"),
        ]
        log.info("ready", bot=app.bot.username)
        await _tell_outdated(desk)
        besides.append(asyncio.create_task(desk.warm(), name="warm"))  # which what is awaited here would wait for
        await _offer(app, desk, settings)
        await asyncio.wait({stop, fetching}, return_when=asyncio.FIRST_COMPLETED)
        for task in (*besides, fetching):
            task.cancel()
        await asyncio.wait({*besides, fetching})
    if not fetching.cancelled():
        fetching.result()


async def _ahead(intake: Intake) -> asyncio.Task[None]:
    """Return the task that takes updates in, once they are asked for: what computes besides would hold that up."""
    fetching, begun = asyncio.create_task(intake.run()), asyncio.create_task(intake.begun.wait())
    await asyncio.wait({fetching, begun}, timeout=_HEAD_START, return_when=asyncio.FIRST_COMPLETED)
    begun.cancel()
    return fetching


async def _offer(app: App, desk: Desk, settings: Settings) -> None:
    """Print the link by which the first owner takes the archive, while it has none."""
    until = dt.datetime.now(dt.UTC) + _CLAIMABLE
    code = None if settings.newsqa_owners else await desk.state(lambda state: state.people.claim(until))
    if code:
        link = invitations.address(app.bot.username, code)
        log.warning("nobody owns this archive yet; who opens this link first, within a day, will", link=link)


async def _tell_outdated(desk: Desk) -> None:
    """Say how many articles older rules have read, after an update that changed what the rules find."""
    if behind := await desk.newsroom(Newsroom.outdated):
        log.warning("articles were read by older rules; newsqa reindex reads them anew", articles=behind)


def _told_to_stop() -> asyncio.Task[None]:
    """Return a task that is done once the process is told to stop."""
    told = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, told.set)

    async def wait() -> None:
        await told.wait()

    return asyncio.create_task(wait())
