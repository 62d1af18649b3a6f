"""How well a candidate answers: named features, each with its weight, added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsqa.answer.lines import Line, Match
from newsqa.answer.support import Support
from newsqa.answer.typed import EXPECTED, Candidate
from newsqa.languages import CODES, load
from newsqa.model import Question

# What each feature counts, fitted so that the right candidate comes first: on the gold articles, the sample archive and
# FacQA's training questions (these at 0.3), beside hand-set weights (L2, 1.0).
WEIGHTS: Mapping[str, float] = {
    "near": 4.56,  # share of the question said around the sentence
    "says": 0.88,  # share said in the sentence, of what tells the article's sentences apart, by what the article says
    "close": 0.31,  # the same, each word less the farther it stands from the candidate
    "verb": 1.37,  # the question's verb stands in the candidate's clause
    "voice": 1.2,  # the candidate stands where the verb's voice puts who is asked for
    "kind": 2.07,  # the candidate is of the kind that is wanted
    "sort": 0.86,  # the candidate is the sort of person, body or place that is asked for
    "counts": 1.59,  # a number counts what is asked for
    "measure": 1.21,  # a number or time is of the kind that is asked for: money, a duration, an hour
    "asked": -2.88,  # the candidate is in the question
    "typed": 0.08,  # the candidate is a name, number, time or place, not only words
    "expected": 0.35,  # the same, where such a kind is wanted
    "long": -0.27,  # words beyond the third, in fives
    "learned": 2.81,  # the learned scorer's share for the same words
    "learned at home": 2.05,  # the same, where question and article are in the language that it learned
    "learned alone": 0.66,  # the same, where no typed kind is wanted
}
_HOME = CODES[0]  # the language of the questions and articles that the scorer learned from
_BEFORE = 5  # words before a name in which its sort is said
_REACH = 8  # words at which a match counts half
_ACROSS = 4  # words that the edge of a clause counts as


def features(question: Question, line: Line, candidate: Candidate, shown: Support) -> dict[str, float]:
    """Return the features of a candidate that are not nought."""
    first, last = line.within(candidate.span)
    typed = candidate.kind != "span"
    found = {
        "near": shown.near,
        "says": _says(line) * shown.anywhere,
        "close": _close(line, first, last) * shown.anywhere,
        "verb": _verb(question, line, first),
        "voice": _voice(question, line, first, last),
        "kind": candidate.worth,
        "sort": _sort(question, line, candidate),
        "counts": _counts(question, line, candidate, last),
        "measure": _measure(question, candidate),
        "typed": float(typed),
        "expected": float(typed and question.wanted in EXPECTED),
        "long": max(0, last - first - 2) / 5,
        "asked": _asked(question, line, candidate),
    }
    return {name: value for name, value in found.items() if value}


def learned(question: Question, line: Line, share: float) -> dict[str, float]:
    """Return the features of the learned scorer's share for a candidate's words."""
    home = question.language == line.view.found.language == _HOME
    found = {
        "learned": share,
        "learned at home": share * home,
        "learned alone": share * (question.wanted not in EXPECTED),
    }
    return {name: value for name, value in found.items() if value}


def score(found: Mapping[str, float]) -> float:
    """Return the weighted sum of a candidate's features."""
    return sum(WEIGHTS[name] * value for name, value in found.items())


def _measure(question: Question, candidate: Candidate) -> float:
    """Return 1 where a number or time is of the kind that is asked for, -1 where it is of another."""
    if question.kind is None or not candidate.kind.startswith(("number", "time")):
        return 0.0
    return 1.0 if candidate.kind.endswith(f".{question.kind}") else -1.0


def _says(line: Line) -> float:
    weights = [line.view.telling(group) for group in line.asked]
    said = [line.view.places(group).get(line.place, 0.0) for group in line.asked]
    return sum(w * s for w, s in zip(weights, said, strict=True)) / (sum(weights) or 1.0)


def _close(line: Line, first: int, last: int) -> float:
    weights = [line.view.telling(group) for group in line.asked]
    best = [0.0] * len(weights)
    for match in line.matches:
        if match.last < first or match.first > last:
            near = match.strength / (1 + _distance(line, match, first, last) / _REACH)
            best[match.group] = max(best[match.group], near)
    return sum(w * b for w, b in zip(weights, best, strict=True)) / (sum(weights) or 1.0)


def _distance(line: Line, match: Match, first: int, last: int) -> int:
    near, far = (last, match.first) if match.first > last else (match.last, first)
    return far - near - 1 + _ACROSS * abs(line.clauses[far] - line.clauses[near])


def _verbs(question: Question, line: Line) -> Iterator[Match]:
    place = next((i for i, group in enumerate(line.asked) if group == question.predicate), None)
    yield from (m for m in line.matches if m.group == place)


def _verb(question: Question, line: Line, first: int) -> float:
    """Return 1 where the question's verb stands in the candidate's clause, less elsewhere in the sentence."""
    clauses = [line.clauses[v.first] == line.clauses[first] for v in _verbs(question, line)]
    return 1.0 if any(clauses) else 0.4 if clauses else 0.0


def _voice(question: Question, line: Line, first: int, last: int) -> float:
    """Return 1 where the candidate stands on the asked side of the nearest verb, -1 on the other."""
    if question.asked is None:
        return 0.0
    nearest = min(_verbs(question, line), key=lambda v: abs(v.first - first), default=None)
    return _side(question, line, nearest, last) if nearest else 0.0


def _side(question: Question, line: Line, verb: Match, last: int) -> float:
    questions = load(line.view.found.language).questions
    before = line.words[verb.first - 1].normal if verb.first else ""
    passive = (
        line.words[verb.first].normal.startswith(questions.passive_prefixes or "\n")
        or before in questions.passive_before
    )
    ahead = last < verb.first
    return 1.0 if ahead == ((question.asked == "agent") != passive) else -1.0


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


def _sort(question: Question, line: Line, candidate: Candidate) -> float:
    """Return 1 where the word for the sort that is wanted stands in the candidate or right before it."""
    if candidate.kind.startswith(("number", "time")):
        return 0.0
    first, last = line.within(candidate.span)
    near = range(first - _BEFORE, last + 1)
    return float(any(line.asked[m.group] in question.focus and m.last in near for m in line.matches))


def _asked(question: Question, line: Line, candidate: Candidate) -> float:
    """Return the share of the candidate's words that the question says itself; of a number only the numeral counts."""
    first, last = line.within(candidate.span)
    if candidate.kind.startswith("number"):
        last = next((i for i in range(first, last + 1) if line.words[i].normal[:1].isdigit()), first)
        first = last
    others = [m for m in line.matches if line.asked[m.group] not in question.focus]
    inside = {i for m in others for i in range(m.first, m.last + 1) if first <= i <= last}
    return len(inside) / (last - first + 1)
