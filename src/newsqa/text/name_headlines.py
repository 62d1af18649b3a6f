"""Names in a headline: where nearly every word has a capital, a name ends where the rest of the text ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsqa.model import EntityKind
from newsqa.text.name_edges import Run
from newsqa.text.name_lists import GIVEN, SMALL
from newsqa.text.tagger import Words

_SHORTEST = 5  # words that could go without a capital, in a headline
_CAPITALS = 0.9  # share of them that have one nevertheless
_ENDS = re.compile(r"[^\w\n]*(?:\n|$)")  # what follows the last word of a paragraph
_Name = tuple[str, ...]


def as_told(text: str, seen: Sequence[Words], runs: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Return the names of each sentence, those of a headline cut to what the other sentences call by a name.

    "*Helen Marsh* Hammers Eastbay Bank" names no Helen Marsh Hammers where the text below speaks of Helen Marsh.
    """
    found = [list(of_one) for of_one in runs]
    if len(seen) > 1 and _is_headline(text, seen[0]):
        known = dict(_names(seen[1:], runs[1:]))
        ends = {name[-1:] for name, kind in known.items() if kind == "person"}
        found[0] = [part for run in found[0] for part in _parts(seen[0], run, known, ends)]
    return found


def _is_headline(text: str, seen: Words) -> bool:
    """Tell whether nearly all words of a paragraph's one sentence that could go without a capital have one."""
    words = zip(seen.shapes[1:], seen.flags[1:], strict=True)
    shapes = [shape for shape, flags in words if SMALL not in flags and shape[0] in "Xx"]
    many = len(shapes) >= _SHORTEST and sum(shape[0] == "X" for shape in shapes) >= _CAPITALS * len(shapes)
    return many and _ENDS.match(text, seen.words[-1].end) is not None


def _names(seen: Sequence[Words], runs: Sequence[Sequence[Run]]) -> Iterator[tuple[_Name, EntityKind]]:
    for one, found in zip(seen, runs, strict=True):
        for first, last, kind in found:
            if last > first or kind != "other":  # a lone capital of no kind may only open a sentence
                yield tuple(one.normals[first : last + 1]), kind


def _parts(seen: Words, run: Run, known: Mapping[_Name, EntityKind], ends: AbstractSet[_Name]) -> Iterator[Run]:
    """Yield the names that the text knows within a run; where it knows none, the run if it is of any kind."""
    first, last, kind = run
    found = list(_within(seen, first, last, known, ends))
    yield from found or ([] if kind == "other" else [run])


def _within(
    seen: Words, first: int, last: int, known: Mapping[_Name, EntityKind], ends: AbstractSet[_Name]
) -> Iterator[Run]:
    at = first
    while at <= last:
        for end in range(last, at - 1, -1):
            name = tuple(seen.normals[at : end + 1])
            kind = known.get(name, "person" if name in ends else None)
            if kind:
                start, stop = _whole(seen, first, last, at, end) if kind == "person" else (at, end)
                yield start, stop, kind
                at = first = stop + 1
                break
        else:
            at += 1


def _whole(seen: Words, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return a person's name with the words around it that only names are: the text may leave them out."""
    while start > first and (GIVEN in seen.flags[start - 1] or seen.known[start - 1] == "n"):
        start -= 1
    while end < last and seen.known[end + 1] == "n" and GIVEN not in seen.flags[end + 1]:
        end += 1
    return start, end
