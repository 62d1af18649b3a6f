"""Pushing updates to the bot's own address, one after another, again until it says 200."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from . import methods_answers, methods_bot, methods_chats, methods_media, methods_messages  # noqa: F401  # they register themselves
from .errors import bad_request
from .params import Params
from .state import World

Json = dict[str, Any]


class Pusher:
    """The webhook of the bot, if it has one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.retry_in = 0.2  # seconds; Telegram waits longer and longer
        self._task: asyncio.Task[None] | None = None
        self._failed: tuple[int, str] | None = None

    async def set(self, params: Params) -> bool:
        url = params.string("url")
        if not url:
            return await self.delete(params)
        self._check(url, params.string("secret_token"))
        updates = self.world.updates
        kinds = params.structure("allowed_updates", "allowed updates")
        with self.world.changed:
            if kinds is not None:
                updates.allow(kinds)
            if params.flag("drop_pending_updates"):
                updates.pending.clear()
            updates.webhook = {
                "url": url,
                "secret_token": params.string("secret_token"),
                "max_connections": params.integer("max_connections", 40),
            }
            updates.wake()
        await self._restart()
        return True

    def _check(self, url: str, secret: str) -> None:
        if not url.startswith("https://") and not (self.world.switches.plain_webhooks and url.startswith("http://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad_request("secret token contains unallowed characters")

    async def delete(self, params: Params) -> bool:
        with self.world.changed:
            self.world.updates.webhook = None
            if params.flag("drop_pending_updates"):
                self.world.updates.pending.clear()
            self.world.updates.wake()
        await self.stop()
        return True

    async def info(self, _: Params) -> Json:
        updates = self.world.updates
        hook = updates.webhook or {"url": ""}
        answer: Json = {
            "url": hook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(updates.pending),
        }
        if updates.webhook:
            answer |= {"max_connections": hook["max_connections"], "ip_address": "127.0.0.1"}
        if self._failed:
            answer |= {"last_error_date": self._failed[0], "last_error_message": self._failed[1]}
        return answer | ({"allowed_updates": sorted(updates.allowed)} if updates.allowed else {})

    async def _restart(self) -> None:
        await self.stop()
        self._task = asyncio.create_task(self._push())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _push(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            while True:
                update = self.world.updates.pending[0] if self.world.updates.pending else None
                if update is None or not await self._deliver(session, update):
                    await asyncio.sleep(0.005 if update is None else self.retry_in)

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> bool:
        hook = self.world.updates.webhook or {}
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret_token"]} if hook.get("secret_token") else {}
        try:
            async with session.post(str(hook["url"]), json=update, headers=headers) as response:
                if response.status // 100 != 2:
                    reason = f"Wrong response from the webhook: {response.status} {response.reason}"
                    self._failed = int(self.world.now()), reason
                    return False
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed = int(self.world.now()), f"Connection refused: {error}"
            return False
        with self.world.changed:
            self.world.updates.confirm(update["update_id"] + 1)
        return True


METHODS: dict[str, Callable[[Pusher, Params], Awaitable[Any]]] = {
    "setwebhook": Pusher.set,
    "deletewebhook": Pusher.delete,
    "getwebhookinfo": Pusher.info,
}
