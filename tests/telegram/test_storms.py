"""What comes in that is no update, and a Telegram that takes nothing for a while: nobody misses an answer."""

from __future__ import annotations

import pysqlite3 as sqlite3
import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import DAM
from server import TelegramServer

NO_UPDATES = (
    {"message": {"nonsense": []}},
    {"message": None, "callback_query": {"id": 1}},
    {"a_kind_of_tomorrow": {"chat": {"id": "x"}}},
    {"message": {"message_id": "\ud800", "date": -1, "chat": {}}},
)


@pytest.fixture
def filled(telegram: TelegramServer, owner: Person, bot: BotProcess) -> BotProcess:
    telegram.reply(owner.says(DAM))
    return bot


def test_what_is_no_update_is_set_aside_and_asked_for_no_more(
    telegram: TelegramServer, owner: Person, filled: BotProcess
) -> None:
    numbers = [telegram.updates.put_raw(fields) for fields in NO_UPDATES]
    assert "340 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html
    filled.settled()
    with sqlite3.connect(filled.environment["NEWSQA_DATABASE"]) as db:
        waiting = [id_ for (id_,) in db.execute("select id from inbox where state = 'new'")]
    db.close()
    assert not set(numbers) & set(waiting)
    assert not {u["update_id"] for u in telegram.updates.pending} & set(numbers), "each was taken from Telegram"


def test_a_storm_of_too_many_requests_costs_nobody_an_answer(
    telegram: TelegramServer, owner: Person, filled: BotProcess
) -> None:
    chats = [telegram.supergroup(f"Meja {n}", owner) for n in range(5)]
    telegram.faults.too_many(1, times=12)
    asked = [owner.says("/ask berapa keluarga yang mengungsi?", chat) for chat in chats for _ in range(2)]
    assert all("340 keluarga" in telegram.reply(one, 30).html for one in asked)
    filled.settled()
    replies = [m for chat in chats for m in telegram.sent(chat) if "340 keluarga" in m.html]
    assert len(replies) == len(asked), "each is answered once"
