"""What Telegram, the network and the machine do to a bot, and what the people in the chats notice of it: nothing."""

from __future__ import annotations

import json
import os
import random
import time
from pathlib import Path

import pysqlite3 as sqlite3
import pytest
from botapi.deeds import Person
from botapi.messages import Chat, Message
from commands import newsqa
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

from newsqa.newsroom import Newsroom

QUESTION = "/ask berapa keluarga yang mengungsi?"


@pytest.fixture
def group(telegram: TelegramServer, owner: Person, bot: BotProcess) -> Chat:  # noqa: ARG001  it must run
    """A group whose archive has one article."""
    chat = telegram.supergroup("Redaksi", owner)
    telegram.reply(owner.says("/add", chat, reply_to=owner.says(DAM, chat)))
    return chat


def answers(telegram: TelegramServer, chat: Chat) -> list[str]:
    return [m.html for m in telegram.sent(chat) if "340 keluarga" in m.html]


def answer_to(telegram: TelegramServer, asked: Message) -> Message:
    """Wait for the reply to this message itself: a bot that starts from a copy does again what was in hand then."""
    return telegram.wait_for(lambda: [m for m in telegram.sent(asked.chat) if m.reply_to is asked])[0]


def test_a_flood_in_one_chat_stalls_no_other(telegram: TelegramServer, owner: Person, group: Chat) -> None:
    telegram.faults.too_many(2, chat=group.id, method="sendMessage")
    began = time.monotonic()
    late, soon = owner.says(QUESTION, group), owner.says("berapa keluarga yang mengungsi?")
    assert "340 keluarga" in telegram.reply(soon).html
    assert time.monotonic() - began < 1.9
    assert "340 keluarga" in telegram.reply(late).html
    assert time.monotonic() - began >= 2


