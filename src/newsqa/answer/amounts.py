"""What tells whether a number is the one asked for: what it counts, of what it is a part, what it changed from."""

from __future__ import annotations

from newsqa.answer import figures
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question

_APART = 4  # words that may stand between a part and the whole that it is counted of


def features(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> dict[str, float]:
    """Return the features of a number from word `first` to word `last`; most are 0 for anything else."""
    return {
        "part": _part(line, candidate, first, last),
        "changed": _changed(line, first, last),
        "counts": _counts(question, line, candidate, last),
        **figures.features(line, candidate),
    }


def _part(line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 for a number of some among a whole, -1 for the number of the whole."""
    if not candidate.kind.startswith("number"):
        return 0.0
    among = load(line.view.found.language).numbers.among
    ends = [
        line.within(n.span)[1]
        for n in line.sentence.notes
        if n.kind.startswith("number") and n.span.end <= candidate.span.start
    ]
    whole = any(0 < first - end <= _APART and _word(line, end + 1) in among for end in ends)
    return float(_word(line, last + 1) in among) - float(whole)


def _counts(question: Question, line: Line, candidate: Candidate, last: int) -> float:
    """Return 1 where a number counts what is asked for, less where that only stands near, below 0 for another thing."""
    if not candidate.kind.startswith("number") or not question.focus:
        return 0.0
    places = [i for i, group in enumerate(line.asked) if group in question.focus]
    gaps = [m.first - last for m in line.matches if m.group in places]
    if any(0 <= gap <= 1 for gap in gaps):
        return 1.0
    if any(-4 <= gap <= 4 for gap in gaps):
        return 0.6
    return -0.5 if candidate.note and candidate.note.head else 0.0


def _changed(line: Line, first: int, last: int) -> float:
    """Return 1 where the candidate is what something changed to, -1 where it is what it changed from."""
    numbers = load(line.view.found.language).numbers
    before, after = line.words[first - 1].normal if first else "", _word(line, last + 1)
    return float(before in numbers.to) - float(before in numbers.from_ and after in numbers.to)


def _word(line: Line, at: int) -> str:
    return line.words[at].normal if at < len(line.words) else ""
