"""The archive in any chat: what members are offered, what is inserted, and what others are told."""

from __future__ import annotations

import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer


@pytest.fixture(autouse=True)
def _filled(bot: BotProcess, telegram: TelegramServer, owner: Person) -> None:  # noqa: ARG001  it must run
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    telegram.reply(owner.forwards(channel.posts(DAM))[0])
    telegram.reply(owner.says(PORT))


def test_a_name_brings_quotations_and_facts_with_their_sources(telegram: TelegramServer, owner: Person) -> None:
    asked = owner.types("rini")
    results = telegram.results(asked)
    assert asked.answer["is_personal"]
    assert 1 < len(results) <= 20
    assert results[0]["title"] == "Rini Astuti"
    assert "“Pintu air harus selesai bulan depan" in results[0]["description"]
    friend = telegram.user("Sam")
    group = telegram.supergroup("Elsewhere", owner, friend, bot=False)
    inserted = owner.chooses(asked, 0, group)
    assert "<b>“Pintu air harus selesai bulan depan" in inserted.html
    assert "Kabar Pagi · " in inserted.html
    assert 'href="https://t.me/kabarpagi/1"' in inserted.html


def test_each_of_at_most_twenty_results_inserts_its_words_with_their_source(
    telegram: TelegramServer, owner: Person
) -> None:
    usul = "\n\n".join(f'"Usul nomor {n} soal pasar ikan belum dibahas," kata Wulan Sari.' for n in range(3, 33))
    channel = telegram.channel("Warta Sore", username="wartasore")
    telegram.reply(owner.forwards(channel.posts(f"Rapat pasar ikan\n\n{usul}"))[0])
    asked = owner.types("wulan sari")
    assert len(telegram.results(asked)) == 20
    group = telegram.supergroup("Elsewhere", owner, bot=False)
    inserted = [owner.chooses(asked, number, group).html for number in range(20)]
    assert all("Warta Sore · " in html and 'href="https://t.me/wartasore/1"' in html for html in inserted)
    assert len(set(inserted)) == 20


def test_facts_are_offered_beside_quotations(telegram: TelegramServer, owner: Person) -> None:
    asked = owner.types("budi hartono")
    said = [result["description"] for result in telegram.results(asked)]
    assert any(words.startswith("“Kami tidak akan menaikkan") for words in said)
    fact = next(number for number, words in enumerate(said) if words.startswith("Ia bertemu dengan"))
    inserted = owner.chooses(asked, fact, telegram.supergroup("Elsewhere", owner, bot=False))
    assert "Kepala Dinas Pengairan Budi Hartono di lokasi" in inserted.html
    assert 'href="https://t.me/kabarpagi/1"' in inserted.html


def test_what_is_inserted_in_the_bots_own_chat_is_neither_question_nor_article(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    asked = owner.types("rini")
    telegram.results(asked)
    inserted = owner.chooses(asked, 0)
    bot.settled()
    assert telegram.sent(owner.private, after=inserted) == []


def test_a_question_brings_its_answers_first(telegram: TelegramServer, owner: Person) -> None:
    results = telegram.results(owner.types("berapa keluarga yang mengungsi?"))
    assert "340 keluarga" in results[0]["title"]


def test_nothing_typed_brings_the_latest_quotations(telegram: TelegramServer, owner: Person) -> None:
    speakers = {result["title"] for result in telegram.results(owner.types(""))}
    assert {"Rini Astuti", "Helen Marsh"} <= speakers


def test_what_is_not_on_record_leads_to_the_bot(telegram: TelegramServer, owner: Person) -> None:
    asked = owner.types("Zubaidah Mongolia")
    assert telegram.results(asked) == []
    assert "Tidak ada di arsip" in str(asked.answer["button"])
    assert "kata demi kata" in telegram.reply(owner.says("/start inline")).html


def test_others_get_a_button_and_no_word_of_the_archive(telegram: TelegramServer) -> None:
    asked = telegram.user("Sam", language="en").types("rini")
    assert telegram.results(asked) == []
    assert "members" in str(asked.answer["button"])


def test_what_is_under_embargo_is_not_offered_even_to_its_editors(telegram: TelegramServer, owner: Person) -> None:
    summary = telegram.sent(owner.private)[0]
    article = summary.html.partition("<code>")[2].partition("</code>")[0]
    telegram.reply(owner.says(f"/embargo {article} until 2099-12-01 06:00 WIB"))
    assert all("Pintu air" not in str(result) for result in telegram.results(owner.types("rini")))
