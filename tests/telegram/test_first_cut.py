"""What a newsroom meets on its first day: the real bot process against a strict Bot API server."""

from __future__ import annotations

from pathlib import Path

import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture
def filled(bot: BotProcess, telegram: TelegramServer, owner: Person) -> None:  # noqa: ARG001  it must run
    for text in (DAM, PORT):
        telegram.reply(owner.says(text))


def test_a_pasted_article_is_acknowledged_and_summed_up(telegram: TelegramServer, owner: Person) -> None:
    said = owner.says(DAM)
    assert telegram.reaction(said) == "👀"
    summary = telegram.reply(said)
    assert "<b>Bupati Rini tinjau bendungan di Sukamulya</b>" in summary.html
    assert "3 kutipan" in summary.html
    assert "Rini Astuti dan Budi Hartono" in summary.html
    assert summary.reply_to is said
    assert summary.buttons == [["Kutipan", "Fakta", "Perbaiki", "Hapus"]]


def test_a_question_is_answered_with_its_sentence_and_source(telegram: TelegramServer, owner: Person) -> None:
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    telegram.reply(owner.forwards(channel.posts(DAM))[0])
    asked = owner.says("berapa keluarga yang mengungsi?")
    answer = telegram.reply(asked)
    assert answer.reply_to is asked
    assert "<b>" in answer.html.splitlines()[0]
    assert "340 keluarga" in answer.html
    assert "<blockquote>" in answer.html
    assert "Kabar Pagi · " in answer.html
    assert '<a href="https://t.me/kabarpagi/1">tautan</a>' in answer.html


@pytest.mark.usefixtures("filled")
def test_a_quotation_stands_between_marks_with_its_speaker(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("apa kata Rini soal pintu air?"))
    assert "<b>“Pintu air harus selesai bulan depan" in answer.html
    assert "</b> · Rini Astuti" in answer.html


@pytest.mark.usefixtures("filled")
def test_what_is_not_on_record_is_said_to_be_so(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("siapa presiden Mongolia?"))
    assert answer.html.startswith("<b>Tidak ada di arsip.</b>")


@pytest.mark.usefixtures("filled")
def test_articles_are_shown_and_deleted(telegram: TelegramServer, owner: Person) -> None:
    summary = telegram.sent(owner.private)[0]
    article = summary.html.partition("<code>")[2].partition("</code>")[0]
    assert "Pintu air harus selesai" in telegram.reply(owner.says(f"/article {article}")).html
    asked = telegram.reply(owner.says(f"/delete {article}"))
    assert asked.html.startswith("Hapus <b>Bupati Rini")
    owner.presses(asked, "Jangan")
    assert "3 kutipan" in telegram.edited(asked).html
    asked = telegram.reply(owner.says(f"/delete {article}"))
    owner.presses(asked, "Ya, hapus")
    assert telegram.edited(asked).html.startswith("Dihapus: ")
    assert "Tidak ada artikel" in telegram.reply(owner.says(f"/article {article}")).html


@pytest.mark.usefixtures("filled")
def test_the_summarys_buttons_show_quotes_and_facts(telegram: TelegramServer, owner: Person) -> None:
    summary = telegram.sent(owner.private)[0]
    press = owner.presses(summary, "Kutipan")
    telegram.answer(press)
    shown = telegram.reply(telegram.sent(owner.private)[-1])
    assert "<b>Rini Astuti</b>: “Pintu air harus selesai bulan depan" in shown.html
    telegram.answer(owner.presses(summary, "Fakta"))
    facts = telegram.reply(shown)
    assert "• Kami tidak akan menaikkan iuran air tahun ini · <i>disebut tidak terjadi</i>" in facts.html


def test_in_a_group_it_answers_only_when_spoken_to(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(DAM))
    forum = telegram.supergroup("Redaksi", owner, forum=True)
    topic = owner.opens_topic(forum, "Banjir")
    owner.says("berapa keluarga yang mengungsi?", forum, topic=topic)
    telegram.settled()
    assert telegram.sent(forum) == []
    telegram.switches.privacy = False
    for question in ("/ask berapa keluarga yang mengungsi?", "@newsqa_bot berapa keluarga yang mengungsi?"):
        asked = owner.says(question, forum, topic=topic)
        answer = telegram.reply(asked)
        assert "340 keluarga" in answer.html
        assert answer.reply_to is asked
        assert answer.thread_id == topic.id
    again = owner.says("apa kata Rini?", forum, reply_to=answer)
    assert "Pintu air" in telegram.reply(again).html


