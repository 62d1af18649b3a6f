"""Which of the numbers of a sentence the question's words are about: those in it and those nearest to it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from newsqa.answer.lines import Line, Match
from newsqa.answer.quantities import whole
from newsqa.answer.typed import Candidate

_EDGE = 3  # words that the edge of a clause counts as


class Told(NamedTuple):
    """What a sentence tells of its numbers, by where each starts: shares of the question in it and nearest to it."""

    own: dict[int, float]
    near: dict[int, float]


def features(line: Line, candidate: Candidate) -> dict[str, float]:
    """Return the features of a number among those of its sentence; none for anything else."""
    if candidate.note is None or not candidate.kind.startswith("number"):
        return {}
    told, at = line.once("figures", lambda: _told(line)), candidate.note.span.start
    return {"own": told.own.get(at, 0.0), "nearest": told.near.get(at, 0.0)}


def _told(line: Line) -> Told:
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
    return Told(*({start: sum(by.values()) for start, by in shares.items()} for shares in (own, near)))


def _gap(line: Line, match: Match, first: int, last: int) -> int:
    """Return how many words, and edges of clauses, stand between a match and a number."""
    if match.last < first:
        return first - match.last + _EDGE * (line.clauses[first] - line.clauses[match.last])
    return max(0, match.first - last + _EDGE * (line.clauses[match.first] - line.clauses[last]))
