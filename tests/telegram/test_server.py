"""The server is as strict as Telegram: its answers to plain HTTP and to python-telegram-bot's own client."""

from __future__ import annotations

import json
import threading
from typing import Any

import httpx
import pytest
from botapi.deeds import Person
from conftest import Ask
from server import TelegramServer
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, RetryAfter


async def test_the_client_library_the_bot_uses_finds_everything_it_expects(telegram: TelegramServer, owner: Person):
    desk = telegram.supergroup("Desk", owner, forum=True)
    topic = owner.opens_topic(desk, "Politik")
    question = owner.says("/ask siapa?", desk, topic=topic)
    async with Bot(telegram.token, f"{telegram.url}/bot", f"{telegram.url}/file/bot") as client:
        asked = (await client.get_updates())[-1].message
        assert asked
        assert (asked.is_topic_message, asked.message_thread_id) == (True, topic.id)
        reply = await client.send_message(
            desk.id,
            "<b>🙂</b> <blockquote expandable>a &lt; b</blockquote>",
            parse_mode="HTML",
            message_thread_id=asked.message_thread_id,
            reply_parameters=ReplyParameters(asked.message_id),
            reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m:1")]]),
        )
        press = owner.presses(telegram.reply(question), "More")
        assert await client.answer_callback_query(press.id, "ya")
        await client.edit_message_text("baru", desk.id, reply.message_id)
        await client.set_message_reaction(desk.id, asked.message_id, "👀")
        sent = await client.send_document(desk.id, b"isi", filename="kutipan.csv")
        assert sent.document
        assert await (await client.get_file(sent.document.file_id)).download_as_bytearray() == b"isi"
        telegram.faults.too_many(3)
        with pytest.raises(RetryAfter, match="Retry in 3 seconds"):
            await client.send_message(desk.id, "halo")
        with pytest.raises(BadRequest, match="Chat not found"):
            await client.send_message(5, "halo")
        owner.starts()
        owner.blocks()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await client.send_message(owner.id, "halo")
    shown = telegram.sent(desk)[0]
    assert (shown.text, shown.reply_to, shown.thread_id, shown.buttons) == ("baru", question, topic.id, [])
    assert (telegram.answer(press)["text"], telegram.reaction(question)) == ("ya", "👀")


def test_the_address_must_be_right(telegram: TelegramServer, http: httpx.Client):
    assert http.get(f"{telegram.url}/bot1:wrong/getMe").json()["error_code"] == 401
    assert http.get(f"{telegram.url}/bot{telegram.token}/getMoney").json()["description"].startswith("Not Found")
    assert http.get(f"{telegram.url}/bot{telegram.token}/GETME").json()["result"]["username"] == "newsqa_bot"
    assert http.get(f"{telegram.url}/file/bot{telegram.token}/documents/none").status_code == 404


