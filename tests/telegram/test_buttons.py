"""Buttons under answers: pages, context, article, other voices, feedback; and which of them are nobody's any more."""

from __future__ import annotations

import json

import pytest
from botapi.deeds import Person
from botapi.messages import Message
from commands import newsqa
from process import BotProcess
from prose import DAM, PORT, long_article
from server import TelegramServer

SPEAKERS = ("Wulan Sari", "Joko Susilo")
MARKET = "Rapat pasar ikan\n\n" + "\n\n".join(
    f'Sidang {n} ada di Balai Kota.\n\n"Usul nomor {n} soal pasar ikan belum dibahas," kata {SPEAKERS[n > 9]}.'
    for n in range(3, 12)
)
MOST = 4096


@pytest.fixture(autouse=True)
def _filled(bot: BotProcess, telegram: TelegramServer, owner: Person) -> None:  # noqa: ARG001  it must run
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    for text in (DAM, MARKET):
        telegram.reply(owner.forwards(channel.posts(text))[0])


def pressed(telegram: TelegramServer, person: Person, message: Message, label: str) -> Message:
    """Press a button that edits its message."""
    times = len(message.edits)
    assert telegram.answer(person.presses(message, label))["text"] == ""
    return telegram.edited(message, times + 1)


def test_more_and_back_turn_pages_in_the_same_message(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("/quotes Wulan Sari"))
    first = shown.html
    assert "1. " in first
    assert "4. " in pressed(telegram, owner, shown, "4 lagi ›").html
    assert "7. " in pressed(telegram, owner, shown, "1 lagi ›").html
    assert [label for row in shown.buttons for label in row if "lagi ›" in label] == []
    pressed(telegram, owner, shown, "‹ Kembali")
    assert pressed(telegram, owner, shown, "‹ Kembali").html == first


