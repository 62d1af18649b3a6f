"""What a reader may not do, by word or by button."""

from __future__ import annotations

import pytest
from adding import identifier
from botapi.deeds import Person
from prose import DAM, PORT
from server import TelegramServer

pytestmark = pytest.mark.usefixtures("bot")


def test_a_reader_asks_and_changes_nothing(telegram: TelegramServer, owner: Person) -> None:
    group, reader = telegram.supergroup("Redaksi", owner), telegram.user("Sam", language="en")
    telegram.reply(owner.says(f"/admit {reader.id} reader"))
    reader.joins(group)
    summary = telegram.reply(owner.says("/add", group, reply_to=owner.says(DAM, group)))
    article = identifier(summary)
    for words in (
        f"/add {PORT}",
        f"/delete {article}",
        f"/embargo {article} until tomorrow",
        f"/fix {article} title Mine",
        PORT,
    ):
        assert telegram.reply(reader.says(words)).html.startswith("Only editors"), words
    for data in (f"a:delete:{article}", f"a:really:{article}", f"f:open::{article}", f"f:title::{article}"):
        assert telegram.answer(reader.presses(summary, data=data))["text"].startswith("Only editors"), data
    assert "340 keluarga" in telegram.reply(reader.says("berapa keluarga yang mengungsi?")).html


def test_an_editor_makes_no_members(telegram: TelegramServer, owner: Person) -> None:
    editor, other = telegram.user("Lia", language="en"), telegram.user("Eve", language="en")
    telegram.reply(owner.says(f"/admit {editor.id} editor"))
    article = identifier(telegram.reply(editor.says(DAM)))
    for words in (f"/admit {other.id}", f"/remove {owner.id}", "/invite", "/members", "/desk new sport"):
        assert telegram.reply(editor.says(words)).html.startswith("Only owners"), words
    assert "tomorrow" not in telegram.reply(editor.says(f"/embargo {article} until tomorrow 6 am")).html
    assert "Mine" in telegram.reply(editor.says(f"/fix {article} title Mine")).html
    assert "not among its members" in telegram.reply(other.says("who met Marsh?")).html
