"""Signs that a name is a place's: a word of place or a noun for a sort of place before it, a place beside it."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.languages import load
from newsqa.model import EntityKind
from newsqa.text.name_lists import BODY, GIVEN, PLACE, TITLE
from newsqa.text.tagger import Words

Run = tuple[int, int, EntityKind]  # first and last word, both inclusive
_AGE = 2  # digits
_NEAR = 2  # words before a noun of sort within which a word of place stands


def is_placed(seen: Words, run: Run, code: str) -> bool:
    """Tell whether a name that may seem a person's elsewhere stands behind a word like "in": "in Lower Meren"."""
    first, last, kind = run
    if not first or seen.gaps[first] != " " or GIVEN in seen.flags[first] or _owns(seen, last):
        return False
    strange = kind != "organisation" or is_strange(seen, run)
    return strange and (seen.normals[first - 1] in load(code).names.only_place_before or _is_sorted(seen, run, code))


def _owns(seen: Words, last: int) -> bool:
    return last + 1 < len(seen.words) and seen.gaps[last + 1] in seen.table.possessives


def is_strange(seen: Words, run: Run) -> bool:
    """Tell whether a name is one word that nothing knows, or such a one with a direction: it may be a place's."""
    first, last, _ = run
    end = last - (last > first and seen.normals[last] in seen.table.directions)
    known = seen.known[first] == "w" and run[2] != "other"
    return first == end and seen.shapes[first] == "Xx" and not seen.flags[first] and not known


def _is_sorted(seen: Words, run: Run, code: str) -> bool:
    """Tell whether a sort of place or a direction tells of a name: "pantai Poto Tano", "village of Nasegai"."""
    first = run[0]
    before = seen.normals[first - 1]
    if seen.shapes[first - 1] != "x":
        return False
    if before in load(code).facts.cases.get("of", ()) and first > 1:
        return PLACE in seen.flags[first - 2] or seen.normals[first - 2] in seen.table.directions
    office = any(TITLE in flags for flags in seen.flags[max(0, first - 2) : first])
    return PLACE in seen.flags[first - 1] and before in seen.table.sorts and not office


def with_sites(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, what ends with a noun for a sort of place as one: "Sarawak Timber *Hall*"."""
    return [(first, last, "place" if _is_site(seen, (first, last, kind)) else kind) for first, last, kind in runs]


def _is_site(seen: Words, run: Run) -> bool:
    first, last, kind = run
    site = (
        kind in {"organisation", "person"} and last > first and PLACE in seen.flags[last] and seen.shapes[last] == "Xx"
    )
    own = site and not any(BODY in seen.flags[at] for at in range(first, last + 1))
    return own and GIVEN not in seen.flags[last] and seen.normals[last] not in seen.table.sorts


def beside(seen: Words, runs: Sequence[Run], code: str) -> list[Run]:
    """Return the names, a strange one beside a place behind a word of place as a place too.

    It holds the place behind a comma, "di Desa Kampala, *Arungkeke*", or is named with it, "in Karo and *Gowainghat*".
    Who has an age is none: "Petani di Desa Kampala, *Wahyono* (45), ...".
    """
    found: list[Run] = []
    for run in runs:
        place = bool(found) and run[2] != "place" and is_strange(seen, run) and _is_beside(seen, found[-1], run)
        place = place and not has_age(seen, run[1], code)
        found.append((run[0], run[1], "place") if place else run)
    return found


def _is_beside(seen: Words, before: Run, run: Run) -> bool:
    first, last, kind = before
    near = seen.normals[max(0, first - _NEAR) : first]
    behind = not seen.table.place_before.isdisjoint(near)
    if run[0] == last + 1:
        sort = seen.normals[first] in seen.table.sorts or PLACE in seen.flags[last]
        site = kind == "place" or (kind == "organisation" and BODY in seen.flags[first])
        return behind and sort and site and seen.gaps[run[0]] == ","
    joined = run[0] == last + 2 and seen.normals[last + 1] in seen.table.joins
    return joined and behind and kind == "place" and seen.gaps[last + 1] == seen.gaps[run[0]] == " "


def has_age(seen: Words, last: int, code: str) -> bool:
    """Tell whether an age stands between commas or in brackets behind a name: "Sumarlik, 44 tahun", "Wahyono (45)"."""
    if last + 2 > len(seen.words) - 1:
        return False
    if seen.gaps[last + 1].strip() == "(":
        return _is_number(seen, last + 1) and seen.gaps[last + 2].lstrip()[:1] == ")"
    if seen.gaps[last + 1] != ",":
        return False
    after = seen.normals[last + 2]
    is_age = _is_number(seen, last + 1)
    return is_age and (seen.gaps[last + 2][:1] == "," or after in load(code).references.words.years)


def _is_number(seen: Words, at: int) -> bool:
    return seen.normals[at].isdigit() and len(seen.normals[at]) == _AGE
