"""Dates as days: from what is written and the day it was published to the days that are meant."""

from __future__ import annotations

import calendar
import datetime as dt

Days = tuple[dt.date, dt.date]  # first and last day, both inclusive
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def day(year: int, month: int, number: int) -> Days | None:
    """Return one day; None where the calendar has no such day."""
    try:
        one = dt.date(year, month, number)
    except ValueError:
        return None
    return one, one


def month(year: int, number: int, part: str | None = None) -> Days | None:
    """Return a month, or its early, mid or late part."""
    if not (1 <= number <= 12 and 1 <= year <= 9999):
        return None
    last = calendar.monthrange(year, number)[1]
    first, until = _PARTS.get(part or "", (1, last))
    return dt.date(year, number, first), dt.date(year, number, min(until, last))


def months(year_: int, first: int, last: int) -> Days | None:
    """Return the days from the first of one month to the end of another of a year."""
    since, until = month(year_, first), month(year_, last)
    return (since[0], until[1]) if since and until else None


def year(number: int) -> Days | None:
    """Return a year, or None for one that a calendar cannot hold."""
    return (dt.date(number, 1, 1), dt.date(number, 12, 31)) if 1 <= number <= 9999 else None


def nearest_year(month_: int, number: int, today: dt.date, towards: int) -> int:
    """Return the year that a day and month without one mean.

    `towards` is -1 for a day said to be past, 1 for one to come, 0 for the nearest.
    """
    years = (today.year - 1, today.year, today.year + 1)
    dated = [(y, found[0]) for y in years if (found := day(y, month_, number))]
    fitting = [(y, d) for y, d in dated if (d - today).days * towards >= 0] or dated
    return min(fitting, key=lambda pair: abs((pair[1] - today).days))[0] if fitting else today.year


def weekday(number: int, today: dt.date, towards: int) -> Days:
    """Return the last such weekday up to today, or the first after it where `towards` is 1."""
    back = (today.weekday() - number) % 7
    one = today + dt.timedelta(days=7 - back) if towards > 0 else today - dt.timedelta(days=back)
    return one, one


def shifted(unit: str, count: int, today: dt.date) -> Days | None:
    """Return the day, week, month, year or decade that lies `count` of it from today."""
    if unit == "day":
        one = today + dt.timedelta(days=count)
        return one, one
    if unit == "week":
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=count)
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + count
        return month(months // 12, months % 12 + 1)
    return year(today.year + count * (10 if unit == "decade" else 1))
