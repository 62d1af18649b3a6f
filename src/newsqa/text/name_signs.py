"""Signs beside a name that tell what it is, where the tagger could not: an age behind it, a title or "in" before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from newsqa.text.name_edges import Run
from newsqa.text.name_lists import DAY, GIVEN, SMALL, TITLE
from newsqa.text.name_places import beside, has_age, is_placed, is_strange, with_sites
from newsqa.text.tagger import Words

_INITIALS = 3  # letters
_PEOPLE = ("organisation", "place", "other")  # kinds that may be a person's after all


def told(seen: Sequence[Words], runs: Sequence[Sequence[Run]], code: str) -> list[list[Run]]:
    """Return the names of each sentence, of the kind that what stands beside them tells; "in X" tells of every X."""
    inside = {w for one in seen for w, shape in zip(one.normals[1:], one.shapes[1:], strict=True) if shape[0] == "X"}
    named = [[own for run in found if (own := _own(one, run, inside))] for one, found in zip(seen, runs, strict=True)]
    shown = [[_person(one, run, code) for run in found] for one, found in zip(seen, named, strict=True)]
    places = _places(seen, shown, code)
    return [
        beside(one, with_sites(one, list(_located(one, found, places))), code)
        for one, found in zip(seen, shown, strict=True)
    ]


def _places(seen: Sequence[Words], runs: Sequence[Sequence[Run]], code: str) -> set[tuple[str, ...]]:
    """Return the names that a sign shows to be places'; what seems a body's elsewhere is shares *in* it, no place."""
    keys: dict[tuple[bool, bool], set[tuple[str, ...]]] = defaultdict(set)
    for one, found in zip(seen, runs, strict=True):
        for run in found:
            keys[is_placed(one, run, code), run[2] == "organisation"].add(_key(one, run))
    return keys[True, False] | (keys[True, True] - keys[False, True])


def _own(seen: Words, run: Run, inside: AbstractSet[str]) -> Run | None:
    """Return a person's name without the word that only opens the sentence: "*Only* Helen Marsh", "*Massa* ditemui".

    What somebody is called by before the name is none by itself: "*Mak* Unik".
    """
    first, last, kind = run
    if first == last and seen.normals[first] in seen.table.honours and seen.gaps[first + 1] == " ":
        return None
    opens = kind == "person" and seen.opens(first) and GIVEN not in seen.flags[first]
    if opens and last > first and SMALL in seen.flags[first]:
        return first + 1, last, kind
    plain = seen.known[first] == "w" or "-" in seen.normals[first]
    return None if opens and last == first and plain and seen.normals[first] not in inside else run


def _person(seen: Words, run: Run, code: str) -> Run:
    """Return a name as a person's where an age stands behind it, or a title right before it."""
    first, last, kind = _behind_title(seen, run)
    aged = has_age(seen, last, code) and (_is_strange(seen, first, last) or _is_initials(seen, run))
    titled = _is_strange(seen, first, last) and (_is_titled(seen, run) or _is_honoured(seen, run))
    return first, last, "person" if kind in _PEOPLE and (aged or titled) else kind


def _behind_title(seen: Words, run: Run) -> Run:
    """Return the name behind a title in small letters that a run has inside: "Board member *Helen Marsh*".

    Not where a noun of sort takes the whole of it: "RSUD dr. Halima".
    """
    first, last, kind = run
    inside = (at for at in range(last - 1, first, -1) if seen.shapes[at] == "x" and TITLE in seen.flags[at])
    title = next(inside, None)
    called = kind == "place" or seen.normals[first] in seen.table.after_people
    if title is None or called or not _is_strange(seen, title + 1, last):
        return run
    return title + 1, last, "person"


def _is_titled(seen: Words, run: Run) -> bool:
    """Tell whether a title stands right before a name of two words or more that nothing knows."""
    first, last, kind = run
    titled = first > 0 and seen.gaps[first] == " " and TITLE in seen.flags[first - 1] and kind == "other"
    return titled and last > first and seen.known[last] == "n" and not _is_led(seen, run)


def _is_led(seen: Words, run: Run) -> bool:
    """Tell whether what stands behind the title of who leads a place is that place: "Camat *Muara Tapin*, Gusti A."."""
    first, last, _ = run
    after = last + 1
    apposed = after < len(seen.words) and seen.gaps[after] == "," and seen.shapes[after][0] == "X"
    return apposed and seen.normals[first - 1] in seen.table.local and DAY not in seen.flags[after]


def _is_honoured(seen: Words, run: Run) -> bool:
    """Tell whether a word that only people are called by stands in capitals before one word: "*Mak* Unik"."""
    first, last, _ = run
    called = first > 0 and seen.normals[first - 1] in seen.table.honours and seen.shapes[first - 1] == "Xx"
    return called and first == last and seen.gaps[first] == " "


def _is_strange(seen: Words, first: int, last: int) -> bool:
    return all(seen.flags[at] in {"", GIVEN} and seen.shapes[at] in {"Xx", "Xx-"} for at in range(first, last + 1))


def _is_initials(seen: Words, run: Run) -> bool:
    """Tell whether a name is nothing but somebody's initials: "MH"."""
    first, last, _ = run
    return (
        first == last and seen.shapes[first] == "XX" and len(seen.normals[first]) <= _INITIALS and not seen.flags[first]
    )


def _located(seen: Words, runs: Sequence[Run], places: set[tuple[str, ...]]) -> Iterator[Run]:
    for first, last, kind in runs:
        place = kind != "place" and _key(seen, (first, last, kind)) in places
        yield first, last, "place" if place and _may_be_place(seen, (first, last, kind)) else kind


def _may_be_place(seen: Words, run: Run) -> bool:
    """Tell whether a name that is a place's elsewhere may be one here: no body's that its words tell."""
    return run[2] == "person" or is_strange(seen, run)


def _key(seen: Words, run: Run) -> tuple[str, ...]:
    return tuple(seen.normals[run[0] : run[1] + 1])
