from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.deeds import Person
from process import BotProcess
from server import TelegramServer


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
def bot(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """The real bot, polling, with Ana for its owner and an empty archive."""
    with BotProcess(telegram, tmp_path, owners=(owner.id,)) as process:
        yield process
