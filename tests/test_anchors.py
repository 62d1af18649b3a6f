"""From which day "Monday" counts: the day an article was published, or the one that an old text gives itself."""

import datetime as dt

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore

SENT = dt.date(2026, 11, 29)


def asked(text: str, question: str, published: dt.date | None = SENT) -> list[str]:
    newsroom = Newsroom(MemoryStore())
    newsroom.add(Article(id="a", text=text, published=published))
    return [str(answer.day) for answer in newsroom.ask(question).answers[:1]]


SUKAMULYA = """SUKAMULYA - Bupati Rini Astuti meninjau bendungan pada Selasa (26/3/2024).

"Pintu air selesai bulan depan," kata Budi Hartono kepada wartawan. Budi Hartono bertemu Danu Wijaya pada Senin.
"""
CAIRO = """CAIRO, {day} (Reuters) - Sameh Shoukry met Antony Blinken in Cairo on Monday.
"""
LAW = """JAKARTA - Undang-undang itu disahkan pada 12 Maret 2020. Menteri Budi Hartono bertemu Danu Wijaya pada Senin.
"""


def test_a_weekday_with_its_date_is_the_day_of_an_old_text() -> None:
    assert asked(SUKAMULYA, "kapan Budi Hartono bertemu Danu Wijaya?") == ["2024-03-25"]


def test_a_dateline_gives_the_day_of_an_old_text() -> None:
    assert asked(CAIRO.format(day="March 26, 2024"), "when did Shoukry meet Blinken?") == ["2024-03-25"]


@pytest.mark.parametrize("day", ["November 26, 2026", "November 20, 2026", "December 1, 2026"])
def test_what_was_sent_soon_after_counts_from_when_it_was_published(day: str) -> None:
    assert asked(CAIRO.format(day=day), "when did Shoukry meet Blinken?") == ["2026-11-23"]


def test_a_day_of_which_is_told_is_not_the_day_of_the_text() -> None:
    assert asked(LAW, "kapan Budi Hartono bertemu Danu Wijaya?") == ["2026-11-23"]


def test_without_a_publishing_day_the_first_date_counts() -> None:
    assert asked(SUKAMULYA, "kapan Budi Hartono bertemu Danu Wijaya?", None) == ["2024-03-25"]
