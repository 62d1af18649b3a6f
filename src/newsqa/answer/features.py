"""What the scorer sees: named features of words at the edges of a candidate, and of the candidate itself.

A word's features are weighed by the part it plays: first or last word of a candidate, before or after it, inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from newsqa.answer.align import Aligned, Glance, Word, align, plain
from newsqa.answer.page import Page
from newsqa.answer.reading import Asked

PARTS = ("first", "last", "before", "after", "inside")
_FAR = 99
_BUCKETS = ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (40, "9+"))
CAPITAL = frozenset({"title", "capitals", "initial"})
LETTER = {"title": "C", "capitals": "C", "initial": "C", "lower": "l", "year": "y"}
REACHES = (3, 6, 12)  # words beside a candidate in which the question's are counted
LONGEST_TOLD = 8  # words, beyond which a length is told by how much it is more


def bucket(distance: int) -> str:
    """Return the name of a distance in words; "none" beyond the sentence."""
    return next((name for most, name in _BUCKETS if distance <= most), "none")


_NAMED = tuple(bucket(distance) for distance in range(_FAR + 1))
_REACHED = ("focus", "pivot", "end")


Trait = tuple[str, ...]  # a sort, and what is told of it: what several features of a word are made from


def named(trait: Trait) -> list[str]:
    """Return the names of the features that a trait stands for."""
    return _NAMES[trait[0]](*trait[1:])


def _look(shape: str, small: str) -> list[str]:
    return [f"shape {shape}", "small"] if small else [f"shape {shape}"]


def _marked(before: str, shape: str, after: str) -> list[str]:
    return [f"mark before {before}", f"mark after {after}", f"mark {before} {shape}"]


def _shapes(before: str, shape: str, after: str) -> list[str]:
    return [f"shapes {before} {shape}", f"shape {shape} next {after}"]


def _met(left: str, right: str, shape: str = "", strength: str = "", focus: str = "") -> list[str]:
    """Return how a word stands to the words that match, and how it matches itself."""
    found = [*_sides("match", left, right), f"match between {left} {right}"]
    if shape:
        found += ["matched", f"matched {shape}", f"matched {strength}", *(["matched focus"] if focus else [])]
    return found


def _sides(name: str, left: str, right: str) -> list[str]:
    return [f"{name} left {left}", f"{name} right {right}"]


_NAMES: dict[str, Callable[..., list[str]]] = {
    "look": _look,
    "marks": _marked,
    "shapes": _shapes,
    "note": lambda note: [f"note {note}"],
    "match": _met,
    **{name: partial(_sides, name) for name in _REACHED},
}


class Own(NamedTuple):
    """What a word is, whatever is asked: features that few words share, by name, and traits that many do."""

    names: list[str]
    traits: list[Trait]


def own(page: Page, place: int) -> list[Own]:
    """Return for each word of one sentence what it is, whatever is asked."""
    found: list[Own] | None = page.kept.get(("own", place))
    if found is None:
        found = page.kept["own", place] = list(_own(plain(page, place)))
    return found


def _own(words: Sequence[Word]) -> Iterator[Own]:
    around = ["^", *(w.lemma for w in words), "$"]
    shapes = ["^", *(w.shape for w in words), "$"]
    for i, word in enumerate(words):
        names = [f"word {word.lemma}", f"previous {around[i]}", f"next {around[i + 2]}"]
        if word.shape in {"lower", "title"}:
            names += [f"ending {word.token.normal[-3:]}", f"beginning {word.token.normal[:3]}"]
        traits: list[Trait] = [
            ("look", word.shape, "small" if word.small else ""),
            ("marks", word.before, word.shape, word.after),
            ("shapes", shapes[i], word.shape, shapes[i + 2]),
        ]
        yield Own(names, [*traits, ("note", word.note)] if word.note else traits)


def related(asked: Asked, aligned: Aligned) -> Iterator[tuple[Trait, ...]]:
    """Yield for each word of a sentence how it stands to the words that match, to the focus, pivot and end."""
    matches = aligned.matches
    wanted = zip(_REACHED, (asked.focus, *asked.pivots), strict=True)
    reach = [[(name, *far) for far in zip(*_distances(matches, place), strict=True)] for name, place in wanted]
    near = zip(*_distances(matches, -1), strict=True)
    rows = zip(aligned.words, matches, aligned.strengths, near, zip(*reach, strict=True), strict=True)
    for word, match, strength, far, others in rows:
        met = (word.shape, str(int(strength * 10)), "focus" if match == asked.focus else "") if match >= 0 else ()
        yield (("match", *far, *met), *others)


def _distances(matches: Sequence[int], wanted: int | None) -> tuple[Sequence[str], Sequence[str]]:
    """Return for each word how far back, and how far ahead, the nearest other word stands that matches as wanted.

    Any match will do where -1 is wanted, and none does where nothing is.
    """
    hits = [match >= 0 and wanted in {-1, match} for match in matches]
    if not any(hits):
        return [_NAMED[_FAR]] * len(hits), [_NAMED[_FAR]] * len(hits)
    return _steps(hits), _steps(hits[::-1])[::-1]


def _steps(hits: Sequence[bool]) -> list[str]:
    steps, since = [], _FAR
    for hit in hits:
        steps.append(_NAMED[since])
        since = 1 if hit else min(since + 1, _FAR)
    return steps


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence among those of its article: its share of the question, the best share, and what stands elsewhere.

    `mass` is the running sum over words of what they match, as a share of the question; `enclosed` tells which words
    stand in brackets, `own` what each word is by itself.
    """

    page: Page
    aligned: Aligned
    share: float
    best: float
    context: float
    mass: list[float]
    enclosed: list[bool]
    own: list[Own]


