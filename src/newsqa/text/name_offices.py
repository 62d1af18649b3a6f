"""Names of places and bodies behind an office, and who holds it behind them, where the tagger takes both for one."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.model import EntityKind
from newsqa.text.name_lists import BODY, GIVEN, PLACE, TITLE
from newsqa.text.tagger import Words

Run = tuple[int, int, EntityKind]  # first and last word, both inclusive
_FULL = 2  # words of somebody's full name


def without_holders(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, each with whoever holds the office before it parted: "Camat Moramo *Wa Ode Sitti Rahmah*"."""
    found: list[Run] = []
    for first, last, kind in runs:
        before = found[-1] if found else None
        surname = before and kind == "person" and first == last == before[1] + 1 and seen.gaps[first] == " "
        if before and surname and (holder := _led(seen, before, 1)):
            found[-1:] = [(before[0], holder - 1, before[2]), (holder, last, kind)]
        elif holder := _local(seen, (first, last, kind)):
            found += [(first, holder - 1, "place"), (holder, last, kind)]
        elif holder := _led(seen, (first, last, kind), _FULL):
            found += [(first, holder - 1, kind), (holder, last, "person")]
        else:
            found.append((first, last, kind))
    return found


def with_seats(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, each seat of an office with whose it is: "Kantor *Gubernur Jawa Tengah*"."""
    found: list[Run] = []
    for first, last, kind in runs:
        if found and kind == "place" and _is_seat(seen, found[-1], first):
            found[-1] = (found[-1][0], last, "place")
        else:
            found.append((first, last, kind))
    return found


def _is_seat(seen: Words, run: Run, behind: int) -> bool:
    """Tell whether a name begins with a word for a building or body, and only an office is left before the next."""
    first = run[0]
    office = first
    while office < behind and {BODY, PLACE} & set(seen.flags[office]) and TITLE not in seen.flags[office]:
        office += 1
    told = all(TITLE in seen.flags[at] and seen.shapes[at][:1] == "X" for at in range(office, behind))
    joined = all(seen.gaps[at] == " " for at in range(first + 1, behind + 1))
    return first < office < behind and told and joined


def _local(seen: Words, run: Run) -> int | None:
    """Return the first word of who leads a place, a given one, where the title before both is of such."""
    first, last, kind = run
    place = kind == "person" and GIVEN not in seen.flags[first] and _is_titled(seen, first)
    if not place or seen.normals[first - 1] not in seen.table.local:
        return None
    return next((at for at in range(first + 1, last) if GIVEN in seen.flags[at]), None)


def _led(seen: Words, run: Run, least: int) -> int | None:
    """Return the first word of who leads a body: the strange ones that end it, so many at least, behind a plain one."""
    first, last, kind = run
    body = kind == "organisation" and BODY in seen.flags[first] and _is_titled(seen, first)
    if not body or seen.gaps[last + 1][:1] == ",":
        return None
    at = last + 1
    while at > first + 1 and _is_strange(seen, at - 1):
        at -= 1
    return at if first + 1 < at <= last + 1 - least and seen.known[at - 1] == "w" else None


def _is_titled(seen: Words, first: int) -> bool:
    return first > 0 and seen.gaps[first] == " " and TITLE in seen.flags[first - 1]


def _is_strange(seen: Words, at: int) -> bool:
    """Tell whether a word in capitals is one that no list and no dictionary knows."""
    return seen.shapes[at] in {"Xx", "Xx-"} and seen.known[at] == "n" and seen.flags[at] in {"", GIVEN}
