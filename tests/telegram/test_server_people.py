"""What people do arrives at the bot as Telegram delivers it: privacy, forwards, topics, membership, inline mode."""

from __future__ import annotations

import threading
from typing import Any

import httpx
import pytest
from botapi.deeds import Person
from conftest import Ask
from server import TelegramServer


def heard(call: Ask, kind: str = "message") -> list[Any]:
    """Take all waiting updates; the payloads of one kind."""
    updates = call("getUpdates")
    if updates:
        call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update[kind] for update in updates if kind in update]


def words(call: Ask) -> list[str]:
    return [message.get("text", "") for message in heard(call) if "new_chat_members" not in message]


def test_with_privacy_on_a_group_is_heard_only_when_it_addresses_the_bot(
    telegram: TelegramServer, owner: Person, call: Ask
):
    desk = telegram.group("Desk", owner)
    article = owner.says("Sebuah artikel.", desk)
    owner.says("/add@newsqa_bot", desk, reply_to=article)
    owner.says("/ask@other_bot", desk)
    question = owner.says("/ask siapa?", desk)
    owner.says("@newsqa_bot siapa?", desk)
    call("sendMessage", chat_id=desk.id, text="Kanani")
    owner.says("kapan?", desk, reply_to=telegram.reply(question))
    assert words(call) == ["/add@newsqa_bot", "/ask siapa?", "kapan?"]


def test_what_replies_to_hangs_on_the_message_even_with_privacy_on(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.group("Desk", owner)
    owner.says("/add", desk, reply_to=owner.says("Sebuah artikel.", desk))
    assert heard(call)[-1]["reply_to_message"]["text"] == "Sebuah artikel."


def test_mentions_pass_privacy_only_where_that_is_switched_on(telegram: TelegramServer, owner: Person, call: Ask):
    telegram.switches.mentions_pass_privacy = True
    desk = telegram.group("Desk", owner)
    owner.says("@newsqa_bot siapa?", desk)
    owner.says("@other_bot siapa?", desk)
    assert words(call) == ["@newsqa_bot siapa?"]


def test_bare_commands_may_go_to_the_bot_that_spoke_last(telegram: TelegramServer, owner: Person, call: Ask):
    telegram.switches.bare_commands = "last_speaker"
    desk = telegram.group("Desk", owner)
    owner.says("/ask satu", desk)
    call("sendMessage", chat_id=desk.id, text="halo")
    owner.says("/ask dua", desk)
    assert words(call) == ["/ask dua"]


@pytest.mark.parametrize("why", ["administrator", "privacy off"])
def test_everything_is_heard_as_administrator_or_with_privacy_off(
    telegram: TelegramServer, owner: Person, call: Ask, why: str
):
    desk = telegram.group("Desk", owner)
    telegram.switches.privacy = why != "privacy off"
    if why == "administrator":
        owner.promotes_bot(desk)
    owner.says("halo", desk)
    assert words(call) == ["halo"]
    assert call("getMe")["can_read_all_group_messages"] == (why == "privacy off")


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


def test_a_topic_shows_as_telegram_shows_it(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.supergroup("Desk", owner, forum=True)
    topic = owner.opens_topic(desk, "Politik")
    owner.says("/a", desk, topic=topic)
    general = owner.says("/b", desk)
    owner.says("/c", desk, reply_to=general)
    in_topic, in_general, reply = heard(call)[-3:]
    assert (in_topic["message_thread_id"], in_topic["is_topic_message"]) == (topic.id, True)
    assert "forum_topic_created" in in_topic["reply_to_message"]
    assert "message_thread_id" not in in_general
    assert (reply["message_thread_id"], "is_topic_message" in reply) == (general.id, False)
    refused = call("sendMessage", chat_id=desk.id, text="x", message_thread_id=reply["message_thread_id"])
    assert refused["description"] == "Bad Request: message thread not found"


def test_closed_and_deleted_topics_take_no_message(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.supergroup("Desk", owner, forum=True)
    topic = owner.opens_topic(desk, "Politik")
    owner.closes_topic(desk, topic)
    there = {"chat_id": desk.id, "text": "x", "message_thread_id": topic.id}
    assert call("sendMessage", **there)["description"] == "Bad Request: TOPIC_CLOSED"
    owner.promotes_bot(desk)
    assert call("sendMessage", **there)["is_topic_message"]
    owner.deletes_topic(desk, topic)
    assert call("sendMessage", **there)["description"] == "Bad Request: message thread not found"


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


def test_membership_is_told_and_decides_who_may_write(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.supergroup("Desk", owner)
    owner.starts()
    owner.blocks()
    owner.unblocks()
    owner.removes_bot(desk)
    changes = [(c["chat"]["type"], c["new_chat_member"]["status"]) for c in heard(call, "my_chat_member")]
    assert changes == [("supergroup", "member"), ("private", "kicked"), ("private", "member"), ("supergroup", "kicked")]
    refused = call("sendMessage", chat_id=desk.id, text="x")
    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )
    stranger = telegram.user("Budi")
    assert "chat not found" in call("sendMessage", chat_id=stranger.id, text="x")["description"]
    assert stranger.private.id == stranger.id
    assert "can't initiate conversation" in call("sendMessage", chat_id=stranger.id, text="x")["description"]


def test_an_upgraded_group_says_where_it_went(telegram: TelegramServer, owner: Person, call: Ask):
    desk = telegram.group("Desk", owner)
    new = telegram.migrate(desk)
    refused = call("sendMessage", chat_id=desk.id, text="x")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new.id}
    told = heard(call)[-2:]
    assert (told[0]["migrate_to_chat_id"], told[1]["migrate_from_chat_id"]) == (new.id, desk.id)
    assert call("getChatMember", chat_id=new.id, user_id=owner.id)["status"] == "creator"


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
