"""The newsroom and the bot's memory, each used from a thread of its own."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.pace import Pace
from newsqa.newsroom import DESK, ZONE, Newsroom, Reader, State, open_state

T = TypeVar("T")


class Desk:
    """The archive and the state behind it, so that no chat waits in the event loop for a disk.

    Raises StoreError where the archive cannot be opened.
    """

    def __init__(self, database: Path, per_minute: int = 30, zone: dt.tzinfo = ZONE) -> None:
        self.pace = Pace(per_minute)
        self.files = asyncio.Event()  # set when a file of many articles waits
        self.feeds = asyncio.Event()  # set when a feed is to be looked at
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="newsroom")
        self._keeping = ThreadPoolExecutor(max_workers=1, thread_name_prefix="state")
        self._newsroom = self._reading.submit(_opened, database, zone).result()
        self._state = self._keeping.submit(open_state, database).result()

    async def newsroom(self, do: Callable[[Newsroom], T]) -> T:
        """Return what `do` makes of the newsroom, in which nobody's editor looks; a scene says who does."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, do, self._newsroom)

    async def state(self, do: Callable[[State], T]) -> T:
        """Return what `do` makes of the state."""
        return await asyncio.get_running_loop().run_in_executor(self._keeping, do, self._state)

    def close(self) -> None:
        """Finish what is in hand and release the archive."""
        self._keeping.submit(self._state.close).result()
        self._reading.submit(self._newsroom.close).result()
        self._keeping.shutdown()
        self._reading.shutdown()


def _opened(database: Path, zone: dt.tzinfo) -> Newsroom:
    return Newsroom.open(database, zone=zone).at(DESK, Reader())
