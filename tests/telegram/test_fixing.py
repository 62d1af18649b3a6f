"""An editor sets right what is wrong in an article, by buttons and by words, and answers follow at once."""

from __future__ import annotations

import re

import pytest
from botapi.deeds import Person
from botapi.messages import Message
from commands import newsqa
from process import BotProcess
from prose import DAM
from server import TelegramServer

GATE = "Pintu air harus selesai bulan depan"


@pytest.fixture
def summary(bot: BotProcess, telegram: TelegramServer, owner: Person) -> Message:  # noqa: ARG001  it must run
    return telegram.reply(owner.says(DAM))


def identifier(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


class Hand:
    """Someone who presses buttons, one after another, and looks at what becomes of the message."""

    def __init__(self, telegram: TelegramServer, person: Person, summary: Message) -> None:
        self.telegram, self.person, self.summary = telegram, person, summary
        telegram.answer(person.presses(summary, "Perbaiki"))
        self.menu = telegram.reply(summary)

    def presses(self, *labels: str) -> Message:
        for label in labels:
            times = len(self.menu.edits)
            assert not self.telegram.answer(self.person.presses(self.menu, label))["text"]
            self.telegram.edited(self.menu, times + 1)
        return self.menu

    def asks(self, *labels: str) -> Message:
        """Press a button that makes the bot ask; the message that asks."""
        self.presses(*labels[:-1])
        last = self.telegram.sent(self.menu.chat)[-1]
        self.telegram.answer(self.person.presses(self.menu, labels[-1]))
        return self.telegram.reply(last)


@pytest.fixture
def hand(telegram: TelegramServer, owner: Person, summary: Message) -> Hand:
    return Hand(telegram, owner, summary)


def test_the_menu_says_what_can_be_set_right(hand: Hand) -> None:
    assert "Bupati Rini tinjau bendungan" in hand.menu.html
    assert [label for row in hand.menu.buttons for label in row] == [
        "Judul", "Media", "Tanggal", "Siapa yang berkata", "Orang yang sama", "Bukan kutipan/fakta",
    ]  # fmt: skip


def test_a_quotation_gets_its_speaker_and_the_answer_changes_at_once_and_back(
    telegram: TelegramServer, owner: Person, hand: Hand, bot: BotProcess
) -> None:
    question = "apa kata Budi Hartono soal pintu air?"
    assert GATE not in telegram.reply(owner.says(question)).html.partition("\n")[0]
    number = next(line for line in hand.presses("Siapa yang berkata").html.split("\n\n") if GATE in line).partition(
        "."
    )[0]
    done = hand.presses(number, "Budi Hartono")
    assert done.html.startswith("Pembicara: <s>Rini Astuti</s> → <b>Budi Hartono</b>\n“Pintu air")
    right = telegram.reply(owner.says(question)).html.partition("\n")[0]
    assert GATE in right
    assert "Budi Hartono" in right
    assert "1 articles" in newsqa(bot, "reindex")
    assert GATE in telegram.reply(owner.says(question)).html.partition("\n")[0]
    assert hand.presses("Urungkan").html.startswith("Dibatalkan: Pembicara")
    assert hand.menu.buttons == [["‹ Perbaiki"]]
    assert "Rini Astuti" in telegram.reply(owner.says("apa kata Rini soal pintu air?")).html.partition("\n")[0]


def test_a_title_is_asked_for_and_taken_from_the_reply(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    asks = hand.asks("Judul")
    assert asks.markup == {"force_reply": True, "selective": True}
    done = telegram.reply(owner.says("Bupati Cek  Bendungan", reply_to=asks))
    assert "→ <b>Bupati Cek Bendungan</b>" in done.html
    shown = telegram.reply(owner.says(f"/article {identifier(hand.summary)}"))
    assert shown.html.startswith("<b>Bupati Cek Bendungan</b>")


def test_outlet_and_date_are_asked_for_too_and_answers_follow(
    telegram: TelegramServer, owner: Person, hand: Hand
) -> None:
    outlet = telegram.reply(owner.says("Warta Kota", reply_to=hand.asks("Media")))
    assert "→ <b>Warta Kota</b>" in outlet.html
    date = telegram.reply(owner.says("27 Maret 2024", reply_to=hand.asks("Tanggal")))
    assert "→ <b>27 Maret 2024</b>" in date.html
    assert "Warta Kota · 27 Maret 2024" in telegram.reply(owner.says("apa kata Rini soal pintu air?")).html


def test_a_speaker_whom_no_button_names_is_asked_for(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    asks = hand.asks("Siapa yang berkata", "1", "Orang lain…")
    assert "→ <b>Sari Dewi</b>" in telegram.reply(owner.says("Sari Dewi", reply_to=asks)).html
    answer = telegram.reply(owner.says("apa kata Sari Dewi?")).html.partition("\n")[0]
    assert "Sari Dewi" in answer


@pytest.mark.usefixtures("summary")
def test_an_answer_is_given_to_its_speaker_where_it_stands(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("apa kata Rini soal pintu air?"))
    asks = telegram.reply(owner.says("/fix pembicara", reply_to=answer))
    assert GATE in asks.html
    assert asks.buttons[0] == ["Budi Hartono"]
    done = telegram.reply(owner.says("/fix pembicara Budi", reply_to=answer))
    assert "<s>Rini Astuti</s> → <b>Budi Hartono</b>" in done.html
    assert "Budi Hartono" in telegram.reply(owner.says("apa kata Budi soal pintu air?")).html.partition("\n")[0]


def test_what_is_no_quotation_is_gone(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    first = hand.presses("Bukan kutipan/fakta").html.split("\n\n")[1]
    assert GATE in first
    assert hand.presses("1").html.startswith("Bukan kutipan: <s>")
    telegram.answer(owner.presses(hand.summary, "Kutipan"))
    listed = telegram.wait_for(lambda: [m for m in telegram.sent(owner.private) if "iuran air" in m.html])
    assert GATE not in listed[-1].html


def test_two_names_are_made_one(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    assert "bentuk lain" in hand.presses("Orang yang sama").html
    done = hand.presses("Budi Hartono", "Rini Astuti")
    assert done.html.startswith("Orang yang sama: <s>Budi Hartono</s> → <b>Rini Astuti</b>")
    said = telegram.reply(owner.says("/quotes Rini Astuti")).html
    assert GATE in said
    assert "iuran air" in said


def test_who_corrected_what_is_on_record(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    article = identifier(hand.summary)
    telegram.reply(owner.says(f"/fix {article} judul Satu"))
    telegram.reply(owner.says(f"/fix {article} media Warta"))
    telegram.reply(owner.says(f"/fix {article} batal"))
    log = hand.presses("Orang yang sama", "Perbaiki", "Riwayat (2)").html
    assert "1. Judul: <s>Bupati Rini tinjau bendungan di Sukamulya</s> → <b>Satu</b>\n<i>Ana Wijaya, " in log
    assert "2. Media: <s>—</s> → <b>Warta</b>\n<i>Ana Wijaya, " in log
    assert "dibatalkan: <i>Ana Wijaya, " in log
    assert [label for row in hand.menu.buttons for label in row if "Urungkan" in label] == ["Urungkan 1"]


@pytest.mark.usefixtures("bot")
def test_the_hour_of_a_forward_is_named_in_the_newsrooms_zone(telegram: TelegramServer, owner: Person) -> None:
    summary = telegram.reply(owner.forwards(telegram.channel("Kabar Pagi").posts(DAM))[0])
    said = telegram.reply(owner.says(f"/fix {identifier(summary)} tanggal 26 Maret 2024")).html
    assert re.search(r"<s>\d{1,2} \w+ \d{4} \d\d\.\d\d WIB</s> → <b>26 Maret 2024</b>", said), said


@pytest.mark.usefixtures("summary")
def test_words_do_what_buttons_do_in_either_language(telegram: TelegramServer, owner: Person, summary: Message) -> None:
    article = identifier(summary)
    said = {
        f"/fix {article} title Q&A <b>": "→ <b>Q&amp;A &lt;b&gt;</b>",
        f"/fix {article} title One": "<s>Q&amp;A &lt;b&gt;</s> → <b>One</b>",
        f"/fix {article} date 27/3/2024 14:30 WITA": "→ <b>27 Maret 2024 14.30",
        f"/fix {article} tanggal 26 Maret 2024": "→ <b>26 Maret 2024</b>",
        f"/fix {article} date soon": "Tidak ada hari",
        f"/fix {article} date 2099-01-01": "Tidak ada hari",
        f"/fix {article} sama Budi = Rini Astuti": "<s>Budi Hartono</s> → <b>Rini Astuti</b>",
        f"/fix {article} same Nobody = Rini Astuti": "Tidak ada yang perlu diubah",
        f"/fix {article} judul One": "Tidak ada yang perlu diubah",
        f"/fix {article} frobnicate": "Balas artikelnya",
        "/fix": "Balas artikelnya",
        "/fix 000000": "Balas artikelnya",
    }
    for words, answer in said.items():
        assert answer in telegram.reply(owner.says(words)).html, words


def test_only_editors_correct_and_only_who_was_asked_answers(
    telegram: TelegramServer, owner: Person, summary: Message
) -> None:
    group, reader = telegram.supergroup("Redaksi", owner), telegram.user("Sam", language="en")
    telegram.reply(owner.says(f"/admit {reader.id} reader"))
    article = identifier(summary)
    assert telegram.reply(reader.says(f"/fix {article} title Mine")).html.startswith("Only editors")
    reader.joins(group)
    menu = telegram.reply(owner.says(f"/fix {article}", group))
    assert telegram.answer(reader.presses(menu, "Judul"))["text"].startswith("Only editors")
    telegram.answer(owner.presses(menu, "Judul"))
    asks = telegram.reply(menu)
    reader.says("Mine", group, reply_to=asks)
    done = telegram.wait_for(lambda: telegram.sent(group, after=asks))
    assert "Mine" not in done[0].html.partition("\n")[0]
    assert "→ <b>Ours</b>" in telegram.reply(owner.says("Ours", group, reply_to=asks)).html


def test_a_button_whose_article_or_words_are_gone_says_so(telegram: TelegramServer, owner: Person, hand: Hand) -> None:
    article = identifier(hand.summary)
    for data in (
        "f:name:0-5.00000000:",
        "f:said:x:",
        "f:said:0-5:",
        "f:quote:0-5:",
        "f:undo:99:",
        "f:nonsense::",
        "f:both:a:",
    ):
        assert "tidak berlaku" in telegram.answer(owner.presses(hand.menu, data=data + article))["text"], data
    hand.presses("Siapa yang berkata")
    asked = telegram.reply(owner.says(f"/delete {article}"))
    telegram.answer(owner.presses(asked, "Ya, hapus"))
    assert "tidak berlaku" in telegram.answer(owner.presses(hand.menu, "1"))["text"]


def test_delete_asks_first(telegram: TelegramServer, owner: Person, summary: Message) -> None:
    for label, buttons in (("Hapus", ["Ya, hapus", "Jangan"]), ("Jangan", ["Kutipan", "Fakta", "Perbaiki", "Hapus"])):
        times = len(summary.edits)
        telegram.answer(owner.presses(summary, label))
        assert telegram.edited(summary, times + 1).buttons == [buttons]
    telegram.answer(owner.presses(summary, "Hapus"))
    telegram.edited(summary, 3)
    telegram.answer(owner.presses(summary, "Ya, hapus"))
    assert telegram.edited(summary, 4).html.startswith("Dihapus")
