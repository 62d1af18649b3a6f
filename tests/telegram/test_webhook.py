"""Webhook mode: Telegram calls, each update is kept before it is told so, and nobody else is listened to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pysqlite3 as sqlite3
import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM
from server import TelegramServer

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of it


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def hooked(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """The real bot behind a webhook."""
    port = str(free_port())
    settings = {"NEWSQA_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "NEWSQA_WEBHOOK_PORT": port}
    with BotProcess(telegram, tmp_path, owners=(owner.id,), NEWSQA_QUIET="0.4", **settings) as process:
        yield process


def update(number: int, person: Person, text: str) -> dict[str, object]:
    who = {"id": person.id, "is_bot": False, "first_name": "Eve"}
    chat = {"id": person.id, "type": "private", "first_name": "Eve"}
    message = {"message_id": number, "from": who, "chat": chat, "date": 1_790_000_000, "text": text}
    return {"update_id": number, "message": message}


def test_updates_come_by_webhook(telegram: TelegramServer, owner: Person, hooked: BotProcess) -> None:
    telegram.reply(owner.says(DAM))
    assert "340 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
    hook = telegram.updates.webhook or {}
    assert hook["max_connections"] == 1
    assert len(hook["secret_token"]) >= 32
    assert telegram.updates.polls == 0
    hooked.stop()
    waiting = owner.says("berapa biaya perbaikan?")
    hooked.start()
    assert "12 miliar" in telegram.reply(waiting).html


@pytest.fixture
def proxy() -> Iterator[tuple[int, int]]:
    """A reverse proxy: the port that is public, whose /public it passes on as /hook, and the one behind it."""
    inside = free_port()

    class Passing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            passed = {name: self.headers[name] for name in ("Content-Type", SECRET) if self.headers[name]}
            to = f"http://127.0.0.1:{inside}{self.path.replace('/public', '/hook')}"
            answer = httpx.post(to, content=body, headers=passed | {"X-Forwarded-For": "149.154.167.220"})
            self.send_response(answer.status_code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Passing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, inside
        server.shutdown()


def test_a_proxy_in_front_has_an_address_and_a_path_of_its_own(
    telegram: TelegramServer, owner: Person, tmp_path: Path, proxy: tuple[int, int], http: httpx.Client
) -> None:
    public, inside = proxy
    settings = {
        "NEWSQA_WEBHOOK_URL": f"http://127.0.0.1:{public}/public",
        "NEWSQA_WEBHOOK_PORT": str(inside),
        "NEWSQA_WEBHOOK_PATH": "/hook",
    }
    with BotProcess(telegram, tmp_path, owners=(owner.id,), NEWSQA_QUIET="0.4", **settings):
        telegram.reply(owner.says(DAM))
        assert "340 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
        forged = update(900_000_009, owner, "/start")
        assert http.post(settings["NEWSQA_WEBHOOK_URL"], json=forged).status_code == 403


def test_a_webhook_is_set_once_there_is_a_network(telegram: TelegramServer, owner: Person, tmp_path: Path) -> None:
    telegram.faults.drop("before", method="setWebhook", times=2)
    port = str(free_port())
    settings = {"NEWSQA_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "NEWSQA_WEBHOOK_PORT": port}
    with BotProcess(telegram, tmp_path, owners=(owner.id,), **settings):
        assert "newsqa" in telegram.reply(owner.says("/start")).html


def test_only_telegram_is_listened_to(
    telegram: TelegramServer, owner: Person, hooked: BotProcess, http: httpx.Client
) -> None:
    url, secret = hooked.environment["NEWSQA_WEBHOOK_URL"], (telegram.updates.webhook or {})["secret_token"]
    header, forged = SECRET, update(900_000_001, owner, "/start")
    assert http.post(url, json=forged).status_code == 403
    assert http.post(url, json=forged, headers={header: "guess"}).status_code == 403
    for body in (b"", b"{", b"[]", b'{"update_id": "x"}', b"\xff\xfe"):
        assert http.post(url, content=body, headers={header: secret}).status_code == 400
    assert http.get(url).status_code == 405
    assert http.get(url + "/other").status_code == 404
    hooked.settled()
    assert telegram.sent(owner.private) == []
    owner.starts()
    telegram.wait_for(lambda: telegram.sent(owner.private))
    assert http.post(url, json=update(900_000_002, owner, "/help"), headers={header: secret}).status_code == 200
    telegram.wait_for(lambda: len(telegram.sent(owner.private)) == 2)
    assert secret not in hooked.log


def test_an_update_is_kept_before_it_is_told_so(
    telegram: TelegramServer, owner: Person, hooked: BotProcess, http: httpx.Client
) -> None:
    telegram.reply(owner.starts())
    telegram.reply(owner.says(DAM))
    url, secret = hooked.environment["NEWSQA_WEBHOOK_URL"], (telegram.updates.webhook or {})["secret_token"]
    telegram.faults.slow(5, method="sendMessage", times=1)
    headers = {SECRET: secret}
    question = update(900_000_003, owner, "berapa keluarga yang mengungsi?")
    assert http.post(url, json=question, headers=headers).status_code == 200
    hooked.kill()
    telegram.faults.clear()
    before = len(telegram.sent(owner.private))
    hooked.start()
    telegram.wait_for(lambda: any("340 keluarga" in m.html for m in telegram.sent(owner.private)[before:]))


def test_health_is_told(telegram: TelegramServer, owner: Person, hooked: BotProcess, http: httpx.Client) -> None:
    telegram.reply(owner.starts())
    health = http.get(f"http://127.0.0.1:{hooked.environment['NEWSQA_WEBHOOK_PORT']}/healthz")
    assert health.status_code == 200
    assert health.json()["ok"] is True
    assert health.json()["updates_waiting"] == 0


def test_health_is_told_while_polling_too(
    telegram: TelegramServer, owner: Person, tmp_path: Path, http: httpx.Client
) -> None:
    port = free_port()
    with BotProcess(telegram, tmp_path, owners=(owner.id,), NEWSQA_HEALTH_PORT=str(port)):
        telegram.reply(owner.starts())
        assert http.get(f"http://127.0.0.1:{port}/healthz").json()["ok"] is True
        assert http.post(f"http://127.0.0.1:{port}/telegram").status_code == 404


@pytest.fixture
def watched(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """A polling bot that is not well after two seconds without an answer from Telegram."""
    settings = {"NEWSQA_HEALTH_PORT": str(free_port()), "NEWSQA_HEALTH_SILENCE": "2"}
    with BotProcess(telegram, tmp_path, owners=(owner.id,), **settings) as process:
        yield process


def health(http: httpx.Client, bot: BotProcess) -> httpx.Response:
    return http.get(f"http://127.0.0.1:{bot.environment['NEWSQA_HEALTH_PORT']}/healthz")


def test_whom_telegram_does_not_answer_is_not_well_until_it_does(
    telegram: TelegramServer, owner: Person, watched: BotProcess, http: httpx.Client
) -> None:
    telegram.faults.fail(method="getUpdates", times=None)
    owner.starts()  # which ends the request that is open
    telegram.wait_for(lambda: health(http, watched).status_code == 503)
    ill = health(http, watched).json()
    assert ill["ok"] is False
    assert ill["silent_s"] >= 2
    telegram.faults.clear()
    owner.says("/help")  # without anything to tell, Telegram answers after 25 seconds
    telegram.wait_for(lambda: health(http, watched).status_code == 200)


def test_an_archive_that_cannot_be_read_is_not_well(watched: BotProcess, http: httpx.Client) -> None:
    archive = sqlite3.connect(watched.environment["NEWSQA_DATABASE"])
    archive.execute("alter table outbox rename to lost")
    ill = health(http, watched)
    assert ill.status_code == 503
    assert ill.json()["ok"] is False
    assert "outbox" in ill.json()["error"]
    archive.execute("alter table lost rename to outbox")
    archive.close()
    assert "error" not in health(http, watched).json()


def test_a_port_that_is_taken_and_an_address_that_telegram_refuses_are_one_line(
    telegram: TelegramServer, tmp_path: Path
) -> None:
    telegram.switches.plain_webhooks = False
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for port, said in (
            (taken.getsockname()[1], "NEWSQA_WEBHOOK_PORT: port"),
            (free_port(), "NEWSQA_WEBHOOK_URL: Bad webhook"),
        ):
            settings = {"NEWSQA_WEBHOOK_URL": f"http://127.0.0.1:{port}/x", "NEWSQA_WEBHOOK_PORT": str(port)}
            process = BotProcess(telegram, tmp_path, **settings).start(wait=False)
            assert process.process
            assert process.process.wait(15) == 2
            process.stop()
            assert said in process.log, process.log
