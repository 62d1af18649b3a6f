"""A timeline puts what was done under its own day, its article's, or, of a longer time before, under none."""

from __future__ import annotations

from pathlib import Path

from newsqa.model import Article
from newsqa.newsroom import Newsroom

TEXT = """Mayor hears fishermen

WESTBAY - Mayor Tom Reed visited the pier of Westbay.

Mayor Tom Reed met fishermen of Westbay in October 2023 because they wanted to discuss prices.

Mayor Tom Reed opened the market of Westbay on November 5, 2023.
"""


def test_what_was_in_an_earlier_month_comes_first_and_without_a_day(tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "newsqa.db")
    newsroom.add(Article(id="aa", text=TEXT, published="2026-11-29", language="en"))
    told = [(str(one.day), one.text.split(" Reed ")[1].split()[0]) for one in newsroom.lookups.timeline("Reed")]
    newsroom.close()
    assert told == [("None", "met"), ("2023-11-05", "opened"), ("2026-11-29", "visited")]
