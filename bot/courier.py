"""The bot as Telegram's client, unmoved by what no longer waits for an answer."""

from __future__ import annotations

from typing import Any

import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

log = structlog.get_logger()


class Courier(ExtBot[None]):
    """PTB's bot, except that an answer to a button or an inline query that came too late is only noted.

    Telegram waits some seconds for either; after a restart or a busy minute nobody does, and what the button asked for
    is to be done all the same.
    """

    async def answer_callback_query(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401  as PTB declares it
        try:
            return await super().answer_callback_query(*args, **kwargs)
        except TelegramError as error:
            return _noted("a button", error)

    async def answer_inline_query(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401  as PTB declares it
        try:
            return await super().answer_inline_query(*args, **kwargs)
        except TelegramError as error:
            return _noted("an inline query", error)


def is_passing(error: Exception) -> bool:
    """Tell whether a call fails for now only: the network is away, or Telegram asks to wait."""
    return isinstance(error, (NetworkError, RetryAfter)) and not isinstance(error, BadRequest)


def _noted(what: str, error: TelegramError) -> bool:
    log.info("an answer came to nothing", to=what, error=error.message)
    return False
