"""Something broke: one reply is lost, the person is told, the log knows, and the bot goes on."""

from __future__ import annotations

import secrets

import structlog
from telegram import Update

from bot.context import Context

log = structlog.get_logger()


async def failed(update: object, context: Context) -> None:
    """Log a handler's error with a reference, and give the person that reference in place of the answer."""
    reference = secrets.token_hex(3)
    log.error("a handler failed", reference=reference, exc_info=context.error)
    if isinstance(update, Update) and update.effective_message and update.effective_user:
        scene = context.scene
        scene.letters.clear()
        scene.reply(scene.say("sorry", reference=reference), update.effective_message.message_id)