def scene(asked: Asked, page: Page, place: int, glance: Glance) -> Scene:
    """Return one sentence, aligned with the question, as it stands in the article that was glanced over."""
    aligned = align(asked, page, place)
    share = asked.share(aligned.covered)
    best = max(glance.best, share)
    mass = _mass(aligned, asked.rarity, asked.total)
    return Scene(
        page, aligned, share, best, max(glance.whole - share, 0.0), mass, _enclosed(aligned.words), own(page, place)
    )


def _mass(aligned: Aligned, rarity: dict[int, float], total: float) -> list[float]:
    running = [0.0]
    for match, strength in zip(aligned.matches, aligned.strengths, strict=True):
        running.append(running[-1] + (rarity[match] * strength / total if match >= 0 else 0.0))
    return running


def _enclosed(words: Sequence[Word]) -> list[bool]:
    inside, found = False, []
    for word in words:
        inside = word.before == "open" or (inside and word.before != "close")
        found.append(inside)
    return found


def span_features(scene: Scene, first: int, last: int) -> Iterator[tuple[str, float]]:
    """Yield the named features of the candidate from word `first` to word `last`, both inclusive."""
    words, mass = scene.aligned.words, scene.mass
    length = last - first + 1
    yield f"length {min(length, LONGEST_TOLD)}", 1.0
    if length > LONGEST_TOLD:
        yield f"length beyond {LONGEST_TOLD}", float(length - LONGEST_TOLD)
    yield "share of question in sentence", scene.share
    yield "share behind the best sentence", scene.best - scene.share
    if scene.share >= scene.best:
        yield "best sentence", 1.0
    yield "share elsewhere", scene.context
    yield "question words inside", mass[last + 1] - mass[first]
    yield from _windows(mass, first, last)
    yield f"question words {int(mass[first] > 0)} {int(mass[-1] > mass[last + 1])}", 1.0
    yield from _looks(words, first, last, length)
    yield from _edges(scene, first, last)
    yield "place in sentence", first / len(words)
    if scene.aligned.index == 0:
        yield "first sentence", 1.0


def _windows(mass: Sequence[float], first: int, last: int) -> Iterator[tuple[str, float]]:
    end = len(mass) - 1
    for reach in REACHES:
        yield f"question words {reach} left", mass[first] - mass[max(0, first - reach)]
        yield f"question words {reach} right", mass[min(end, last + 1 + reach)] - mass[last + 1]


def _looks(words: Sequence[Word], first: int, last: int, length: int) -> Iterator[tuple[str, float]]:
    inside = words[first : last + 1]
    capitals = sum(w.shape in CAPITAL for w in inside)
    yield f"capitals {'all' if capitals == length else 'some' if capitals else 'none'}", 1.0
    digits = sum(w.token.text[0].isdigit() for w in inside)
    if digits:
        yield f"digits {'all' if digits == length else 'some'}", 1.0
    for mark in {w.before for w in inside[1:]}:
        yield f"mark within {mark}", 1.0
    pattern = "".join("s" if w.small else LETTER.get(w.shape, "d") for w in inside[:4])
    yield f"pattern {pattern}{'+' if length > 4 else ''}", 1.0
    notes = {w.note.rsplit(" ", 1)[0] for w in inside}
    goes_on = last + 1 < len(words) and words[last + 1].note.endswith("inside")
    if len(notes) == 1 and inside[0].note.endswith("begin") and not goes_on:
        yield f"whole note {notes.pop()}", 1.0
    elif any(notes):
        yield "part of a note", 1.0


def _edges(scene: Scene, first: int, last: int) -> Iterator[tuple[str, float]]:
    words = scene.aligned.words
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    yield f"edge {before.shape if before else '^'} > {words[first].shape}", 1.0
    yield f"edge {words[last].shape} < {after.shape if after else '$'}", 1.0
    edge = [-1, *scene.aligned.matches, -1]
    yield "matched " + "".join("1" if edge[at] >= 0 else "0" for at in (first, first + 1, last + 1, last + 2)), 1.0
    opened, closed = scene.enclosed[first], scene.enclosed[last]
    if opened != closed:
        yield "half in brackets", 1.0
    elif opened:
        full = words[first].before == "open" and words[last].after == "close"
        yield "all the brackets" if full else "part of brackets", 1.0
    if words[first].shape in CAPITAL and words[last].shape in CAPITAL:
        left = before is not None and before.shape in CAPITAL and words[first].before == "space"
        right = after is not None and after.shape in CAPITAL and words[last].after == "space"
        yield f"name goes on {int(left)} {int(right)}", 1.0
