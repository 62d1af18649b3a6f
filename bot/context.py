"""What every handler can reach: the newsroom, the state, the member and the language it speaks with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from bot.messages import language_of, say

if TYPE_CHECKING:
    from bot.settings import Settings
    from newsqa.newsroom import Newsroom, State

T = TypeVar("T")


class Desk:
    """The newsroom and the state, used from one thread of their own, so that no chat waits for another's disk."""

    def __init__(self, settings: Settings, newsroom: Newsroom, state: State) -> None:
        self.settings = settings
        self._newsroom, self._state = newsroom, state
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="newsroom")

    async def newsroom(self, do: Callable[[Newsroom], T]) -> T:
        """Return what `do` makes of the newsroom."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, do, self._newsroom)

    async def state(self, do: Callable[[State, str], T]) -> T:
        """Return what `do` makes of the state and the desk's scope."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, do, self._state, self._newsroom.scope)

    def close(self) -> None:
        """Finish what is in hand and release the archive."""
        self._thread.shutdown(wait=True)
        self._newsroom.close()


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context, with the desk in reach and the language of the person it answers."""

    language: str = "en"

    @property
    def desk(self) -> Desk:
        """Return the desk that this bot serves."""
        desk: Desk = self.application.bot_data["desk"]
        return desk

    def say(self, message: str, /, **values: Any) -> str:  # noqa: ANN401  Fluent takes what it can format
        """Return a message in the person's language."""
        return say(self.language, message, **values)

    async def prepare(self, update: Update) -> None:
        """Learn in which language to answer: as the person chose, else as their Telegram is set."""
        user = update.effective_user
        if user is None:
            return
        chosen = await self.desk.state(lambda state, _: state.recall(user.id, "language"))
        self.language = chosen or language_of(user.language_code)
