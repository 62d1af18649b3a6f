"""Articles come in the ways in which people have them: forwards, parts, captions, links."""

from __future__ import annotations

import signal

import pytest
from adding import delete, identifier
from botapi.deeds import Person
from botapi.people import cut
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer
from website import LOCAL, Site

pytestmark = pytest.mark.usefixtures("bot")
COMMAND = LOCAL


# ---- where it is from


ORIGINS = {
    "user": {"type": "user", "sender_user": {"id": 77, "is_bot": False, "first_name": "Lina", "last_name": "Sari"}},
    "hidden user": {"type": "hidden_user", "sender_user_name": "Pak Pos"},
    "group": {"type": "chat", "sender_chat": {"id": -100200, "type": "supergroup", "title": "Humas Pemda"}},
    "channel": {
        "type": "channel",
        "chat": {"id": -100300, "type": "channel", "title": "Kabar Pagi", "username": "kabarpagi"},
        "message_id": 12,
    },
}
FROM = {
    "user": "dari Lina Sari · ",
    "hidden user": "dari Pak Pos · ",
    "group": "Humas Pemda · ",
    "channel": "Kabar Pagi · ",
}


def test_a_forward_keeps_who_wrote_it_when_and_where(telegram: TelegramServer, owner: Person) -> None:
    for kind, source in FROM.items():
        origin = ORIGINS[kind] | {"date": 1_711_411_200}  # 26 March 2024, 7:00 in Jakarta
        summary = telegram.reply(owner.forwards_text(DAM, origin))
        assert f"\n{source}26 Maret 2024" in summary.html
        assert ('<a href="https://t.me/kabarpagi/12">tautan</a>' in summary.html) == (kind == "channel")
        delete(telegram, owner, summary)


def test_a_pasted_article_has_the_day_that_it_gives_itself_and_says_so(telegram: TelegramServer, owner: Person) -> None:
    pasted = owner.says(DAM.replace("SUKAMULYA - ", "SUKAMULYA, 26 Maret 2024 - "))
    assert "\n26 Maret 2024 <i>menurut teksnya</i> · <code>" in telegram.reply(pasted).html


