"""Which of the numbers of a sentence the question's words are about: those in it and those nearest to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsqa.answer import kinship
from newsqa.answer.lines import Line, Match
from newsqa.answer.quantities import whole
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question

_NEAR = 4  # words from a number within which what it counts stands near
_EDGE = 3  # words that the edge of a clause counts as


class Told(NamedTuple):
    """What a sentence tells of its numbers, by where each starts: shares of the question.

    Those in it, those nearest to it, and how much more its part of the sentence tells alone than another's.
    """

    own: dict[int, float]
    near: dict[int, float]
    ahead: dict[int, float]


def features(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return the features of a number among those of its sentence; none for anything else."""
    if candidate.note is None or not candidate.kind.startswith("number"):
        return {}
    told, at = line.once("figures", lambda: _told(question, line)), candidate.note.span.start
    return {"own": told.own.get(at, 0.0), "nearest": told.near.get(at, 0.0), "ahead": told.ahead.get(at, 0.0)}


def _told(question: Question, line: Line) -> Told:
    notes = [note for note in line.sentence.notes if note.kind.startswith("number")]
    found = [(note.span.start, *line.within(whole(line, note))) for note in notes]
    own: dict[int, dict[int, float]] = defaultdict(dict)
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for match in line.matches:
        gaps = [(start, _gap(line, match, first, last)) for start, first, last in found]
        least, share = min((gap for _, gap in gaps), default=0), line.telling[match.group] * match.strength
        for shares, within in ((own, 0), (near, least)):
            for start in (start for start, gap in gaps if gap == within):
                shares[start][match.group] = max(share, shares[start].get(match.group, 0.0))
    return Told(_sums(own), _sums(near), _ahead(question, line, sorted(found)))


def _sums(shares: Mapping[int, Mapping[int, float]]) -> dict[int, float]:
    return {start: sum(by.values()) for start, by in shares.items()}


def _ahead(question: Question, line: Line, found: list[tuple[int, int, int]]) -> dict[int, float]:
    """Return for each number how much more of the question its part of the sentence tells alone than another's.

    What is counted is not told again by the next number: "130 pasien diperiksa, 22 dioperasi". What it is counted for
    is: of the dead who are asked for, "nine people *died* and 17 were missing" tells with its first number.
    """
    edges = _edges(line)
    parts: dict[int, set[int]] = defaultdict(set)
    shares: dict[int, float] = defaultdict(float)
    counted = {
        i
        for i, terms in enumerate(line.asked)
        if terms in question.focus[:1] or (terms in question.focus and terms != question.predicate)
    }
    for at, group, share in _told_at(line):
        part = _part(line, edges, at)
        told = group not in counted or _is_done(line, found, at)
        shared = _is_shared(edges, found, part, at) or _trails(line, edges, found, part, at)
        if part and told and not shared:
            parts[group].add(part)
            shares[group] = max(shares[group], share)
    alone: dict[int, float] = defaultdict(float)
    for group, within in parts.items():
        if len(within) == 1:
            alone[min(within)] += shares[group]
    mine = [bisect_right(edges, first) for _, first, _ in found]
    return {
        start: alone[part] - max((alone[other] for other in set(mine) if other != part), default=alone[part])
        for (start, _, _), part in zip(found, mine, strict=True)
    }


def _is_done(line: Line, found: list[tuple[int, int, int]], at: int) -> bool:
    """Tell whether a word may mean a deed, and is none of those that say what a number counts."""
    meant = any(g.first <= at <= g.last and _means_deed(g.terms) for g in line.view.page.groups_of(line.place))
    return meant and not any(first <= at <= last for _, first, last in found)


def _means_deed(terms: Sequence[str]) -> bool:
    return any(term.startswith("p.") for term in terms)


def _part(line: Line, edges: list[int], at: int) -> int:
    """Return the number of the part in which a word stands: behind an aside the one that its clause began with."""
    part = bisect_right(edges, at)
    if part < 2 or line.clauses[edges[part - 1]] == line.clauses[at]:
        return part
    return next((one for one in range(1, part) if line.joined[edges[one - 1]] == line.joined[at]), part)


def _is_shared(edges: list[int], found: list[tuple[int, int, int]], part: int, at: int) -> bool:
    """Tell whether what stands before a number tells of the next one too, which follows at once: "killed 3 and 4"."""
    behind = edges[part] if part < len(edges) else None
    return behind is not None and at < found[part - 1][1] and found[part][1] - behind <= 1


def _trails(line: Line, edges: list[int], found: list[tuple[int, int, int]], part: int, at: int) -> bool:
    """Tell whether a word stands in what ends a row of numbers, and is told of each: "3 died and 4 were hurt *in it*".

    Not where the number before has something of that sort of its own: "3 died *at home* and 4 in hospital".
    """
    language = load(line.view.found.language)
    if part < 2 or line.words[edges[part - 1]].normal not in language.numbers.and_:
        return False
    ends = [last for _, _, last in found]
    behind = range(ends[part - 1] + 1, at + 1)
    own = range(ends[part - 2] + 1, edges[part - 1])
    leads = [any(line.words[i].normal in language.facts.prepositions for i in places) for places in (behind, own)]
    return leads == [True, False]


def apart(line: Line, candidate: Candidate, at: int) -> bool:
    """Tell whether a word stands in another part of its sentence than a number, one that another number has."""
    if not candidate.kind.startswith("number"):
        return False
    return not _is_own(line, line.within(candidate.span)[0], at)


def is_near(line: Line, first: int, last: int, at: int) -> bool:
    """Tell whether a word stands within a few words of a number, and in no other number's part of the sentence."""
    return -_NEAR <= at - last <= _NEAR and _is_own(line, first, at)


def _is_own(line: Line, first: int, at: int) -> bool:
    """Tell whether a word stands in the same number's part of a sentence as a number does."""
    edges = _edges(line)
    return _part(line, edges, at) == bisect_right(edges, first)


def _edges(line: Line) -> list[int]:
    """Return the word with which each number's part of a sentence begins."""
    return line.once("parts", lambda: list(_starts(line)))


def _starts(line: Line) -> Iterator[int]:
    found = sorted(line.within(note.span) for note in line.sentence.notes if note.kind.startswith("number"))
    ends = (-1, *(last for _, last in found))
    yield from accumulate((_edge(line, end, first) for end, (first, _) in zip(ends, found, strict=False)), max)


def _told_at(line: Line) -> Iterator[tuple[int, int, float]]:
    """Yield where words of the question or their kin stand: the word, the question's group, what it tells."""
    yield from ((m.first, m.group, line.telling[m.group] * m.strength) for m in line.matches)
    yield from ((at, group, line.telling[group] * share) for at, group, share in kinship.matches(line))


def _edge(line: Line, before: int, first: int) -> int:
    """Return the word with which a number's part of a sentence begins, behind the last word of the number before."""
    joins = load(line.view.found.language).numbers.and_
    return next(
        (
            i
            for i in range(first, before, -1)
            if not i or line.clauses[i] != line.clauses[i - 1] or line.words[i].normal in joins
        ),
        -1,
    )


def _gap(line: Line, match: Match, first: int, last: int) -> int:
    """Return how many words, and edges of clauses, stand between a match and a number."""
    if match.last < first:
        return first - match.last + _EDGE * (line.clauses[first] - line.clauses[match.last])
    return max(0, match.first - last + _EDGE * (line.clauses[match.first] - line.clauses[last]))
