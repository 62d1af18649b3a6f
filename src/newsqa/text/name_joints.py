"""Names that the tagger joins or parts: two people about a slash, two places about "and", numbers, directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.model import EntityKind
from newsqa.text.name_lists import BODY, COUNTRY, GIVEN, KNOWN_BODY, KNOWN_PLACE, PARTICLE, PLACE, SMALL, TITLE
from newsqa.text.tagger import Words

Run = tuple[int, int, EntityKind]  # first and last word, both inclusive
_WORD = 5  # letters; a shorter word of the dictionary may well be a given name
_CLOSED = frozenset('"”')
_FULL = 2  # words of somebody's full name


def rejoined(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, each with all of its words and none besides."""
    apart = [own for run in runs for part in _pair(seen, run) for own in _two(seen, part)]
    bare = [_without_front(seen, own) for run in apart if (own := _without_number(seen, run))]
    return _with_directions(seen, _with_given(seen, _with_inner_particles(seen, bare)))


def _pair(seen: Words, run: Run) -> Iterator[Run]:
    """Yield people whom a slash joins, "Galuh Sekarningrum/Prisca Mandolang", and names about a mark that closes."""
    first, last, kind = run
    called = kind != "person" or any(_is_called(seen, at) for at in range(first, last + 1))
    for at in range(first + 1, last + 1):
        closed = seen.gaps[at] in _CLOSED and seen.shapes[at] == "x"
        if closed or (seen.gaps[at] == "/" and not called):
            yield first, at - 1, kind
            first = next((i for i in range(at, last + 1) if not closed or seen.shapes[i][0] == "X"), last + 1)
    if first <= last:
        yield first, last, kind


def _two(seen: Words, run: Run) -> Iterator[Run]:
    """Yield two names that "and" joins where neither is a body's or in several words: "Rote Ndao dan Sabu Raijua"."""
    first, last, kind = run
    joint = next((at for at in range(first + 1, last) if seen.normals[at] in seen.table.joins), None)
    strange = joint and all(_is_strange(seen, at) for at in range(first, last + 1) if at != joint)
    if joint is None or not strange:
        yield run
        return
    before = seen.normals[first - 1] if first else ""
    told: EntityKind = "place" if before in seen.table.place_before else kind
    yield first, joint - 1, told
    yield joint + 1, last, told


def _is_strange(seen: Words, at: int) -> bool:
    """Tell whether a word in capitals is one that no list and no dictionary knows."""
    return seen.shapes[at] in {"Xx", "Xx-"} and seen.known[at] == "n" and seen.flags[at] in {"", GIVEN}


def _without_number(seen: Words, run: Run) -> Run | None:
    """Return somebody's name without the number or sum behind it: "Titik Handayaningsih 388"; nothing of a mere one."""
    first, last, kind = run
    end = last
    while kind == "person" and end >= first and (seen.shapes[end][0] == "9" or _is_money(seen, end)):
        end -= 1
    return (first, end, kind) if end >= first else None


def _is_money(seen: Words, at: int) -> bool:
    return seen.normals[at] in seen.table.currencies


def _without_front(seen: Words, run: Run) -> Run:
    """Return somebody's name without what they are before it: "*Pensioner* Waltraud Heiden", "*Kenyan-born* ..."."""
    first, last, kind = run
    start = at = _behind_noun(seen, run)
    while at + _FULL <= last and kind != "place" and _is_front(seen, at, kind):
        at += 1
    rest = range(at, last + 1)
    if last > at > first and all(_is_persons(seen, i) for i in rest):
        return at, last, "person"
    return (at if at > start and _is_made(seen, at - 1) else start), last, kind


def _is_made(seen: Words, at: int) -> bool:
    """Tell whether a word is made of a name and what tells of it: "*Tokyo-based*"."""
    left, _, right = seen.words[at].text.rpartition("-")
    return bool(left) and right.islower() and left[0].isupper()


def _behind_noun(seen: Words, run: Run) -> int:
    """Return the first word behind a noun in small letters inside a name: "Norwegian fund *Fjellvind*"."""
    first, last, _ = run
    nouns = (at for at in range(last - 1, first, -1) if seen.shapes[at][0] == "x" and _is_noun(seen, at))
    noun = next(nouns, None)
    return first if noun is None or any(_is_called(seen, at) for at in range(first, noun)) else noun + 1


