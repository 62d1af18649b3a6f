"""The list of commands that Telegram shows, by scope and language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import stamina
import structlog
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.courier import is_passing
from bot.desk import Desk
from bot.letters import Bot
from bot.messages import LANGUAGES, say

log = structlog.get_logger()

_LOOKING_UP = ("quotes", "who", "timeline", "latest", "sources", "stats", "export")
_ANYWHERE = ("ask", *_LOOKING_UP, "add", "article", "watch", "watches", "digest", "help", "language")
_EDITING = ("fix", "delete", "embargo", "desk")
_OWNING = ("members", "invite", "feed")
_SCOPES: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
    (BotCommandScopeDefault(), _ANYWHERE),
    (BotCommandScopeAllPrivateChats(), (*_ANYWHERE, *_EDITING)),
    (BotCommandScopeAllGroupChats(), _ANYWHERE),
    (BotCommandScopeAllChatAdministrators(), (*_ANYWHERE, *_EDITING)),
)
_DEFAULT = "en"  # for those whose Telegram speaks neither


async def publish(bot: Bot, desk: Desk, owners: Iterable[int]) -> None:
    """Tell Telegram the commands of each scope in each language unless it knows them; a refusal costs that list."""
    owned = ((BotCommandScopeChat(owner), (*_ANYWHERE, *_EDITING, *_OWNING)) for owner in sorted(owners))
    for scope, names in (*_SCOPES, *owned):
        for language in (None, *LANGUAGES):
            commands = [BotCommand(name, say(language or _DEFAULT, f"command-{name}")) for name in names]
            try:
                await _once(bot, desk, commands, scope, language)
            except TelegramError as error:  # an owner who never wrote to the bot has no chat with it yet
                log.info("a list of commands could not be published", scope=scope.type, error=error.message)
                break


async def _once(bot: Bot, desk: Desk, commands: Sequence[BotCommand], scope: BotCommandScope, code: str | None) -> None:
    """Publish a list that differs from what this bot published last there."""
    name = f"commands {scope.to_json()} {code or ''}"
    words = json.dumps([command.to_dict() for command in commands], ensure_ascii=False)
    if await desk.state(lambda state: state.people.recall(bot.id, name)) != words:
        await _publish(bot, commands, scope, code)
        await desk.state(lambda state: state.people.remember(bot.id, name, words))


@stamina.retry(on=is_passing, attempts=None, timeout=None, wait_initial=0.5)
async def _publish(bot: Bot, commands: Sequence[BotCommand], scope: BotCommandScope, language: str | None) -> None:
    await bot.set_my_commands(commands, scope, language)
