"""Questions why: the clause behind a word that gives a reason, in a sentence that says what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import attached, grounds, kinship, standing
from newsqa.answer.clauses import RESULT, Clause, Telling, clauses
from newsqa.answer.judge import Judged, judged
from newsqa.answer.lines import Line
from newsqa.answer.reading import Asked
from newsqa.answer.support import says, supports
from newsqa.answer.view import Group, View, are_alone
from newsqa.languages import load
from newsqa.model import Answer, Evidence, Question, Span

_BEFORE = 0.8  # what the sentence before counts of what a sentence says
_LONGEST = 24  # words; a longer sentence tells more than a reason
_SHORTEST = 2  # words; a shorter sentence gives no reason
_REACH = 8  # words at which a word of the question counts half
_WARY = 2.0  # times as much trust as others need a clause has to have behind a word that seldom gives a reason
# What clauses count as that no word of the language's lists gives; all others are sure, or weak.
_LEVELS = {RESULT: "causes"} | {
    sort: sort for sort in ("direct words", "partial words", "indirect words", "whole", "doer")
}


class Reason(NamedTuple):
    """One clause as a reason: where it stands."""

    view: View
    place: int
    span: Span


def find(question: Question, _: Asked, views: Sequence[View]) -> list[Judged[Reason]]:
    """Return the reasons given in the articles, those for what is asked first."""
    found = (reason for view in views for reason in _reasons(question, view, views))
    return judged("reasons", found, alone=are_alone(views))


def _reasons(
    question: Question, view: View, views: Sequence[View]
) -> Iterator[tuple[Reason, str, Mapping[str, float]]]:
    for place, shown in enumerate(supports(view, question.terms)):
        told = _told(view, place)
        common = grounds.of(question, view, place, views, shown) if told else {}
        if told:
            common |= kinship.of(view, question.terms, place)
            common["says"] = says(view, question.terms, place)
            common["likely"] = question.odds("reason")
            common |= _before(question, view, place, common["says"])
            common["told better"] = _better(view, question.terms, common)
        met = bool(told) and bool(common["here"] or common["kin"])
        line = _line(question, view, place)
        if met:
            common |= attached.of_sentence(question, line)
        for one in (*told, *(_doers(question, line, len(told)) if met else ())):
            own = one.own | {"repeated": _repeated(question, view, one.terms)}
            own |= _around(question, line, one) if met else {"beside": 0.0}
            own[f"beside {one.level}"] = own["beside"]
            own[f"{one.level} told better"] = common["told better"]
            yield Reason(view, place, one.span), one.text, common | own


def _line(question: Question, view: View, place: int) -> Line:
    return view.once(f"line {place}", question.terms, lambda: Line(view, place, question.terms))


class _Told(NamedTuple):
    """What may be a reason, whatever is asked: where it stands, its words, their terms, and features of its own."""

    span: Span
    text: str
    terms: frozenset[str]
    own: dict[str, float]
    level: str


def _told(view: View, place: int) -> list[_Told]:
    """Return what may be a reason in a sentence."""
    found: list[_Told] | None = view.page.kept.get(("reasons", place))
    if found is None:
        parts = (*clauses(view.page, place), *_spoken(view, place), *_whole(view, place))
        found = view.page.kept["reasons", place] = [_tell(view, place, one, order) for order, one in enumerate(parts)]
    return found


def _tell(view: View, place: int, one: Clause, order: int) -> _Told:
    text, reasons = one.span.of(view.text), load(view.found.language).reasons
    level = _LEVELS.get(one.sort) or ("sure" if one.sort in reasons.sure else "weak")
    own = {
        f"{level}, to the comma" if one.cut == "comma" else level: 1.0,
        f"by {one.by}": 1.0,
        f"as {one.sort}": 1.0,
        f"cut {one.cut or 'nowhere'}": 1.0,
        "order": min(order, 4) / 4,
        "long": min(len(text.split()), 40) / 20,
    }
    own |= attached.hints(view, place, one.span, level)
    if reasons.participle and text.split()[0].endswith(reasons.participle):
        own[f"by {one.by} …{reasons.participle}"] = 1.0
    return _Told(one.span, text, view.page.terms_in(place, one.span), own, level)


def _doers(question: Question, line: Line, order: int) -> Iterator[_Told]:
    """Yield what stands before the question's verb: asked what did it, that is the reason."""
    told = Telling(line.view.page, line.place)
    verbs = {at for at, group, _ in _met(line) if line.asked[group] == question.predicate}
    for verb in sorted(verbs):
        for cut, first, last in told.before(verb) if verb else ():
            if last >= first:
                yield _tell(line.view, line.place, Clause("doer", "verb", cut, told.span(first, last)), order)


