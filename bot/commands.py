"""The list of commands that Telegram shows, by scope and language."""

from __future__ import annotations

import structlog
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.letters import Bot
from bot.messages import LANGUAGES, say

log = structlog.get_logger()

_ANYWHERE = ("ask", "add", "article", "help", "language")
_SCOPES: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
    (BotCommandScopeAllPrivateChats(), (*_ANYWHERE, "delete", "members")),
    (BotCommandScopeAllGroupChats(), _ANYWHERE),
)
_DEFAULT = "en"  # for those whose Telegram speaks neither


async def publish(bot: Bot) -> None:
    """Tell Telegram the commands of each scope in each language; a refusal costs only the list."""
    try:
        for scope, names in _SCOPES:
            for language in (None, *LANGUAGES):
                commands = [BotCommand(name, say(language or _DEFAULT, f"command-{name}")) for name in names]
                await bot.set_my_commands(commands, scope, language)
    except TelegramError as error:
        log.warning("the commands could not be published", error=error.message)
