"""What tells whether a candidate answers: named features of it, of its sentence, and of its article."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from newsqa.answer import amounts, described, figures, lists, telling, things, ways, when
from newsqa.answer.bound import bound
from newsqa.answer.converses import side
from newsqa.answer.deeds import told
from newsqa.answer.kinship import matches, near
from newsqa.answer.lines import Line, Match
from newsqa.answer.support import uncounted
from newsqa.answer.typed import Candidate
from newsqa.answer.wants import answered
from newsqa.languages import CODES, load
from newsqa.model import Question
from newsqa.text import concepts

_HOME = CODES[0]  # the language of the questions and articles that the scorer learned from
_BEFORE = 5  # words before a name in which its sort is said
_REACH = 8  # words at which a match counts half
_ACROSS = 4  # words that the edge of a clause counts as
_BESIDE = 3  # words within which a match stands beside a candidate
_VAGUE = frozenset({"span", "complement", "title", "noun", "deed"})  # kinds that say little of what a candidate is
_LEAST = 1e-3  # share below which the learned scorer says nothing
_NAMED = ("person", "organisation", "other", "place", "people", "row.person", "row.organisation")  # kinds of names
_SPEECH = "speech"
_UNTRUE = frozenset({"negated", "denied"})
_RARE = 0.01  # how likely a kind of answer is at least


def features(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return the features of a candidate in its sentence."""
    first, last = line.within(candidate.span)
    parts = line.joined if candidate.kind.startswith(_NAMED) else line.clauses
    case = bound(line, parts, candidate, first)
    return {
        "uncounted": line.once("uncounted", lambda: float(uncounted(line.view, question, line.place))),
        "dense": line.once("dense", lambda: telling.dense(line)),
        "close": _close(line, parts, first, last),
        "clause": _clause(line, parts, first, last),
        "beside": _beside(line, first, last),
        **near(question, line, parts, first, last),
        "negated": float(line.statuses[first] in _UNTRUE),
        "verb": _verb(question, line, parts, candidate, first),
        **amounts.features(question, line, candidate, first, last),
        "voice": _voice(question, line, first, last),
        **told(question, line, candidate),
        "converse": side(question, line, candidate),
        "after verb": _after_verb(question, line, candidate, first),
        **_akin(question, line, first),
        "rivals": _rivals(question, line, candidate, first),
        f"behind {case} for {(question.wanted != 'thing' and question.asked) or question.wanted}": 1.0,
        **ways.cased(question, line, case),
        **ways.told(question, case),
        "sort": _sort(question, line, candidate),
        "role": _role(line, candidate),
        **described.features(question, line.view, candidate),
        "speaker": _speaker(question, line, candidate),
        "spoken": float(_inside(line, candidate)),
        "bracketed": float(line.view.text[candidate.span.start - 1 : candidate.span.start] == "("),
        "planned": _planned(question, line, first),
        **when.told(question, line, candidate, first),
        "long": max(0, last - first - 2) / 5,
        "asked": _asked(question, line, candidate),
        **(things.features(question, line, first, last) if candidate.kind in _VAGUE else {}),
        **lists.asked(question, line, candidate),
    }


def learned(question: Question, line: Line, share: float) -> dict[str, float]:
    """Return the features of the learned scorer's share for a candidate's words."""
    home = question.language == line.view.found.language == _HOME
    odds = math.log(max(share, _LEAST) / _LEAST) / -math.log(_LEAST)
    return {
        "learned": share,
        "learned odds": odds,
        "learned at home": share * home,
        "learned odds at home": odds * home,
        "learned of things": odds * (question.wanted == "thing"),
    }


def kind(question: Question, of: str) -> Mapping[str, float]:
    """Return the features of all candidates `of` a kind, where a kind of number or time or several are asked for."""
    sort = question.kind or ("deed" if things.asks_for_deed(question) else None)
    return _of_kind(question.wanted, sort, question.expects, question.likely, of)