def test_in_a_group_a_reply_of_add_adds_the_article(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    article = owner.says(DAM, group)
    summary = telegram.reply(owner.says("/add", group, reply_to=article))
    assert "bendungan di Sukamulya" in summary.html


def test_a_stranger_gets_one_polite_line_once(telegram: TelegramServer) -> None:
    stranger = telegram.user("Sam", language="en")
    line = telegram.reply(stranger.says("who met the mayor?"))
    assert f"/admit {stranger.id}" in line.html
    stranger.says("hello?")
    stranger.says("/start")
    telegram.settled()
    assert len(telegram.sent(stranger.private)) == 1


def test_whom_an_owner_admits_gets_answers_until_removed(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(PORT))
    reader = telegram.user("Sam", language="en")
    assert f"{reader.id} diterima" in telegram.reply(owner.says(f"/admit {reader.id}")).html
    assert "three fishermen" in telegram.reply(reader.says("how many fishermen did the storm kill?")).html
    assert str(reader.id) in telegram.reply(owner.says("/members")).html
    assert telegram.reply(reader.says("/members")).html.startswith("Only owners")
    telegram.reply(owner.says(f"/remove {reader.id}"))
    assert "not among its members" in telegram.reply(reader.says("who met Marsh?")).html


def test_a_group_counts_once_an_owner_lets_it_in(telegram: TelegramServer, owner: Person) -> None:
    other = telegram.user("Budi", language="id")
    group = telegram.supergroup("Warung", other, owner)
    assert "belum terdaftar" in telegram.reply(other.says("/ask apa kata Rini?", group)).html
    assert "sekarang boleh bertanya" in telegram.reply(owner.says("/admit", group)).html
    assert "Tidak ada di arsip" in telegram.reply(other.says("/ask apa kata Rini?", group)).html


def test_it_speaks_the_language_of_the_person(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(DAM))
    assert "menjawab" not in telegram.reply(owner.says("/start")).html
    choose = telegram.reply(owner.says("/language"))
    assert choose.buttons == [["Indonesia", "English"]]
    telegram.answer(owner.presses(choose, "English"))
    assert "I speak English" in telegram.edited(choose).html
    assert telegram.reply(owner.says("siapa presiden Mongolia?")).html.startswith("<b>Not on record.</b>")


def test_everything_from_outside_is_escaped(telegram: TelegramServer, owner: Person) -> None:
    text = DAM.replace("di Sukamulya\n", "di <b>Sukamulya</i> & Co\n", 1).replace("iuran air", "iuran <air> & listrik")
    summary = telegram.reply(owner.says(text))
    assert "&lt;b&gt;Sukamulya&lt;/i&gt; &amp; Co" in summary.html
    assert "iuran &lt;air&gt; &amp; listrik" in telegram.reply(owner.says("apa kata Budi soal iuran?")).html


HOSTILE = ('"Kanani" OR NEAR(*', "' OR 1=1; --", "((((", "siapa\u202e\u200b itu?", "🙂")


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_questions_get_a_plain_answer(telegram: TelegramServer, owner: Person, question: str) -> None:
    answer = telegram.reply(owner.says(question))
    assert "Maaf" not in answer.html


def test_a_question_of_a_whole_message_is_no_question(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    assert "terlalu panjang" in telegram.reply(owner.says("/ask " + "siapa " * 680, group)).html


def test_the_token_reaches_no_log(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    telegram.reply(owner.says("/start"))
    telegram.faults.fail(500, method="sendMessage")
    telegram.reply(owner.says("apa kata Rini?"))
    bot.stop()
    assert telegram.token not in bot.log
    assert telegram.token.partition(":")[2] not in bot.log
    assert "apa kata" not in bot.log


def test_the_archive_outlives_the_process(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    telegram.reply(owner.says(PORT))
    bot.settled()  # else the summary is on its way, and may come again
    bot.restart(kill=True)
    assert "4.2 million" in telegram.reply(owner.says("how much did the repairs cost?")).html


def test_it_stops_when_told_and_says_so(bot: BotProcess) -> None:
    assert bot.stop() == 0
    assert "stopped" in bot.log


def test_it_starts_soon_and_stays_small(telegram: TelegramServer, owner: Person, tmp_path: Path) -> None:
    with BotProcess(telegram, tmp_path, owners=(owner.id,), cold=True) as bot:
        telegram.reply(owner.says("/start"))
        assert bot.memory() < 200 * 2**20


@pytest.mark.usefixtures("filled")
def test_a_greeting_is_answered_as_one_with_what_can_be_asked(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("halo, selamat pagi!"))
    assert answer.html.startswith("Halo!")
    assert "siapa yang ditemui Haniyeh?" in answer.html


@pytest.mark.usefixtures("filled")
def test_thanks_are_taken_without_words(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("berapa keluarga yang mengungsi?"))
    said = owner.says("makasih ya")
    assert telegram.reaction(said) == "🙏"
    assert telegram.reply(owner.says("apa kata Rini soal pintu air?")).html.startswith("<b>“Pintu air")


@pytest.mark.usefixtures("filled")
def test_what_is_new_lists_the_newest_articles(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("ada berita apa hari ini?"))
    assert "Bupati Rini tinjau bendungan di Sukamulya" in answer.html


def test_an_empty_archive_says_how_to_begin(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("berapa keluarga yang mengungsi?"))
    assert answer.html.startswith("<b>Tidak ada di arsip.</b>")
    assert "Arsip masih kosong" in answer.html
