"""What a whole candidate counts: the sum over its `span_features`, for some hundred candidates a question.

Told feature by feature it takes five times as long; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsqa.answer.align import Word
from newsqa.answer.features import CAPITAL, LETTER, LONGEST_TOLD, REACHES, Scene

_PATTERN = 4  # words that a pattern tells


class _Seen(NamedTuple):
    """What the words of a sentence show, whatever is asked: `capitals` and `digits` count them up to each word."""

    capitals: list[int]
    digits: list[int]
    letters: str
    shapes: list[str]
    befores: list[str]
    notes: list[str]


def weigher(known: Mapping[str, float], scene: Scene) -> Callable[[int, int], float]:
    """Return what tells the weight of the candidate from one word of a sentence to another, both inclusive."""
    get, seen, mass, end = known.get, _seen(scene), scene.mass, len(scene.mass) - 1
    base, step = _of_sentence(known, scene), get("place in sentence", 0.0) / max(1, end)
    reaches = [(r, get(f"question words {r} left", 0.0), get(f"question words {r} right", 0.0)) for r in REACHES]
    inside, whole = get("question words inside", 0.0), mass[-1]
    words, edge = scene.aligned.words, ["1" if match >= 0 else "0" for match in (-1, *scene.aligned.matches, -1)]

    def weight(first: int, last: int) -> float:
        after, length = last + 1, last - first + 1
        start, stop = mass[first], mass[after]
        total = base + step * first + get(f"length {min(length, LONGEST_TOLD)}", 0.0)
        if length > LONGEST_TOLD:
            total += get(f"length beyond {LONGEST_TOLD}", 0.0) * (length - LONGEST_TOLD)
        if whole:
            total += inside * (stop - start)
            for reach, left, right in reaches:
                total += left * (start - mass[max(0, first - reach)]) + right * (mass[min(end, after + reach)] - stop)
        total += get(f"question words {int(start > 0)} {int(whole > stop)}", 0.0)
        total += get(f"matched {edge[first]}{edge[first + 1]}{edge[after]}{edge[last + 2]}", 0.0)
        total += get(f"edge {seen.shapes[first]} > {seen.shapes[first + 1]}", 0.0)
        total += get(f"edge {seen.shapes[after]} < {seen.shapes[last + 2]}", 0.0)
        return total + _looks(known, seen, first, last) + _brackets(known, scene, first, last) + _goes_on(first, last)

    def _goes_on(first: int, last: int) -> float:
        if words[first].shape not in CAPITAL or words[last].shape not in CAPITAL:
            return 0.0
        left = seen.shapes[first] in CAPITAL and words[first].before == "space"
        right = seen.shapes[last + 2] in CAPITAL and words[last].after == "space"
        return get(f"name goes on {int(left)} {int(right)}", 0.0)

    return weight


def _seen(scene: Scene) -> _Seen:
    key = "seen", scene.aligned.index
    found: _Seen | None = scene.page.kept.get(key)
    if found is None:
        found = scene.page.kept[key] = _made(scene.aligned.words)
    return found


def _made(words: Sequence[Word]) -> _Seen:
    return _Seen(
        [0, *accumulate(word.shape in CAPITAL for word in words)],
        [0, *accumulate(word.token.text[0].isdigit() for word in words)],
        "".join("s" if word.small else LETTER.get(word.shape, "d") for word in words),
        ["^", *(word.shape for word in words), "$"],
        [word.before for word in words],
        [word.note for word in words],
    )


def _of_sentence(known: Mapping[str, float], scene: Scene) -> float:
    """Return what all candidates of a sentence count alike."""
    total = known.get("share of question in sentence", 0.0) * scene.share
    total += known.get("share behind the best sentence", 0.0) * (scene.best - scene.share)
    total += known.get("share elsewhere", 0.0) * scene.context
    total += known.get("best sentence", 0.0) * (scene.share >= scene.best)
    return total + known.get("first sentence", 0.0) * (scene.aligned.index == 0)


def _looks(known: Mapping[str, float], seen: _Seen, first: int, last: int) -> float:
    get, after, length = known.get, last + 1, last - first + 1
    capitals, digits = (count[after] - count[first] for count in (seen.capitals, seen.digits))
    total = get(f"capitals {'all' if capitals == length else 'some' if capitals else 'none'}", 0.0)
    if digits:
        total += get(f"digits {'all' if digits == length else 'some'}", 0.0)
    for mark in {*seen.befores[first + 1 : after]}:
        total += get(f"mark within {mark}", 0.0)
    pattern = seen.letters[first : min(after, first + _PATTERN)]
    return total + get(f"pattern {pattern}{'+' if length > _PATTERN else ''}", 0.0) + _noted(known, seen, first, last)


def _noted(known: Mapping[str, float], seen: _Seen, first: int, last: int) -> float:
    notes = {note.rsplit(" ", 1)[0] for note in seen.notes[first : last + 1]}
    goes_on = last + 1 < len(seen.notes) and seen.notes[last + 1].endswith("inside")
    if len(notes) == 1 and seen.notes[first].endswith("begin") and not goes_on:
        return known.get(f"whole note {notes.pop()}", 0.0)
    return known.get("part of a note", 0.0) if any(notes) else 0.0


def _brackets(known: Mapping[str, float], scene: Scene, first: int, last: int) -> float:
    words, opened, closed = scene.aligned.words, scene.enclosed[first], scene.enclosed[last]
    if opened != closed:
        return known.get("half in brackets", 0.0)
    if not opened:
        return 0.0
    full = words[first].before == "open" and words[last].after == "close"
    return known.get("all the brackets" if full else "part of brackets", 0.0)
