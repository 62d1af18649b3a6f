"""The queue of updates: numbered, filtered, held until confirmed, polled by one or pushed to a webhook."""

from __future__ import annotations

import asyncio
import copy
import threading
from typing import Any

from .errors import OTHER_POLLER, WEBHOOK_ACTIVE, bad_request, conflict

Json = dict[str, Any]
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # come only when asked for by name
KINDS = {
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
    "callback_query", "my_chat_member", "poll", "poll_answer", "chat_join_request", "shipping_query",
    "pre_checkout_query", "chat_boost", "removed_chat_boost", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "purchased_paid_media", *UNASKED,
}  # fmt: skip


class Updates:
    """Updates waiting for the bot."""

    def __init__(self, changed: threading.Condition) -> None:
        self.changed = changed
        self.pending: list[Json] = []
        self.history: list[Json] = []
        self.allowed: set[str] | None = None
        self.next_id = 700_000_001
        self.webhook: Json | None = None
        self.polls = 0  # getUpdates calls so far
        self.polling = 0  # getUpdates calls open now
        self._newest = 0
        self._wakers: dict[int, tuple[asyncio.AbstractEventLoop, asyncio.Event]] = {}

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def put(self, kind: str, payload: Json) -> int | None:
        """Queue an update; its id, or None when the bot did not ask for this kind."""
        return self.put_raw({kind: copy.deepcopy(payload)}) if self.wants(kind) else None

    def put_raw(self, fields: Json) -> int:
        """Queue an update exactly as given, whatever it holds."""
        with self.changed:
            update = {"update_id": self.next_id, **fields}
            self.next_id += 1
            self.pending.append(update)
            self.history.append(update)
            self.wake()
            return int(update["update_id"])

    def repeat(self, count: int = 1) -> None:
        """Deliver the last updates once more under their old numbers, as when a confirmation was lost.

        They reach a poll that is open; the offset of a new one would confirm them at once.
        """
        with self.changed:
            self.pending = [*self.history[-count:], *self.pending]
            self.wake()

    def allow(self, kinds: object) -> None:
        """Take an allowed_updates parameter: a list, empty for the default."""
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise bad_request("can't parse allowed updates: expected an Array of String")
        self.allowed = set(kinds) & KINDS or None

    def wake(self) -> None:
        self.changed.notify_all()
        for loop, event in self._wakers.values():
            loop.call_soon_threadsafe(event.set)

    def confirm(self, offset: int) -> None:
        """Forget every update before `offset`; a negative one keeps only that many from the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self.changed.notify_all()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Answer getUpdates: at once when something waits, else when it comes or time is up."""
        with self.changed:
            ticket = self._open(offset)
        event = asyncio.Event()
        self._wakers[ticket] = (asyncio.get_running_loop(), event)
        try:
            return await self._wait(ticket, event, limit, seconds)
        finally:
            del self._wakers[ticket]
            with self.changed:
                self.polling -= 1
                self.changed.notify_all()

    def _open(self, offset: int) -> int:
        if self.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        self.polls += 1
        self.polling += 1
        self._newest = self.polls
        self.confirm(offset)
        self.wake()
        return self._newest

    async def _wait(self, ticket: int, event: asyncio.Event, limit: int, seconds: float) -> list[Json]:
        end = asyncio.get_running_loop().time() + seconds
        while True:
            event.clear()
            with self.changed:
                self._check(ticket)
                left = end - asyncio.get_running_loop().time()
                if self.pending or left <= 0:
                    return copy.deepcopy(self.pending[:limit])
            await _either(event, left)

    def _check(self, ticket: int) -> None:
        if self.webhook:
            raise conflict("terminated by setWebhook request")
        if ticket != self._newest:
            raise conflict(OTHER_POLLER)


async def _either(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
