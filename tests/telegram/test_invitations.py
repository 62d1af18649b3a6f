"""Who gets in, as what: the claim of an archive that nobody owns, and links that let one person in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pysqlite3 as sqlite3
import pytest
from botapi.deeds import Person
from process import BotProcess
from prose import PORT
from server import TelegramServer


def code_in(text: str) -> str:
    found = re.search(r"https://t\.me/newsqa_bot\?start=([A-Za-z0-9_-]{1,64})", text)
    assert found, text
    return found[1]


def test_the_first_to_open_the_claim_link_owns_the_archive(telegram: TelegramServer, tmp_path: Path) -> None:
    ana, eve = telegram.user("Ana", language="en"), telegram.user("Eve", language="en")
    with BotProcess(telegram, tmp_path) as bot:
        bot.wait_log("?start=")
        code = code_in(bot.log)
        assert "own this archive" in telegram.reply(ana.starts(code)).html
        assert "used already" in telegram.reply(eve.starts(code)).html
        assert "Ana" in telegram.reply(ana.says("/members")).html
        before = len(bot.lines)
        bot.restart()
        telegram.reply(ana.says("/help"))
        assert not any("?start=" in line for line in bot.lines[before:])


def test_a_later_claim_link_replaces_an_earlier_one(telegram: TelegramServer, tmp_path: Path) -> None:
    ana = telegram.user("Ana", language="en")
    with BotProcess(telegram, tmp_path) as bot:
        bot.wait_log("?start=")
        first = code_in(bot.log)
        bot.restart()
        links = telegram.wait_for(lambda: x if len(x := [n for n in bot.lines if "?start=" in n]) > 1 else None)
        assert "used already" in telegram.reply(ana.starts(first)).html
        assert "own this archive" in telegram.reply(ana.starts(code_in(json.loads(links[1])["link"]))).html


def test_named_owners_need_no_claim(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    telegram.reply(owner.says("/help"))
    assert "?start=" not in bot.log


@pytest.mark.usefixtures("bot")
class TestLinks:
    def test_a_link_lets_one_person_in_with_its_role(self, telegram: TelegramServer, owner: Person) -> None:
        lia, eve = telegram.user("Lia", language="en"), telegram.user("Eve", language="en")
        said = telegram.reply(owner.says("/invite pembaca"))
        assert "pembaca" in said.html
        assert "WIB" in said.html
        welcome = telegram.replies(lia.starts(code_in(said.html)), 2)
        assert "Welcome, Lia. You may ask now." in welcome[0].html
        assert "<b>Ask:</b>" in welcome[1].html
        assert "<b>Add:</b>" not in welcome[1].html
        assert telegram.reply(lia.says("/add x")).html.startswith("Only editors")
        assert "used already" in telegram.reply(eve.starts(code_in(said.html))).html
        assert "not among its members" in telegram.reply(eve.says("hello")).html

    def test_an_editor_is_what_a_plain_link_makes(self, telegram: TelegramServer, owner: Person) -> None:
        lia = telegram.user("Lia", language="en")
        telegram.replies(lia.starts(code_in(telegram.reply(owner.says("/invite")).html)), 2)
        assert "Harbour of Eastbay" in telegram.reply(lia.says(PORT)).html

    def test_the_link_again_tells_its_user_so_and_makes_nobody_less(
        self, telegram: TelegramServer, owner: Person
    ) -> None:
        lia = telegram.user("Lia", language="en")
        editor, reader = (code_in(telegram.reply(owner.says(f"/invite {r}")).html) for r in ("editor", "reader"))
        for code in (editor, editor, reader):
            telegram.replies(lia.starts(code), 2)
        assert f"<code>{lia.id}</code> · editor" in telegram.reply(owner.says("/members")).html

    def test_who_was_put_out_does_not_come_back_by_an_old_link(self, telegram: TelegramServer, owner: Person) -> None:
        lia = telegram.user("Lia", language="en")
        code = code_in(telegram.reply(owner.says("/invite")).html)
        telegram.replies(lia.starts(code), 2)
        telegram.reply(owner.says(f"/remove {lia.id}"))
        assert "used already" in telegram.reply(lia.starts(code)).html

    def test_a_link_that_nobody_opened_in_time_lets_nobody_in(
        self, telegram: TelegramServer, owner: Person, bot: BotProcess
    ) -> None:
        eve = telegram.user("Eve", language="en")
        code = code_in(telegram.reply(owner.says("/invite")).html)
        bot.stop()
        with sqlite3.connect(bot.environment["NEWSQA_DATABASE"]) as db:
            assert db.execute("update invitations set until = '2020-01-01T00:00:00+00:00'").rowcount == 1
        db.close()
        bot.start()
        assert "used already" in telegram.reply(eve.starts(code)).html
        assert "not among its members" in telegram.reply(eve.says("hello")).html

    def test_a_link_is_taken_back(self, telegram: TelegramServer, owner: Person) -> None:
        lia = telegram.user("Lia", language="en")
        said = telegram.reply(owner.says("/invite"))
        code = code_in(said.html)
        telegram.answer(owner.presses(said, "Batalkan"))
        assert "tidak berlaku lagi" in telegram.edited(said).html
        assert "used already" in telegram.reply(lia.starts(code)).html

    def test_only_owners_invite_and_only_in_private(self, telegram: TelegramServer, owner: Person) -> None:
        lia, group = telegram.user("Lia", language="en"), telegram.supergroup("Redaksi", owner)
        telegram.reply(owner.says(f"/admit {lia.id}"))
        assert telegram.reply(lia.says("/invite owner")).html.startswith("Only owners")
        assert "?start=" not in telegram.reply(owner.says("/invite", group)).html

    def test_a_made_up_link_is_no_way_in(self, telegram: TelegramServer) -> None:
        eve = telegram.user("Eve", language="en")
        assert "used already" in telegram.reply(eve.starts("owner")).html

    def test_a_strangers_button_is_answered(self, telegram: TelegramServer, owner: Person) -> None:
        eve, group = telegram.user("Eve", language="en"), telegram.supergroup("Warung", owner)
        eve.joins(group)
        telegram.reply(owner.says("/remove", group))
        said = telegram.reply(owner.says("/start@newsqa_bot", group))
        press = telegram.answer(eve.presses(said, data="a:quotes:x"))
        assert press["text"] == "Only members may do that."
