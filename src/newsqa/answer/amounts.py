"""What tells whether a number is the one asked for: what it counts, of what it is a part, what it changed from."""

from __future__ import annotations

from functools import cache, lru_cache

from newsqa.answer import figures
from newsqa.answer.kinship import matches
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import normalise, tokens

_APART = 4  # words that may stand between a part and the whole that it is counted of
_NEAR = 4  # words from a number within which what it counts stands near
COUNTS = frozenset({"number.count", "number.plain"})  # kinds of numbers that may count the same
_BEFORE, _BEHIND = 4, 3  # words before a number, and behind it, that say it was so at another time


def features(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> dict[str, float]:
    """Return the features of a number from word `first` to word `last`; most are 0 for anything else."""
    return {
        "part": _part(line, candidate, first, last),
        "changed": _changed(line, first, last),
        "was": _was(line, candidate, first),
        "earlier": _earlier(question, line, candidate, first, last),
        "counts": _counts(question, line, candidate, first, last),
        "one": _one(candidate),
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


def _counts(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 where a number counts what is asked for, less where that only stands near, below 0 for another thing."""
    if not candidate.kind.startswith("number") or not question.focus:
        return 0.0
    places = [i for i, group in enumerate(line.asked) if group in question.focus]
    found = [m.first for m in line.matches if m.group in places]
    if any(first <= at <= last + 1 for at in found):
        return 1.0
    kin = max((share for at, group, share in matches(line) if group in places and first <= at <= last + 1), default=0.0)
    if kin or any(-_NEAR <= at - last <= _NEAR for at in found):
        return max(kin, 0.6 if found else 0.0)
    head = candidate.note and candidate.note.head
    return -0.5 if head and normalise(head) not in load(line.view.found.language).numbers.counters else 0.0


def _one(candidate: Candidate) -> float:
    """Return 1 for a number that says no more than that it is one: "sebuah rumah sakit", "one of them"."""
    return float(candidate.kind in COUNTS and candidate.note is not None and candidate.note.value == "1")


def _changed(line: Line, first: int, last: int) -> float:
    """Return 1 where the candidate is what something changed to, -1 where it is what it changed from."""
    numbers = load(line.view.found.language).numbers
    before, after = line.words[first - 1].normal if first else "", _word(line, last + 1)
    return float(before in numbers.to) - float(before in numbers.from_ and after in numbers.to)


def _was(line: Line, candidate: Candidate, first: int) -> float:
    """Return 1 for what something was before the number of its kind in front: "36,500, up *from 44,000*".

    Right behind that number the word may tell what it is a part of instead: "satu *dari* 29 pasien".
    """
    before = line.words[first - 1].normal if first else ""
    if not candidate.kind.startswith("number") or before not in load(line.view.found.language).numbers.from_:
        return 0.0
    kinds = COUNTS if candidate.kind in COUNTS else {candidate.kind}
    ends = [line.within(n.span)[1] for n in line.sentence.notes if n.kind in kinds]
    among = before in load(line.view.found.language).numbers.among
    return float(any(1 + among < first - end <= _APART for end in ends))


def _earlier(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 where what was so at another time is asked for and told, -1 where it is only asked for or only told."""
    if not candidate.kind.startswith("number"):
        return 0.0
    asked, told = _asks_earlier(question.text, question.language), _tells_earlier(line, first, last)
    return 0.0 if not asked and not told else 1.0 if asked == told else -1.0


def _tells_earlier(line: Line, first: int, last: int) -> bool:
    """Tell whether words right before a number, with no other between, or right behind it say it was so before."""
    found = line.once("earlier", lambda: list(_times(line.view.found.language).find(line.words)))
    numbers = [line.within(n.span) for n in line.sentence.notes if n.kind.startswith("number")]
    since = max((end for _, end in numbers if end < first), default=-1)
    until = min((start for start, _ in numbers if start > last), default=len(line.words))
    return any(
        max(since, first - _BEFORE - 1) < p.last <= first
        or (first < p.first <= min(last + _BEHIND, until) and line.clauses[p.first] == line.clauses[last])
        for p in found
    )


@lru_cache(maxsize=1024)
def _asks_earlier(text: str, code: str) -> bool:
    return any(True for _ in _times(code).find(tokens(text)))


@cache
def _times(code: str) -> Phrases:
    return phrases(("earlier", load(code).numbers.earlier))


def _word(line: Line, at: int) -> str:
    return line.words[at].normal if at < len(line.words) else ""
