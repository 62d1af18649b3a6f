"""Articles come in the ways in which people have them: forwards, parts, captions, links, files, posts."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.deeds import Person
from botapi.messages import Message
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer
from test_formats import docx, pdf
from website import LOCAL, Site, page

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def bot(telegram: TelegramServer, owner: Person, tmp_path: Path) -> Iterator[BotProcess]:
    """The real bot, which may fetch from this machine alone."""
    with BotProcess(telegram, tmp_path, (owner.id,), command=LOCAL, NEWSQA_QUIET="0.4") as process:
        yield process


def identifier(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


def delete(telegram: TelegramServer, owner: Person, summary: Message) -> None:
    asked = telegram.reply(owner.says(f"/delete {identifier(summary)}"))
    owner.presses(asked, "Ya, hapus")
    assert telegram.edited(asked).html.startswith("Dihapus: ")


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
FROM = {"user": "", "hidden user": "", "group": "Humas Pemda · ", "channel": "Kabar Pagi · "}


def test_a_forward_keeps_who_wrote_it_when_and_where(telegram: TelegramServer, owner: Person) -> None:
    for kind, source in FROM.items():
        origin = ORIGINS[kind] | {"date": 1_711_411_200}  # 26 March 2024, 7:00 in Jakarta
        summary = telegram.reply(owner.forwards_text(DAM, origin))
        assert f"{source}26 Maret 2024" in summary.html
        assert ('<a href="https://t.me/kabarpagi/12">tautan</a>' in summary.html) == (kind == "channel")
        delete(telegram, owner, summary)


def test_the_same_forward_is_known_and_points_to_the_first(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    post = channel.posts(DAM)
    first = owner.forwards(post)[0]
    telegram.reply(first)
    known = telegram.reply(owner.forwards(post)[0])
    assert known.html.startswith("Sudah ada di arsip: <b>Bupati Rini")
    assert known.reply_to is first


# ---- newer versions


def test_a_post_that_was_edited_and_is_forwarded_again_is_its_newer_version(
    telegram: TelegramServer, owner: Person
) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    post = channel.posts(DAM)
    summary = telegram.reply(owner.forwards(post)[0])
    channel.edits(post, DAM.replace("340 keluarga", "sedikitnya 350 kepala keluarga dari empat dusun"))
    changed = telegram.reply(owner.forwards(post)[0])
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini")
    assert "+ Sebanyak sedikitnya 350 kepala keluarga" in changed.html
    assert "sedikitnya 350 kepala" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
    assert "Kabar Pagi" in telegram.reply(owner.says(f"/article {identifier(summary)}")).html


def test_a_page_that_changed_is_read_again(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    telegram.reply(owner.says(link))
    site.publishes("/berita/bendungan", DAM.replace("340 keluarga", "355 keluarga"))
    changed = telegram.reply(owner.says(link))
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini")
    assert "1 kalimat baru, 1 hilang" in changed.html
    del site.pages["/berita/bendungan"]
    assert telegram.reply(owner.says(link)).html.startswith("Sudah ada di arsip")


def test_a_text_under_the_same_title_is_the_newer_version(telegram: TelegramServer, owner: Person) -> None:
    first = owner.says(long_article(20))
    telegram.reply(first)
    again = owner.says(long_article(20).replace("Panen raya akan dimulai", "Panen raya bakal dimulai"))
    changed = telegram.reply(again)
    assert changed.html.startswith("Diperbarui: <b>Karanganyar")
    assert "bakal dimulai" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html
    owner.edits(again, long_article(20).replace("Panen raya akan dimulai", "Panen raya batal dimulai"))
    assert "batal dimulai" in telegram.reply(telegram.sent(owner.private)[-1]).html


def test_less_of_a_text_does_not_replace_it(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(long_article(20)))
    cut = long_article(20).partition('"Panen raya')[0]
    assert telegram.reply(owner.says(cut)).html.startswith("Sudah ada di arsip")
    assert "bulan April" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html


def test_another_outlets_copy_leaves_the_first_and_says_that_it_differs(
    telegram: TelegramServer, owner: Person
) -> None:
    telegram.reply(owner.forwards(telegram.channel("Kabar Pagi").posts(long_article(20)))[0])
    copy = telegram.channel("Warta Sore").posts(long_article(20).replace("bulan April", "bulan Mei"))
    known = telegram.reply(owner.forwards(copy)[0])
    assert known.html.startswith("Sudah ada di arsip")
    assert "Teksnya berbeda" in known.html
    assert "bulan April" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html


def test_a_short_text_that_finds_nothing_is_told_how_to_be_added(telegram: TelegramServer, owner: Person) -> None:
    pasted = owner.says("Wali Kota Tegalrejo Nani Sulastri membuka pasar ikan baru di tepi sungai pada Rabu.")
    assert "balas pesannya dengan /add" in telegram.reply(pasted).html
    assert "1 fakta" in telegram.reply(owner.says("/add", reply_to=pasted)).html
    assert "/add" not in telegram.reply(owner.says("siapa presiden bulan?")).html


def test_a_message_that_repeats_an_article_is_no_part_of_it(telegram: TelegramServer, owner: Person) -> None:
    first = owner.says(DAM)
    telegram.reply(first)
    again = owner.says(DAM)
    known = telegram.reply(again)
    owner.edits(first, DAM.replace("340 keluarga", "355 keluarga"))
    assert "1 kalimat baru, 1 hilang" in telegram.reply(known).html
    asked = owner.says("berapa keluarga yang mengungsi?", reply_to=again)
    assert "355 keluarga" in telegram.reply(asked).html
    owner.edits(again, PORT)
    telegram.settled(0.6)
    assert telegram.sent(owner.private)[-1].reply_to is asked


def test_a_group_is_shown_where_the_article_came_in(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    article = owner.says(DAM, group)
    telegram.reply(owner.says("/add", group, reply_to=article))
    again = telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group)))
    assert f"https://t.me/c/{-1_000_000_000_000 - group.id}/{article.id}" in again.html


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


# ---- files


FILES = {
    "rilis.txt": DAM.encode(),
    "rilis.md": f"# {DAM}".encode(),
    "rilis.html": page(DAM).encode(),
    "rilis.docx": docx(*DAM.split("\n\n")[0].splitlines(), *DAM.splitlines()[3:]),
    "rilis.pdf": pdf(*DAM.splitlines()),
}


def test_a_file_of_each_kind_is_read(telegram: TelegramServer, owner: Person) -> None:
    for name, data in FILES.items():
        sent = owner.sends_document(name, data)
        assert telegram.reaction(sent) == "👀"
        summary = telegram.reply(sent)
        assert summary.html.startswith("<b>Bupati Rini tinjau bendungan di Sukamulya"), name
        assert "3 kutipan" in summary.html, name
        delete(telegram, owner, summary)


def test_a_question_under_a_file_is_asked_of_it(telegram: TelegramServer, owner: Person) -> None:
    sent = owner.sends_document("rilis.txt", DAM.encode(), caption="berapa keluarga yang mengungsi?")
    _, answer = telegram.replies(sent, 2)
    assert "340 keluarga" in answer.html


def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(telegram: TelegramServer, owner: Person) -> None:
    refusal = telegram.reply(owner.sends_document("besar.pdf", b"%PDF-", size=20 * 2**20 + 1))
    assert "20 MB" in refusal.html
    assert telegram.calls("getFile") == []


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(telegram: TelegramServer, owner: Person) -> None:
    assert "berkas .exe tidak dapat saya baca" in telegram.reply(owner.sends_document("virus.exe", b"MZ")).html
    assert "berkasnya rusak" in telegram.reply(owner.sends_document("x.pdf", b"%PDF-1.4 broken")).html
    assert "teks" in telegram.reply(owner.sends_photo()).html


def test_a_file_is_added_from_a_group_on_request(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    sent = owner.sends_document("rilis.txt", DAM.encode(), group)
    assert "3 kutipan" in telegram.reply(owner.says("/add", group, reply_to=sent)).html


# ---- edits and channels


def test_an_edit_says_what_changed_and_changes_the_answer(telegram: TelegramServer, owner: Person) -> None:
    message = owner.says(DAM)
    summary = telegram.reply(message)
    owner.edits(message, DAM.replace("340 keluarga", "355 keluarga"))
    changed = telegram.reply(summary)
    assert changed.html.startswith("Diperbarui: <b>Bupati Rini")
    assert "− Sebanyak 340 keluarga" in changed.html
    assert "+ Sebanyak 355 keluarga" in changed.html
    assert "355 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html


def test_an_edited_part_changes_the_whole(telegram: TelegramServer, owner: Person) -> None:
    parts = owner.pastes(long_article())
    summary = telegram.reply(parts[-1])
    owner.edits(parts[-1], parts[-1].text.replace("April", "Mei"))
    assert "bulan Mei" in telegram.reply(summary).html
    assert "bulan Mei" in telegram.reply(owner.says("apa kata Sri Wahyuni soal panen raya?")).html


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
    bot.environment["NEWSQA_QUIET"] = "0.1"
    bot.start()
    channel = telegram.channel("Kabar Pagi")
    channel.chat.status[owner.id] = "administrator"
    owner.adds_bot(channel.chat)
    for number in range(120):
        channel.posts(f"Pasar nomor {number} di Wates dibuka oleh Sari Dewi pada Selasa.")
        time.sleep(0.05)  # half the quiet that is waited for
    asked = owner.says("siapa yang membuka pasar nomor 1 di Wates?")
    channel.posts("Pasar terakhir di Wates dibuka oleh Tono Prakoso pada Selasa.")
    assert "Sari Dewi" in telegram.reply(asked).html


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


def test_a_preview_is_a_link_too(telegram: TelegramServer, owner: Person, site: Site) -> None:
    link = site.publishes("/berita/bendungan", DAM)
    message = owner.says("Baca ini", link_preview={"url": link})
    assert "3 kutipan" in telegram.reply(message).html


def test_what_is_edited_while_it_is_held_is_added_as_it_is_then(telegram: TelegramServer, owner: Person) -> None:
    message = owner.says(DAM)
    owner.edits(message, DAM.replace("340 keluarga", "355 keluarga"))
    summary = telegram.reply(message)
    assert "3 kutipan" in summary.html
    telegram.settled(0.6)
    assert "355 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