@lru_cache(maxsize=4096)
def _of_kind(
    wanted: str, kind: str | None, expects: tuple[str, ...], likely: tuple[tuple[str, float], ...], of: str
) -> Mapping[str, float]:
    share = sum(dict(likely).get(one, 0.0) for one in answered(of))
    return {
        "likely": share,
        "likely odds": math.log(max(share, _RARE) / _RARE) / -math.log(_RARE),
        f"{of} for {kind or wanted}": 1.0,
        f"{of.partition('.')[0]} for {wanted}": 1.0,
        f"wanted {wanted}": 1.0,  # of all candidates alike: how far the best is trusted differs by what is asked
        "measure": _measure(kind, of),
        "expected": _expected(expects, of),
        "vague": float(of in _VAGUE),
    }


def _measure(kind: str | None, of: str) -> float:
    """Return 1 where a number or time is of the kind that is asked for, -1 where it is of another."""
    if kind is None or not of.startswith(("number", "time")):
        return 0.0
    return 1.0 if of.endswith(f".{kind}") else -1.0


_ALSO = {
    "plain": frozenset({"count", "measure", "score"}),
    "vague": frozenset({"count"}),
    "other": frozenset({"title"}),
}  # kinds that may be others
_TIMES = frozenset({"day", "clock", "year"})


def _expected(expects: tuple[str, ...], of: str) -> float:
    """Return 1 where the candidate is of a kind that the question's noun lets expect, -1 where of none."""
    if not expects:
        return 0.0
    sort, _, kind = of.rpartition(".")
    kinds = {kind, *_ALSO.get(kind, ()), *(_TIMES if sort == "time" else ())}
    return 1.0 if kinds & set(expects) else -1.0


def _close(line: Line, clauses: Sequence[int], first: int, last: int) -> float:
    best = [0.0] * len(line.asked)
    for begins, ends, group, strength in line.matches:
        if begins > last:
            gap = begins - last - 1 + _ACROSS * abs(clauses[begins] - clauses[last])
        elif ends < first:
            gap = first - ends - 1 + _ACROSS * abs(clauses[first] - clauses[ends])
        else:
            continue
        near = strength / (1 + gap / _REACH)
        best[group] = max(best[group], near)
    return sum(w * b for w, b in zip(line.telling, best, strict=True))


def _clause(line: Line, parts: Sequence[int], first: int, last: int) -> float:
    """Return the share of the question, by what tells, that the candidate's clause says around it."""
    clauses = {parts[first], parts[last]}
    met = {m.group for m in line.matches if parts[m.first] in clauses and not first <= m.first <= last}
    return sum(line.telling[group] for group in met)


def _beside(line: Line, first: int, last: int) -> float:
    """Return the share of the question that stands within a few words."""
    met = {m.group for m in line.matches if 0 < first - m.last <= _BESIDE or 0 < m.first - last <= _BESIDE}
    return sum(line.telling[group] for group in met)


def _verbs(question: Question, line: Line) -> list[Match]:
    """Return where the question's verb stands."""
    return line.once("verbs", lambda: list(_found(question, line)))


def _found(question: Question, line: Line) -> Iterator[Match]:
    place = _place(question, line)
    yield from (m for m in line.matches if m.group == place)


def _place(question: Question, line: Line) -> int | None:
    """Return the number of the question's verb among the groups that are asked for."""
    return next((i for i, group in enumerate(line.asked) if group == question.predicate), None)


def _verb(question: Question, line: Line, parts: Sequence[int], candidate: Candidate, first: int) -> float:
    """Return 1 where the question's verb stands in the candidate's clause, less elsewhere in the sentence."""
    verbs = _verbs(question, line)
    near = (v for v in verbs if parts[v.first] == parts[first])
    return 1.0 if any(not figures.apart(line, candidate, v.first) for v in near) else 0.4 if verbs else 0.0


