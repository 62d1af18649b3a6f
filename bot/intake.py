"""How updates come in: fetched from Telegram, or brought by it to a webhook; and whether they do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import stamina
import structlog
from telegram.error import BadRequest, TelegramError
from tornado.httpserver import HTTPServer

from bot import doors
from bot.context import App
from bot.courier import is_passing
from bot.desk import Desk
from bot.poll import KINDS, Poller, take
from bot.settings import Settings, SettingsError

log = structlog.get_logger()


class Intake:
    """One task that takes updates in until it is cancelled."""

    def __init__(self, app: App, desk: Desk, settings: Settings, wake: Callable[[int], None]) -> None:
        self._app, self._desk, self._settings, self._wake = app, desk, settings, wake
        self._poller: Poller | None = None
        self.begun = asyncio.Event()  # set when updates are asked for

    async def run(self) -> None:
        """Take updates in. Raises InvalidToken, SettingsError for an address or a port that cannot be used."""
        await (self._hooked() if self._settings.newsqa_webhook_url else self._polling())

    async def _polling(self) -> None:
        settings = self._settings
        self._poller = Poller(f"{settings.api_root}/bot{settings.token}", self._desk, self._wake)
        server = (
            self._opened(settings.newsqa_health_port, "NEWSQA_HEALTH_PORT") if settings.newsqa_health_port else None
        )
        try:
            await self._end_webhook()
            self.begun.set()
            await self._poller.run()
        finally:
            if server:
                server.stop()

    async def _end_webhook(self) -> None:
        """End a webhook of earlier: while there is one, Telegram gives no updates to who asks for them."""
        try:
            await self._ended()
        except TelegramError as error:
            log.warning("an earlier webhook could not be ended", error=error.message)

    @stamina.retry(on=is_passing, attempts=None, timeout=None, wait_initial=0.5)
    async def _ended(self) -> None:
        await self._app.bot.delete_webhook()

    async def _hooked(self) -> None:
        settings, known_by = self._settings, doors.secret()
        hook = (settings.webhook_path, known_by, self._take)
        server = self._opened(settings.newsqa_webhook_port, "NEWSQA_WEBHOOK_PORT", hook)
        try:
            await self._announce(known_by)
            self.begun.set()
            await asyncio.Event().wait()
        finally:
            server.stop()
            await server.close_all_connections()

    def _opened(self, port: int, name: str, hook: tuple[str, str, doors.Take] | None = None) -> HTTPServer:
        try:
            return doors.opened(port, self._settings.newsqa_listen, self._health, hook)
        except OSError as error:
            raise SettingsError(f"{name}: port {port} cannot be listened on: {error.strerror}") from error

    @stamina.retry(on=is_passing, attempts=None, timeout=None, wait_initial=0.5)
    async def _announce(self, known_by: str) -> None:
        """Tell Telegram the address; one call at a time, so that updates are kept in their order."""
        url = str(self._settings.newsqa_webhook_url)
        try:
            await self._app.bot.set_webhook(url, secret_token=known_by, allowed_updates=KINDS, max_connections=1)
        except BadRequest as error:
            raise SettingsError(f"NEWSQA_WEBHOOK_URL: {error.message}") from error
        log.info("telegram calls", url=url)

    async def _take(self, update: dict[str, Any]) -> None:
        await take(self._desk, [update], self._wake)

    async def _health(self) -> dict[str, Any]:
        """Return how things are. Raises StoreError where the archive cannot be read."""
        updates, letters = await self._desk.state(lambda state: state.mail.count())
        silent = time.monotonic() - self._poller.last if self._poller else 0.0
        well = silent < self._settings.newsqa_health_silence
        return {"ok": well, "updates_waiting": updates, "letters_waiting": letters, "silent_s": round(silent)}
