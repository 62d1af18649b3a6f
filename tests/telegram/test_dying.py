"""A bot that dies of what it reads, or with a letter on its way: three tries, and no more than one answer too many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.deeds import Person
from botapi.messages import Message
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer

from newsqa.store.mailbox import SENDS, TRIES

QUESTION = "/ask berapa keluarga yang mengungsi?"
FATAL = f"{long_article(20)}\nMusim panen itu tamat pada bulan Mei."


@pytest.fixture
def bot(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """A bot that dies of a word."""
    command = ("-m", "mortal_bot")
    with BotProcess(telegram, tmp_path, (owner.id,), command=command, NEWSQA_QUIET="0.2") as process:
        telegram.reply(owner.says(DAM))
        process.settled()
        yield process


def died(bot: BotProcess) -> None:
    """Wait until the bot is dead, and start it again."""
    assert bot.process
    bot.process.wait(20)
    bot.stop()
    bot.start(wait=False)


def answers(telegram: TelegramServer, question: Message) -> list[Message]:
    every = telegram.sent(question.chat)
    return [m for m in every if m.reply_to is not None and m.reply_to.id == question.id]


def test_an_update_that_kills_the_bot_is_set_aside_after_three_tries_and_nothing_beside_it(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    groups = [telegram.supergroup(f"Meja {n}", owner) for n in range(3)]
    bot.stop()
    beside = [owner.says(QUESTION, group) for group in groups[:2]]
    fatal = owner.says("/ask apakah tamat?", groups[2])
    update = telegram.updates.history[-1]["update_id"]
    beside.append(owner.says(QUESTION, groups[2]))
    bot.start(wait=False)
    for _ in range(TRIES):
        died(bot)
    assert str(update) in telegram.reply(fatal).html
    telegram.wait_for(lambda: all(answers(telegram, one) for one in beside))
    bot.settled()
    assert all("340 keluarga" in m.html for one in beside for m in answers(telegram, one))


def test_an_article_that_kills_the_bot_is_set_aside_after_three_tries(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    fatal = owner.says(FATAL)
    for _ in range(TRIES):
        died(bot)
    assert "Maaf" in telegram.reply(fatal).html
    assert "Marsh" in telegram.reply(owner.says(PORT)).html


def test_a_part_of_a_file_that_kills_the_bot_is_left_out_and_named(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    rows = [
        {"text": PORT},
        {"text": FATAL},
        {"text": "Wali Kota Tegalrejo Nani Sulastri membuka pasar ikan baru di tepi sungai pada Rabu."},
    ]
    file = owner.sends_document("arsip.jsonl", "\n".join(map(json.dumps, rows)).encode())
    for _ in range(TRIES):
        died(bot)
    summary = telegram.wait_for(
        lambda: next((m for m in telegram.sent(file.chat) if "terhenti di sini" in m.html), None)
    )
    assert "<code>2</code>" in summary.html


def test_an_answer_that_may_have_arrived_twice_is_not_given_a_third_time(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    group = telegram.supergroup("Redaksi", owner)
    bot.settled()
    telegram.faults.stall(60, chat=group.id, method="sendMessage", times=SENDS)
    question = owner.says(QUESTION, group)
    for times in range(1, SENDS + 1):
        telegram.wait_for(lambda times=times: len(answers(telegram, question)) == times)
        bot.restart(kill=True)
    assert "340 keluarga" in telegram.reply(owner.says(QUESTION, group)).html
    bot.settled()
    assert len(answers(telegram, question)) == SENDS


def test_an_answer_that_never_left_is_given_however_often_the_bot_dies(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    group = telegram.supergroup("Redaksi", owner)
    bot.settled()
    fault = telegram.faults.drop("before", chat=group.id, method="sendMessage", times=None)
    question = owner.says(QUESTION, group)
    for times in range(1, SENDS + 2):
        telegram.wait_for(lambda times=times: fault.hits >= times)
        bot.wait_log("waits to be sent again")
        bot.lines.clear()
        bot.restart(kill=True)
    telegram.faults.clear()
    assert "340 keluarga" in telegram.reply(question).html
    bot.settled()
    assert len(answers(telegram, question)) == 1