def _around(question: Question, line: Line, one: _Told) -> dict[str, float]:
    """Return what the sentence says of the question around a clause, itself or in other words, and how near to it."""
    first, last = line.within(one.span)
    beside: dict[int, float] = {}
    close: dict[int, float] = {}
    inside: dict[int, float] = {}
    for at, group, share in _met(line):
        gap = max(first - at, at - last, 0)
        met = beside if gap else inside
        met[group] = max(met.get(group, 0.0), share)
        if gap:
            close[group] = max(close.get(group, 0.0), share / (1 + (gap - 1) / _REACH))
    within = {group: share for group, share in inside.items() if group not in beside}
    hangs = attached.of_clause(question, line, first, last, one.level)
    return hangs | {"beside": _share(line, beside), "close": _share(line, close), "only inside": _share(line, within)}


def _met(line: Line) -> list[tuple[int, int, float]]:
    """Return where words of the question stand in a sentence, themselves or in other words: word, group, share."""
    return line.once("met", lambda: [*((m.first, m.group, m.strength) for m in line.matches), *kinship.matches(line)])


def _share(line: Line, met: Mapping[int, float]) -> float:
    weights = line.once("weights", lambda: [line.view.weight(group) for group in line.asked])
    return sum(weights[group] * share for group, share in met.items()) / (sum(weights) or 1.0)


def _spoken(view: View, place: int) -> Iterator[Clause]:
    """Yield what somebody says in the sentence: asked why, they tell the reason."""
    sentence = view.sentences[place].span
    told = Telling(view.page, place)
    held = (q for q in view.page.said if sentence.holds(q.words))
    said = (q for q in held if q.kind != "indirect" or not told.is_part(q.words))
    yield from (Clause(f"{q.kind} words", "words", "", q.words) for q in said)


def _whole(view: View, place: int) -> Iterator[Clause]:
    """Yield a sentence as it stands: the next one often tells why, without a word that says so."""
    words = view.page.words_of(place)
    if len(words) >= _SHORTEST and place:
        for cut, first, last in Telling(view.page, place).behind(0):
            if last - first < _LONGEST and cut != "comma":
                yield Clause("whole", "itself", cut, Span(start=words[first].start, end=words[last].end))


def _before(question: Question, view: View, place: int, own: float) -> dict[str, float]:
    """Return how much a sentence says, or the one before it: "They touched. That was because …"."""
    before = says(view, question.terms, place - 1) if place else 0.0
    return {"says, or the one before": max(own, _BEFORE * before), "says before": before}


def _better(view: View, groups: Sequence[Group], told: Mapping[str, float]) -> float:
    """Return how much more of a question another sentence tells than one and that before it: a reason stands there."""
    best = view.once("told best", groups, lambda: _best(view, groups))
    return best - max(told["says"] + told["kin"], told["says before"])


def _best(view: View, groups: Sequence[Group]) -> float:
    """Return how much of a question the sentence tells that tells most of it, itself or in other words."""
    kin = kinship.everywhere(view, groups)
    places = range(len(view.sentences))
    return max(says(view, groups, place) + (kin[place].told if place in kin else 0.0) for place in places)


def _repeated(question: Question, view: View, own: frozenset[str]) -> float:
    """Return the share of the question that the terms of a clause say: a reason says something else."""
    weights = {group: view.telling(group) for group in question.terms}
    said = sum(weight for group, weight in weights.items() if not own.isdisjoint(group))
    return said / (sum(weights.values()) or 1.0)


def chosen(found: Sequence[Judged[Reason]], least: float) -> list[Judged[Reason]]:
    """Return the reasons that answer."""
    return [reason for reason in found if reason.trust >= least * (_WARY if _is_weak(reason) else 1.0)]


def _is_weak(reason: Judged[Reason]) -> bool:
    return bool(reason.features.get("weak") or reason.features.get("weak, to the comma"))


def answer(_: Question, reason: Judged[Reason]) -> Answer:
    """Return the reason as an answer."""
    view, place, span = reason.item
    article, sentence = view.page.stored.article, view.sentences[place]
    return Answer(
        text=reason.text,
        kind="fact",
        status=standing.status(view, place, span),
        evidence=Evidence(article=article, span=sentence.span),
        score=round(reason.score, 3),
        span=span,
    )
