"""What cannot be meant is only shown as the closest: another's number, a whole for its part, the question's words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from newsqa.answer.parse import parse
from newsqa.model import Article
from newsqa.newsroom import Newsroom

Code = Literal["id", "en"]
DIVERS = "Nils Vortmann, 61, and his cousin Pieter Vortmann met the divers in Torvik. Pieter Vortmann runs the club."
PAID = "Ilse Vortmann paid $40,000 for a stake in Torvik Salt. Lena Porto also bought a stake in Torvik Salt."
CALF = "Seekor anak badak berusia lima bulan mati di Kandang Sewu. Perawatnya, Tono Wibawa (44), menangis."
HURT = "Ledakan di pabrik Torvika melukai 31 orang. Dari 31 korban, delapan anak dirawat."
HURT_ALL = "Ledakan di pabrik Torvika melukai 31 orang."
WHALES = "Fourteen whales died near Torvik. Nine others swam back to sea."
LUGGAGE = "The luggage of Ilse Vortmann was lost by an airline."
FERRY = "The Torvik ferry was hired for 90 days in May."
CASES: list[tuple[Code, str, str, list[str]]] = [
    ("en", "how old is Pieter Vortmann", DIVERS, []),
    ("en", "how old is Nils Vortmann", DIVERS, ["61"]),
    ("id", "umur Tono Wibawa brp", CALF, ["44"]),
    ("id", "umur Dirga Wibawa brp", CALF, []),
    ("en", "how much did Lena Porto pay for a stake in Torvik Salt", PAID, []),
    ("en", "how much did Ilse Vortmann pay for a stake in Torvik Salt", PAID, ["$40,000"]),
    ("id", "berapa anak yang terluka dalam ledakan pabrik Torvika", HURT_ALL, []),
    ("id", "berapa orang yang terluka dalam ledakan pabrik Torvika", HURT_ALL, ["31 orang"]),
    ("en", "how many of the 14 whales near Torvik were male", WHALES, []),
    ("en", "how many whales died near Torvik", WHALES, ["Fourteen whales"]),
    ("en", "which airline lost the luggage of Ilse Vortmann", LUGGAGE, []),
    ("en", "what was the price of the Torvik ferry", FERRY, []),
]


@pytest.mark.parametrize(("code", "asked", "text", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_cannot_be_meant_answers_nothing(
    code: Code, asked: str, text: str, told: list[str], tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="one", text=text, language=code))
    assert [one.text for one in newsroom.ask(asked).answers[:1]] == told


AGES = [("umur Tono Wibawa brp", True), ("berapa usia sopirnya", True), ("berapa orang usia 60 tahun divaksin", False)]


@pytest.mark.parametrize(("asked", "age"), AGES)
def test_the_first_word_for_an_age_asks_for_one(asked: str, age: bool) -> None:
    assert (parse(asked).odds("age") > 0.6) == age
