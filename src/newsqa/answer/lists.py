"""Lists: what stands beside an answer, joined to it by commas and the word for and."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Span

_ITEM = 7  # words that an item may have
_FAR = 14  # words that may stand between two items: a role, an age


def coordinated(line: Line, among: Sequence[Candidate], best: Candidate) -> list[Candidate]:
    """Return the items of the list that the best candidate stands in, in their order; itself where it stands alone."""
    alike = sorted(_apart([best, *(c for c in among if c.kind == best.kind)]), key=lambda c: c.span.start)
    runs: list[list[Candidate]] = [alike[:1]]
    for left, right in pairwise(alike):
        if _joined(line, left, right):
            runs[-1].append(right)
        else:
            runs.append([right])
    return next((run for run in runs if best in run), [best])


def items(line: Line, span: Span, least: int) -> list[Span]:
    """Return the items that a span lists, itself where it lists fewer than `least`: "a pair, two more and the last"."""
    joins = frozenset(load(line.view.found.language).questions.joins)
    first, last = line.within(span)
    found, start = [], first
    for at in range(first, last + 1):
        comma = at < last and "," in line.view.text[line.words[at].end : line.words[at + 1].start]
        if line.words[at].normal in joins:
            found += [(start, at - 1)] if at > start else []
            start = at + 1
        elif comma or at == last:
            found.append((start, at))
            start = at + 1
    short = all(0 <= end - begin < _ITEM for begin, end in found)
    if len(found) < least or not short:
        return [span]
    return [Span(start=line.words[begin].start, end=line.words[end].end) for begin, end in found]


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates of which none overlaps an earlier one."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(candidate.span.meets(other.span) for other in kept):
            kept.append(candidate)
    return kept


def _joined(line: Line, left: Candidate, right: Candidate) -> bool:
    """Tell whether only a comma or the word for and, and what describes the second, stands between two items."""
    _, last = line.within(left.span)
    first, _ = line.within(right.span)
    between = line.words[last + 1 : first]
    gap = line.view.text[left.span.end : right.span.start]
    language = load(line.view.found.language)
    joins = frozenset(language.questions.joins)
    starts = gap.lstrip()[:1] in {",", "("} or (between and between[0].normal in joins)
    ends = not between or not {w.normal for w in between} & frozenset(language.modality.openers)
    return bool(starts and ends and len(between) <= _FAR and ("," in gap or any(w.normal in joins for w in between)))
