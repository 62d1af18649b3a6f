"""A strict Bot API server on 127.0.0.1, in a thread of its own, for driving a real bot process against.

with TelegramServer() as telegram:
    ana = telegram.user("Ana", language="id")
    ana.says("apa kata Kanani?")
    print(telegram.reply_in(ana.private).html)
"""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from botapi import params as parameters
from botapi import webhook
from botapi.driver import Driver
from botapi.errors import ApiError
from botapi.params import Params
from botapi.registry import METHODS
from botapi.state import Call, World

Json = dict[str, Any]
TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # noqa: S105  # known to nobody but this server


class TelegramServer(Driver):
    """The server and its people; a context manager."""

    def __init__(self, token: str = TOKEN, username: str = "newsqa_bot") -> None:
        super().__init__(World(token, username))
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="bot-api", daemon=True)
        self._runner: web.AppRunner | None = None
        self._hooks = webhook.Pusher(self.world)

    @property
    def url(self) -> str:
        """Return the root: what TELEGRAM_API_URL is set to."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(5)
        return self

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def _open(self) -> None:
        app = web.Application(client_max_size=parameters.MOST + 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def _close(self) -> None:
        await self._hooks.stop()
        assert self._runner
        await self._runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _refused(ApiError(401, "Unauthorized"))
        try:
            result = await self._answer(request, request.match_info["method"].lower())
        except ApiError as error:
            return _refused(error)
        except ConnectionAbortedError:
            return _hang_up(request)
        return web.json_response({"ok": True, "result": result})

    async def _answer(self, request: web.Request, name: str) -> Any:
        params = await parameters.read(request)
        call = Call(name, dict(params))
        with self.world.changed:
            self.world.calls.append(call)
        try:
            call.result = await self._with_faults(name, params)
        except ApiError as error:
            call.error = error.description
            raise
        finally:
            with self.world.changed:
                self.world.changed.notify_all()
        return call.result

    async def _with_faults(self, name: str, params: Params) -> Any:
        faults = self.world.faults.meet(name, params)
        for fault in faults:
            await asyncio.sleep(fault.delay)
            if fault.error:
                raise fault.error
            if fault.drop == "before":
                raise ConnectionAbortedError
        result = await self._perform(name, params)
        with self.world.changed:
            self.world.changed.notify_all()
        await asyncio.sleep(max((fault.late for fault in faults), default=0.0))
        if any(fault.drop == "after" for fault in faults):
            raise ConnectionAbortedError
        return result

    async def _perform(self, name: str, params: Params) -> Any:
        if name == "getupdates":
            return await self._get_updates(params)
        if name in webhook.METHODS:
            return await webhook.METHODS[name](self._hooks, params)
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        with self.world.changed:
            return METHODS[name](self.world, params)

    async def _get_updates(self, params: Params) -> list[Json]:
        kinds = params.structure("allowed_updates", "allowed updates")
        if kinds is not None:
            self.world.updates.allow(kinds)
        limit = min(max(params.integer("limit", 100), 1), 100)
        timeout = min(max(params.integer("timeout"), 0), 50)
        return await self.world.updates.poll(params.integer("offset"), limit, timeout)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _refused(ApiError(401, "Unauthorized"))
        with self.world.changed:
            found = next((f for f in self.world.files.values() if f.path == request.match_info["path"]), None)
        if found is None or found.size > self.world.switches.file_limit:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=found.data, content_type="application/octet-stream")


def _refused(error: ApiError) -> web.Response:
    seconds = error.parameters.get("retry_after")
    headers = {"Retry-After": str(seconds)} if seconds else {}
    return web.json_response(error.as_json(), status=error.code, headers=headers)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)
