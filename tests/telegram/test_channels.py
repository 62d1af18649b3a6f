"""Articles of channels and groups: taken in quietly, or when somebody asks."""

from __future__ import annotations

import pysqlite3 as sqlite3
import pytest
from adding import identifier
from botapi.deeds import Person
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer
from website import LOCAL, Site

pytestmark = pytest.mark.usefixtures("bot")
COMMAND = LOCAL


def test_a_channel_of_the_newsroom_is_taken_in_quietly(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    channel.chat.status[owner.id] = "administrator"
    owner.adds_bot(channel.chat)
    post = channel.posts(DAM)
    telegram.settled(0.8)
    answer = telegram.reply(owner.says("berapa keluarga yang mengungsi?"))
    assert "340 keluarga" in answer.html
    assert "Kabar Pagi" in answer.html
    channel.edits(post, DAM.replace("340 keluarga", "355 keluarga"))
    telegram.settled(0.8)
    assert "355 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
    assert telegram.sent(channel.chat) == []
    assert post.reactions == {}
    assert len(telegram.sent(owner.private)) == 2


def test_a_channel_that_is_never_quiet_is_taken_in_too(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    bot.stop()
    bot.environment["NEWSQA_QUIET"] = "60"
    bot.start()
    channel = telegram.channel("Kabar Pagi")
    channel.chat.status[owner.id] = "administrator"
    owner.adds_bot(channel.chat)
    channel.posts("Pasar pertama di Wates dibuka oleh Sari Dewi pada Selasa.")
    channel.posts("Pasar terakhir di Wates dibuka oleh Tono Prakoso pada Selasa.")
    telegram.wait_for(lambda: in_archive(bot, "select count(*) from held") == 2)
    bot.stop()
    in_archive(
        bot, "update held set came = '2026-01-01T00:00:00+00:00' where message = (select min(message) from held)"
    )
    bot.start()
    telegram.wait_for(lambda: in_archive(bot, "select count(*) from held") == 0)
    assert "Sari Dewi" in telegram.reply(owner.says("siapa yang membuka pasar pertama di Wates?")).html


def in_archive(bot: BotProcess, sql: str) -> object:
    with sqlite3.connect(bot.environment["NEWSQA_DATABASE"]) as db:
        row = db.execute(sql).fetchone()
    db.close()
    return row and row[0]


def test_the_channel_of_a_stranger_is_not_taken_in(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Warung", bot=True)
    channel.posts(DAM)
    telegram.settled(0.8)
    assert telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html.startswith("<b>Tidak ada di arsip")


def test_in_a_group_the_next_part_is_added_to_the_first(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    first, second, third = owner.pastes(long_article(75), group)
    telegram.reply(owner.says("/add", group, reply_to=first))
    assert "kalimat baru" in telegram.reply(owner.says("/add", group, reply_to=second)).html
    assert "kalimat baru" in telegram.reply(owner.says("/add", group, reply_to=third)).html
    answer = telegram.reply(owner.says("/ask apa kata Sri Wahyuni soal panen raya?", group))
    assert "bulan April" in answer.html
    assert telegram.sent(group)[0].html.startswith("<b>Karanganyar Bersiap Panen Raya</b>")


def test_a_group_in_which_telegram_hides_what_was_replied_to_is_told_what_helps(
    telegram: TelegramServer, owner: Person
) -> None:
    group = telegram.group("Redaksi", owner)
    article = owner.says(DAM, group)
    assert "Jadikan saya admin" in telegram.reply(owner.says("/add", group, reply_to=article)).html
    owner.promotes_bot(group)
    again = owner.says(DAM, group)
    assert "3 kutipan" in telegram.reply(owner.says("/add", group, reply_to=again)).html
    assert "admin" not in telegram.reply(owner.says("/add", telegram.supergroup("Lain", owner))).html


def test_what_follows_the_command_is_added_and_can_be_edited(
    telegram: TelegramServer, owner: Person, site: Site
) -> None:
    group = telegram.supergroup("Redaksi", owner)
    written = owner.says(f"/add\n{DAM}", group)
    summary = telegram.reply(written)
    assert summary.html.startswith("<b>Bupati Rini tinjau bendungan di Sukamulya</b>")
    owner.edits(written, f"/add\n{DAM.replace('340 keluarga', '355 keluarga')}")
    changed = telegram.reply(summary)
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini tinjau")
    assert "1 kalimat baru, 1 hilang" in changed.html
    link = site.publishes("/berita/pelabuhan", PORT)
    assert "Harbour of Eastbay" in telegram.reply(owner.says(f"/add {link}", group)).html


def test_a_chosen_part_of_a_message_is_added_alone(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    quote = DAM[DAM.index("Budi Hartono mengatakan") : DAM.index("miliar.") + 7]
    summary = telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group), quote=quote))
    assert "Bupati" not in telegram.reply(owner.says(f"/article {identifier(summary)}", group)).html


def test_a_group_is_shown_where_the_article_came_in(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    article = owner.says(DAM, group)
    telegram.reply(owner.says("/add", group, reply_to=article))
    again = telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group)))
    assert f"https://t.me/c/{-1_000_000_000_000 - group.id}/{article.id}" in again.html
