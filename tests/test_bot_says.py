"""Dates, hours, numbers and lists as the reader's language writes them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.messages import listed, moment, say

THEN = dt.datetime(2026, 3, 26, 6, 5, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("language", "when", "names", "count"),
    [
        ("id", "26 Maret 2026 06.05 WIB", "Rini, Budi, dan Sari", "1.234 artikel"),
        ("en", "26 March 2026 06:05 WIB", "Rini, Budi, and Sari", "1,234 articles"),
    ],
)
def test_each_language_writes_them_in_its_own_way(language: str, when: str, names: str, count: str) -> None:
    assert moment(THEN, language) == when
    assert listed(["Rini", "Budi", "Sari"], language) == names
    assert say(language, "articles-count", count=1234) == count
