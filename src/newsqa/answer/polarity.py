"""Whether a sentence says plainly what is asked, or denies it: each word in its own clause."""

from __future__ import annotations

from newsqa.answer.lines import Line
from newsqa.answer.turning import statuses, turning
from newsqa.model import Status

_NO: frozenset[Status] = frozenset({"denied", "negated"})


def signs(line: Line) -> dict[str, float]:
    """Return what speaks for a no, or against it, from the words of a sentence that say something of the question."""
    told = _plainly(line)
    met = {at for m in line.matches for at in range(m.first, m.last + 1)}
    said = turning(line.view.found.language).find(line.words)
    turned = {line.clauses[p.first] for p in said if met.isdisjoint(range(p.first, p.last + 1))}
    words = [m for m in line.matches if not line.view.is_name(line.asked[m.group])] or line.matches
    beside = not turned.isdisjoint(line.clauses[m.first] for m in words)
    told_of = statuses(line.view.page, line.place)
    untrue = any(told_of[m.last] in _NO for m in line.matches)
    return {"true": -told, "plain": -float(not beside and not untrue)}


def turns(line: Line) -> bool:
    """Tell whether something is denied, negated or refused in a clause that says something of the question."""
    met = {line.clauses[match.first] for match in line.matches}
    return any(line.clauses[p.first] in met for p in turning(line.view.found.language).find(line.words))


def _plainly(line: Line) -> float:
    """Return the share of the question that the sentence says, neither denied nor negated."""
    told: dict[int, dict[bool, float]] = {}
    told_of = statuses(line.view.page, line.place)
    for match in line.matches:
        sides = told.setdefault(match.group, {})
        no = told_of[match.last] in _NO
        sides[no] = max(sides.get(no, 0.0), match.strength)
    return sum(line.telling[group] * sides.get(False, 0.0) / len(sides) for group, sides in told.items())
