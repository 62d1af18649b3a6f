"""An article that came in before: known again, or its newer version, or edited where it stands."""

from __future__ import annotations

import pytest
from adding import identifier
from botapi.deeds import Person
from prose import DAM, PORT, long_article
from server import TelegramServer
from website import LOCAL, Site

pytestmark = pytest.mark.usefixtures("bot")
COMMAND = LOCAL


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


def test_what_is_edited_while_it_is_held_is_added_as_it_is_then(telegram: TelegramServer, owner: Person) -> None:
    message = owner.says(DAM)
    owner.edits(message, DAM.replace("340 keluarga", "355 keluarga"))
    summary = telegram.reply(message)
    assert "3 kutipan" in summary.html
    telegram.settled(0.6)
    assert "355 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
