"""Times: dates, weekdays, periods and hours, as written and as days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from newsqa.languages import load
from newsqa.languages.schema import Language, Times
from newsqa.model import Span
from newsqa.text import dates
from newsqa.text.numerals import alternation, beginnings, spelled

Kind = Literal["day", "month", "year", "weekday", "clock", "relative", "decade"]
_NUMERIC = r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<slash>\d{1,2}[/]\d{1,2}(?:/(?:\d{4}|\d{2}))?))(?![\d/])"

V = TypeVar("V")
_FOUR = r"(?:0\d|1[0-8]|2[1-3])[0-5]\d"  # an hour as "0540" is written, where it cannot be a year of late
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}  # the months of a part of a year


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a text: where it stands, and the days it means, first to last, where they are known."""

    span: Span
    kind: Kind
    since: dt.date | None = None
    until: dt.date | None = None
    clock: Span | None = None


def find(text: str, start: int, end: int, language: Language, day: dt.date | None = None) -> list[Time]:
    """Return the times between two offsets, left to right; "yesterday" counts from `day`, the publishing day."""
    matches = list(_pattern(language.about.code).finditer(text, start, end))
    reader = _Reader(language, day) if matches else None
    return [time for m in matches if reader and (time := reader.time(m))]


@cache
def _pattern(code: str) -> re.Pattern[str]:
    language = load(code)
    return re.compile(_source(language.times, tuple(language.numbers.words)), re.IGNORECASE)


def _either(name: str, forms: tuple[str, ...]) -> str:
    return rf"(?P<{name}>{alternation(forms) or '(?!)'})"


def _source(times: Times, number_words: tuple[str, ...]) -> str:
    months = alternation(tuple(times.months))
    weekday = rf"(?P<weekday>{alternation(tuple(times.weekdays))})(?:\s(?:{alternation(times.day_parts)}))?"
    year = r"(?P<%s>(?:1\d|20)\d\d)(?!\d|[.,]\d)"
    before = rf"(?:(?:{_either('past', times.past_before)}|{_either('ahead', times.ahead_before)})\s)?"
    after = rf"(?:\s(?:{_either('past2', times.past_after)}|{_either('ahead2', times.ahead_after)})(?!\w))?"
    part = rf"(?:(?P<part>{alternation(tuple(times.parts))})[\s-]?)?"
    ending, until = "(?:st|nd|rd|th)?", r"(?:\s?[-–]\s?(?P<%s>\d{1,2}))?"  # "Aug. 1-4"
    day_month = (
        rf"(?P<day>\d{{1,2}}){until % 'last'}{ending}\s(?P<month>{months})(?!\w)(?:,?\s{year % 'year'})?",
        (
            rf"(?P<month2>{months})\s(?P<day2>\d{{1,2}}){until % 'last2'}{ending}(?![\w:]|[.,]\d)"
            rf"(?:,?\s{year % 'year2'})?"
        ),
    )
    month_year = rf"{part}(?P<month3>{months})(?!\w)(?:,?\s(?:{alternation(times.years)}\s)?{year % 'year3'})?"
    words = alternation(number_words)
    counted = (
        rf"(?<!\d[.,])(?P<count>\d{{1,3}}|(?:{words})(?:\s(?:{words}))?)\s(?P<unit>{alternation(tuple(times.units))})\s"
        rf"(?:(?P<ago>{alternation(times.ago)})|(?P<within>{alternation(times.within)}))(?!\w)"
    )
    clock = (
        rf"(?:(?P<clock2>\d{{1,2}}(?:[.:]\d{{2}})?)\s?(?:{alternation((*times.clock_after, *times.zones))})(?!\w)"
        rf"|(?P<clock4>{_FOUR})\s?(?:{alternation(times.zones)})(?!\w)"
        rf"|(?:{alternation(times.clock_before) or '(?!)'})\s(?P<clock>\d{{1,2}}(?:[.:]\d{{2}}){{0,2}})"
        rf"|(?<!\d:)(?P<clock3>\d{{1,2}}:\d{{2}})(?![\d:]|[.,]\d))"
        rf"(?:\s(?:{alternation(times.day_parts)}))?(?:\s(?:{alternation(times.zones)})(?!\w))?"
    )
    inside = rf"(?:{'|'.join(day_month)}|{_NUMERIC})"
    return (
        rf"(?<!\w)(?={_begins(times, number_words)}){before}(?:(?:{weekday},?\s)?\(?{inside}\)?|{month_year}"
        rf"|(?P<shift>{alternation(tuple(times.shifts))})(?!\w)|{counted}|{clock}"
        rf"|{weekday.replace('<weekday>', '<weekday2>')}(?!\w)"
        rf"|(?:(?P<part2>{alternation(tuple(times.parts))})[\s-]?|(?P<quarter>{alternation(tuple(times.quarters))})[\s/])?"
        rf"(?:(?:{alternation(times.years)})\s)?(?:{year % 'year4'}(?P<decade>{alternation(times.decades)})?)"
        rf"(?:\s(?-i:(?P<era>{alternation(times.other_eras)})|(?:{alternation(times.eras)}))(?!\w|(?<=\s\w)\.\s))?"
        rf"(?![\w%-]|/\d)){after}"
    )


