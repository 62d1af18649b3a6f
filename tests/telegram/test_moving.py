"""A group that becomes a supergroup: nothing that is kept of it stays behind under its old id."""

from __future__ import annotations

import json

import pysqlite3 as sqlite3
import pytest
from adding import identifier
from botapi.deeds import Person
from botapi.messages import Chat
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")
DONE = {"inbox": "state = 'done'", "outbox": "state != 'new'"}  # what was read and sent is not moved


def kept_of(bot: BotProcess, chat: int) -> dict[str, int]:
    """Return in which tables something is kept under the id of a chat, and how much."""
    held: dict[str, int] = {}
    with sqlite3.connect(bot.environment["NEWSQA_DATABASE"]) as db:
        tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            columns = {row[1] for row in db.execute(f"pragma table_info({table})")} & {"chat", "holder"}
            for column in columns:
                where = f"{column} = ? and not ({DONE.get(table, '0')})"
                held[table] = db.execute(f"select count(*) from {table} where {where}", (chat,)).fetchone()[0]  # noqa: S608  our own tables
    db.close()
    return {table: count for table, count in held.items() if count}


def full(telegram: TelegramServer, owner: Person, group: Chat) -> str:
    """Do in a group all of which something is kept; the article's id."""
    summary = telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group)))
    telegram.reply(owner.says("/watch Rini", group))
    telegram.reply(owner.says("/digest 06:30", group))
    telegram.reply(owner.says("/ask apa kata Budi soal iuran?", group))
    file = owner.sends_document("arsip.jsonl", json.dumps({"text": PORT}).encode(), group)
    telegram.replies(owner.says("/add", group, reply_to=file), 2, 20)
    telegram.answer(owner.presses(summary, "Perbaiki"))
    menu = telegram.wait_for(lambda: [m for m in telegram.sent(group) if "Judul" in str(m.buttons)])[0]
    telegram.answer(owner.presses(menu, "Judul"))
    return identifier(summary)


def test_everything_kept_of_a_group_moves_with_it(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    telegram.switches.group_replies = True
    small = telegram.group("Redaksi", owner)
    article = full(telegram, owner, small)
    bot.settled()
    before = kept_of(bot, small.id)
    assert {"chats", "turns", "sources", "watches", "digests", "prompts", "imports"} <= set(before)
    large = telegram.migrate(small)
    bot.settled()
    assert kept_of(bot, small.id) == {}
    after = kept_of(bot, large.id)
    assert {table: after.get(table, 0) for table in before if table != "prompts"} == {
        table: count for table, count in before.items() if table != "prompts"
    }
    assert "iuran air" in telegram.reply(owner.says(f"/article {article}", large)).html
    assert telegram.reply(owner.says("/add", large, reply_to=owner.says(DAM, large))).html.startswith("Sudah ada")
    follow = telegram.reply(owner.says("/ask dan Rini?", large))
    assert "Pintu air" in follow.html
