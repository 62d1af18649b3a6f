"""Owners have a desk follow feeds; what is new in them comes in by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer
from website import LOCAL, Site

PATIENCE = 40.0  # seconds: each page is read in a process of its own, on a machine that does other work too
TUESDAY = "Selasa, 26 Maret 2024 10:00 WIB"


@pytest.fixture
def bot(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """The bot, which looks at feeds every half second and may reach this machine."""
    minutes = str(0.5 / 60)
    process = BotProcess(telegram, tmp_path, owners=(owner.id,), command=LOCAL, NEWSQA_FEED_MINUTES=minutes)
    with process:
        yield process


def test_a_feed_is_followed_and_its_articles_come_in_once(
    telegram: TelegramServer, owner: Person, bot: BotProcess, site: Site
) -> None:
    site.publishes("/bendungan", DAM)
    feed = site.announces("/rss", ("/bendungan", "Bupati tinjau bendungan", TUESDAY), title="Warta & Kabar")
    said = telegram.reply(owner.says(f"/feed tambah {feed}"), PATIENCE)
    assert said.html.startswith("Mengikuti <b>Warta &amp; Kabar</b> (1 entri).")
    bot.wait_log('"added": 1', PATIENCE)
    assert "340 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?"), PATIENCE).html

    telegram.wait_for(lambda: site.asked.count("/rss") > 4, PATIENCE, "further looks")
    assert site.asked.count("/bendungan") == 1
    site.publishes("/pelabuhan", PORT)
    site.announces("/rss", ("/pelabuhan", "Harbour", TUESDAY), ("/bendungan", "Bupati tinjau bendungan", TUESDAY))
    telegram.wait_for(lambda: bot.log.count('"added": 1') == 2, PATIENCE, "the second article")
    assert "Helen Marsh" in telegram.reply(owner.says("who said the pier is safe again?"), PATIENCE).html
    assert site.asked.count("/bendungan") == 1


def test_a_link_that_was_sent_before_is_known_in_a_feed(
    telegram: TelegramServer, owner: Person, bot: BotProcess, site: Site
) -> None:
    telegram.reply(owner.says(site.publishes("/bendungan", DAM)), PATIENCE)
    feed = site.announces("/rss", ("/bendungan", "Bupati tinjau bendungan", TUESDAY))
    telegram.reply(owner.says(f"/feed add {feed}"), PATIENCE)
    bot.wait_log('"new": 1, "added": 0', PATIENCE)


def test_feeds_are_listed_with_what_is_wrong_and_removed(
    telegram: TelegramServer, owner: Person, bot: BotProcess, site: Site
) -> None:
    site.publishes("/bendungan", DAM)
    entry = ("/bendungan", "Bupati tinjau bendungan", TUESDAY)
    first = site.announces("/satu", entry, title="Satu")
    second = site.announces("/dua", entry, title="Dua")
    for feed in (first, second):
        telegram.reply(owner.says(f"/feed add {feed}"), PATIENCE)
    del site.pages["/satu"]
    bot.wait_log("a feed could not be read", PATIENCE)
    one, two = telegram.reply(owner.says("/feed list"), PATIENCE).html.splitlines()[1:]
    assert one == f'1. <a href="{first}">Satu</a> — tidak dapat dibaca: halamannya tidak ada (404).'
    assert two == f'2. <a href="{second}">Dua</a>'
    assert "<b>Satu</b>" in telegram.reply(owner.says("/feed hapus 1"), PATIENCE).html
    assert "Satu" not in telegram.reply(owner.says("/feed list"), PATIENCE).html
    assert "tidak diikuti" in telegram.reply(owner.says("/feed hapus 7"), PATIENCE).html


@pytest.mark.usefixtures("bot")
def test_only_owners_say_what_is_followed_and_what_is_no_feed_is_refused(
    telegram: TelegramServer, owner: Person, site: Site
) -> None:
    lia = telegram.user("Lia", language="en")
    group = telegram.supergroup("Redaksi", owner, lia)
    telegram.reply(owner.says("/admit", group), PATIENCE)
    feed = site.announces("/rss")
    assert telegram.reply(lia.says(f"/feed add {feed}", group), PATIENCE).html == "Only owners may do that."
    assert "tidak berisi" in telegram.reply(owner.says(f"/feed add {feed}"), PATIENCE).html
    assert "hanya membaca tautan http" in telegram.reply(owner.says("/feed add file:///etc/passwd"), PATIENCE).html
    assert "/feed tambah" in telegram.reply(owner.says("/feed"), PATIENCE).html
