"""An article under embargo: for its editors only, whichever way it is asked for, until its time comes."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from botapi.deeds import Person
from botapi.messages import Chat, Message
from process import BotProcess
from prose import DAM
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")
SECRET = ("340", "Rini", "bendungan di Sukamulya", "Pintu air")
QUESTION = "berapa keluarga yang mengungsi?"


def article_of(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


@pytest.fixture
def group(telegram: TelegramServer, owner: Person) -> Chat:
    """A group in which anyone may ask."""
    return telegram.supergroup("Redaksi", owner, telegram.user("Sam", language="en"))


@pytest.fixture
def kept(telegram: TelegramServer, owner: Person) -> str:
    """An article that its editor keeps back."""
    article = article_of(telegram.reply(owner.says(DAM)))
    said = telegram.reply(owner.says(f"/embargo {article} sampai 2099-12-01 06.00 WIB"))
    assert "Diembargo sampai 1 Desember 2099 06.00 WIB: <b>Bupati Rini" in said.html
    return article


@pytest.fixture
def reader(telegram: TelegramServer, owner: Person) -> Person:
    lia = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {lia.id} reader"))
    return lia


def test_a_reader_finds_it_in_no_way(telegram: TelegramServer, reader: Person, kept: str) -> None:
    for words in (QUESTION, "apa kata Rini soal pintu air?", f"/article {kept}", f"/embargo {kept} lift", "/embargo"):
        said = telegram.reply(reader.says(words)).html
        assert not any(word in said for word in SECRET), words


def test_a_readers_old_buttons_are_stale(
    telegram: TelegramServer, owner: Person, reader: Person, bot: BotProcess
) -> None:
    article = article_of(telegram.reply(owner.says(DAM)))
    answer = telegram.reply(reader.says(QUESTION))
    assert "340 keluarga" in answer.html
    telegram.reply(owner.says(f"/embargo {article} until tomorrow 6 am"))
    for data in ("t:context:1:0", "t:article:1:0", "t:page:1:0", f"a:quotes:{article}", f"a:facts:{article}"):
        assert "no longer good" in telegram.answer(reader.presses(answer, data=data))["text"], data
    bot.settled()
    assert not answer.edits
    assert telegram.sent(reader.private)[-1] is answer


def test_its_editors_find_it_in_private_but_not_where_readers_listen(
    telegram: TelegramServer, owner: Person, group: Chat, kept: str
) -> None:
    mark = "⚠️ <i>Diembargo sampai 1 Desember 2099 06.00 WIB: Bupati Rini"
    answer = telegram.reply(owner.says(QUESTION))
    shown = telegram.reply(owner.says(f"/article {kept}"))
    assert "340 keluarga" in answer.html
    assert "Pintu air" in shown.html
    assert mark in answer.html
    assert mark in shown.html, "an editor is told before using it"
    for words in (f"/ask {QUESTION}", f"/article {kept}", "/embargo"):
        said = telegram.reply(owner.says(words, group)).html
        assert not any(word in said for word in SECRET), words
    moved = telegram.reply(owner.says(f"/embargo {kept} until 2099-12-02", group)).html
    assert kept in moved
    assert not any(word in moved for word in SECRET)


def test_a_group_of_editors_is_among_themselves(
    telegram: TelegramServer, owner: Person, group: Chat, kept: str
) -> None:
    telegram.reply(owner.says("/admit editor", group))
    assert "340 keluarga" in telegram.reply(owner.says(f"/ask {QUESTION}", group)).html
    assert kept in telegram.reply(owner.says("/embargo", group)).html


def test_it_comes_out_when_its_time_has_come(telegram: TelegramServer, owner: Person, reader: Person) -> None:
    article = article_of(telegram.reply(owner.says(DAM)))
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)  # the command may take some of them
    telegram.reply(owner.says(f"/embargo {article} until {soon.isoformat(timespec='seconds')}"))
    time.sleep(max(0.0, (soon - dt.datetime.now(dt.UTC)).total_seconds()))
    assert "340 keluarga" in telegram.reply(reader.says(QUESTION)).html


def test_it_is_listed_and_lifted_by_word_or_button(
    telegram: TelegramServer, owner: Person, reader: Person, kept: str
) -> None:
    listed = telegram.reply(owner.says("/embargo"))
    assert "Bupati Rini tinjau" in listed.html
    assert "1 Desember 2099 06.00 WIB" in listed.html
    telegram.answer(owner.presses(listed, "Cabut 1"))
    telegram.replies(listed, 1)
    assert "340 keluarga" in telegram.reply(reader.says(QUESTION)).html
    assert "Tidak ada yang diembargo" in telegram.reply(owner.says("/embargo")).html
    telegram.reply(owner.says(f"/embargo {kept} until tomorrow"))
    assert "Tidak lagi diembargo" in telegram.reply(owner.says(f"/embargo {kept} cabut")).html
    assert "tidak diembargo" in telegram.reply(owner.says(f"/embargo {kept} lift")).html


def test_a_reply_adds_an_article_under_embargo_from_the_first(
    telegram: TelegramServer, owner: Person, reader: Person, group: Chat
) -> None:
    holder = owner.says(DAM, group)
    said = telegram.reply(owner.says("/embargo until 2099-12-01 06:00 WITA", group, reply_to=holder)).html
    assert "1 Desember 2099 06.00 WITA" in said
    assert "340" not in telegram.reply(reader.says(QUESTION)).html
    assert "340 keluarga" in telegram.reply(owner.says(QUESTION)).html
    assert "Sudah ada" in telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group))).html
    assert "340" not in telegram.reply(reader.says(QUESTION)).html


def test_an_edit_does_not_let_it_out(
    telegram: TelegramServer, owner: Person, reader: Person, group: Chat, bot: BotProcess
) -> None:
    holder = owner.says(DAM, group)
    telegram.reply(owner.says("/embargo sampai besok pukul 06.00", group, reply_to=holder))
    telegram.switches.privacy = False
    owner.edits(holder, DAM.replace("340", "350"))
    bot.settled()
    assert "350" not in telegram.reply(reader.says(QUESTION)).html
    assert "350 keluarga" in telegram.reply(owner.says(QUESTION)).html


def test_wrong_words_are_answered_with_how_to_say_it(telegram: TelegramServer, owner: Person, kept: str) -> None:
    say = {
        "/embargo xyz until tomorrow": "Artikel yang mana",
        f"/embargo {kept}": "Sampai kapan?",
        f"/embargo {kept} until the cows come home": "Sampai kapan?",
        f"/embargo {kept} until 2020-01-01": "sudah lewat",
        "/embargo lift": "Artikel yang mana",
        "/embargo lift xyz": "Artikel yang mana",
    }
    for words, answer in say.items():
        assert answer in telegram.reply(owner.says(words)).html, words


def test_a_text_that_says_it_is_under_embargo_is_kept_back_from_the_first(
    telegram: TelegramServer, owner: Person, reader: Person
) -> None:
    told, summary = telegram.replies(owner.says(f"EMBARGO sampai 1 Desember 2099 pukul 06.00 WIB\n\n{DAM}"), 2)
    assert "Teksnya menyebut embargo sampai 1 Desember 2099 06.00 WIB" in told.html
    assert "340" not in telegram.reply(reader.says(QUESTION)).html
    assert "340 keluarga" in telegram.reply(owner.says(QUESTION)).html
    telegram.reply(owner.says(f"/embargo {article_of(summary)} cabut"))
    assert "340 keluarga" in telegram.reply(reader.says(QUESTION)).html