def test_an_answer_follows_a_group_that_became_a_supergroup(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    small = telegram.group("Redaksi", owner)
    telegram.reply(owner.says(DAM))
    bot.settled()
    bot.stop()
    owner.says(QUESTION, small)
    large = telegram.migrate(small)
    bot.start()
    telegram.wait_for(lambda: answers(telegram, large))
    assert "340 keluarga" in telegram.reply(owner.says(QUESTION, large)).html
    bot.settled()
    assert len(answers(telegram, large)) == 2


def test_an_answer_to_a_closed_topic_or_a_deleted_message_is_said_beside(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    telegram.reply(owner.says(DAM))
    forum = telegram.supergroup("Redaksi", owner, forum=True)
    topic, open_topic = owner.opens_topic(forum, "Banjir"), owner.opens_topic(forum, "Pasar")
    telegram.switches.lost_replies = "refused_in_topics"
    bot.settled()
    bot.stop()
    owner.says(QUESTION, forum, topic=topic)
    owner.closes_topic(forum, topic)
    owner.deletes(owner.says(QUESTION, forum, topic=open_topic))
    bot.start()
    first, second = telegram.wait_for(lambda: s if len(s := telegram.sent(forum)) > 1 else None)
    assert "340 keluarga" in first.html
    assert not first.is_topic_message
    assert "340 keluarga" in second.html
    assert second.thread_id == open_topic.id


def test_a_button_pressed_long_ago_is_done_all_the_same(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    answer = telegram.reply(owner.says(QUESTION, group))
    bot.settled()
    bot.stop()
    owner.presses(answer, "Konteks")
    telegram.pass_time(60)
    bot.start()
    telegram.edited(answer)
    bot.settled()
    assert not any("Maaf" in m.html for m in telegram.sent(group))


def test_what_comes_twice_is_answered_once(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says(QUESTION, group))
    telegram.updates.repeat(3)
    bot.settled()
    assert len(answers(telegram, group)) == 1


def test_whatever_comes_twice_is_done_once(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    summary = telegram.sent(group)[0]
    article = summary.html.partition("<code>")[2].partition("</code>")[0]
    telegram.reply(owner.says("/watch Haniyeh", group))
    telegram.reply(owner.says(f"/fix {article} title Satu", group))
    telegram.reply(owner.says(PORT))
    telegram.answer(owner.presses(telegram.reply(owner.says(QUESTION, group)), "Tidak tepat"))
    telegram.answer(owner.presses(summary, "Kutipan"))
    bot.settled()
    before = [len(telegram.sent(chat)) for chat in (group, owner.private)]
    telegram.updates.repeat(12)
    bot.settled()
    assert [len(telegram.sent(chat)) for chat in (group, owner.private)] == before
    assert len(telegram.calls("setMessageReaction")) == 2, "one for each article"


def test_a_stop_finishes_what_is_in_hand(telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat) -> None:
    telegram.faults.slow(0.6, method="sendMessage", times=1)
    owner.says(QUESTION, group)
    telegram.wait_for(lambda: [c for c in telegram.calls("sendMessage") if "340" in str(c.params)])
    assert bot.stop() == 0
    assert len(answers(telegram, group)) == 1
    bot.start()
    bot.settled()
    assert len(answers(telegram, group)) == 1


def test_a_second_bot_with_the_same_token_is_told_in_one_clear_line(
    telegram: TelegramServer, bot: BotProcess, tmp_path: Path
) -> None:
    other = BotProcess(telegram, tmp_path, NEWSQA_DATABASE=str(tmp_path / "other.db")).start(wait=False)
    telegram.wait_for(
        lambda: any("another process fetches updates with this token" in log for log in (bot.log, other.log)), 15
    )
    other.stop()


def test_a_token_that_telegram_does_not_know_is_one_line(telegram: TelegramServer, tmp_path: Path) -> None:
    process = BotProcess(telegram, tmp_path, TELEGRAM_BOT_TOKEN="1:wrong").start(wait=False)  # noqa: S106
    assert process.process
    assert process.process.wait(15) == 2
    process.stop()
    assert "Telegram does not know this token" in process.log


def test_a_backup_is_taken_while_the_bot_runs(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    asked = owner.says(QUESTION, group)
    newsqa(bot, "backup", str(copy))
    assert "340 keluarga" in answer_to(telegram, asked).html
    bot.stop()
    with BotProcess(telegram, tmp_path, owners=(owner.id,), NEWSQA_DATABASE=str(copy)):
        assert "340 keluarga" in answer_to(telegram, owner.says(QUESTION, group)).html


def test_logs_are_lines_of_json_that_tell_what_was_done_and_not_what_was_said(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says(QUESTION, group))
    bot.stop()
    lines = [json.loads(line) for line in bot.lines]
    handled = [line for line in lines if line["event"] == "handled"]
    assert handled
    assert {"update", "kind", "ms", "timestamp", "level"} <= set(handled[-1])
    assert "mengungsi" not in bot.log
    assert "340 keluarga" not in bot.log
    bot.environment["NEWSQA_LOG_TEXTS"] = "true"
    bot.start()
    telegram.reply(owner.says(QUESTION, group))
    bot.wait_log("mengungsi")


def test_who_asks_too_fast_is_asked_kindly_to_wait_and_others_are_not(
    telegram: TelegramServer, owner: Person, tmp_path: Path
) -> None:
    lia = telegram.user("Lia", language="en")
    group = telegram.supergroup("Redaksi", owner, lia)
    with BotProcess(telegram, tmp_path, owners=(owner.id,), NEWSQA_PER_MINUTE="2") as bot:
        telegram.reply(owner.says("/admit", group))
        said = [telegram.reply(lia.says(f"/ask who met Marsh {n}?", group)).html for n in range(3)]
        assert ["faster than" in text for text in said] == [False, False, True]
        lia.says("/ask who met Marsh?", group)
        bot.settled()
        assert "faster than" in telegram.sent(group)[-1].html
        assert sum("faster than" in m.html for m in telegram.sent(group)) == 1, "it is said once in a minute"
        assert "terlalu cepat" not in telegram.reply(owner.says(QUESTION, group)).html


def test_kills_in_mid_handler_lose_nothing_and_double_little(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    for text in (DAM, PORT):
        telegram.reply(owner.says(text))
    chats = [telegram.supergroup(f"Meja {n}", owner) for n in range(3)]
    bot.environment["NEWSQA_PER_MINUTE"] = "1000"
    bot.restart()
    chance = random.Random(7)  # noqa: S311  the same kills every time
    asked: list[tuple[Chat, int]] = []
    for _ in range(int(os.environ.get("NEWSQA_KILLS", "3"))):
        asked += [(chat, owner.says(QUESTION, chat).id) for chat in chats]
        time.sleep(chance.uniform(0.0, 1.0))
        bot.restart(kill=True)
    telegram.wait_for(lambda: all(_times(telegram, chat, id_) for chat, id_ in asked), 60, "every answer")
    bot.settled()
    times = [_times(telegram, chat, id_) for chat, id_ in asked]
    assert max(times) <= 2, "at most one answer too many"
    print(f"{len(times)} questions, {os.environ.get('NEWSQA_KILLS', '3')} kills: {times.count(2)} answered twice")  # noqa: T201  for make soak


def _times(telegram: TelegramServer, chat: Chat, question: int) -> int:
    return sum(m.reply_to is not None and m.reply_to.id == question for m in telegram.sent(chat))


def test_a_bot_tells_at_its_start_of_articles_that_older_rules_have_read(
    telegram: TelegramServer, tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "newsqa.db")
    newsroom.add_row({"text": DAM})
    newsroom.close()
    db = sqlite3.connect(tmp_path / "newsqa.db")
    db.execute("update articles set rules = rules - 1")
    db.commit()
    db.close()
    with BotProcess(telegram, tmp_path) as bot:
        bot.wait_log("newsqa reindex")
        assert next(json.loads(line) for line in bot.lines if "newsqa reindex" in line)["articles"] == 1
