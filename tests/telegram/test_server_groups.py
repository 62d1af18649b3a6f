"""Groups as Telegram has them: what privacy mode lets through, topics, membership, upgrades."""

from __future__ import annotations

import pytest
from botapi.deeds import Person
from conftest import Ask, heard, words
from server import TelegramServer


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


@pytest.mark.parametrize(
    ("kind", "shown"), [("supergroup", True), ("group", False), ("group with it switched on", True)]
)
def test_a_replied_to_message_is_shown_in_supergroups(
    telegram: TelegramServer, owner: Person, call: Ask, kind: str, shown: bool
):
    telegram.switches.group_replies = kind.endswith("on")
    desk = telegram.supergroup("Desk", owner) if kind == "supergroup" else telegram.group("Desk", owner)
    owner.says("/add", desk, reply_to=owner.says("Sebuah artikel.", desk))
    assert ("reply_to_message" in heard(call)[-1]) == shown


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
