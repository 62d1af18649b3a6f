from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from botapi.deeds import Person
from botapi.messages import Chat
from process import BotProcess
from prose import DAM
from server import TelegramServer
from website import Site

Ask = Callable[..., Any]
PLAIN = ("-m", "bot")


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    """A Bot API server with nobody in it yet."""
    with TelegramServer() as server:
        yield server


@pytest.fixture
def owner(telegram: TelegramServer) -> Person:
    """The owner of the bot, who speaks Indonesian."""
    return telegram.user("Ana", last_name="Wijaya", username="ana_w", language="id")


@pytest.fixture
def bot(
    telegram: TelegramServer, owner: Person, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[BotProcess]:
    """The real bot, or what its module calls COMMAND, polling, with Ana for its owner and an empty archive."""
    command = getattr(request.module, "COMMAND", PLAIN)
    with BotProcess(telegram, tmp_path, (owner.id,), command=command, NEWSQA_QUIET="0.4") as process:
        yield process


@pytest.fixture
def news(telegram: TelegramServer, owner: Person) -> Chat:
    """A group of the first desk, in which an article was added."""
    group = telegram.supergroup("Redaksi", owner)
    telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group)))
    return group


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine, whose pages a test sets."""
    with Site() as started:
        yield started


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(verify=False) as client:  # noqa: S501  # nothing here leaves 127.0.0.1
        yield client


@pytest.fixture
def call(telegram: TelegramServer, http: httpx.Client) -> Ask:
    """Call a method with JSON: its result, or its error as {"error_code", "description", …}."""

    def ask(method: str, **params: object) -> Any:
        answer = http.post(f"{telegram.url}/bot{telegram.token}/{method}", json=params).json()
        return answer["result"] if answer.pop("ok") else answer

    return ask


def heard(call: Ask, kind: str = "message") -> list[Any]:
    """Take all waiting updates; the payloads of one kind."""
    updates = call("getUpdates")
    if updates:
        call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update[kind] for update in updates if kind in update]


def words(call: Ask) -> list[str]:
    return [message.get("text", "") for message in heard(call) if "new_chat_members" not in message]
