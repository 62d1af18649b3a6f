"""A bot that dies between storing something and saying so says it after the restart, once."""

from __future__ import annotations

import json

import pytest
from botapi.deeds import Person
from botapi.messages import Chat, Message
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")
COMMAND = ("-m", "fainting_bot")
ENDED = DAM.replace("340 keluarga", "355 keluarga").rstrip() + " Musim hujan itu tamat pada Mei.\n"


def died(bot: BotProcess) -> None:
    """Wait until the bot is dead, and start it again."""
    assert bot.process
    bot.process.wait(20)
    bot.stop()
    bot.start(wait=False)


def replies(telegram: TelegramServer, bot: BotProcess, to: Message) -> list[Message]:
    """Return what is said to a message, once nothing more comes."""
    telegram.reply(to, 20)
    bot.settled(0.6)
    return [m for m in telegram.sent(to.chat) if m.reply_to is not None and m.reply_to.id == to.id]


def test_an_edit_says_what_changed(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    message = owner.says(DAM)
    summary = telegram.reply(message)
    owner.edits(message, ENDED)
    died(bot)
    telegram.reply(summary, 20)
    (_, changed) = replies(telegram, bot, message)
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini")
    assert "2 kalimat baru, 1 hilang · 3 kutipan\n" in changed.html
    assert "− Sebanyak 340 keluarga" in changed.html


def test_a_newer_version_says_what_changed(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    telegram.reply(owner.says(DAM))
    message = owner.says(ENDED)
    died(bot)
    (changed,) = replies(telegram, bot, message)
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini")
    assert "2 kalimat baru, 1 hilang" in changed.html
    assert telegram.reply(owner.says(ENDED)).html.startswith("Sudah ada")


def test_an_article_has_its_summary(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    message = owner.says(ENDED)
    died(bot)
    (summary,) = replies(telegram, bot, message)
    assert summary.html.startswith("<b>Bupati Rini")


def test_what_comes_twice_at_once_is_added_and_then_known(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    bot.stop()
    first, _ = owner.says(ENDED), owner.says(ENDED)
    bot.start(wait=False)
    died(bot)
    summary, known = replies(telegram, bot, first)  # what is known points to the first
    assert summary.html.startswith("<b>Bupati Rini")
    assert known.html.startswith("Sudah ada")


@pytest.fixture
def group(telegram: TelegramServer, owner: Person) -> Chat:
    return telegram.supergroup("Redaksi", owner)


def test_a_further_part_says_what_it_adds(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    first, second, *_ = owner.pastes(f"{long_article(38)}\nMusim panen itu tamat pada bulan Mei.", group)
    telegram.reply(owner.says("/add", group, reply_to=first))
    request = owner.says("/add", group, reply_to=second)
    died(bot)
    telegram.wait_for(lambda: "kalimat baru" in telegram.sent(group)[-1].html, 20)
    bot.settled(0.6)
    assert [m.html.startswith("Diperbarui") for m in telegram.sent(group)] == [False, True]
    assert request.reactions
    owner.says("/add", group, reply_to=second)
    telegram.wait_for(lambda: telegram.sent(group)[-1].html.startswith("Sudah ada"))


def test_an_import_counts_it_as_added(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    rows = [{"text": PORT}, {"text": ENDED}]
    file = owner.sends_document("arsip.jsonl", "\n".join(map(json.dumps, rows)).encode())
    died(bot)
    done = telegram.wait_for(lambda: [m for m in telegram.sent(file.chat) if "ditambahkan" in m.html], 20)
    assert "2 artikel ditambahkan." in done[0].html
