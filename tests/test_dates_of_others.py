"""A time behind what came before dates that event, and is no answer to when another happened."""

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

TEXTS = {
    "en": "Dana Reed arrived in Oslo on Tuesday. It is her second trip to Oslo since the raid on a mill on 7 October.",
    "id": "Dana Reed tiba di Oslo, Selasa. Ini kunjungan kedua Dana ke Oslo sejak serbuan ke pabrik pada 7 Oktober.",
    "far": "Dana Reed tiba di Oslo, Selasa. Ini kunjungan kedua Dana ke Oslo sejak kelompok yang didukung kota itu "
    "melancarkan serangan besar-besaran ke pabrik pada tanggal 7 Oktober.",
}
CASES = [
    ("en", "when did Dana Reed arrive in Oslo?", "7 October", False),
    ("id", "kapan Dana Reed tiba di Oslo?", "7 Oktober", False),
    ("en", "when was the raid on the mill?", "7 October", True),
    ("id", "kapan serbuan ke pabrik?", "7 Oktober", True),
    ("far", "kapan Dana Reed tiba di Oslo?", "7 Oktober", False),
]


@pytest.mark.parametrize(("code", "question", "day", "said"), CASES)
def test_a_time_dates_the_event_that_it_stands_with(
    tmp_path: Path, code: str, question: str, day: str, said: bool
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=TEXTS[code], language="id" if code == "far" else code))
    assert (day in [one.text for one in newsroom.ask(question).answers]) is said