def _is_called(seen: Words, at: int) -> bool:
    return any(flag in seen.flags[at] for flag in (BODY, PLACE, KNOWN_BODY, KNOWN_PLACE))


def _is_noun(seen: Words, at: int) -> bool:
    plain = seen.known[at] == "w" or "-" in seen.normals[at]
    return plain and not any(flag in seen.flags[at] for flag in (SMALL, PARTICLE)) and not seen.stands_out(at)


def _is_front(seen: Words, at: int, kind: EntityKind) -> bool:
    """Tell whether a word in capitals says what somebody is: one of the dictionary that is no given name.

    What seems a body's name may begin with an ordinary word; only an adjective or a title is sure to be none of it.
    """
    if GIVEN in seen.flags[at] or seen.gaps[at + 1] != " ":
        return False
    if _is_made(seen, at):
        return True
    plain = seen.shapes[at] == "Xx" and seen.known[at] == "w" and len(seen.normals[at]) >= _WORD
    sure = kind == "person" or TITLE in seen.flags[at] or seen.normals[at] in seen.table.describing
    return plain and sure and not _is_called(seen, at)


def _is_persons(seen: Words, at: int) -> bool:
    """Tell whether a word can be of a person's name by its looks."""
    strange = seen.known[at] == "n" or GIVEN in seen.flags[at]
    return seen.shapes[at] in {"Xx", "Xx-", "XxX"} and strange and seen.flags[at] in {"", GIVEN}


def _with_inner_particles(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, those that a particle joins as one: "Deir *al-*Balah", "Hajar Bugis *binti* Latif"."""
    found: list[Run] = []
    for first, last, kind in runs:
        before = found[-1] if found else None
        if before and before[2] != "organisation" and _adjoins(seen, before[1], first):
            own = seen.shapes[first - 1] == "x" and seen.normals[first - 1] in seen.table.descent
            found[-1] = (before[0], last, "person" if own else before[2] if before[2] != "other" else kind)
        else:
            found.append((first, last, kind))
    return found


def _with_given(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, somebody's with the given name right before it, a place with what a particle opens behind."""
    taken = {at for first, last, _ in runs for at in range(first, last + 1)}
    found: list[Run] = []
    for one in runs:
        first, last, kind = one
        while kind == "person" and first and first - 1 not in taken and _is_given(seen, first - 1):
            first -= 1
        behind = last + 1 < len(seen.words) and last + 1 not in taken and _adjoins(seen, last, last + 1)
        found.append((first, last + behind if kind != "organisation" else last, kind))
    return found


def _is_given(seen: Words, at: int) -> bool:
    plain = GIVEN in seen.flags[at] and seen.shapes[at] == "Xx" and not _is_called(seen, at)
    return (
        plain
        and seen.gaps[at + 1] == " "
        and not (TITLE in seen.flags[at] or (seen.opens(at) and seen.known[at] == "w"))
    )


def _adjoins(seen: Words, last: int, first: int) -> bool:
    """Tell whether a particle joins two names, as a word of its own or as the beginning of the second."""
    if first == last + 2:
        joint = PARTICLE in seen.flags[last + 1] and seen.shapes[last + 1] == "x"
        return joint and seen.gaps[last + 1] == seen.gaps[first] == " "
    return first == last + 1 and seen.gaps[first] == " " and seen.shapes[first] == "x-" and seen.stands_out(first)


def _with_directions(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, a place with the word of direction or age behind it: "Lahewa *Timur*", "Poris *Baru*"."""
    found: list[Run] = []
    for first, last, kind in runs:
        before = found[-1] if found else None
        behind = before and before[1] == first - 1 and seen.gaps[first] == " " and first == last
        if before and behind and _is_direction(seen, first) and _may_be_place(seen, before):
            found[-1] = (before[0], last, "organisation" if before[2] == "organisation" else "place")
        else:
            turned = last > first and _is_direction(seen, last) and _may_be_place(seen, (first, last - 1, kind))
            known = turned and seen.table.is_(KNOWN_PLACE, tuple(seen.normals[first:last]))
            found.append((first, last, "place" if known or (turned and kind != "organisation") else kind))
    return found


def _is_direction(seen: Words, at: int) -> bool:
    return seen.normals[at] in seen.table.directions and seen.shapes[at] == "Xx"


def _may_be_place(seen: Words, run: Run) -> bool:
    first, _, kind = run
    return kind != "person" or not any(flag in seen.flags[first] for flag in (GIVEN, TITLE, COUNTRY))
