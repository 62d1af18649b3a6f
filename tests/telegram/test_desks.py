"""Desks: a chat sees the articles of its own desk and of those that share with it, whichever way it asks."""

from __future__ import annotations

import pytest
from botapi.deeds import Person
from botapi.messages import Chat, Message
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")
SECRET = ("340", "Rini", "bendungan di Sukamulya", "Pintu air")


def article_of(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


@pytest.fixture
def sport(telegram: TelegramServer, owner: Person, news: Chat) -> Chat:  # noqa: ARG001  it is there first
    """A group that was given to another desk; whoever is in it may ask."""
    group = telegram.supergroup("Olahraga", owner, telegram.user("Sam", language="en"))
    assert "sudah dibuat" in telegram.reply(owner.says("/desk baru Olahraga")).html
    assert "milik desk <b>olahraga</b>" in telegram.reply(owner.says("/desk pakai olahraga", group)).html
    return group


def last(telegram: TelegramServer, chat: Chat) -> Message:
    return telegram.sent(chat)[-1]


def shown(telegram: TelegramServer, chat: Chat, after: Message) -> str:
    return "\n".join(m.html for m in telegram.sent(chat, after=after))


COMMANDS = (
    "/ask berapa keluarga yang mengungsi?",
    "/ask apa kata Rini soal pintu air?",
    "/ask {article} berapa keluarga yang mengungsi?",
    "/article {article}",
    "/delete {article}",
    "/embargo {article} sampai besok",
    "/embargo",
    "/members",
    "/quotes Rini",
    "/quotes Budi soal iuran",
    "/who rini",
    "/timeline Rini",
    "/latest",
    "/sources",
    "/export csv",
    "/export jsonl",
    "/fix {article}",
)
BUTTONS = ("a:quotes:{article}", "a:facts:{article}", "a:delete:{article}", "a:really:{article}", "a:keep:{article}")
BUTTONS += ("t:context:1:0", "t:page:1:0", "embargo:{article}")
BUTTONS += (
    "t:less:1:0",
    "t:voices:1:0",
    "t:wrong:1:0",
    "f:open::{article}",
    "f:log::{article}",
    "f:name:0-5:{article}",
)


def test_no_command_reaches_another_desks_article(
    telegram: TelegramServer, owner: Person, news: Chat, sport: Chat
) -> None:
    article = article_of(telegram.sent(news)[0])
    for command in COMMANDS:
        said = telegram.reply(owner.says(command.format(article=article), sport)).html
        assert not any(word in said for word in SECRET), command
    assert "Pintu air" in telegram.reply(owner.says(f"/article {article}", news)).html


def test_no_button_reaches_another_desks_article(
    telegram: TelegramServer, owner: Person, bot: BotProcess, news: Chat, sport: Chat
) -> None:
    answer = telegram.reply(owner.says("/ask berapa keluarga yang mengungsi?", news))
    article, before = article_of(telegram.sent(news)[0]), last(telegram, sport)
    opened = answer.button("Artikel")["callback_data"]
    for data in (*BUTTONS, opened):
        telegram.answer(owner.presses(before, data=data.format(article=article)))
    bot.settled()
    assert shown(telegram, sport, before) == ""
    assert not before.edits
    assert "Pintu air" in telegram.reply(owner.says(f"/article {article}", news)).html


def test_an_answer_stays_behind_when_its_chat_moves(
    telegram: TelegramServer, owner: Person, bot: BotProcess, sport: Chat, news: Chat
) -> None:
    answer = telegram.reply(owner.says("/ask berapa keluarga yang mengungsi?", news))
    assert "340" in answer.html
    telegram.reply(owner.says("/desk pakai olahraga", news))
    before = last(telegram, news)
    for label in ("Konteks", "Artikel"):
        telegram.answer(owner.presses(answer, label))
    follow = telegram.reply(owner.says("siapa?", news, reply_to=answer))
    bot.settled()
    assert not any(word in shown(telegram, news, before) for word in SECRET)
    assert not answer.edits
    assert not any(word in follow.html for word in SECRET)
    assert sport is not news


def test_what_a_desk_adds_is_its_own(telegram: TelegramServer, owner: Person, news: Chat, sport: Chat) -> None:
    telegram.reply(owner.says("/add", sport, reply_to=owner.says(PORT, sport)))
    assert "Helen Marsh" in telegram.reply(owner.says("/ask who told reporters the pier is safe?", sport)).html
    assert "Marsh" not in telegram.reply(owner.says("/ask who told reporters the pier is safe?", news)).html
    summary = telegram.reply(owner.says("/add", sport, reply_to=owner.says(DAM, sport)))
    assert "Sudah ada" not in summary.html, "the other desk's copy is no copy of this desk's"


def test_a_desk_reads_what_is_shared_with_it_until_it_is_not(
    telegram: TelegramServer, owner: Person, news: Chat, sport: Chat
) -> None:
    assert "boleh membaca" in telegram.reply(owner.says("/desk bagi olahraga", news)).html
    assert "340 keluarga" in telegram.reply(owner.says("/ask berapa keluarga yang mengungsi?", sport)).html
    assert "Juga membaca: <b>redaksi</b>" in telegram.reply(owner.says("/desk", sport)).html
    assert "tidak lagi" in telegram.reply(owner.says("/desk tutup olahraga", news)).html
    assert "340" not in telegram.reply(owner.says("/ask berapa keluarga yang mengungsi?", sport)).html


def test_only_owners_manage_desks(telegram: TelegramServer, owner: Person, sport: Chat) -> None:
    editor = telegram.user("Lia", language="en")
    editor.joins(sport)
    telegram.reply(owner.says(f"/admit {editor.id} editor", sport))
    for words in ("use olahraga", "use newsroom", "share newsroom", "unshare newsroom", "new x", "use -1005000 x"):
        said = telegram.reply(editor.says(f"/desk {words}", sport)).html
        assert said.startswith(("Only owners", "You have no desk")), words
    assert "olahraga" in telegram.reply(editor.says("/desk", sport)).html


def test_a_desks_owner_owns_no_other(telegram: TelegramServer, owner: Person, news: Chat, sport: Chat) -> None:
    other = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {other.id} owner", sport))
    other.joins(news)
    assert "You have no desk <b>newsroom</b>" in telegram.reply(other.says("/desk use newsroom")).html
    assert "You have no desk" in telegram.reply(other.says("/desk use olahraga", news)).html
    assert "340 keluarga" in telegram.reply(owner.says("/ask berapa keluarga yang mengungsi?", news)).html


def test_a_member_of_two_desks_chooses_in_private(telegram: TelegramServer, owner: Person, sport: Chat) -> None:
    lia = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {lia.id} reader"))
    assert "340" in telegram.reply(lia.says("berapa keluarga yang mengungsi?")).html
    assert "You have no desk" in telegram.reply(lia.says("/desk use olahraga")).html
    telegram.reply(owner.says(f"/admit {lia.id} reader", sport))
    assert "belongs to the desk <b>olahraga</b>" in telegram.reply(lia.says("/desk use olahraga")).html
    assert "340" not in telegram.reply(lia.says("berapa keluarga yang mengungsi?")).html
    telegram.reply(owner.says(f"/remove {lia.id}", sport))
    assert "340" in telegram.reply(lia.says("berapa keluarga yang mengungsi?")).html


def test_a_channel_is_given_to_a_desk_by_its_id(telegram: TelegramServer, owner: Person, sport: Chat) -> None:
    channel = telegram.channel("Skor", bot=True)
    assert "Obrolan itu" in telegram.reply(owner.says(f"/desk pakai olahraga {channel.chat.id}")).html
    channel.posts(PORT)
    telegram.wait_for(
        lambda: "Marsh" in telegram.reply(owner.says("/ask who told reporters the pier is safe?", sport)).html, 10
    )


def test_a_group_is_told_how_to_ask_and_add(telegram: TelegramServer, owner: Person, news: Chat) -> None:
    said = telegram.reply(owner.says("/start@newsqa_bot", news)).html
    assert "/ask" in said
    assert "/add" in said
    assert "@newsqa_bot" in said


def test_a_group_of_an_owner_is_silent_until_spoken_to(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    telegram.switches.privacy = False
    group = telegram.supergroup("Dapur", owner)
    owner.says("siapa presiden Mongolia?", group)
    owner.says("/help@other_bot", group)
    bot.settled()
    assert telegram.sent(group) == []
