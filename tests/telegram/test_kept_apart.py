"""What stands between desks, embargoes, chats and people: in look-ups, inline, in exports and follow-ups."""

from __future__ import annotations

import csv
import io
import json

import pytest
from botapi.deeds import Person
from botapi.messages import Chat, Message
from process import BotProcess
from prose import PORT
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")
SECRET = ("340", "Rini", "Sukamulya", "Pintu air", "12 miliar", "iuran air")
ASKED = ("berapa keluarga yang mengungsi?", "rini", "apa kata Budi soal iuran?", "")
LOOKED_UP = (
    "/quotes Budi",
    "/quotes Budi soal iuran",
    "/who Hartono",
    "/timeline Budi",
    "/latest",
    "/export",
    "/export jsonl",
)


def article_of(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


def offered(telegram: TelegramServer, person: Person) -> str:
    """Return all that a person is offered inline, for every question and for none."""
    asked = [person.types(words) for words in ASKED]
    return json.dumps([telegram.results(one) for one in asked], ensure_ascii=False)


def tells(words: str) -> list[str]:
    return [word for word in SECRET if word in words]


@pytest.fixture
def sport(telegram: TelegramServer, owner: Person, news: Chat) -> Chat:  # noqa: ARG001  it is there first
    """A group of another desk."""
    group = telegram.supergroup("Olahraga", owner)
    telegram.reply(owner.says("/desk baru Olahraga"))
    telegram.reply(owner.says("/desk pakai olahraga", group))
    return group


@pytest.fixture
def player(telegram: TelegramServer, owner: Person, sport: Chat) -> Person:
    """A reader of the other desk alone."""
    person = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {person.id} reader", sport))
    return person


@pytest.fixture
def reader(telegram: TelegramServer, owner: Person) -> Person:
    """A reader of the first desk."""
    person = telegram.user("Eka", language="en")
    telegram.reply(owner.says(f"/admit {person.id} reader"))
    return person


# ---- desks


def test_inline_offers_nothing_of_another_desk(telegram: TelegramServer, player: Person) -> None:
    assert tells(offered(telegram, player)) == []


def test_no_look_up_tells_of_another_desk(telegram: TelegramServer, owner: Person, player: Person, sport: Chat) -> None:
    for words in LOOKED_UP:
        assert tells(telegram.reply(player.says(words)).html) == [], words
        assert tells(telegram.reply(owner.says(words, sport)).html) == [], words
    assert "Kabar" not in telegram.reply(player.says("/sources")).html
    assert "0 articles" in telegram.reply(player.says("/stats")).html


def test_a_group_knows_no_follow_up_export_or_watch_of_another(
    telegram: TelegramServer, owner: Person, news: Chat, sport: Chat
) -> None:
    answer = telegram.reply(owner.says("/ask apa kata Budi soal iuran?", news))
    assert "iuran air" in answer.html
    for words in ("/ask siapa lagi?", "/ask kapan?", "/export csv", "/export jsonl", "/watches"):
        said = telegram.reply(owner.says(words, sport)).html
        assert tells(said) == [], words
        assert "Budi" not in said, words


# ---- people


def test_who_was_put_out_is_offered_and_told_nothing(
    telegram: TelegramServer, owner: Person, news: Chat, reader: Person
) -> None:
    assert tells(offered(telegram, reader)) != []
    answer = telegram.reply(reader.says("apa kata Budi soal iuran?"))
    assert "iuran air" in answer.html
    telegram.reply(owner.says(f"/remove {reader.id}"))
    assert tells(offered(telegram, reader)) == []
    assert "members" in str(reader.types("rini") and telegram.calls("answerInlineQuery")[-1].params)
    for label in ("Context", "Article", "Not right"):
        assert "Only members" in telegram.answer(reader.presses(answer, label))["text"]
    before = telegram.sent(reader.private)[-1]
    for words in (*LOOKED_UP, *ASKED[:-1]):
        reader.says(words)
    telegram.settled(0.6)
    assert tells("".join(m.html for m in telegram.sent(reader.private, after=before))) == []
    assert news


def test_what_was_asked_and_added_in_private_stays_there(telegram: TelegramServer, owner: Person, news: Chat) -> None:
    private = owner.says(PORT)
    telegram.reply(private)
    telegram.reply(owner.says("who said the pier is safe?"))
    for words in ("/export csv", "/ask when?"):
        assert "Marsh" not in telegram.reply(owner.says(words, news)).html.partition("<blockquote")[0], words
    again = telegram.reply(owner.says("/add", news, reply_to=owner.says(PORT, news)))
    assert again.html.startswith("Sudah ada di arsip")
    assert "t.me" not in again.html
    assert again.reply_to is not private


# ---- embargoes


def test_nothing_under_embargo_is_looked_up_offered_or_exported(
    telegram: TelegramServer, owner: Person, reader: Person, news: Chat
) -> None:
    shown = telegram.reply(reader.says("apa kata Budi soal iuran?"))
    article = article_of(telegram.sent(news)[0])
    telegram.reply(owner.says(f"/embargo {article} until 2099-12-01 06:00 WIB"))
    assert tells(offered(telegram, reader)) == []
    assert tells(offered(telegram, owner)) == [], "what is inserted is read by others"
    for words in LOOKED_UP:
        assert tells(telegram.reply(reader.says(words)).html) == [], words
        assert tells(telegram.reply(owner.says(words, news)).html) == [], words
    assert "nothing to export" in telegram.reply(reader.says("/export csv", reply_to=shown)).html
    assert "no longer good" in telegram.answer(reader.presses(shown, "Article"))["text"]


def test_its_editors_look_it_up_in_private_with_a_warning(telegram: TelegramServer, owner: Person, news: Chat) -> None:
    article = article_of(telegram.sent(news)[0])
    telegram.reply(owner.says(f"/embargo {article} until 2099-12-01 06:00 WIB"))
    for words in ("/quotes Budi", "/who Hartono", "/timeline Budi", "/latest"):
        said = telegram.reply(owner.says(words)).html
        assert tells(said) != [], words
        assert "Diembargo sampai 1 Desember 2099" in said, words
    assert "Diembargo" in telegram.reply(owner.says("/export csv")).html


# ---- exports


def test_an_export_is_what_was_shown_and_no_more(
    telegram: TelegramServer, owner: Person, news: Chat, bot: BotProcess
) -> None:
    shown = telegram.reply(owner.says("/ask apa kata Budi soal iuran?", news))
    telegram.reply(owner.says("/add", news, reply_to=owner.says(PORT, news)))
    telegram.reply(owner.says("/ask who said the pier is safe?", news))
    file = telegram.reply(owner.says("/export csv", news, reply_to=shown))
    rows = list(csv.DictReader(io.StringIO(telegram.data(file).decode("utf-8-sig"))))
    assert [row["text"] for row in rows] == ["Kami tidak akan menaikkan iuran air tahun ini"]
    assert all(row["text"] in shown.text and row["sentence"] in shown.text for row in rows)
    other = telegram.user("Sam", language="en")
    other.joins(news)
    assert "nothing to export" in telegram.reply(other.says("/export", news)).html, "it was not shown to Sam"
    bot.settled()
