"""No regular expression takes longer on a hostile text than a text of its length may: each is linear."""

import json
import re
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import NamedTuple

import pytest
from patterns import ROOT, sites

LIMIT = 0.05  # seconds of work for a text of 100,000 characters
SLACK = 4  # times as long may it take here: on a busy machine the same work takes longer, by the processor's clock too
LONG, SHORT = 100_000, 4_000
PUMPS = [
    *"a0A.,- \t\n([<{\\_/é\"'“”\u200b\u202e😀#:",
    *(
        "a ",
        "A ",
        "Aa ",
        "1 ",
        "a.",
        "A.",
        "a-",
        "a'",
        "a, ",
        "1.",
        "1,",
        "1/",
        "1:",
        "1-",
        "(a",
        "[a",
        "[a:",
        '"a',
        '"a ',
        "“a",
    ),
    *(
        "'a ",
        "a\n",
        "A\n",
        "A, ",
        " - ",
        "--",
        "''",
        "``",
        "<a",
        "a1",
        "1a",
        "1 a ",
        ". A",
        '? "',
        "1.000",
        "1.000.000 ",
        "1/1/",
    ),
    *("12:30 ", "+7", "UTC+", "Ab/", "s' a", "'90s ", "T12:30:00", "2024-01-01", "a\0", "\n\n", " \n", "-\n", "a (b) "),
]


class Made(NamedTuple):
    """A pattern, where it is made, and how it is used: at a text's start, on all of it, or else everywhere in it."""

    pattern: re.Pattern[str]
    places: list[tuple[str, int]]
    uses: set[str]


class TooLongError(Exception):
    """A pattern took longer than it may."""


def stop(*_: object) -> None:
    raise TooLongError


def seconds(made: Made, text: str, most: float) -> float:
    """Return how long the processor works to use a pattern on a text as it is used; infinity beyond what it may."""
    signal.setitimer(signal.ITIMER_PROF, most)
    started = time.process_time()
    try:
        for use in made.uses:
            deque(made.pattern.finditer(text), 0) if use == "finditer" else getattr(made.pattern, use)(text)
    except TooLongError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - started


def words(tree: _parser.SubPattern) -> Iterator[str]:
    """Yield the literal words of a pattern, which a hostile text may repeat."""
    word = ""
    for name, value in tree:
        if str(name) == "LITERAL":
            word += chr(value)
            continue
        yield word
        word = ""
        inner = value if isinstance(value, tuple | list) else [value]
        for part in inner:
            for sub in part if isinstance(part, list) else [part]:
                if isinstance(sub, _parser.SubPattern):
                    yield from words(sub)
    yield word


def pumps(pattern: re.Pattern[str]) -> list[str]:
    known = sorted({w for w in words(_parser.parse(pattern.pattern, pattern.flags)) if w}, key=lambda w: (-len(w), w))
    some = known[:: max(1, len(known) // 8)][:8]
    return [*PUMPS, *(f"{word}{gap}" for word in some for gap in ("", " ", "-"))]


def worst(made: Made) -> tuple[float, str]:
    """Return how long a pattern takes on the long text that is worst for it, and what that text repeats."""
    found = []
    for pump in pumps(made.pattern):
        took = max(seconds(made, repeated(pump, SHORT) + end, LIMIT * SLACK) for end in ("", "\0!"))
        if took == float("inf"):
            return took, pump
        found.append((took, pump))
    longest = sorted(found, reverse=True)[:3]
    return max((seconds(made, repeated(pump, LONG), LIMIT * SLACK), pump) for _, pump in longest)


def repeated(pump: str, length: int) -> str:
    return (pump * (length // len(pump) + 1))[:length]


@pytest.fixture(scope="module")
def every() -> list[Made]:
    """Every pattern of the tree."""
    command = [sys.executable, ROOT / "tests" / "patterns.py"]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)
    uses: dict[str, set[str]] = {}
    for _, _, places, used in told:
        uses.setdefault(str(places), set()).update(u if u in {"match", "fullmatch"} else "finditer" for u in used)
    return [
        Made(re.compile(pattern, flags), places, uses[str(places)] or {"finditer"})
        for pattern, flags, places, _ in told
    ]


def test_every_pattern_is_among_those_measured(every: list[Made]) -> None:
    assert sites() == {(file, line) for made in every for file, line in made.places}


def test_no_pattern_takes_longer_than_a_text_of_its_length_may(every: list[Made]) -> None:
    before = signal.signal(signal.SIGPROF, stop)
    try:
        measured = sorted(((*worst(made), made.places[0], made.pattern.pattern[:60]) for made in every), reverse=True)
    finally:
        signal.signal(signal.SIGPROF, before)
    took, pump, place, _ = measured[0]
    print(f"{len(every)} patterns; the slowest takes {took * 1000:.0f} ms on 100 KB of {pump!r}: {place}")  # noqa: T201
    assert [one for one in measured if one[0] > LIMIT * SLACK] == []
