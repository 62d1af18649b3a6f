"""Nouns for a sort of place or body before a name take the whole of it: "Jalan Gubernur Suryo", "RSUD Wakatobi"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsqa.model import EntityKind
from newsqa.text.name_lists import BODY, DAY, PARTICLE, PLACE, TITLE
from newsqa.text.tagger import Words

Run = tuple[int, int, EntityKind]  # first and last word, both inclusive
_TITLED = 10  # words in capitals before a noun of sort within which a title is of whoever leads it
_SHORT = 3  # letters of a title that is shortened


def with_sorts(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, each noun for a sort of place or body with what it calls; alone it is no name."""
    found, at = _with_heads(seen, runs), 0
    while at < len(seen.words):
        at = _take(seen, found, at) + 1 if _is_sort(seen, at) else at + 1
    return sorted(found)


def _with_heads(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, the word by which a place is called with the name behind it: "Pelabuhan" "Belang-Belang"."""
    found: list[Run] = []
    for first, last, kind in runs:
        head = found[-1] if found else None
        called = head and head[0] == head[1] == first - 1 and seen.gaps[first] == " " and PLACE in seen.flags[head[0]]
        if head and called and kind in {"place", "other"} and seen.shapes[head[0]] == "Xx":
            found[-1] = (head[0], last, "place")
        else:
            found.append((first, last, kind))
    return found


def _is_sort(seen: Words, at: int) -> bool:
    """Tell whether a noun of sort stands here in capitals, and is none of a title or of a longer noun."""
    own = seen.normals[at] in seen.table.sorts and seen.shapes[at][0] == "X" and TITLE not in seen.flags[at]
    return own and (at == 0 or BODY in seen.flags[at] or not _is_longer(seen, at - 1))


def _is_longer(seen: Words, before: int) -> bool:
    """Tell whether a noun in capitals before one of sort makes both one: "*Penjaga* Pantai", "*Balai* Kota"."""
    noun = seen.shapes[before] == "Xx" and seen.known[before] == "w" and not seen.opens(before)
    return noun and seen.gaps[before + 1] == " " and TITLE not in seen.flags[before]


def _take(seen: Words, found: list[Run], sort: int) -> int:
    """Put what a noun of sort calls in place of the names within, and return its last word."""
    own = next((r for r in found if r[0] <= sort <= r[1]), None)
    if own and own[0] < sort:
        return own[1]
    last = _called(seen, found, sort, own[1] if own else sort)
    if last > sort:
        found[:] = [r for r in found if r[1] < sort or r[0] > last]
        found.append((sort, last, _kind(seen, sort, own)))
    elif own and PLACE in seen.flags[sort] and seen.shapes[sort] == "Xx":
        found.remove(own)
    return last


def _kind(seen: Words, sort: int, own: Run | None) -> EntityKind:
    told = own is not None and own[1] > sort and own[2] in {"place", "organisation"}
    return own[2] if own and told else "place" if PLACE in seen.flags[sort] else "organisation"


def _called(seen: Words, found: Sequence[Run], sort: int, last: int) -> int:
    """Return the last word of what a noun of sort calls, of which somebody's name may be a part."""
    led = any(TITLE in seen.flags[at] and _is_near(seen, at, sort) for at in range(max(0, sort - _TITLED), sort))
    people = seen.normals[sort] in seen.table.after_people and not (led and PLACE in seen.flags[sort])
    starts = {first: (first, end, kind) for first, end, kind in found}
    while last + 1 < len(seen.words) and seen.gaps[last + 1] == " ":
        ranked = _ranks(seen, last + 1) if last == sort and not led else 0
        run = starts.get(last + 1 + ranked)
        own = run and _is_somebody(run, people=people, led=led and last > sort) and not _is_followed(seen, starts, run)
        if run is None or own or _is_other_sort(seen, run):
            break
        last = run[1]
    return last


def _is_near(seen: Words, title: int, sort: int) -> bool:
    return all(seen.gaps[at] == " " and seen.shapes[at][0] == "X" for at in range(title + 1, sort + 1))


def _is_somebody(run: Run, *, people: bool, led: bool) -> bool:
    """Tell whether a name is a person's of its own: who leads what is called, or a full one where none is called so."""
    first, last, kind = run
    return kind == "person" and (led or (last > first and not people))


def _is_followed(seen: Words, starts: Mapping[int, Run], run: Run) -> bool:
    """Tell whether somebody comes behind a comma, who leads what the name before it is a part of."""
    after = starts.get(run[1] + 1)
    return after is not None and after[2] == "person" and seen.gaps[run[1] + 1] == ","


def _is_other_sort(seen: Words, run: Run) -> bool:
    """Tell whether a name begins with a noun for another sort, or a day."""
    return seen.normals[run[0]] in seen.table.sorts or any(f in seen.flags[run[0]] for f in (BODY, DAY))


def _ranks(seen: Words, at: int) -> int:
    """Return how many titles and ranks stand before a name: "Jalan *Panglima* Sudirman", "RSUP *Prof. dr.* Halima"."""
    end = at
    while end + 1 < len(seen.words) and _is_rank(seen, end):
        end += 1
    return end - at


def _is_rank(seen: Words, at: int) -> bool:
    """Tell whether a word is a title or rank with something behind it; one in small letters is shortened."""
    title = TITLE in seen.flags[at]
    capital = seen.shapes[at] in {"Xx", "X"} and (title or PARTICLE in seen.flags[at])
    small = title and seen.shapes[at] == "x" and len(seen.normals[at]) <= _SHORT
    return (capital or small) and (seen.gaps[at + 1] == " " or (title and seen.gaps[at + 1] == "."))
