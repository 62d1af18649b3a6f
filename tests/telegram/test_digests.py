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

from bot.news import following
from newsqa.newsroom import Digest

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


def next_digest(bot: BotProcess) -> dt.datetime:
    with sqlite3.connect(bot.environment["NEWSQA_DATABASE"]) as db:
        (at,) = db.execute("select next from digests").fetchone()
    db.close()
    return dt.datetime.fromisoformat(at)


@pytest.mark.parametrize(("zone", "day"), [("Europe/Berlin", "2026-03-28"), ("America/New_York", "2026-10-31")])
def test_the_hour_stays_when_summer_time_comes_and_goes(zone: str, day: str) -> None:
    here = dt.datetime.fromisoformat(f"{day}T06:30").replace(tzinfo=ZoneInfo(zone))
    digest = Digest(chat=1, thread=0, at="06:30", zone=zone, next=here, language="id")
    after = [here]
    for _ in range(3):
        after.append(following(digest, after[-1]))
    assert [f"{at.astimezone(ZoneInfo(zone)):%H:%M}" for at in after] == ["06:30"] * 4
    assert len({at.utcoffset() for at in after}) == 2


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
    assert f"{now:%H.%M} JST" in telegram.reply(owner.says("/digest", group)).html
    assert f"{next_digest(bot).astimezone(ZoneInfo('Asia/Tokyo')):%H:%M}" == f"{now:%H:%M}"


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
