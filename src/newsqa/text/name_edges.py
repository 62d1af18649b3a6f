"""Edges of names: runs of tagged words parted and joined where the tagger cannot see far enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsqa.model import EntityKind
from newsqa.text.name_lists import BODY, COUNTRY, DAY, GIVEN, KNOWN_BODY, KNOWN_PLACE, PARTICLE, PLACE, SMALL, TITLE
from newsqa.text.tagger import OUTSIDE, Words

Run = tuple[int, int, EntityKind]  # first and last word, both inclusive
_DEGREE = 4  # letters of a piece of a degree
_AGE = 2  # digits
_TITLED = 4  # words before a body's name in which the title of its head stands


def parted(seen: Words, tags: Sequence[str], run: Run) -> Iterator[Run]:
    """Yield a run as a name, or as a body or place everyone knows and the person whose role belongs to it."""
    first, last, kind = run
    person = _behind_title(seen, first, last) if kind == "organisation" else None
    if person is not None:  # "Kenyan Finance Minister John Mbadi": what stands before is the role's
        yield person, last, "person"
        return
    after = _known_end(seen, first, last)
    titled = first > 0 and TITLE in seen.flags[first - 1] and seen.gaps[first] == " "
    alone = tags[last + 1 : last + 2] != ["B-PER"] or seen.gaps[last + 1] != " "
    strange = last - after > 0 and all(seen.flags[i] in {"", GIVEN} for i in range(after, last + 1))
    body = seen.table.is_(KNOWN_BODY, tuple(seen.normals[first:after]))
    if strange and after > first and (body if kind == "person" else titled and alone):
        yield first, after - 1, "organisation" if body else kind
        yield after, last, "person"
    else:
        yield run


def _behind_title(seen: Words, first: int, last: int) -> int | None:
    """Return the first word of somebody's name behind a title, before which one word may stand, or a known body."""
    for at in (first, first + 1, _known_end(seen, first, last)):
        name = at + seen.table.title(seen.normals[at : last + 1], 0)
        strange = all(seen.flags[i] in {"", GIVEN} for i in range(name, last + 1))
        if at < name and 1 <= last - name <= 2 and strange:
            return name
    return None


def _known_end(seen: Words, first: int, last: int) -> int:
    """Return where the country, known place or body, or acronym that a run begins with ends."""
    for end in range(min(last, first + seen.table.longest_known), first, -1):
        whole = tuple(seen.normals[first:end])
        if any(seen.table.is_(flag, whole) for flag in (COUNTRY, KNOWN_PLACE, KNOWN_BODY)):
            return end
    return _state_end(seen, first, last) or (first + 1 if seen.shapes[first] == "XX" else first)


def _state_end(seen: Words, first: int, last: int) -> int | None:
    """Return where a country ends that stands behind what sort of state it is: "Republik Togo", "Kingdom of Tonga"."""
    if PLACE not in seen.flags[first] or first == last:
        return None
    start = first + 2 if SMALL in seen.flags[first + 1] else first + 1
    ends = range(last, start, -1)
    return next((end for end in ends if seen.table.is_(COUNTRY, tuple(seen.normals[start:end]))), None)


