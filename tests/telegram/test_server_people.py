"""What people do arrives at the bot as Telegram delivers it; what goes wrong on the way can be arranged."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest
from botapi.deeds import Person
from conftest import Ask, heard, words
from server import TelegramServer


def test_forwards_keep_their_origin(telegram: TelegramServer, owner: Person, call: Ask):
    budi, citra = telegram.user("Budi"), telegram.user("Citra", last_name="Dewi", hides_forwards=True)
    desk, channel = telegram.supergroup("Desk", budi, citra, bot=False), telegram.channel("Kanal", username="kanal")
    post = channel.posts("empat", signed="Redaksi")
    sources = [budi.says("satu", desk), citra.says("dua", desk), budi.says("tiga", desk, anonymous=True), post]
    first = owner.forwards(*sources)[0]
    owner.forwards(first)
    user, hidden, chat, from_channel, again = [message["forward_origin"] for message in heard(call)]
    assert (user["type"], user["sender_user"]["id"]) == ("user", budi.id)
    assert (hidden["type"], hidden["sender_user_name"]) == ("hidden_user", "Citra Dewi")
    assert (chat["type"], chat["sender_chat"]["id"]) == ("chat", desk.id)
    assert (from_channel["type"], from_channel["message_id"], from_channel["author_signature"]) == (
        "channel",
        post.id,
        "Redaksi",
    )
    assert from_channel["chat"]["username"] == "kanal"
    assert again == user


def test_a_comment_goes_ahead_of_what_it_comments(telegram: TelegramServer, owner: Person, call: Ask):
    owner.forwards(telegram.channel("Kanal").posts("Sebuah artikel."), comment="siapa ini?")
    assert words(call) == ["siapa ini?", "Sebuah artikel."]


def test_a_long_paste_arrives_in_parts_that_make_the_whole(owner: Person, call: Ask):
    text = "\n".join(f"Baris ke-{number} dari naskah 😀 yang panjang." for number in range(300))
    parts = owner.pastes(text)
    assert len(parts) == len(heard(call)) > 2
    assert "\n".join(part.text for part in parts) == text


def test_an_album_shares_its_group_and_keeps_captions(owner: Person, call: Ask):
    owner.sends_album(["satu", ""])
    first, second = heard(call)
    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "satu"
    assert "caption" not in second


def test_edits_and_channel_posts_come_as_their_own_kinds(telegram: TelegramServer, owner: Person, call: Ask):
    channel = telegram.channel("Kanal", bot=True)
    channel.edits(channel.posts("satu"), "dua")
    owner.edits(owner.says("tiga"), "empat")
    updates = call("getUpdates")
    kinds = [(kind, update[kind].get("text")) for update in updates for kind in update if kind != "update_id"]
    assert kinds[1:] == [
        ("channel_post", "satu"),
        ("edited_channel_post", "dua"),
        ("message", "tiga"),
        ("edited_message", "empat"),
    ]
    assert updates[-1]["edited_message"]["edit_date"]
    assert "from" not in updates[1]["channel_post"]


def test_a_reply_to_a_deleted_message_is_refused_unless_allowed(owner: Person, call: Ask):
    message = owner.says("halo")
    owner.deletes(message)
    answer = {"chat_id": owner.id, "text": "x", "reply_parameters": {"message_id": message.id}}
    assert call("sendMessage", **answer)["description"] == "Bad Request: message to be replied not found"
    answer["reply_parameters"] |= {"allow_sending_without_reply": True}  # type: ignore[operator]
    assert "reply_to_message" not in call("sendMessage", **answer)


def test_replies_quote_and_reach_into_other_chats(telegram: TelegramServer, owner: Person, call: Ask):
    post = telegram.channel("Kanal", username="kanal").posts("Menteri itu pergi.")
    owner.says("siapa?", reply_to=post, quote="itu pergi")
    asked = heard(call)[0]
    assert asked["external_reply"]["origin"]["message_id"] == post.id
    assert asked["quote"] == {"text": "itu pergi", "position": 8, "is_manual": True}
    wrong = {"message_id": owner.says("x").id, "quote": "y"}
    assert (
        "QUOTE_TEXT_INVALID" in call("sendMessage", chat_id=owner.id, text="x", reply_parameters=wrong)["description"]
    )


def test_a_button_is_answered_once_and_in_time(telegram: TelegramServer, owner: Person, call: Ask):
    owner.starts()
    markup = {"inline_keyboard": [[{"text": "Kutipan", "callback_data": "q:1"}]]}
    call("sendMessage", chat_id=owner.id, text="x", reply_markup=markup)
    press = owner.presses(telegram.reply_in(owner.private), "Kutipan")
    assert heard(call, "callback_query")[0]["message"]["reply_markup"] == markup
    assert call("answerCallbackQuery", callback_query_id=press.id, text="ya", show_alert=True)
    assert telegram.answer(press) == {"text": "ya", "show_alert": True, "url": ""}
    assert "query is too old" in call("answerCallbackQuery", callback_query_id=press.id)["description"]
    late = owner.presses(telegram.reply_in(owner.private), data="forged")
    telegram.pass_time(60)
    assert "query is too old" in call("answerCallbackQuery", callback_query_id=late.id)["description"]


def result(number: int = 1, **more: object) -> dict[str, Any]:
    content = {"message_text": "<b>Kanani</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": str(number), "title": "x", "input_message_content": content, **more}


def test_an_inline_result_is_inserted_and_can_be_edited(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.group("Desk", owner)
    asked = owner.types("kanani")
    markup = {"inline_keyboard": [[{"text": "Lagi", "callback_data": "m"}]]}
    assert call("answerInlineQuery", inline_query_id=asked.id, results=[result(reply_markup=markup)], is_personal=True)
    assert telegram.results(asked)[0]["title"] == "x"
    message = owner.chooses(asked, 0, desk)
    assert (message.html, message.via_bot, asked.answer["is_personal"]) == ("<b>Kanani</b>", telegram.bot, True)
    chosen = heard(call, "chosen_inline_result")[0]
    assert call("editMessageText", inline_message_id=chosen["inline_message_id"], text="baru") is True
    assert message.text == "baru"


INLINE_REFUSED = [
    ([result(n) for n in range(51)], "RESULTS_TOO_MUCH"),
    ([result(), result()], "RESULT_ID_DUPLICATE"),
    ([result() | {"id": "x" * 65}], "RESULT_ID_INVALID"),
    ([result() | {"title": ""}], 'Can\'t find field "title"'),
    ([result() | {"input_message_content": {"message_text": "<b>x", "parse_mode": "HTML"}}], "can't parse entities"),
    ([result() | {"input_message_content": {"message_text": "x" * 4097}}], "message is too long"),
]


@pytest.mark.parametrize(("results", "reason"), INLINE_REFUSED)
def test_bad_inline_results_are_refused(owner: Person, call: Ask, results: list[Any], reason: str):
    assert reason in call("answerInlineQuery", inline_query_id=owner.types("x").id, results=results)["description"]


def test_faults_strike_the_calls_they_name(telegram: TelegramServer, owner: Person, call: Ask):
    owner.starts()
    message = {"chat_id": owner.id, "text": "x"}
    telegram.faults.too_many(7, method="sendMessage", times=2)
    for _ in range(2):
        assert call("sendMessage", **message)["parameters"] == {"retry_after": 7}
    telegram.faults.fail(502, method="sendMessage", chat=owner.id)
    assert call("getMe")
    assert call("sendMessage", **message)["error_code"] == 502
    telegram.faults.drop("after", method="sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        call("sendMessage", **message)
    assert len(telegram.sent(owner.private)) == 1


def test_the_flood_limit_counts_each_chat(telegram: TelegramServer, owner: Person, call: Ask):
    telegram.flood.on, telegram.flood.burst = True, 2
    owner.starts()
    budi = telegram.user("Budi")
    budi.starts()
    answers = [call("sendMessage", chat_id=owner.id, text="x") for _ in range(3)]
    assert answers[2]["description"].startswith("Too Many Requests: retry after ")
    assert call("sendMessage", chat_id=budi.id, text="x")["text"] == "x"


def test_a_broken_update_is_delivered_as_it_is(telegram: TelegramServer, call: Ask):
    number = telegram.updates.put_raw({"message": {"nonsense": []}})
    assert call("getUpdates") == [{"update_id": number, "message": {"nonsense": []}}]


def test_a_transcript_reads_as_on_the_phone(telegram: TelegramServer, owner: Person, call: Ask):
    question = owner.says("siapa?")
    markup = {"inline_keyboard": [[{"text": "Kutipan", "callback_data": "q"}, {"text": "Sumber", "url": "x.id"}]]}
    answer = {"text": '<b>Kanani</b> · <a href="https://x.id/1">x.id</a>', "parse_mode": "HTML", "reply_markup": markup}
    call("sendMessage", chat_id=owner.id, reply_parameters={"message_id": question.id}, **answer)
    call("setMessageReaction", chat_id=owner.id, message_id=question.id, reaction=[{"type": "emoji", "emoji": "👀"}])
    assert telegram.transcript(owner.private).splitlines()[1:] == [
        "#101 Ana Wijaya",
        "  siapa?",
        "  (👀 newsqa bot)",
        "#102 newsqa bot · to #101",
        "  Kanani · x.id",
        "      → x.id: https://x.id/1",
        "  [Kutipan] [Sumber]",
    ]


def test_waiting_in_vain_tells_what_there_was(telegram: TelegramServer, owner: Person):
    question = owner.says("siapa?")
    with pytest.raises(
        AssertionError, match=r"(?s)1 reply to 'siapa\?'.*#101 Ana Wijaya.*1 updates not taken; 0 polls"
    ):
        telegram.reply(question, timeout=0.01)


def test_a_wait_ends_with_the_event(telegram: TelegramServer, owner: Person, call: Ask):
    question = owner.says("siapa?")
    threading.Timer(0.02, lambda: call("sendMessage", chat_id=owner.id, text="Kanani")).start()
    assert telegram.reply(question).at - question.at < 1
