"""Webhooks, and processes driven against the server."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from botapi.deeds import Person
from conftest import Ask
from process import BotProcess
from server import TelegramServer

SECRET = "rahasia_1-2"  # noqa: S105  # of this test alone


class Listener(HTTPServer):
    """Takes what a webhook is given; says 500 as often as told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.got: list[tuple[str | None, Any]] = []
        self.failures = 0
        self.arrived = threading.Event()


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        failing = self.server.failures > 0
        self.server.failures -= failing
        self.send_response(500 if failing else 200)
        self.end_headers()
        if not failing:
            self.server.got.append((self.headers["X-Telegram-Bot-Api-Secret-Token"], body))
            self.server.arrived.set()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_webhook_gets_each_update_with_its_secret_until_it_says_yes(owner: Person, call: Ask, listener: Listener):
    listener.failures = 1
    url = f"http://127.0.0.1:{listener.server_port}/hook"
    assert call("setWebhook", url=url, secret_token=SECRET)
    assert call("getUpdates")["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    owner.says("halo")
    assert listener.arrived.wait(5)
    secret, update = listener.got[0]
    assert (secret, update["message"]["text"]) == (SECRET, "halo")
    info = call("getWebhookInfo")
    assert (info["url"], "500" in info["last_error_message"]) == (url, True)
    assert call("deleteWebhook")
    assert call("getWebhookInfo")["url"] == ""


ECHO = """
import json, os, urllib.request
root = f"{os.environ['TELEGRAM_API_URL']}/bot{os.environ['TELEGRAM_BOT_TOKEN']}"
def call(method, **params):
    body = json.dumps(params).encode()
    request = urllib.request.Request(f"{root}/{method}", body, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))["result"]
offset = 0
while True:
    for update in call("getUpdates", offset=offset, timeout=20):
        offset = update["update_id"] + 1
        print("got", update["message"]["text"])
        call("sendMessage", chat_id=update["message"]["chat"]["id"], text=update["message"]["text"].upper())
"""


def test_a_process_is_started_watched_killed_and_started_again(telegram: TelegramServer, owner: Person, tmp_path: Path):
    with BotProcess(telegram, tmp_path, command=("-S", "-c", ECHO)) as process:
        assert telegram.reply(owner.says("satu")).text == "SATU"
        process.wait_log("got satu")
        telegram.wait_for(lambda: not telegram.updates.pending)
        process.kill()
        waiting = owner.says("dua")
        process.start()
        assert telegram.reply(waiting).text == "DUA"
        process.settled(0.05)
        assert process.memory() < 100e6


def test_a_process_that_ends_at_once_is_reported_with_its_log(telegram: TelegramServer, tmp_path: Path):
    process = BotProcess(telegram, tmp_path, command=("-S", "-c", "raise SystemExit('no token')"))
    with pytest.raises(AssertionError, match=r"(?s)ended with status 1.*no token"):
        process.start()
