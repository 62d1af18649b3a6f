"""What every future handler must keep to, so that no desk and no embargo leaks by a new way in."""

from __future__ import annotations

import re
from pathlib import Path

BOT = Path(__file__).parents[1] / "bot"
# Who may reach the newsroom without a scene: the scene itself, and the news desk, which asks as nobody's editor.
UNSEEN = {"scene.py", "desk.py", "news.py", "service.py"}
# Who may look behind an embargo, to work on an article and not to show it.
INSIDE = {"scene.py", "archive.py", "kept.py", "arriving.py", "handlers/embargo.py"}


def calls(pattern: str) -> set[str]:
    files = {str(path.relative_to(BOT)): path.read_text() for path in BOT.rglob("*.py")}
    return {name for name, text in files.items() if re.search(pattern, text)}


def test_the_newsroom_is_reached_through_a_scene_which_knows_who_listens() -> None:
    assert calls(r"desk\.newsroom\(") <= UNSEEN


def test_few_look_behind_an_embargo() -> None:
    assert calls(r"scene\.inside\(|\bReader\(") <= INSIDE | {"desk.py"}