@pytest.mark.parametrize("how", ["json", "data", "query", "multipart"])
def test_parameters_come_in_any_form(telegram: TelegramServer, owner: Person, http: httpx.Client, how: str):
    owner.starts()
    params: dict[str, Any] = {"chat_id": str(owner.id), "text": "halo", "reply_markup": '{"force_reply": true}'}
    body: dict[str, Any] = {
        "json": {"json": params},
        "data": {"data": params},
        "query": {"params": params},
        "multipart": {"data": params, "files": {"unused": ("x.txt", b"x")}},
    }[how]
    answer = http.post(f"{telegram.url}/bot{telegram.token}/sendMessage", **body).json()
    assert answer["result"]["text"] == "halo"
    assert telegram.sent(owner.private)[0].markup == {"force_reply": True}


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": "@nowhere", "text": "x"}, "chat not found"),
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "🙂" * 2049}, "message is too long"),
    ("sendMessage", {"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ("sendMessage", {"text": "x", "reply_to_message_id": 9}, "message to be replied not found"),
    ("sendMessage", {"text": "x", "message_thread_id": 9}, "message thread not found"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data="")}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(url="a b")}, "is invalid: Wrong HTTP URL"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard()}, "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(url="x.id", callback_data="x")}, "BUTTON_TYPE_INVALID"),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ("editMessageText", {"message_id": 9, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"message_id": 101, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"inline_message_id": "none", "text": "x"}, "MESSAGE_ID_INVALID"),
    ("deleteMessage", {"message_id": 9}, "message to delete not found"),
    ("setMessageReaction", {"message_id": 9}, "message to react not found"),
    ("setMessageReaction", {"message_id": 101, "reaction": [{"type": "emoji", "emoji": "📰"}]}, "REACTION_INVALID"),
    ("sendChatAction", {"action": "thinking"}, "wrong parameter action in request"),
    ("sendDocument", {}, "there is no document in the request"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "must contain from 2 to 10 media items"),
    ("getFile", {"file_id": "none"}, "wrong file_id or the file is temporarily unavailable"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired"),
    ("setMyCommands", {"commands": [{"command": "Ask!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "ask", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [], "language_code": "ind"}, "invalid language code specified"),
    ("getChatAdministrators", {}, "there are no administrators in the private chat"),
    ("setWebhook", {"url": "ftp://x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ("getUpdates", {"allowed_updates": "message"}, "can't parse allowed updates"),
]


@pytest.mark.parametrize(("method", "params", "reason"), REFUSED)
def test_bad_requests_are_refused_in_telegrams_words(
    owner: Person, call: Ask, method: str, params: dict[str, object], reason: str
):
    owner.starts()  # message 101
    here = {} if reason == "chat_id is empty" else {"chat_id": owner.id}
    answer = call(method, **here | params)
    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: ")
    assert reason in answer["description"]


def test_an_edit_must_change_something_and_drops_the_keyboard_it_does_not_repeat(owner: Person, call: Ask):
    owner.starts()
    sent = call("sendMessage", chat_id=owner.id, text="satu", reply_markup=keyboard(callback_data="x"))
    here = {"chat_id": owner.id, "message_id": sent["message_id"]}
    again = call(
        "editMessageText", **here, text="<b></b>satu", parse_mode="HTML", reply_markup=keyboard(callback_data="x")
    )
    assert again["description"].startswith("Bad Request: message is not modified: specified new message content")
    assert "reply_markup" not in call("editMessageText", **here, text="satu")
    assert "not modified" in call("editMessageReplyMarkup", **here)["description"]


def test_updates_come_until_confirmed_and_the_newer_poll_ends_the_older(
    telegram: TelegramServer, owner: Person, call: Ask
):
    owner.says("satu")
    owner.says("dua")
    one, two = call("getUpdates")
    assert call("getUpdates", limit=1) == [one]
    assert call("getUpdates", offset=two["update_id"]) == [two]
    assert call("getUpdates", offset=two["update_id"] + 1) == []
    older: list[Any] = []
    poller = threading.Thread(target=lambda: older.append(call("getUpdates", timeout=20)))
    poller.start()
    telegram.wait_for(lambda: telegram.updates.polling == 1)
    newer = threading.Thread(target=lambda: older.append(call("getUpdates", timeout=20)))
    newer.start()
    poller.join(5)
    assert older[0]["description"].startswith("Conflict: terminated by other getUpdates request")
    owner.says("tiga")
    newer.join(5)
    assert [update["message"]["text"] for update in older[1]] == ["tiga"]


def test_reactions_come_only_when_asked_for(owner: Person, call: Ask):
    message = owner.says("halo")
    owner.reacts(message, "👍")
    assert [set(update) - {"update_id"} for update in call("getUpdates")] == [{"message"}]
    call("getUpdates", allowed_updates=["message_reaction"])
    owner.says("tak terdengar")
    owner.reacts(message, "🔥")
    assert call("getUpdates", offset=-1)[0]["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]


def test_commands_are_kept_by_scope_and_language(call: Ask):
    ask = {"command": "ask", "description": "Tanya arsip"}
    group = {"type": "all_group_chats"}
    assert call("setMyCommands", commands=[ask], scope=group, language_code="id")
    assert call("getMyCommands", scope=group, language_code="id") == [ask]
    assert call("getMyCommands", scope=group) == call("getMyCommands") == []
    assert call("deleteMyCommands", scope=group, language_code="id")
    assert call("getMyCommands", scope=group, language_code="id") == []
    assert call("setMyDescription", description="Arsip", language_code="id")
    assert call("getMyDescription", language_code="id") == {"description": "Arsip"}


def test_a_document_keeps_its_name_bytes_and_caption(telegram: TelegramServer, owner: Person, http: httpx.Client):
    owner.starts()
    sent = {"chat_id": str(owner.id), "caption": "<b>satu</b>", "parse_mode": "HTML"}
    files = {"document": ("kutipan.jsonl", b"{}\n", "application/jsonl")}
    http.post(f"{telegram.url}/bot{telegram.token}/sendDocument", data=sent, files=files)
    document = telegram.reply_in(owner.private)
    assert (document.content["document"]["file_name"], document.html) == ("kutipan.jsonl", "<b>satu</b>")
    assert telegram.data(document) == b"{}\n"


def test_an_album_of_the_bot_is_one_group(telegram: TelegramServer, owner: Person, http: httpx.Client):
    owner.starts()
    media = json.dumps([{"type": "document", "media": f"attach://f{n}", "caption": str(n)} for n in (1, 2)])
    files = {f"f{n}": (f"{n}.txt", b"x") for n in (1, 2)}
    url = f"{telegram.url}/bot{telegram.token}/sendMediaGroup"
    first, second = http.post(url, data={"chat_id": str(owner.id), "media": media}, files=files).json()["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert [first["caption"], second["caption"]] == ["1", "2"]


def test_messages_are_pinned_copied_and_forwarded(telegram: TelegramServer, owner: Person, call: Ask):
    message = owner.says("halo")
    here = {"chat_id": owner.id, "message_id": message.id}
    assert call("pinChatMessage", **here)
    assert call("getChat", chat_id=owner.id)["pinned_message"]["text"] == "halo"
    copied = call("copyMessage", **here, from_chat_id=owner.id)["message_id"]
    assert owner.private.messages[copied].text == "halo"
    forwarded = call("forwardMessage", **here, from_chat_id=owner.id)
    assert forwarded["forward_origin"]["sender_user"]["id"] == owner.id
    assert call("deleteMessages", chat_id=owner.id, message_ids=[copied, 9])
    assert copied not in [sent.id for sent in telegram.sent(owner.private)]


def test_what_the_server_does_not_imitate_it_says(owner: Person, call: Ask):
    owner.starts()
    assert call("sendMessage", chat_id=owner.id, text="*x*", parse_mode="MarkdownV2")["error_code"] == 501


def test_a_lost_confirmation_delivers_again_under_the_old_number(telegram: TelegramServer, owner: Person, call: Ask):
    owner.says("satu")
    first = call("getUpdates")
    call("getUpdates", offset=first[0]["update_id"] + 1)
    telegram.updates.repeat()
    assert call("getUpdates") == first


def test_a_file_over_twenty_megabytes_is_announced_but_not_given(telegram: TelegramServer, owner: Person, call: Ask):
    big = owner.sends_document("a.pdf", b"%PDF", size=21 * 2**20)
    assert call("getFile", file_id=big.content["document"]["file_id"])["description"] == "Bad Request: file is too big"
    assert telegram.updates.pending[-1]["message"]["document"]["file_size"] == 21 * 2**20
