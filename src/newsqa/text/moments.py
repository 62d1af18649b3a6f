"""Moments: a day, an hour and a time zone as people type them, in any of the languages."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsqa.languages import CODES, load
from newsqa.model import Span
from newsqa.text import times
from newsqa.text.numerals import alternation

_OFFSET = re.compile(
    r"(?<![\d-])(?:(?:UTC|GMT)\s?)?(?P<sign>[+-])(?P<hours>[01]?\d)(?::?(?P<minutes>[0-5]\d))?(?![\d-])"
)
_DASHED = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)")
_IANA = re.compile(r"(?<!\S)[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+(?!\S)")
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_HEAD = 12  # lines at the head of a text
_NOTICE = 110  # characters of a line that is a notice


class Hour(NamedTuple):
    """A time of day, and the zone that was named with it."""

    time: dt.time
    zone: dt.tzinfo | None
    midnight: bool = False  # the one that ends the day


def moment(text: str, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime | None:
    """Return the moment that a text names, None where it names none.

    A day without an hour is its beginning, an hour without a day the next time the clock shows it; a weekday or a date
    without its year is the next one. `zone` holds where none is named.
    """
    text = _DASHED.sub(r"\1/\2/\3", text)
    whole = _iso(text, zone)
    if whole:
        return whole
    named, text = _zone(text)
    here = named or zone
    today = now.astimezone(here).date()
    day, kind, rest = _day(text, today)
    clock = hour(rest)
    if day is None:
        return _next(clock, now, here) if clock else None
    at = _at(day, clock or Hour(dt.time(), None), here)
    if at <= now and kind == "weekday":
        return at + _WEEK
    return _at(_next_year(day), clock or Hour(dt.time(), None), here) if at <= now and kind == "yearless" else at


def hour(text: str) -> Hour | None:
    """Return the time of day that a text names: 06:30, 6.30 pagi, 6 am, 18 WITA; None where it names none."""
    zone, rest = _zone(text)
    found = _clock().search(rest)
    if found is None:
        return None
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if found["part"]:
        window = _windows()[" ".join(found["part"].casefold().split())]
        choices = (hours % 12, hours % 12 + 12, hours % 12 + 24) if hours <= 12 else (hours,)
        hours = next((h for h in choices if window[0] <= h < window[1]), hours)
    if hours > 24 or (hours == 24 and minutes):
        return None
    return Hour(dt.time(hours % 24, minutes), zone, midnight=hours == 24)


def embargo_in(text: str, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime | None:
    """Return until when a text keeps itself back: a short line near its head that opens with a word for it.

    News about an embargo says so in its sentences; and what has passed keeps nothing back.
    """
    for line in text.lstrip().splitlines()[:_HEAD]:
        if len(line) <= _NOTICE and _embargoes().match(line):
            until = moment(line, now, zone)
            if until and until > now:
                return until
    return None


def zone_named(name: str) -> dt.tzinfo | None:
    """Return the time zone of a name: of the IANA database, a short one, or hours from UTC."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return _zone(name)[0]


def _iso(text: str, zone: dt.tzinfo) -> dt.datetime | None:
    for word in text.split():
        try:
            found = dt.datetime.fromisoformat(word) if "T" in word else None
        except ValueError:
            continue
        if found:
            named = _zone(text.replace(word, ""))[0]
            return found if found.tzinfo else found.replace(tzinfo=named or zone)
    return None


def _zone(text: str) -> tuple[dt.tzinfo | None, str]:
    """Return the zone that a text names, and the text without it."""
    for pattern, read in ((_IANA, _iana), (_OFFSET, _offset), (_short(), _abbreviated)):
        found = pattern.search(text)
        zone = read(found) if found else None
        if found and zone:
            return zone, text[: found.start()] + " " + text[found.end() :]
    return None, text


def _iana(found: re.Match[str]) -> dt.tzinfo | None:
    try:
        return ZoneInfo(found.group())
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _offset(found: re.Match[str]) -> dt.tzinfo:
    away = dt.timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return dt.timezone(-away if found["sign"] == "-" else away)


def _abbreviated(found: re.Match[str]) -> dt.tzinfo | None:
    name = _zones()[found.group("zone").upper()]
    offset = _OFFSET.fullmatch(name)
    return _offset(offset) if offset else ZoneInfo(name)


def _day(text: str, today: dt.date) -> tuple[dt.date | None, str, str]:
    """Return the one day that a text names, how it is named, and the text without it."""
    for code in CODES:
        for time in times.find(text, 0, len(text), load(code), today):
            if time.since and time.since == time.until:
                return time.since, _kind(text, time), _cut(text, time.span)
    return None, "", text


def _kind(text: str, time: times.Time) -> str:
    yearless = time.kind == "day" and str(time.since.year if time.since else "") not in time.span.of(text)
    return "yearless" if yearless else time.kind


def _cut(text: str, span: Span) -> str:
    return text[: span.start] + " " + text[span.end :]


def _next(clock: Hour, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    today = now.astimezone(zone).date()
    return next(at for at in (_at(today, clock, zone), _at(today + _DAY, clock, zone)) if at > now)


def _at(day: dt.date, clock: Hour, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day + _DAY * clock.midnight, clock.time, clock.zone or zone)


def _next_year(day: dt.date) -> dt.date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


@cache
def _clock() -> re.Pattern[str]:
    words = [word for code in CODES for word in (*load(code).times.clock_before, *load(code).times.clock_after)]
    parts = alternation(tuple(_windows()))
    around = alternation(tuple(words))
    return re.compile(
        rf"(?<![\w.:/-])(?:(?:{around})\s?)?(?P<hours>[012]?\d)(?:[.:](?P<minutes>[0-5]\d))?(?:[.:]00)?"
        rf"(?:\s?(?P<part>{parts}))?(?![\w:/-])",
        re.IGNORECASE,
    )


@cache
def _embargoes() -> re.Pattern[str]:
    words = alternation(tuple(word for code in CODES for word in load(code).times.embargoes))
    return re.compile(rf"[\W_]*+(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?P<zone>{alternation(tuple(_zones()))})(?!\w)", re.IGNORECASE)


@cache
def _zones() -> dict[str, str]:
    return tomllib.loads((files("newsqa.languages") / "shared" / "zones.toml").read_text(encoding="utf-8"))


@cache
def _windows() -> dict[str, tuple[int, int]]:
    """Return between which hours of the clock each part of a day lies; 24 is the midnight that ends it."""
    return dict(_each_window())


def _each_window() -> Iterator[tuple[str, tuple[int, int]]]:
    for code in CODES:
        yield from load(code).times.hours.items()
