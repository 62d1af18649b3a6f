"""What the scorer sees: named features of words at the edges of a candidate, and of the candidate itself.

A word's features are weighed by the part it plays: first or last word of a candidate, before or after it, inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsqa.answer.align import Aligned, Glance, Word, align, plain
from newsqa.answer.page import Page
from newsqa.answer.reading import Asked

PARTS = ("first", "last", "before", "after", "inside")
_FAR = 99
_BUCKETS = ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (40, "9+"))
_CAPITAL = frozenset({"title", "capitals", "initial"})


def bucket(distance: int) -> str:
    """Return the name of a distance in words; "none" beyond the sentence."""
    return next((name for most, name in _BUCKETS if distance <= most), "none")


_NAMED = tuple(bucket(distance) for distance in range(_FAR + 1))
_REACHED = ("match", "focus", "pivot", "end")
_LEFT = {name: tuple(f"{name} left {far}" for far in _NAMED) for name in _REACHED}
_RIGHT = {name: tuple(f"{name} right {far}" for far in _NAMED) for name in _REACHED}


def word_features(asked: Asked, scene: Scene) -> list[tuple[list[str], list[str]]]:
    """Return for each word what it is (by itself), and how it stands to the question."""
    return list(zip(scene.own, _related(asked, scene.aligned.words), strict=True))


def own(page: Page, place: int) -> list[list[str]]:
    """Return for each word of one sentence what it is, whatever is asked."""
    found: list[list[str]] | None = page.kept.get(("own", place))
    if found is None:
        found = page.kept["own", place] = list(_own(plain(page, place)))
    return found


def _own(words: Sequence[Word]) -> Iterator[list[str]]:
    around = ["^", *(w.lemma for w in words), "$"]
    shapes = ["^", *(w.shape for w in words), "$"]
    for i, word in enumerate(words):
        features = [
            f"shape {word.shape}", f"word {word.lemma}", f"mark before {word.before}", f"mark after {word.after}",
            f"previous {around[i]}", f"next {around[i + 2]}",
            f"shapes {shapes[i]} {shapes[i + 1]}", f"shape {word.shape} next {shapes[i + 2]}",
            f"mark {word.before} {word.shape}",
        ]  # fmt: skip
        if word.shape in {"lower", "title"}:
            features += [f"ending {word.token.normal[-3:]}", f"beginning {word.token.normal[:3]}"]
        if word.small:
            features.append("small")
        if word.note:
            features.append(f"note {word.note}")
        yield features


def _related(asked: Asked, words: Sequence[Word]) -> Iterator[list[str]]:
    near, nearer = asked.pivots
    matches = [w.match for w in words]
    wanted = zip(_REACHED, (-1, asked.focus, near, nearer), strict=True)
    reach = {name: _distances(matches, place) for name, place in wanted}
    for i, word in enumerate(words):
        features = [_LEFT[name][left[i]] for name, (left, _) in reach.items()]
        features += [_RIGHT[name][right[i]] for name, (_, right) in reach.items()]
        left, right = reach["match"]
        features.append(f"match between {_NAMED[left[i]]} {_NAMED[right[i]]}")
        if word.match >= 0:
            features += ["matched", f"matched {word.shape}", f"matched {int(word.strength * 10)}"]
            if word.match == asked.focus:
                features.append("matched focus")
        yield features


def _distances(matches: Sequence[int], wanted: int | None) -> tuple[list[int], list[int]]:
    """Return for each word how far back, and how far ahead, the nearest other word stands that matches as wanted.

    Any match will do where -1 is wanted, and none does where nothing is.
    """
    hits = [match >= 0 and wanted in {-1, match} for match in matches]
    if not any(hits):
        return [_FAR] * len(hits), [_FAR] * len(hits)
    return _steps(hits), _steps(hits[::-1])[::-1]


def _steps(hits: Sequence[bool]) -> list[int]:
    steps, since = [], _FAR
    for hit in hits:
        steps.append(since)
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
    own: list[list[str]]


def scene(asked: Asked, page: Page, place: int, glance: Glance) -> Scene:
    """Return one sentence, aligned with the question, as it stands in the article that was glanced over."""
    aligned = align(asked, page, place)
    share = asked.share(aligned.covered)
    best = max(glance.best, share)
    mass = _mass(aligned.words, {c.at: c.rarity for c in asked.contents}, asked.total)
    return Scene(
        page, aligned, share, best, max(glance.whole - share, 0.0), mass, _enclosed(aligned.words), own(page, place)
    )


def _mass(words: Sequence[Word], rarity: dict[int, float], total: float) -> list[float]:
    running = [0.0]
    for word in words:
        running.append(running[-1] + (rarity[word.match] * word.strength / total if word.match >= 0 else 0.0))
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
    yield f"length {min(length, 8)}", 1.0
    if length > 8:
        yield "length beyond 8", length - 8.0
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
    for reach in (3, 6, 12):
        yield f"question words {reach} left", mass[first] - mass[max(0, first - reach)]
        yield f"question words {reach} right", mass[min(end, last + 1 + reach)] - mass[last + 1]


_LETTER = {"title": "C", "capitals": "C", "initial": "C", "lower": "l", "year": "y"}


def _looks(words: Sequence[Word], first: int, last: int, length: int) -> Iterator[tuple[str, float]]:
    inside = words[first : last + 1]
    capitals = sum(w.shape in _CAPITAL for w in inside)
    yield f"capitals {'all' if capitals == length else 'some' if capitals else 'none'}", 1.0
    digits = sum(w.token.text[0].isdigit() for w in inside)
    if digits:
        yield f"digits {'all' if digits == length else 'some'}", 1.0
    for mark in {w.before for w in inside[1:]}:
        yield f"mark within {mark}", 1.0
    pattern = "".join("s" if w.small else _LETTER.get(w.shape, "d") for w in inside[:4])
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
    matched = [w is not None and w.match >= 0 for w in (before, words[first], words[last], after)]
    yield "matched " + "".join(str(int(m)) for m in matched), 1.0
    opened, closed = scene.enclosed[first], scene.enclosed[last]
    if opened != closed:
        yield "half in brackets", 1.0
    elif opened:
        full = words[first].before == "open" and words[last].after == "close"
        yield "all the brackets" if full else "part of brackets", 1.0
    if words[first].shape in _CAPITAL and words[last].shape in _CAPITAL:
        left = before is not None and before.shape in _CAPITAL and words[first].before == "space"
        right = after is not None and after.shape in _CAPITAL and words[last].after == "space"
        yield f"name goes on {int(left)} {int(right)}", 1.0
