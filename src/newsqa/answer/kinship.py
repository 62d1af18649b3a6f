"""What an article says of a question in other words: by the kin of the question's words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer.lines import Line
from newsqa.answer.view import FRAMES, Group, View
from newsqa.model import Question
from newsqa.text.kin import kin

_BESIDE = 0.5  # what the words of the sentence next to a place count
_LEAST = 0.15  # what a kin tells at least that stands in every sentence
_REACH = 8  # words at which a kin counts half


class Kinship(NamedTuple):
    """The share of a question, by weight, that a sentence says in other words; and of it what nothing else says."""

    told: float = 0.0
    unmet: float = 0.0


_NONE = Kinship()


def of(view: View, groups: Sequence[Group], place: int) -> dict[str, float]:
    """Return what the words at a place, and those beside it, tell of the words of a question."""
    table = everywhere(view, groups)
    here = table.get(place, _NONE)
    beside = max(table.get(place - 1, _NONE).told, table.get(place + 1, _NONE).told)
    return {"kin": here.told, "kin unmet": here.unmet, "kin beside": _BESIDE * beside}


def everywhere(view: View, groups: Sequence[Group]) -> Mapping[int, Kinship]:
    """Return what each sentence that has kin of the words of a question tells of them."""
    return view.once("kin", groups, lambda: dict(_kinships(view, groups)))


def _kinships(view: View, groups: Sequence[Group]) -> Iterator[tuple[int, Kinship]]:
    told: dict[int, float] = defaultdict(float)
    unmet: dict[int, float] = defaultdict(float)
    total = sum(view.weight(group) for group in groups) or 1.0
    for group in groups:
        exact, weight = view.places(group), view.weight(group) / total
        for place, strength in places(view, group).items():
            told[place] += weight * max(0.0, strength - exact.get(place, 0.0))
            unmet[place] += 0.0 if exact else weight * strength
    yield from ((place, Kinship(told[place], unmet[place])) for place in told)


def words_told(view: View, groups: Sequence[Group], place: int) -> float:
    """Return the share of a question's words, names apart, that a sentence tells, itself or in other words.

    Each counts by how few sentences tell it; a name may be carried on by a pronoun, or by "the company".
    """
    return view.once("words told", groups, lambda: _words_told(view, groups)).get(place, 0.0)


def _words_told(view: View, groups: Sequence[Group]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    total, size = 0.0, math.log(len(view.sentences) + 1)
    for group in groups:
        told = {} if FRAMES in group or view.is_name(group) else told_at(view, group)
        if told:
            weight = view.weight(group) * max(_LEAST, 1 - math.log(len(told)) / size)
            total += weight
            for place, strength in told.items():
                found[place] += weight * strength
    return {place: told / (total or 1.0) for place, told in found.items()}


def told_at(view: View, group: Group) -> dict[int, float]:
    """Return where a word stands itself or in other words, and how surely."""
    exact, kin_ = view.places(group), places(view, group)
    return {place: max(exact.get(place, 0.0), kin_.get(place, 0.0)) for place in {*exact, *kin_}}


def places(view: View, group: Group) -> Mapping[int, float]:
    """Return where kin of a word stand, and how much they tell, found once a question."""
    return view.once("kin places", group, lambda: _places(view, group))


def _places(view: View, group: Group) -> dict[int, float]:
    """Return where kin of a word stand, and how much they tell: less those that stand in many sentences."""
    found: dict[int, float] = {}
    told = kin(group, view.found.language)
    if not told:
        return found
    stands, size = view.page.index, math.log(len(view.sentences) + 1)
    for term in told.keys() & stands.standing:
        places = stands[term]
        strength = told[term] * max(_LEAST, math.log((len(view.sentences) + 1) / len(places)) / size)
        for place in places:
            found[place] = max(found.get(place, 0.0), strength)
    return found


def near(question: Question, line: Line, parts: Sequence[int], first: int, last: int) -> dict[str, float]:
    """Return how much kin of words that a sentence lacks stand around a candidate's words.

    Of the question's verb and of the noun that it asks for, "key" is how surely the candidate's clause has one.
    """
    best: dict[int, float] = defaultdict(float)
    keys, clause = _keys(question, line), parts[first]
    verb = key = 0.0
    for at, group, share in matches(line):
        if first <= at <= last:
            continue
        gap = (at - last if at > last else first - at) - 1
        best[group] = max(best[group], share / (1 + gap / _REACH))
        if group in keys and parts[at] == clause:
            key = max(key, share)
            if keys[group]:
                verb = max(verb, share)
    exact = {
        m.group for m in line.matches if m.group in keys and parts[m.first] == clause and not first <= m.first <= last
    }
    weights = _weights(line)
    return {
        "kin close": sum(weights[group] * share for group, share in best.items()),
        "kin verb": verb,
        "kin key": key,
        "key": 1.0 if exact else key,
    }


def _keys(question: Question, line: Line) -> Mapping[int, bool]:
    """Return the question's verb and the noun that it asks for, by number, and whether each is the verb."""
    return line.once(
        "keys",
        lambda: {
            i: group == question.predicate
            for i, group in enumerate(line.asked)
            if group == question.predicate or group in question.focus
        },
    )


def _weights(line: Line) -> list[float]:
    weights: list[float] = line.once("kin weights", lambda: [line.view.weight(group) for group in line.asked])
    total = sum(weights) or 1.0
    return [weight / total for weight in weights]


def matches(line: Line) -> list[tuple[int, int, float]]:
    """Return where kin of the question's words stand that are not met in the sentence: word, group, share."""
    return line.once("kin", lambda: list(_matches(line)))


def _matches(line: Line) -> Iterator[tuple[int, int, float]]:
    met = {match.group for match in line.matches}
    told = [(i, kin(group, line.view.found.language)) for i, group in enumerate(line.asked) if i not in met]
    for group in line.view.page.groups_of(line.place):
        for term in group.terms:
            for i, shares in told:
                if term in shares:
                    yield group.first, i, shares[term]
