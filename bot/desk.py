"""The newsroom and the bot's memory, each used from a thread of its own."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.pace import Pace
from newsqa.newsroom import DESK, ZONE, Newsroom, Reader, State, open_state
from newsqa.warming import warm

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
        self._warming: Future[None] | None = None

    async def newsroom(self, do: Callable[[Newsroom], T]) -> T:
        """Return what `do` makes of the newsroom, in which nobody's editor looks; a scene says who does."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, do, self._newsroom)

    async def state(self, do: Callable[[State], T]) -> T:
        """Return what `do` makes of the state."""
        return await asyncio.get_running_loop().run_in_executor(self._keeping, do, self._state)

    async def warm(self) -> None:
        """Load what answering needs before it is asked for."""
        self._warming = self._reading.submit(warm, self._newsroom)
        await asyncio.wrap_future(self._warming)

    def close(self) -> bool:
        """Finish what is in hand and release the archive; False where warming goes on: nobody waits for that now."""
        self._keeping.submit(self._state.close).result()
        self._keeping.shutdown()
        warming = self._warming is not None and self._warming.running()
        closed = self._reading.submit(self._newsroom.close)
        self._reading.shutdown(wait=not warming, cancel_futures=warming)
        if not warming:
            closed.result()
        return not warming


def _opened(database: Path, zone: dt.tzinfo) -> Newsroom:
    return Newsroom.open(database, zone=zone).at(DESK, Reader())