def _akin(question: Question, line: Line, first: int) -> dict[str, float]:
    """Return how a candidate stands to kin of the question's verb, where the sentence has not the verb itself."""
    near = line.once("akin", lambda: [] if _verbs(question, line) else list(_of_verb(question, line)))
    nearest = min(near, key=lambda v: abs(v.first - first), default=None)
    if nearest is None:
        return {}
    gaps = [first - v.last for v in near if v.last < first]
    side = _side(question, line, nearest, first) if question.asked else 0.0
    return {"kin voice": side, "after kin verb": 1 / min(gaps) if gaps else 0.0}


def _of_verb(question: Question, line: Line) -> Iterator[Match]:
    """Yield where kin of the question's verb stand."""
    place = _place(question, line)
    yield from (Match(at, at, group, share) for at, group, share in matches(line) if group == place)


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


def _after_verb(question: Question, line: Line, candidate: Candidate, first: int) -> float:
    """Return how soon the candidate follows the question's verb: 1 at once, less by each word between."""
    verbs = (v for v in _verbs(question, line) if not figures.apart(line, candidate, v.first))
    gaps = [first - v.last for v in verbs if v.last < first]
    return 1 / min(gaps) if gaps else 0.0


def _rivals(question: Question, line: Line, candidate: Candidate, first: int) -> float:
    """Return how many others of its sort stand between a candidate and the question's verb, in threes, at most 1."""
    verb = min(_verbs(question, line), key=lambda v: abs(v.first - first), default=None)
    if verb is None:
        return 0.0
    low, high = sorted((line.words[verb.first].start, line.words[first].start))
    sort = candidate.kind.partition(".")[0]
    between = [n for n in line.sentence.notes if low < n.span.start < high and n.kind.partition(".")[0] == sort]
    return min(len(between), 3) / 3


def _speaker(question: Question, line: Line, candidate: Candidate) -> float:
    """Return 1 where the candidate only tells what the sentence says, and who told it is not asked for."""
    if _asks_for_speech(question.predicate):
        return 0.0
    if candidate.kind.startswith("number") and candidate.kind != "number.count":
        return 0.0
    return float(any(mention.meets(candidate.span) for mention in line.speakers))


@lru_cache(maxsize=1024)
def _asks_for_speech(predicate: tuple[str, ...]) -> bool:
    return any(concepts.roles(term) == _SPEECH for term in predicate)


def _inside(line: Line, candidate: Candidate) -> bool:
    return any(words.holds(candidate.span) for words in line.quoted)


def _planned(question: Question, line: Line, first: int) -> float:
    """Return 1 where what is planned is asked for and told, -1 where it is only asked for or only told."""
    if not (question.planned or line.planned):
        return 0.0
    return 1.0 if question.planned == (line.statuses[first] == "planned") else -1.0


def _sort(question: Question, line: Line, candidate: Candidate) -> float:
    """Return 1 where the word for the sort that is wanted stands in the candidate or right before it."""
    if candidate.kind.startswith(("number", "time")):
        return 0.0
    first, last = line.within(candidate.span)
    near = range(first - _BEFORE, last + 1)
    return float(any(line.asked[m.group] in question.focus and m.last in near for m in line.matches))


def _role(line: Line, candidate: Candidate) -> float:
    """Return the share of the question that the role says of the one whom the candidate names."""
    role = line.view.page.roles.get((candidate.note and candidate.note.value) or "", frozenset())
    return sum(w for w, group in zip(line.telling, line.asked, strict=True) if role.intersection(group))


def _asked(question: Question, line: Line, candidate: Candidate) -> float:
    """Return the share of the candidate's words that the question says itself; of a number only the numeral counts."""
    if candidate.told:  # what stands in another sentence is not what counts it
        return 0.0
    first, last = line.within(candidate.span)
    if candidate.kind.startswith("number"):
        last = next((i for i in range(first, last + 1) if line.words[i].normal[:1].isdigit()), first)
        first = last
    others = [m for m in line.matches if line.asked[m.group] not in question.focus]
    inside = {i for m in others for i in range(m.first, m.last + 1) if first <= i <= last}
    return len(inside) / (last - first + 1)
