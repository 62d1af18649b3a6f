"""A sentence that gives another number than a yes/no question, or only plans what is asked about as done, says no."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.newsroom import Newsroom

FLOOD = "Banjir Tirtomoyo menewaskan 12 orang, Senin. Bupati Hasan Sastro akan mengunjungi Tirtomoyo pada Rabu."
QUAKE = "The quake in Miraville killed 12 people, police said. Lena Porto will open a new bridge on Friday."
CASES = [
    ("apakah 30 orang tewas dalam banjir Tirtomoyo?", "tidak", "negated"),
    ("apakah 12 orang tewas dalam banjir Tirtomoyo?", "ya", "happened"),
    ("apakah bupati sudah mengunjungi Tirtomoyo?", "tidak", "planned"),
    ("did the quake in Miraville kill 30 people?", "no", "negated"),
    ("did the quake in Miraville kill 12 people?", "yes", "happened"),
    ("has Lena Porto opened the bridge?", "no", "planned"),
    ("will Lena Porto open a bridge?", "yes", "planned"),
]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    found = Newsroom.open(tmp_path / "archive.db")
    for name, text in (("a", FLOOD), ("b", QUAKE)):
        found.add_row({"id": name, "text": text, "published": "2025-06-04"})
    return found


@pytest.mark.parametrize(("question", "answer", "status"), CASES)
def test_what_is_said_otherwise_is_no_yes(newsroom: Newsroom, question: str, answer: str, status: str) -> None:
    found = newsroom.ask(question).answers[0]
    assert (found.text, found.status) == (answer, status)
