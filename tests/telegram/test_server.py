"""The server itself: as strict as Telegram, seen through python-telegram-bot's own client."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from server import TelegramServer
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden


@pytest.fixture
async def client(telegram: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot") as bot:
        yield bot


async def test_a_topic_question_is_answered_in_its_topic(telegram: TelegramServer, client: Bot):
    ana = telegram.user("Ana")
    desk = telegram.supergroup("Desk", ana, forum=True)
    topic = ana.opens_topic(desk, "Politik")
    question = ana.says("/ask siapa?", desk, topic=topic)
    update = (await client.get_updates())[-1]
    assert update.message
    assert update.message.is_topic_message
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m:1")]])
    await client.send_message(
        desk.id,
        "<b>🙂</b> <blockquote expandable>a &lt; b</blockquote>",
        parse_mode="HTML",
        message_thread_id=update.message.message_thread_id,
        reply_parameters=ReplyParameters(update.message.message_id),
        reply_markup=keyboard,
    )
    reply = telegram.reply(question)
    assert reply.text == "🙂 a < b"
    assert reply.entities == [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "expandable_blockquote", "offset": 3, "length": 5},
    ]
    assert (reply.reply_to, reply.thread_id, reply.buttons) == (question, topic.id, [["More"]])


async def test_strangers_and_malformed_markup_are_refused(telegram: TelegramServer, client: Bot):
    ana = telegram.user("Ana")
    ana.starts()
    with pytest.raises(BadRequest, match="Chat not found"):
        await client.send_message(5, "halo")
    with pytest.raises(BadRequest, match='find end tag corresponding to start tag "b"'):
        await client.send_message(ana.id, "<b>halo", parse_mode="HTML")
    ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await client.send_message(ana.id, "halo")
