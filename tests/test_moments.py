"""Moments as editors type them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from newsqa.text.moments import embargo_in, hour, moment

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = dt.datetime(2026, 11, 27, 10, 0, tzinfo=JAKARTA)  # a Friday
MOMENTS = {
    "until 2026-12-01 06:00 WIB": "2026-12-01T06:00+07:00",
    "until 2026-12-01 06:00": "2026-12-01T06:00+07:00",
    "2026-12-01T06:00": "2026-12-01T06:00+07:00",
    "2026-12-01T06:00Z": "2026-12-01T06:00+00:00",
    "2026-12-01T06:00:00+09:00": "2026-12-01T06:00+09:00",
    "sampai 1 Desember 2026 pukul 06.00 WITA": "2026-12-01T06:00+08:00",
    "hingga 1/12/2026 jam 6 pagi WIT": "2026-12-01T06:00+09:00",
    "s.d. 01-12-2026 18.30": "2026-12-01T18:30+07:00",
    "until 1 December 6:30 pm": "2026-12-01T18:30+07:00",
    "until Dec 1, 2026 at 6am GMT": "2026-12-01T06:00+00:00",
    "until December 1, 2026": "2026-12-01T00:00+07:00",
    "until 1 February": "2027-02-01T00:00+07:00",
    "sampai besok pukul 06.00": "2026-11-28T06:00+07:00",
    "besok": "2026-11-28T00:00+07:00",
    "lusa jam 7 malam": "2026-11-29T19:00+07:00",
    "until tomorrow 6 am": "2026-11-28T06:00+07:00",
    "until Monday 06:00": "2026-11-30T06:00+07:00",
    "Senin pukul 6 pagi": "2026-11-30T06:00+07:00",
    "Jumat 09.00": "2026-12-04T09:00+07:00",
    "Jumat 11.00": "2026-11-27T11:00+07:00",
    "09:30": "2026-11-28T09:30+07:00",
    "pukul 11": "2026-11-27T11:00+07:00",
    "sampai jam 12 malam": "2026-11-28T00:00+07:00",
    "jam 12 siang": "2026-11-27T12:00+07:00",
    "jam 1 siang": "2026-11-27T13:00+07:00",
    "11 siang": "2026-11-27T11:00+07:00",
    "until 2026-12-01 06:00 UTC+9": "2026-12-01T06:00+09:00",
    "until 2026-12-01 06:00 Asia/Tokyo": "2026-12-01T06:00+09:00",
    "until 2026-12-01 06:00 +05:30": "2026-12-01T06:00+05:30",
    "until 24:00": "2026-11-28T00:00+07:00",
}


@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_is_read(text: str) -> None:
    assert moment(text, NOW, JAKARTA) == dt.datetime.fromisoformat(MOMENTS[text])


@pytest.mark.parametrize(
    "text", ["", "until", "lift", "until the cows come home", "31/31/2026", "25:00", "6:75", "pasar"]
)
def test_no_moment_is_none(text: str) -> None:
    assert moment(text, NOW, JAKARTA) is None


def test_a_past_moment_is_told_as_it_is() -> None:
    assert moment("2026-11-01 06:00", NOW, JAKARTA) == dt.datetime(2026, 11, 1, 6, tzinfo=JAKARTA)


def test_summer_time_is_kept_where_a_zone_has_it() -> None:
    summer = moment("2027-07-01 06:00 ET", NOW, JAKARTA)
    assert summer == dt.datetime.fromisoformat("2027-07-01T06:00-04:00")


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("06:30", dt.time(6, 30), None),
        ("6.30 WITA", dt.time(6, 30), "Asia/Makassar"),
        ("pukul 18", dt.time(18), None),
        ("6 pm", dt.time(18), None),
        ("06.30 Asia/Tokyo", dt.time(6, 30), "Asia/Tokyo"),
    ],
)
def test_an_hour_keeps_its_zone(text: str, time: dt.time, zone: str | None) -> None:
    found = hour(text)
    assert found is not None
    assert found.time == time
    assert (str(found.zone) if found.zone else None) == zone


NOTICES = {
    "EMBARGO: 1 Desember 2026 pukul 06.00 WIB\n\nJAKARTA - Menteri mundur.": "2026-12-01T06:00+07:00",
    "Menteri mundur\n\n*** DIEMBARGO sampai besok pukul 10.00 ***\nJAKARTA - ": "2026-11-28T10:00+07:00",
    "STRICTLY EMBARGOED UNTIL 00:01 GMT, Tuesday 1 December 2026\nThe minister resigned.": "2026-12-01T00:01+00:00",
    "Under embargo until Dec 1, 2026 6am\nThe minister resigned.": "2026-12-01T06:00+07:00",
    "Embargo minyak berlaku": None,
    "Menteri mengatakan embargo minyak berlaku sampai 1 Desember 2026.": None,
    "EMBARGO: 1 Desember 2020 pukul 06.00 WIB\nMenteri mundur.": None,
    "Embargo minyak terhadap negara itu, kata menteri dalam sidang yang panjang, akan berlaku sampai 1 Desember 2026"
    " mendatang.": None,
    "Satu.\n" * 20 + "EMBARGO: 1 Desember 2026": None,
}


@pytest.mark.parametrize("text", NOTICES, ids=map(str, range(len(NOTICES))))
def test_a_text_says_until_when_it_is_kept_back(text: str) -> None:
    until = NOTICES[text]
    assert embargo_in(text, NOW, JAKARTA) == (dt.datetime.fromisoformat(until) if until else None)
