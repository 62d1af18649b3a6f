"""Something broke: one reply is lost, the person is told, the log knows, and the bot goes on."""

from __future__ import annotations

import secrets

import structlog
from telegram import Update
from telegram.error import Forbidden, NetworkError, TelegramError

from bot.context import Context

log = structlog.get_logger()


async def failed(update: object, context: Context) -> None:
    """Log a handler's error with a reference, and give the person that reference."""
    error = context.error
    if isinstance(error, (Forbidden, NetworkError)) and not isinstance(update, Update):
        log.warning("telegram is out of reach", error=str(error))
        return
    reference = secrets.token_hex(3)
    log.error("a handler failed", reference=reference, exc_info=error)
    if isinstance(update, Update) and update.effective_message:
        try:
            await update.effective_message.reply_text(context.say("sorry", reference=reference))
        except TelegramError as unsaid:
            log.warning("the apology could not be sent", reference=reference, error=str(unsaid))
