"""The day that an article gives itself: its dateline, or a line with nothing else in it; not a day that it tells of."""

from __future__ import annotations

import pytest

from newsqa.model import Article
from newsqa.newsroom import told_day

TOLD = {
    "Judul artikel\n\nSUKAMULYA, 29 Maret 2024 - Bupati Rini meninjau bendungan.": "2024-03-29",
    "SUKAMULYA (29/3/2024) — Bupati Rini meninjau bendungan.": "2024-03-29",
    "Judul artikel\nJumat, 29 Maret 2024 | 10:00 WIB\nBupati Rini meninjau bendungan.": "2024-03-29",
    "EASTBAY, Nov. 5, 2023 (Wire) - The harbour reopened.": "2023-11-05",
    "A title\nBy Ann Lee\nMonday, March 4, 2024\nThe harbour reopened.": "2024-03-04",
    "Bupati Rini pada Jumat (29/3/2024) membantah kabar bahwa iuran air akan naik.": None,
    "JAKARTA - Pemilihan akan digelar Rabu (27/11/2024) di seluruh provinsi.": None,
    "Bupati Rini meninjau bendungan.": None,
    "": None,
}


@pytest.mark.parametrize(("text", "day"), TOLD.items())
def test_the_day_that_an_article_gives_itself(text: str, day: str | None) -> None:
    told = told_day(Article(id="a", text=text))
    assert (told.isoformat() if told else None) == day
