"""Roles: what somebody is, as it stands before a name or behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsqa.model import EntityKind
from newsqa.text.name_lists import GIVEN, PARTICLE, TITLE
from newsqa.text.tagger import Words

_ASIDE = re.compile(r",? ?\(|, (?:\d{1,3}, )?")
_LONGEST = 12  # words


def titles(seen: Words, first: int, last: int) -> int:
    """Return how many words of a person's name are titles; "Sultan" or "Tan" alone may be the name itself."""
    at = first
    while at < last:
        length = seen.table.title(seen.normals, at)
        if not length or at + length > last or (length == 1 and GIVEN in seen.flags[at]):
            break
        at += length
    return 0 if PARTICLE in seen.flags[at] else at - first


def _is_joint(seen: Words, at: int, name: int) -> bool:
    """Tell whether a role may go on before the word `at`: without a stop, but for a comma before the name itself."""
    return seen.gaps[at] in {" ", "-", "(", ")"} or (at == name and seen.gaps[at] in {",", "),"})


def before(seen: Words, named: Mapping[int, EntityKind], name: int) -> tuple[int, int] | None:
    """Return the first and last word of the role before a person's name: from its title on, its body's name included.

    What only honours the name and ends in a stop is left out: "Rektornya, *Prof.* X".
    """
    start = name
    while start > 0 and seen.gaps[start][:1] == "." and TITLE in seen.flags[start - 1]:
        start -= 1
    first = _first(seen, named, start)
    return None if first is None else (first, start - 1)


def _first(seen: Words, named: Mapping[int, EntityKind], name: int) -> int | None:
    found, comma = None, seen.gaps[name] in {",", "),"}
    for at in range(name - 1, max(-1, name - _LONGEST), -1):
        capital = seen.shapes[at][0] in "X9"
        if not _is_joint(seen, at + 1, name) or named.get(at) == "person":
            break
        size = _titled(seen, at)
        if size and not (comma and seen.gaps[at + 1 - size] not in {" ", "^", *seen.table.possessives}):
            found = at + 1 - size
        elif at not in named and not capital and seen.gaps[at] not in {"(", ")"}:
            break
    return found


def _titled(seen: Words, at: int) -> int:
    """Return how many words make a title that ends with a word, one that says whose it is too: "kuasa hukum*nya* X"."""
    if TITLE in seen.flags[at]:
        return 1
    ending = next((c for c in seen.table.clitics if seen.normals[at].endswith(c)), "")
    bare = seen.normals[at].removesuffix(ending)
    sizes = (n for n in (2, 1) if ending and n <= at + 1)
    return next((n for n in sizes if seen.table.is_(TITLE, (*seen.normals[at + 1 - n : at], bare))), 0)


def after(text: str, seen: Words, name: int) -> tuple[int, int] | None:
    """Return the first and last word of the role that a comma or bracket sets behind a name ending with `name`."""
    aside = _ASIDE.match(text, seen.words[name].end)
    if aside is None:
        return None
    first = next((i for i in range(name + 1, len(seen.words)) if seen.words[i].start >= aside.end()), None)
    if first is None or not _opens(seen, first):
        return None
    last = first
    while last + 1 < len(seen.words) and last - first < _LONGEST and seen.gaps[last + 1] in {" ", "-", "(", ")"}:
        last += 1
    return (first, last) if seen.gaps[last + 1][:1] in {",", ")", ".", ";"} else None


def _opens(seen: Words, at: int) -> bool:
    """Tell whether a role begins here, after "the" or "mantan" if need be."""
    opener = seen.normals[at] in seen.table.role_openers
    return TITLE in seen.flags[at] or (opener and any(TITLE in f for f in seen.flags[at + 1 : at + 4]))
