"""When something was published, in whatever language its source writes that."""

from __future__ import annotations

import datetime as dt
import re

from newsqa.text.moments import moment

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SECONDS = re.compile(r"(?<=\d[:.]\d\d)[:.](?P<seconds>[0-5]\d)(?!\d)")
_CLOCK = re.compile(r"\d[:.]\d\d")
_LONGEST = 100  # characters; what is longer tells more than a date
_NOWHERE = dt.timezone(dt.timedelta(), "nowhere")  # the zone of a clock that none is named for


def instant(text: str) -> str:
    """Return a day and an hour as ISO 8601 writes them, with the zone if it is named; nothing where there are none."""
    if len(text) > _LONGEST or not _YEAR.search(text):
        return ""
    seconds = _SECONDS.search(text)
    try:
        found = moment(_SECONDS.sub("", text, count=1), dt.datetime.now(dt.UTC), _NOWHERE)
    except (ValueError, OverflowError):  # the calendar ends with the year 9999, and before the year 1
        return ""
    if found is None or str(found.year) not in text:
        return ""
    if not _CLOCK.search(text):
        return found.date().isoformat()
    found = found.replace(second=int(seconds["seconds"]) if seconds else found.second)
    return (found.replace(tzinfo=None) if found.tzinfo is _NOWHERE else found).isoformat()
