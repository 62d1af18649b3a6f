"""How well a sentence tells what a yes/no question asks: by its words and their kin, and by the sentence before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newsqa.answer import kinship
from newsqa.answer.lines import Line
from newsqa.answer.support import says
from newsqa.answer.turning import statuses, turning
from newsqa.languages import load
from newsqa.model import Question, Status
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.relations import contraries, opposites
from newsqa.text.words import Token, tokens

_NO: frozenset[Status] = frozenset({"denied", "negated"})
_CONTRARY = 0.7  # what a contrary of the question's verb tells of it
_SURELY = 0.5  # share from which a word of the question surely stands where kin of it do
_LONG = 12  # words at which a sentence counts half


def about(question: Question, line: Line) -> dict[str, float]:
    """Return how much of the question a sentence tells, whether it says yes or no."""
    view, place = line.view, line.place
    before = says(view, line.asked, place - 1) if place else 0.0
    after = says(view, line.asked, place + 1) if place + 1 < len(view.sentences) else 0.0
    return {
        "verb told": verb(question, line),
        "dense": dense(line),
        "short": short(line),
        "before": before,
        "after": after,
        "after alleged": before * (place > 0 and "alleged" in view.page.statuses_of(place - 1)),
        "nameless": nameless(line),
        "none of any": float(_asks(question, "any") and _has(line, "none")),
        "still so": float(_asks(question, "still") and _has(line, "still")),
    }


def against(question: Question, line: Line) -> dict[str, float]:
    """Return what speaks for a no, or against it where it is below nought."""
    told, still = verb(question, line), _asks(question, "still")
    turned = _turned(line)
    yet = _has(line, "not_yet")
    return {
        "told true": -_plainly(line),
        "no and verb": told,
        "turned and verb": told * bool(turned),
        "denies else": float(_denies_else(line)),
        "plain clause": -max((share for clause, share in _by_clause(line).items() if clause not in turned), default=0),
        "none against any": float(_asks(question, "any") and _has(line, "none")),
        "awaiting": float(_has(line, "awaiting")),
        "still asked": float(still),
        "still not yet": -float(still and yet),
        "not yet": float(yet and not still),
        "only still": float(_has(line, "still") and not still),
    }


def _turned(line: Line) -> frozenset[int]:
    """Return the clauses in which something is turned into its contrary that the question may be about.

    A denial that ends before what the question is about says nothing of it: "denied the theft and said he had asked".
    """
    status = line.view.page.statuses_of(line.place)
    untrue = {line.clauses[at] for at, _, share in met(line) if status[at] in _NO and share >= _SURELY}
    found = turning(line.view.found.language).find(line.words)
    return frozenset(
        line.clauses[p.first] for p in found if status[p.last] not in _NO or line.clauses[p.first] in untrue
    )


def _denies_else(line: Line) -> bool:
    """Tell whether what a sentence denies is nothing that the question is about."""
    status = line.view.page.statuses_of(line.place)
    return "denied" in status and not any(status[at] == "denied" for at, _, share in met(line) if share >= _SURELY)


def short(line: Line) -> float:
    """Return how short a sentence is, 0 to 1."""
    return 1 / (1 + len(line.words) / _LONG)


def nameless(line: Line) -> float:
    """Return 1 where a sentence names nobody and nothing behind its first word."""
    return float(not any(word.text[0].isupper() for word in line.words[1:]))


def _has(line: Line, name: str) -> bool:
    return _holds(line.view.found.language, name, line.words)


def _asks(question: Question, name: str) -> bool:
    return _holds(question.language, name, tokens(question.text))


def _holds(code: str, name: str, words: list[Token]) -> bool:
    """Tell whether one of a class of words of the language is among some words."""
    return any(True for _ in _class(code, name).find(words))


@cache
def _class(code: str, name: str) -> Phrases:
    return phrases((name, load(code).questions.classes[name]))


def met(line: Line) -> Iterator[tuple[int, int, float]]:
    """Yield where words of the question stand in a sentence, themselves or in other words: word, group, share."""
    yield from ((m.last, m.group, m.strength) for m in line.matches)
    yield from kinship.matches(line)


def _best(line: Line) -> Mapping[int, tuple[int, float]]:
    """Return for each of the question's words where the sentence tells it best, and how surely."""
    return line.once("told best", lambda: _told(line))


def _told(line: Line) -> dict[int, tuple[int, float]]:
    found: dict[int, tuple[int, float]] = {}
    for at, group, share in met(line):
        if share > found.get(group, (0, 0.0))[1]:
            found[group] = at, share
    return found


def _plainly(line: Line) -> float:
    """Return the share of the question, names apart, that the sentence tells where nothing is denied or negated."""
    status = statuses(line.view.page, line.place)
    words = {i: line.view.weight(group) for i, group in enumerate(line.asked) if not line.view.is_name(group)}
    told = (words[i] * share for i, (at, share) in _best(line).items() if i in words and status[at] not in _NO)
    return sum(told) / (sum(words.values()) or 1.0)


def _by_clause(line: Line) -> Mapping[int, float]:
    """Return for each clause the share of the question, by weight, that it tells."""
    told: dict[int, dict[int, float]] = {}
    for at, group, share in met(line):
        clause = told.setdefault(line.clauses[at], {})
        clause[group] = max(clause.get(group, 0.0), share)
    weights = [line.view.weight(group) for group in line.asked]
    total = sum(weights) or 1.0
    return {clause: sum(weights[i] * share for i, share in met.items()) / total for clause, met in told.items()}


def verb(question: Question, line: Line) -> float:
    """Return how surely the sentence tells the question's verb, by itself, its kin or its contrary."""
    if not question.predicate:
        return 0.0
    asked, told = set(question.predicate), _best(line)
    met = (told[i][1] for i, group in enumerate(line.asked) if i in told and not asked.isdisjoint(group))
    terms = {term for group in line.view.page.groups_of(line.place) for term in group.terms}
    other = not terms.isdisjoint(contraries(question.predicate).union(opposites(question.predicate)))
    return max(*met, _CONTRARY * other, 0.0)


def dense(line: Line) -> float:
    """Return the share of the sentence's words, small ones apart, that tell something of the question."""
    small = load(line.view.found.language).about.function_words
    content = {i for i, word in enumerate(line.words) if word.normal not in small}
    met = {at for m in line.matches for at in range(m.first, m.last + 1)} | {at for at, _, _ in kinship.matches(line)}
    return len(content & met) / (len(content) or 1)
