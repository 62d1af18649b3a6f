"""The short form of `benchmarks/load.py`: a busy minute, made shorter."""

from __future__ import annotations

from pathlib import Path

from botapi.deeds import Person
from load import run
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

GOAL = 60.0  # ms, of the p95 of handling on two cores of which the bot has one
CROWDED = 10.0  # times as long it may take here: the machine of a test run is not the bot's alone
TRIES = 3  # a machine that stands still for a while, as for a disk, lets a later one pass; a slow bot none


def test_twenty_chats_ask_at_once_and_none_waits_long_nor_memory_grows(
    telegram: TelegramServer, owner: Person, tmp_path: Path
) -> None:
    settings = {"NEWSQA_PER_MINUTE": "10000", "NEWSQA_QUIET": "0.2"}
    with BotProcess(telegram, tmp_path, owners=(owner.id,), **settings) as bot:
        for text in (DAM, PORT):
            telegram.reply(owner.says(text))
        for _ in range(TRIES):
            load = run(bot, owner, chats=20, seconds=3)
            assert load.questions >= 20
            assert load.growth < 10
            if load.p95 < GOAL * CROWDED:
                break
    assert load.p95 < GOAL * CROWDED
