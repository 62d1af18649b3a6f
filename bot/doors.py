"""The bot's own addresses: the webhook that Telegram calls, and /healthz for whoever looks after the machine."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from newsqa.errors import StoreError

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of it
_LARGEST = 2**20  # bytes of one update
Health = Callable[[], Awaitable[dict[str, Any]]]
Take = Callable[[dict[str, Any]], Awaitable[None]]


def secret() -> str:
    """Return a secret by which Telegram's calls are known until the next start."""
    return secrets.token_urlsafe(32)


def opened(port: int, address: str, health: Health, hook: tuple[str, str, Take] | None = None) -> HTTPServer:
    """Listen for /healthz and, where there is a hook, for the updates at its path: (path, secret, take).

    Raises OSError where the port is taken.
    """
    routes: list[Any] = [(r"/healthz", _Health, {"health": health})]
    if hook:
        path, known_by, take = hook
        routes.append((path, _Hook, {"secret": known_by, "take": take}))
    server = HTTPServer(Application(routes, log_function=_unlogged), max_buffer_size=_LARGEST, xheaders=True)
    server.listen(port, address)
    return server


class _Hook(RequestHandler):
    """Takes one update, and says yes only once it is kept: Telegram brings again what was not."""

    def initialize(self, secret: str, take: Take) -> None:
        self._secret, self._take = secret, take

    async def post(self) -> None:
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(403)
            return
        update = _update(self.request.body)
        if update is None:
            self.set_status(400)
            return
        try:
            await self._take(update)
        except StoreError as error:
            log.exception("an update could not be kept", error=str(error))
            self.set_status(503)


class _Health(RequestHandler):
    """Says whether updates come in and can be kept."""

    def initialize(self, health: Health) -> None:
        self._health = health

    async def get(self) -> None:
        try:
            state = await self._health()
        except StoreError as error:
            state = {"ok": False, "error": str(error)}
        self.set_status(200 if state["ok"] else 503)
        self.write(state)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body.decode("utf-8", errors="replace"))
    except ValueError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None


def _unlogged(_: RequestHandler) -> None:
    """Leave calls out of the log: what they gave rise to is in it."""