def _begins(times: Times, number_words: tuple[str, ...]) -> str:
    """Return a look at whether a time may begin, for most words and numbers begin none."""
    words = (
        *times.past_before, *times.ahead_before, *times.weekdays, *times.months, *times.parts, *times.shifts,
        *number_words, *times.clock_before, *times.quarters, *times.years,
    )  # fmt: skip
    after = beginnings(*times.months, *times.units, *times.clock_after, *times.zones)
    numeric = r"(?<![\d/.-])\d{1,4}(?:-\d\d|/\d)|(?:1\d|20)\d\d"
    return (
        rf"\(\w|\d{{1,4}}(?:[:.]\d\d|(?:\s?[-–]\s?\d{{1,2}})?(?:st|nd|rd|th)?\s?{after})|{numeric}|{beginnings(*words)}"
    )


class _Folded(NamedTuple):
    """A language's words for times without case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    quarters: dict[str, tuple[int, int]]
    parts: dict[str, str]
    shifts: dict[str, tuple[str, int]]


@cache
def _folded(code: str) -> _Folded:
    times = load(code).times
    return _Folded(
        _caseless(times.months),
        _caseless(times.weekdays),
        _caseless(times.quarters),
        _caseless(times.parts),
        _caseless(times.shifts),
    )


def _caseless(table: Mapping[str, V]) -> dict[str, V]:
    return {name.casefold(): value for name, value in table.items()}


class _Reader:
    """Reads one match as days, from the language's words and the publishing day."""

    def __init__(self, language: Language, day: dt.date | None) -> None:
        self._times, self._numbers, self._today = language.times, language.numbers, day
        folded = _folded(language.about.code)
        self._months, self._weekdays, self._quarters = folded.months, folded.weekdays, folded.quarters
        self._parts, self._shifts = folded.parts, folded.shifts

    def time(self, m: re.Match[str]) -> Time | None:
        """Return the time that a match stands for, None where it only looks like one."""
        readers: tuple[tuple[str, Kind, Callable[[re.Match[str]], dates.Days | None]], ...] = (
            ("iso", "day", self._iso), ("slash", "day", self._slash),
            ("day", "day", self._day), ("day2", "day", self._day), ("month3", "month", self._month),
            ("shift", "relative", self._shift), ("count", "relative", self._counted),
            ("weekday2", "weekday", self._weekday), ("year4", "year", self._year),
        )  # fmt: skip
        for group, kind, read in readers:
            if m[group]:
                return self._read(m, kind, read)
        clock = next((g for g in ("clock", "clock2", "clock3", "clock4") if m[g]), None)
        return Time(_span(m), "clock", clock=Span(start=m.start(clock), end=m.end(clock))) if clock else None

    def _read(self, m: re.Match[str], kind: Kind, read: Callable[[re.Match[str]], dates.Days | None]) -> Time | None:
        named = m["month3"] or m["weekday2"]
        sure = m["month3"] and (m["year3"] or m["part"] or self._towards(m))
        if named and not named[0].isupper() and not sure:
            return None  # "may", "minggu", "mar": only a capital, or what stands beside it, makes a month of them
        days = read(m)
        return Time(_span(m), kind, *(days or (None, None)))

    def _towards(self, m: re.Match[str]) -> int:
        return -1 if m["past"] or m["past2"] else 1 if m["ahead"] or m["ahead2"] else 0

    def _iso(self, m: re.Match[str]) -> dates.Days | None:
        return dates.day(*map(int, m["iso"].split("-")))

    def _slash(self, m: re.Match[str]) -> dates.Days | None:
        number, month, *year = map(int, m["slash"].split("/"))
        if year:
            return dates.day(year[0] + (2000 if year[0] < 100 else 0), month, number)
        return self._yearless(month, number, m)

    def _day(self, m: re.Match[str]) -> dates.Days | None:
        month, number = self._months[(m["month"] or m["month2"]).casefold()], int(m["day"] or m["day2"])
        year, last = m["year"] or m["year2"], m["last"] or m["last2"]
        first = dates.day(int(year), month, number) if year else self._yearless(month, number, m)
        end = dates.day(first[0].year, month, int(last)) if first and last else None
        return (first[0], end[1]) if first and end and end[1] > first[0] else first

    def _yearless(self, month: int, number: int, m: re.Match[str]) -> dates.Days | None:
        if not self._today or not 1 <= month <= 12:
            return None
        return dates.day(dates.nearest_year(month, number, self._today, self._towards(m)), month, number)

    def _month(self, m: re.Match[str]) -> dates.Days | None:
        month, part = self._months[m["month3"].casefold()], self._parts.get((m["part"] or "").casefold())
        if m["year3"]:
            return dates.month(int(m["year3"]), month, part)
        return (
            dates.month(dates.nearest_year(month, 15, self._today, self._towards(m)), month, part)
            if self._today
            else None
        )

    def _shift(self, m: re.Match[str]) -> dates.Days | None:
        unit, count = self._shifts[" ".join(m["shift"].casefold().split())]
        return dates.shifted(unit, count, self._today) if self._today else None

    def _counted(self, m: re.Match[str]) -> dates.Days | None:
        count = float(m["count"]) if m["count"].isdigit() else spelled(m["count"], self._numbers)
        unit = self._times.units[m["unit"].casefold()]
        sign = -1 if m["ago"] else 1
        return dates.shifted(unit, sign * int(count), self._today) if self._today and count is not None else None

    def _weekday(self, m: re.Match[str]) -> dates.Days | None:
        return (
            dates.weekday(self._weekdays[m["weekday2"].casefold()], self._today, self._towards(m))
            if self._today
            else None
        )

    def _year(self, m: re.Match[str]) -> dates.Days | None:
        if m["era"]:
            return None
        number, part = int(m["year4"]), self._parts.get((m["part2"] or "").casefold())
        if m["quarter"]:
            return dates.months(number, *self._quarters[" ".join(m["quarter"].casefold().split())])
        days = dates.months(number, *_THIRDS[part]) if part else dates.year(number)
        return (days[0], days[1].replace(year=days[1].year + 9)) if days and m["decade"] else days


def _span(m: re.Match[str]) -> Span:
    end = m.end()
    if m.string[m.start() : end].count(")") > m.string[m.start() : end].count("("):
        end -= 1
    return Span(start=m.start() + (m.group()[0] == "(" and ")" not in m.group()), end=end)
