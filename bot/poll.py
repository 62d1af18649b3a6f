"""Updates fetched from Telegram, each committed to the inbox before the next are asked for."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.desk import Desk
from bot.requests import request
from newsqa.newsroom import Incoming

log = structlog.get_logger()

KINDS = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.INLINE_QUERY,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
]
_LONG = 25  # seconds that Telegram keeps a request open while there is nothing
_CANNOT = "updates cannot be fetched"
_OTHER = "another process fetches updates with this token: stop one of the two"
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0


class Poller:
    """Long polling, from raw bytes to the inbox: what cannot be understood is kept, not asked for again."""

    def __init__(self, address: str, desk: Desk, wake: Callable[[int], None]) -> None:
        self._address, self._desk, self._wake = address, desk, wake
        self._request = request(1, _LONG + 10)
        self._offset: int | None = None
        self._wait = _FIRST_WAIT
        self.last = time.monotonic()  # when Telegram last answered

    async def run(self) -> None:
        """Fetch until cancelled. Raises InvalidToken where Telegram does not know the bot."""
        await self._request.initialize()
        try:
            while True:
                await self._fetch()
        finally:
            await self._request.shutdown()

    async def _fetch(self) -> None:
        try:
            updates = await self._ask()
        except InvalidToken:
            raise
        except (TelegramError, ValueError) as error:
            log.warning(_OTHER if _is_other(error) else _CANNOT, error=_reason(error), again_in=self._wait)
            await asyncio.sleep(self._wait)
            self._wait = min(self._wait * 2, _LONGEST_WAIT)
            return
        self._wait = _FIRST_WAIT
        self.last = time.monotonic()
        if updates:
            await take(self._desk, updates, self._wake)
            self._offset = max(int(update["update_id"]) for update in updates) + 1

    async def _ask(self) -> list[dict[str, Any]]:
        given: dict[str, Any] = {"timeout": _LONG, "limit": 100, "allowed_updates": json.dumps(KINDS)}
        if self._offset is not None:
            given["offset"] = self._offset
        raw = await self._request.retrieve(f"{self._address}/getUpdates?{urlencode(given)}")
        result = json.loads(raw.decode("utf-8", errors="replace"))["result"]
        return result if isinstance(result, list) else []


async def take(desk: Desk, updates: Iterable[dict[str, Any]], wake: Callable[[int], None]) -> None:
    """Commit updates to the inbox, then wake the chats that they belong to."""
    incoming = [Incoming(int(u["update_id"]), chat_of(u), json.dumps(u, ensure_ascii=True)) for u in updates]
    await desk.state(lambda state: state.mail.take(incoming))
    for chat in dict.fromkeys(update.chat for update in incoming):
        wake(chat)


def chat_of(update: dict[str, Any]) -> int:
    """Return the chat that a raw update belongs to, else its sender, else 0: what is kept in order."""
    for event in (value for key, value in update.items() if key != "update_id" and isinstance(value, dict)):
        for holder in (event.get("chat"), (event.get("message") or {}).get("chat"), event.get("from")):
            if isinstance(holder, dict) and isinstance(holder.get("id"), int):
                return int(holder["id"])
    return 0


def _is_other(error: Exception) -> bool:
    """Tell whether another process takes this bot's updates."""
    return isinstance(error, Conflict) and "getupdates" in error.message.lower()


def _reason(error: Exception) -> str:
    return error.message if isinstance(error, TelegramError) else repr(error)
