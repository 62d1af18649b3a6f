"""How the bot starts and stops: what it tells Telegram then, and what it waits for."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pysqlite3 as sqlite3
from botapi.deeds import Person
from conftest import Ask
from process import BotProcess
from server import TelegramServer


def test_a_stop_does_not_wait_for_what_is_loaded_before_the_first_question(
    telegram: TelegramServer, owner: Person, tmp_path: Path
) -> None:
    with BotProcess(telegram, tmp_path, owners=(owner.id,), command=("-m", "freezing_bot")) as bot:
        bot.wait_log("ready")
        assert "newsqa" in telegram.reply(owner.says("/start")).html
        assert bot.stop(timeout=10) == 0
        assert "stopped" in bot.log


def test_without_a_network_the_start_waits_for_one(telegram: TelegramServer, owner: Person, tmp_path: Path) -> None:
    telegram.faults.drop("before", method="getMe", times=2)
    telegram.faults.fail(502, method="getUpdates", times=1)
    with BotProcess(telegram, tmp_path, owners=(owner.id,)):
        assert "newsqa" in telegram.reply(owner.says("/start")).html


def test_what_is_told_telegram_at_the_start_is_told_once_there_is_a_network(
    telegram: TelegramServer, owner: Person, tmp_path: Path, call: Ask
) -> None:
    owner.starts()
    call("setWebhook", url="http://127.0.0.1:9/earlier")
    telegram.faults.drop("before", method="deleteWebhook", times=2)
    telegram.faults.drop("before", method="setMyCommands", times=1)
    telegram.faults.too_many(1, method="setMyCommands", times=1)
    with BotProcess(telegram, tmp_path, owners=(owner.id,)):
        assert "newsqa" in telegram.reply(owner.says("/start")).html
        telegram.wait_for(lambda: (f"chat:{owner.id}", "id") in telegram.world.commands)
        assert ("default", "") in telegram.world.commands


def test_commands_are_listed_by_scope_and_language(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    owner.starts()
    bot.restart()
    lists = telegram.world.commands
    telegram.wait_for(lambda: (f"chat:{owner.id}", "id") in lists)
    names = {scope: {c["command"] for c in lists[scope, "id"]} for scope, language in lists if language == "id"}
    assert {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"} <= set(names)
    assert {"ask", "add", "watch", "digest"} <= names["all_group_chats"]
    assert "invite" in names[f"chat:{owner.id}"]
    assert "invite" not in names["all_group_chats"] | names["all_private_chats"] | names["default"]
    for language, words in (("id", "Tanya arsip"), ("en", "Ask the archive"), ("", "Ask the archive")):
        assert {c["command"]: c["description"] for c in lists["default", language]}["ask"] == words


def test_a_restart_tells_telegram_only_the_commands_that_it_does_not_know(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    other = telegram.user("Budi", language="id")
    owner.starts(), other.starts()
    bot.restart()
    telegram.wait_for(lambda: (f"chat:{owner.id}", "id") in telegram.world.commands)
    bot.settled()
    known = len(telegram.calls("setMyCommands"))
    bot.restart()
    bot.settled()
    assert len(telegram.calls("setMyCommands")) == known
    bot.stop()
    with closing(sqlite3.connect(bot.environment["NEWSQA_DATABASE"])) as db, db:
        assert db.execute("update remembered set value = '[]' where name like 'commands %default% id'").rowcount == 1
    bot.environment["NEWSQA_OWNERS"] += f",{other.id}"
    bot.start()
    bot.settled()
    told = [json.loads(call.params["scope"]) for call in telegram.calls("setMyCommands")[known:]]
    assert told == [{"type": "default"}, *[{"type": "chat", "chat_id": other.id}] * 3]
