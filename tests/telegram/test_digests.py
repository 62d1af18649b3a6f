"""Staying informed once a day: all that was new in one message, at its hour, and nothing where nothing was."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pysqlite3 as sqlite3
import pytest
from botapi.deeds import Person
from botapi.messages import Chat
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer
from told import adds, article_of, first_alert, quiet

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def group(telegram: TelegramServer, owner: Person) -> Chat:
    return telegram.supergroup("Redaksi", owner, telegram.user("Sam", language="en"))


def due(bot: BotProcess) -> None:
    """Let the time of every digest come: the bot was asleep when it did, and is started again."""
    bot.stop()
    with sqlite3.connect(bot.environment["NEWSQA_DATABASE"]) as db:
        db.execute("update digests set next = '2020-01-01T00:00:00+00:00'")
    db.close()
    bot.start()


def test_a_digest_comes_at_its_hour_with_everything_in_one(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    telegram.reply(owner.says("/watch Marsh", group))
    said = telegram.reply(owner.says("/digest 06.30 WITA", group))
    assert "pukul 06.30 WITA" in said.html
    adds(telegram, owner, DAM)
    adds(telegram, owner, PORT)
    quiet(bot, telegram, group)
    now = dt.datetime.now(ZoneInfo("Asia/Tokyo")) + dt.timedelta(minutes=1)
    telegram.reply(owner.says(f"/digest {now:%H:%M} Asia/Tokyo", group))
    due(bot)
    digest = first_alert(telegram, group)
    assert digest.html.startswith(f"<b>Ringkasan</b> · {now:%H.%M}")
    assert "Baru: <b>Rini</b>" in digest.html
    assert "Baru: <b>Marsh</b>" in digest.html
    quiet(bot, telegram, group, 1)


def test_an_embargo_holds_back_what_waits_for_a_digest(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    telegram.reply(owner.says("/digest 06:30", group))
    article = article_of(adds(telegram, owner, DAM))
    bot.settled()
    telegram.reply(owner.says(f"/embargo {article} sampai besok"))
    due(bot)
    quiet(bot, telegram, group)
    telegram.reply(owner.says(f"/embargo {article} cabut"))
    due(bot)
    assert "Pintu air" in first_alert(telegram, group).html


def test_an_empty_digest_is_not_sent(telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    telegram.reply(owner.says("/digest 06:30", group))
    due(bot)
    quiet(bot, telegram, group)
    assert "06.30 WIB" in telegram.reply(owner.says("/digest", group)).html
    assert "saat itu juga" in telegram.reply(owner.says("/digest selesai", group)).html