def test_the_same_forward_is_known_and_points_to_the_first(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    post = channel.posts(DAM)
    first = owner.forwards(post)[0]
    telegram.reply(first)
    known = telegram.reply(owner.forwards(post)[0])
    assert known.html.startswith("Sudah ada di arsip: <b>Bupati Rini")
    assert known.reply_to is first


# ---- one article from several messages


def test_a_text_cut_into_parts_is_one_article_with_one_acknowledgement(telegram: TelegramServer, owner: Person) -> None:
    parts = owner.pastes(long_article(75))
    assert len(parts) == 3
    assert telegram.reaction(parts[0]) == "👀"
    summary = telegram.reply(parts[-1])
    assert "<b>Karanganyar Bersiap Panen Raya</b>" in summary.html
    telegram.settled(0.6)
    assert telegram.sent(owner.private) == [summary]
    assert "bulan April" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html


def test_parts_that_are_held_survive_a_kill(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    bot.stop()
    bot.environment["NEWSQA_QUIET"] = "4"
    bot.start()
    parts = owner.pastes(long_article())
    telegram.reaction(parts[0])
    bot.settled()
    bot.stop(signal.SIGKILL)
    assert telegram.sent(owner.private) == []
    bot.environment["NEWSQA_QUIET"] = "0.4"
    bot.start()
    assert "Karanganyar Bersiap Panen Raya" in telegram.reply(parts[-1]).html
    bot.settled()
    assert len(telegram.sent(owner.private)) == 1


def test_an_albums_captions_are_one_article(telegram: TelegramServer, owner: Person) -> None:
    first, _, last = DAM.partition("\n\n")
    album = owner.sends_album([f"{first}", "", last[:900]])
    summary = telegram.reply(album[-1])
    assert "Bupati Rini tinjau bendungan" in summary.html
    assert "3 kutipan" in summary.html or "2 kutipan" in summary.html
    telegram.settled(0.6)
    assert len(telegram.sent(owner.private)) == 1


def test_a_question_beside_a_forward_is_answered_after_it_is_added(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(PORT))
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    question, forward = owner.forwards(channel.posts(DAM), comment="berapa keluarga yang mengungsi?")
    summary, answer = telegram.replies(forward, 2)
    assert "Bupati Rini" in summary.html
    assert "340 keluarga" in answer.html
    assert answer.reply_to is question


@pytest.mark.parametrize("remark", ["Penting, buat halaman satu", "For page one please"])
def test_a_remark_sent_along_with_a_forward_is_no_question(
    telegram: TelegramServer, owner: Person, remark: str
) -> None:
    post = telegram.channel("Kabar Pagi", username="kabarpagi").posts(DAM)
    _, forward = owner.forwards(post, comment=remark)
    summary = telegram.reply(forward)
    assert summary.html.startswith("<b>Bupati Rini")
    telegram.settled(0.6)
    assert telegram.sent(owner.private) == [summary]


def test_a_remark_that_came_a_moment_too_early_is_left_without_its_answer(
    telegram: TelegramServer, owner: Person
) -> None:
    answer = telegram.reply(owner.says("Penting, buat halaman satu"))
    assert "Tidak ada di arsip" in answer.html
    summary = telegram.reply(owner.forwards(telegram.channel("Kabar Pagi").posts(DAM))[0])
    telegram.settled(0.6)
    assert telegram.sent(owner.private) == [summary]
    assert answer.deleted


def test_an_article_forwarded_in_parts_is_one_and_known_again(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    posts = [channel.posts(part) for part in cut(long_article(75))]
    forwards = owner.forwards(*posts)
    assert len(forwards) == 3
    summary = telegram.reply(forwards[-1])
    assert summary.html.startswith("<b>Karanganyar Bersiap Panen Raya</b>\nKabar Pagi · ")
    assert 'href="https://t.me/kabarpagi/1"' in summary.html
    known = telegram.reply(owner.forwards(*posts)[-1])
    assert known.html.startswith("Sudah ada di arsip: <b>Karanganyar")
    telegram.settled(0.6)
    assert telegram.sent(owner.private) == [summary, known]
    assert "bulan April" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html


def test_a_forwarded_album_is_one_article_with_its_origin(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    first, _, last = DAM.partition("\n\n")
    album = channel.owner.sends_album([first, "", last[:900]], channel.chat)
    summary = telegram.reply(owner.forwards(*album)[-1])
    assert "Bupati Rini tinjau bendungan" in summary.html
    assert "Kabar Pagi · " in summary.html
    telegram.settled(0.6)
    assert telegram.sent(owner.private) == [summary]


# ---- captions, quotes, links


def test_words_quoted_from_another_chat_are_added_with_their_origin(telegram: TelegramServer, owner: Person) -> None:
    post = telegram.channel("Kabar Pagi", username="kabarpagi").posts(DAM)
    quote = DAM[DAM.index("Sebanyak") : DAM.index("banjir.") + 7]
    asked = owner.says("berapa keluarga yang mengungsi?", reply_to=post, quote=quote)
    summary, answer = telegram.replies(asked, 2)
    assert "Kabar Pagi" in summary.html
    assert "340 keluarga" in answer.html
    assert "Rini Astuti meninjau" not in telegram.reply(owner.says(f"/article {identifier(summary)}")).html


def test_a_link_is_read_and_known_again(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    for how in (link, f'<a href="{link}">di sini</a>'):
        summary = telegram.reply(owner.says(how, html=True))
        assert "<b>Bupati Rini tinjau bendungan di Sukamulya</b>" in summary.html
        assert "Warta Priangan · 26 Maret 2026 · <a" in summary.html
        assert telegram.reply(owner.says(link)).html.startswith("Sudah ada di arsip")
        delete(telegram, owner, summary)


def test_a_question_beside_a_link_is_asked_of_its_article(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    summary, answer = telegram.replies(owner.says(f"{link} berapa keluarga yang mengungsi?"), 2)
    assert "Bupati Rini" in summary.html
    assert "340 keluarga" in answer.html


def test_a_teaser_brings_the_article_it_leads_to(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    post = channel.posts(f'Bupati tinjau bendungan. <a href="{link}">Selengkapnya</a>', html=True)
    summary = telegram.reply(owner.forwards(post)[0])
    assert "3 kutipan" in summary.html
    del site.pages["/berita/bendungan"]
    other = channel.posts(f'Hujan deras melanda Sukamulya sejak Rabu. <a href="{link}x">Selengkapnya</a>', html=True)
    assert "Hujan deras" in telegram.reply(owner.forwards(other)[0]).html


def test_a_link_that_cannot_be_read_is_refused_with_the_reason(
    telegram: TelegramServer, owner: Person, site: Site
) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    refusal = telegram.reply(owner.says(link.replace("bendungan", "hilang")))
    assert "halamannya tidak ada (404)" in refusal.html


def test_links_are_fetched_only_for_those_who_may_add(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    reader, stranger = telegram.user("Sam", language="en"), telegram.user("Eve", language="en")
    telegram.reply(owner.says(f"/admit {reader.id} reader"))
    assert telegram.reply(reader.says(link)).html.startswith("Only editors")
    assert "not among its members" in telegram.reply(stranger.says(link)).html
    telegram.settled(0.6)
    assert site.asked == []


def test_a_preview_is_a_link_too(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    message = owner.says("Baca ini", link_preview={"url": link})
    assert "3 kutipan" in telegram.reply(message).html
