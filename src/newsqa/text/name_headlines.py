"""Names in a headline: where nearly every word has a capital, a name ends where the rest of the text ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsqa.model import EntityKind
from newsqa.text.name_edges import Run
from newsqa.text.name_lists import GIVEN, SMALL
from newsqa.text.tagger import Words

_SHORTEST = 5  # words that could go without a capital, in a headline
_CAPITALS = 0.8  # share of them that have one nevertheless
_Name = tuple[str, ...]


def as_told(seen: Sequence[Words], runs: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Return the names of each sentence, those of a headline cut to what the other sentences call by a name.

    "*Helen Marsh* Hammers Eastbay Bank" names no Helen Marsh Hammers where the text below speaks of Helen Marsh.
    """
    found = [list(of_one) for of_one in runs]
    if len(seen) > 1 and _is_headline(seen[0]):
        known = dict(_names(seen[1:], runs[1:]))
        ends = {name[-1:] for name, kind in known.items() if kind == "person"}
        found[0] = [part for run in found[0] for part in _parts(seen[0], run, known, ends)]
    return found


def _is_headline(seen: Words) -> bool:
    """Tell whether nearly all words that could go without a capital have one."""
    words = zip(seen.shapes[1:], seen.flags[1:], strict=True)
    shapes = [shape for shape, flags in words if SMALL not in flags and shape[0] in "Xx"]
    return len(shapes) >= _SHORTEST and sum(s[0] == "X" for s in shapes) >= _CAPITALS * len(shapes)


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
                yield _start(seen, first, at) if kind == "person" else at, end, kind
                at = first = end + 1
                break
        else:
            at += 1


def _start(seen: Words, first: int, at: int) -> int:
    """Return where a person's name begins, given names that the rest of the text leaves out with it."""
    while at > first and GIVEN in seen.flags[at - 1]:
        at -= 1
    return at