def test_context_is_what_stands_around_the_sentence(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Budi soal iuran?"))
    short = shown.html
    assert "Sebanyak 340 keluarga" not in short
    wide = pressed(telegram, owner, shown, "Konteks")
    assert "Sebanyak 340 keluarga mengungsi" in wide.html
    assert pressed(telegram, owner, shown, "Ringkas").html == short


def test_the_article_comes_with_its_link_alone_previewed(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Budi soal iuran?"))
    assert shown.link_preview == {"is_disabled": True}
    telegram.answer(owner.presses(shown, "Artikel"))
    article = telegram.reply(shown)
    assert "Rp 12 miliar" in article.html
    assert article.link_preview == {"url": "https://t.me/kabarpagi/1"}
    others = [message for message in telegram.sent(owner.private) if message is not article]
    assert [message.link_preview for message in others] == [{"is_disabled": True}] * len(others)


def test_articles_go_by_the_number_of_their_answer(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(PORT))
    shown = telegram.reply(owner.says("/latest"))
    assert ["Artikel 1", "Artikel 2", "Artikel 3"] in shown.buttons
    third = shown.html.partition("3. <b>")[2].partition("</b>")[0]
    telegram.answer(owner.presses(shown, "Artikel 3"))
    assert telegram.reply(shown).html.startswith(f"<b>{third}</b>")


def test_who_else_said_something_of_it_is_nobody_who_was_quoted(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Joko Susilo soal pasar ikan?"))
    telegram.answer(owner.presses(shown, "Siapa lagi"))
    others = telegram.reply(shown)
    assert "Wulan Sari" in others.html
    assert "Joko Susilo" not in others.html


def test_what_is_not_right_is_kept_once_and_exported(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    shown = telegram.reply(owner.says("apa kata Rini?"))
    for _ in range(2):
        assert "Dicatat" in telegram.answer(owner.presses(shown, "Tidak tepat"))["text"]
    bot.stop()
    (row,) = map(json.loads, newsqa(bot, "export", "feedback").splitlines())
    assert (row["question"], row["said"]) == ("apa kata Rini?", "wrong")


def test_pages_are_turned_by_who_asked_and_articles_opened_by_all(telegram: TelegramServer, owner: Person) -> None:
    other = telegram.user("Sam", language="en")
    group = telegram.supergroup("Redaksi", owner, other)
    shown = telegram.reply(owner.says("/ask apa kata Rini?", group))
    assert "belong to who asked" in telegram.answer(other.presses(shown, "Konteks"))["text"]
    assert shown.edits == []
    assert telegram.answer(other.presses(shown, "Artikel"))["text"] == ""
    assert "Rp 12 miliar" in telegram.reply(shown).html


def test_a_button_of_another_chat_is_stale(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Rini?"))
    group = telegram.supergroup("Redaksi", owner)
    there = telegram.reply(owner.says("/help", group))
    for label in ("Konteks", "Artikel", "Tidak tepat"):
        press = owner.presses(there, data=shown.button(label)["callback_data"])
        assert "tidak berlaku" in telegram.answer(press)["text"], label
    assert telegram.sent(group)[-1] is there


FORGED = ("t", "t:", "t:page:1", "t:page:x:0", f"t:page:{10**30}:0", "t:page:1:-1", "t:article:1:0", "a:", "a:quotes:")
FORGED += ("a:quotes:'--", "f:", "f:open:", "f:nonsense::x", "watch:pause:x", f"watch:pause:{10**30}", "embargo:", "x")


def test_what_no_button_of_ours_sends_is_stale(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Rini?"))
    for data in FORGED:
        assert "tidak berlaku" in telegram.answer(owner.presses(shown, data=data))["text"], data
    assert telegram.sent(owner.private)[-1] is shown


def test_buttons_of_what_was_deleted_say_so(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Budi soal iuran?"))
    article = telegram.sent(owner.private)[0].html.partition("<code>")[2].partition("</code>")[0]
    asked = telegram.reply(owner.says(f"/delete {article}"))
    telegram.answer(owner.presses(asked, "Ya, hapus"))
    for label in ("Konteks", "Artikel"):
        assert "tidak berlaku" in telegram.answer(owner.presses(shown, label))["text"], label


def turned(telegram: TelegramServer, person: Person, shown: Message) -> list[str]:
    """Turn to the last leaf of a message, one by one, and return the words in the blockquote of each."""
    said = []
    while True:
        said.append(shown.html.partition("<blockquote expandable>")[2].partition("</blockquote>")[0])
        onward = [label for row in shown.buttons for label in row if label.endswith("›")]
        if not onward:
            return said
        pressed(telegram, person, shown, onward[0])


def test_a_long_article_is_turned_leaf_by_leaf_and_nothing_of_it_is_lost(
    telegram: TelegramServer, owner: Person
) -> None:
    text = long_article()
    sent = owner.sends_document("panen.txt", text.encode())
    article = telegram.reply(sent).html.partition("<code>")[2].partition("</code>")[0]
    shown = telegram.reply(owner.says(f"/article {article}"))
    first = shown.html
    assert shown.buttons == [["2 ›", "5 »"]]
    assert first.startswith("<b>Karanganyar Bersiap Panen Raya</b> · 1/5\n")
    leaves = turned(telegram, owner, shown)
    assert "\n\n".join(leaves) == text
    assert all(leaf.endswith((".", "wartawan di balai desa.")) for leaf in leaves)
    assert shown.buttons == [["« 1", "‹ 4"]]
    assert pressed(telegram, owner, shown, "« 1").html == first
    assert telegram.sent(owner.private)[-1] is shown


def test_a_button_that_turns_a_deleted_article_is_stale(telegram: TelegramServer, owner: Person) -> None:
    sent = owner.sends_document("panen.txt", long_article().encode())
    article = telegram.reply(sent).html.partition("<code>")[2].partition("</code>")[0]
    shown = telegram.reply(owner.says(f"/article {article}"))
    telegram.answer(owner.presses(telegram.reply(owner.says(f"/delete {article}")), "Ya, hapus"))
    assert "tidak berlaku" in telegram.answer(owner.presses(shown, "2 ›"))["text"]


ENDLESS = "Laporan tanpa titik\n\n" + "pasar, jembatan, bendungan, dan sekolah dibangun Wulan Sari, " * 120


def test_what_is_too_long_for_a_message_is_cut_between_words_and_entities(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    telegram.reply(owner.says("/watch Wulan Sari"))
    said = '"' + "Kami akan membangun pasar & jembatan, " * 300 + 'begitu," kata Wulan Sari.'
    for number, text in enumerate((ENDLESS, f"Pidato panjang\n\n{said}")):
        sent = owner.sends_document(f"{number}.txt", text.encode())
        summary = telegram.reply(sent)
        for label in ("Kutipan", "Fakta"):
            telegram.answer(owner.presses(summary, label))
        telegram.reply(owner.says("/quotes Wulan Sari"))
        telegram.reply(owner.says("apa kata Wulan Sari soal pasar dan jembatan?"))
        bot.settled()
    refused = [call.error for call in telegram.calls() if call.error]
    assert refused == []
    assert all(len(message.text.encode("utf-16-le")) <= 2 * MOST for message in telegram.sent(owner.private))