def with_particles(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, a person's with the name before its particle: "Sultan bin Rashid"."""
    found: list[Run] = []
    for first, last, kind in runs:
        start, before = first, first - 2
        plain = before >= 0 and seen.gaps[first - 1] == seen.gaps[first] == " " and seen.stands_out(before)
        if kind == "person" and plain and PARTICLE in seen.flags[first - 1]:
            start = before
            if found and found[-1][1] == before:
                cut = found.pop()
                found += [(cut[0], before - 1, cut[2])] if cut[0] < before else []
        found.append((start, last, kind))
    return found


def with_heads(seen: Words, tags: Sequence[str], runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the names, a place behind the head of a body as that body: "Pemerintah Chad"."""
    for first, last, kind in runs:
        head = first - 1
        if kind == "other" and first == last and BODY in seen.flags[first] and tags[last + 1 : last + 2] == ["B-LOC"]:
            continue
        is_head = head >= 0 and seen.gaps[first] == " " and tags[head] == OUTSIDE and seen.shapes[head] == "Xx"
        if kind == "place" and is_head and BODY in seen.flags[head]:
            yield head, last, "organisation"
        else:
            yield first, last, kind


def with_known(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, what everyone knows as one where the tagger parts its words: "Kejaksaan Agung", "Hong Kong"."""
    found = list(runs)
    for first, last, kind in _known(seen):
        within = [r for r in found if first <= r[0] and r[1] <= last]
        parted = within and within[0][:2] != (first, last)
        if parted and all(r in within or r[1] < first or r[0] > last for r in found):
            found = [*(r for r in found if r not in within), (first, last, kind)]
    return sorted(found)


def _known(seen: Words) -> Iterator[Run]:
    """Yield the first and last word of each body or place of several words that the lists know, in capitals."""
    for at, word in enumerate(seen.normals):
        for phrase, kind in seen.table.known.get(word, ()):
            words = range(at, at + len(phrase))
            if tuple(seen.normals[at : at + len(phrase)]) == phrase:
                spaced = all(seen.gaps[i] == " " for i in words[1:])
                if spaced and all(seen.shapes[i][0] == "X" for i in (words[0], words[-1])):
                    yield at, words[-1], kind


def with_acronyms(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, the words that an acronym in brackets spells as one of them, commas and all."""
    found = list(runs)
    for at, shape in enumerate(seen.shapes):
        if shape == "XX" and seen.gaps[at][-1:] == "(" and seen.gaps[at + 1][:1] == ")":
            first = _spelled_from(seen, at)
            if first is not None and any(f <= at - 1 and last >= first for f, last, _ in found):
                found = [r for r in found if r[1] < first or r[0] >= at]
                found.append((first, at - 1, "organisation"))
    return sorted(found)


def _spelled_from(seen: Words, at: int) -> int | None:
    """Return the first of the words before an acronym whose initials are its letters, small words left out."""
    letters = list(seen.normals[at])
    for back in range(at - 1, max(-1, at - 2 * len(letters) - 1), -1):
        if seen.shapes[back][0] == "X" and letters and seen.normals[back][0] == letters[-1]:
            letters.pop()
            if not letters:
                return back
        elif seen.shapes[back][0] == "X" or seen.gaps[back + 1][:1] not in {" ", ","}:
            return None
    return None


def dateless(seen: Words, run: Run) -> Iterator[Run]:
    """Yield a run without the date behind it, "City Park on 12 May"; nothing of one that is a date, "May 14"."""
    first, last, kind = run
    end = last
    while end >= first and (DAY in seen.flags[end] or seen.normals[end].isdigit()):
        end -= 1
    tail = range(end + 1, last + 1)
    numbered = any(seen.normals[at].isdigit() for at in tail)
    if not any(DAY in seen.flags[at] for at in tail) or (end >= first and not (numbered or _is_small(seen, end))):
        yield run  # nothing of a date, or a surname that is a month: "Theresa May"
        return
    while end >= first and _is_small(seen, end):
        end -= 1
    if end >= first:
        yield first, end, kind


def _is_small(seen: Words, at: int) -> bool:
    return SMALL in seen.flags[at] and seen.shapes[at][0] != "X"


def handed_on(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, a given name between a body and somebody as theirs: "Dinas Pengairan Budi" "Hartono"."""
    found: list[Run] = []
    for first, last, kind in runs:
        start = first
        if kind == "person" and found and found[-1][1] == first - 1 and seen.gaps[first] == " ":
            start = _given_from(seen, found[-1])
            before = found.pop()
            found += [(before[0], start - 1, before[2])] if start > before[0] else []
        found.append((start, last, kind))
    return found


def _given_from(seen: Words, run: Run) -> int:
    """Return where a given name begins that ends a body's name, or is somebody's; behind the run if none does."""
    first, last, kind = run
    given = GIVEN in seen.flags[last] and BODY not in seen.flags[last]
    if not given or kind not in {"person", "organisation"} or (kind == "organisation" and last - first < 2):
        return last + 1
    return first if kind == "person" and first == last else last if kind == "organisation" else last + 1


def aged(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, one word with an age in brackets behind it as somebody: "Rokayah (39)"."""
    found = [
        (a, b, "person" if kind != "organisation" and a == b and _has_age(seen, b) else kind) for a, b, kind in runs
    ]
    taken = {i for first, last, _ in runs for i in range(first, last + 1)}
    free = (i for i, shape in enumerate(seen.shapes) if shape == "Xx" and i not in taken and _has_age(seen, i))
    return sorted([*found, *((i, i, "person") for i in free)])


def _has_age(seen: Words, at: int) -> bool:
    """Tell whether nothing but the age of whom a word names stands in brackets behind it."""
    if at + 1 >= len(seen.words) or any(flag in seen.flags[at] for flag in (DAY, BODY, KNOWN_PLACE, COUNTRY, SMALL)):
        return False
    number = seen.normals[at + 1]
    return seen.gaps[at + 1] == "(" and number.isdigit() and len(number) == _AGE and seen.gaps[at + 2][:1] == ")"


def led(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, what somebody leads as a body: "Ketua Fraksi Karya Bahari, Meilani Hutabarat, ..."."""
    found = list(runs)
    for at, (body, person) in enumerate(pairwise(runs)):
        after = runs[at + 2] if at + 2 < len(runs) else None
        if body[2] == person[2] == "person" and _leads(seen, body, person) and not _is_listed(seen, person, after):
            found[at] = (body[0], body[1], "organisation")
    return found


def heading(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, one word between commas behind somebody's title as that person: "Ketua RT 06, Warsim, ..."."""
    return [(a, b, "person" if a == b and kind != "person" and _heads(seen, a) else kind) for a, b, kind in runs]


def _heads(seen: Words, at: int) -> bool:
    """Tell whether the capitals before the comma before a word begin with a title."""
    if not at or seen.gaps[at] != "," or seen.gaps[at + 1] != "," or seen.flags[at] or seen.shapes[at] != "Xx":
        return False
    title = at - 1
    while title and seen.gaps[title] == " " and seen.shapes[title - 1][0] in "X9":
        title -= 1
    return TITLE in seen.flags[title]


def _leads(seen: Words, body: Run, person: Run) -> bool:
    """Tell whether one name stands behind a title, has no given name, and a comma parts it from the other."""
    joined = person[0] == body[1] + 1 and seen.gaps[person[0]] == "," and person[1] > person[0]
    titled = any(TITLE in seen.flags[i] for i in range(max(0, body[0] - _TITLED), body[0]))
    spaced = all(seen.gaps[i] == " " and seen.shapes[i][0] == "X" for i in range(_title(seen, body) + 1, body[0] + 1))
    return joined and titled and spaced and not any(GIVEN in seen.flags[i] for i in range(body[0], body[1] + 1))


def _title(seen: Words, body: Run) -> int:
    """Return the nearest title before a name."""
    near = range(body[0] - 1, max(-1, body[0] - 1 - _TITLED), -1)
    return next((i for i in near if TITLE in seen.flags[i]), body[0])


def _is_listed(seen: Words, person: Run, after: Run | None) -> bool:
    """Tell whether a name goes on in a list of names: another comes right behind a comma or one small word."""
    return after is not None and after[0] - person[1] <= 2 and seen.gaps[person[1] + 1][:1] in {",", " "}


def without_degrees(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names without the degrees behind somebody's, commas between: "Wening Astuti, M.T., M.Kes."."""
    found: list[Run] = []
    end: int | None = None  # the last word of somebody's name and of the degrees so far
    for first, last, kind in runs:
        if end is not None and first == end + 1 and all(_is_degree(seen, at) for at in range(first, last + 1)):
            end = last
        else:
            found.append((first, last, kind))
            end = last if kind == "person" else None
    return found


def _is_degree(seen: Words, at: int) -> bool:
    """Tell whether a word is a piece of a degree: a letter behind a comma or a piece, or short behind a letter."""
    word, before = seen.words[at].text, seen.words[at - 1].text
    joint = len(word) == 2 and at + 1 < len(seen.words) and len(seen.words[at + 1].text) == 1  # "Ph.D"
    if len(word) == 1 or joint:
        return seen.gaps[at][-1:] == "," or len(before) <= _DEGREE
    return len(before) == 1 and len(word) <= _DEGREE


def in_company(seen: Words, runs: Sequence[Run]) -> list[Run]:
    """Return the names, one word among listed places as a place too: "Jakarta, Manila and Busan"."""
    found = list(runs)
    for listed in _listed(seen, runs):
        kinds = [runs[at][2] for at in listed]
        if kinds.count("place") > len(kinds) / 2:
            for at in listed:
                first, last, kind = runs[at]
                strange = first == last and seen.shapes[first] == "Xx" and GIVEN not in seen.flags[first]
                found[at] = (first, last, "place" if strange else kind)
    return found


def _listed(seen: Words, runs: Sequence[Run]) -> Iterator[list[int]]:
    """Yield the names that stand in one list, three and more, parted by commas and the word for and."""
    listed = [0] if runs else []
    for at in range(1, len(runs)):
        if not _are_joined(seen, runs[at - 1][1], runs[at][0]):
            yield from [listed] if len(listed) > 2 else []
            listed = []
        listed.append(at)
    yield from [listed] if len(listed) > 2 else []


def _are_joined(seen: Words, last: int, first: int) -> bool:
    """Tell whether a comma, the word for and, or both stand between two words."""
    if first == last + 1:
        return seen.gaps[first] == ","
    joint = first == last + 2 and seen.normals[last + 1] in seen.table.joins
    return joint and seen.gaps[last + 1] in {" ", ","} and seen.gaps[first] == " "
