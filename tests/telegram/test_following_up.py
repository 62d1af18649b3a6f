"""Questions that leave out what was clear: in private, in topics, as replies, and only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer


@pytest.fixture(autouse=True)
def _filled(bot: BotProcess, telegram: TelegramServer, owner: Person) -> None:  # noqa: ARG001  it must run
    for text in (DAM, PORT):
        telegram.reply(owner.says(text))


def test_the_next_question_may_leave_out_what_was_clear(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("apa kata Rini?"))
    answer = telegram.reply(owner.says("dan Budi?"))
    assert answer.html.startswith("<i>↳ apa kata Budi?</i>")
    assert "tidak akan menaikkan iuran" in answer.html


def test_a_word_that_asks_is_enough_where_the_answer_was_found(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("who met Marsh?"))
    assert "Monday" in telegram.reply(owner.says("when?")).html


VISIT = """Haniyeh di Teheran

TEHERAN - Ismail Haniyeh bertemu Ali Khamenei di Teheran pada Minggu (5/11/2023).

"Serangan itu harus berhenti," kata Haniyeh kepada wartawan.

Hassan Nasrallah bertemu Haniyeh di Beirut pada Oktober 2023.
"""
TALKS = """Egypt urges ceasefire

"The crossing stays open," Egyptian Foreign Minister Sameh Shoukry told reporters in Cairo on Tuesday.

Jordan's Ayman Safadi met Shoukry in Amman in November 2023.
"""


@pytest.fixture(params=["private", "group", "topic"])
def ask(request: pytest.FixtureRequest, telegram: TelegramServer, owner: Person) -> Callable[[str], str]:
    """Ask in one kind of place, one question after another; the answer's words."""
    if request.param == "private":
        return lambda text: telegram.reply(owner.says(text)).html
    place = telegram.supergroup("Redaksi", owner, forum=request.param == "topic")
    topic = owner.opens_topic(place, "Timur Tengah") if request.param == "topic" else None
    return lambda text: telegram.reply(owner.says(f"/ask {text}", place, topic=topic)).html


def test_a_bare_word_asks_of_what_was_shown(telegram: TelegramServer, owner: Person, ask: Callable[[str], str]) -> None:
    for text in (VISIT, TALKS):
        telegram.reply(owner.says(f"/add {text}"))
    ask("siapa yang bertemu Haniyeh?")
    assert "<b>Minggu (5/11/2023)</b>" in ask("kapan?")
    assert "<b>Teheran</b>" in ask("di mana?")
    assert ask("kenapa?").startswith("<i>↳ siapa yang bertemu Haniyeh? – kenapa?</i>\n\n<b>Tidak ada di arsip.</b>")
    assert "Khamenei" not in ask("siapa lagi?").partition("<blockquote>")[0]
    assert "<b>“Serangan itu harus berhenti”</b>" in ask("apa kata Haniyeh?")
    assert "<b>Tidak ada di arsip.</b> Yang tadi ditampilkan" in ask("kapan?")
    assert "Ismail Haniyeh" in ask("siapa?")
    assert "<b>“The crossing stays open”</b>" in ask("dan Shoukry?")
    assert "<b>Tuesday</b>" in ask("kapan?")


def test_a_bare_word_asks_so_in_english_too(telegram: TelegramServer, owner: Person, ask: Callable[[str], str]) -> None:
    telegram.reply(owner.says(f"/add {VISIT}"))
    telegram.reply(owner.says(f"/add {TALKS}"))
    telegram.reply(owner.says("/language en"))
    ask("what did Shoukry say?")
    assert "<b>Tuesday</b>" in ask("when?")
    assert "<b>Cairo</b>" in ask("and where?")
    assert ask("why?").startswith("<i>↳ what did Shoukry say? – why?</i>\n\n<b>Not on record.</b> What was shown")
    assert "Nothing more on record" in ask("what else?")
    ask("who met Haniyeh in October?")
    assert "Khamenei" in ask("and in November 2023?").partition("<blockquote>")[0]


def test_others_are_those_that_were_not_told(telegram: TelegramServer, owner: Person) -> None:
    first = telegram.reply(owner.says("apa kata Budi soal iuran?"))
    assert "iuran air" in first.html
    again = telegram.reply(owner.says("apa lagi?"))
    assert "tidak akan menaikkan iuran" not in again.html.partition("</b>")[0]


def test_he_is_whom_the_answer_names(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("siapa yang meninjau bendungan?"))
    assert "Pintu air harus selesai" in telegram.reply(owner.says("apa kata dia?")).html


def test_a_reply_to_an_answer_follows_it_up_even_after_other_questions(telegram: TelegramServer, owner: Person) -> None:
    answer = telegram.reply(owner.says("apa kata Rini?"))
    telegram.reply(owner.says("how many fishermen did the storm kill?"))
    later = telegram.reply(owner.says("dan Budi?", reply_to=answer))
    assert "↳ apa kata Budi?" in later.html


def test_after_some_minutes_a_question_stands_by_itself(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("apa kata Rini?"))
    telegram.pass_time(6 * 60)
    assert "↳" not in telegram.reply(owner.says("dan Budi?")).html


def test_each_topic_and_each_person_has_a_thread_of_its_own(telegram: TelegramServer, owner: Person) -> None:
    other = telegram.user("Budi", language="id")
    forum = telegram.supergroup("Redaksi", owner, other, forum=True)
    flood, harbour = owner.opens_topic(forum, "Banjir"), owner.opens_topic(forum, "Pelabuhan")
    answer = telegram.reply(owner.says("/ask apa kata Rini?", forum, topic=flood))
    assert "Pintu air" in answer.html
    assert "↳" not in telegram.reply(owner.says("/ask dan Budi?", forum, topic=harbour)).html
    assert "↳" not in telegram.reply(other.says("/ask dan Budi?", forum, topic=flood)).html
    followed = telegram.reply(other.says("dan Budi?", forum, reply_to=answer))
    assert "↳ apa kata Budi?" in followed.html
    assert followed.thread_id == flood.id


def test_what_was_asked_in_private_is_not_known_in_a_group(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    telegram.reply(owner.says("apa kata Rini?"))
    assert "Rini" not in telegram.reply(owner.says("/ask dan Budi?", group)).html.partition("<blockquote>")[0]


def test_a_question_under_someones_article_asks_that_article(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    article = owner.says(PORT, group)
    telegram.reply(owner.says("/add", group, reply_to=article))
    answer = telegram.reply(owner.says("/ask who said it is safe?", group, reply_to=article))
    assert "Marsh" in answer.html
    assert "Eastbay" in answer.html or "pier" in answer.html
