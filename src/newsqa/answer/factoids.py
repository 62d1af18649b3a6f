"""Questions for a name, number, time or place: typed candidates, and the spans that the learned scorer ranks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from newsqa.answer import differences, dimensions, places, quantities, ranges, signals, standing
from newsqa.answer.ahead import Ahead, ahead, announced
from newsqa.answer.amiss import is_amiss
from newsqa.answer.arguments import arguments
from newsqa.answer.carried import carried, evidence
from newsqa.answer.deeds import dates_another, names_asked
from newsqa.answer.described import holds_another
from newsqa.answer.edges import runs_on
from newsqa.answer.eras import counts_same
from newsqa.answer.judge import Judged, judged, weighed
from newsqa.answer.lines import Line
from newsqa.answer.lists import PAIR, beside, items, rowed, whole
from newsqa.answer.marks import holds_mark
from newsqa.answer.prospects import HERE, LEARNED, Near, promising
from newsqa.answer.reading import Asked
from newsqa.answer.score import Shares, look, rank, share_of
from newsqa.answer.sites import around, sited
from newsqa.answer.typed import Candidate, candidates, day, kinds
from newsqa.answer.view import View, are_alone
from newsqa.answer.weights import judging
from newsqa.model import Answer, Evidence, Question, Span

_FAR = 4.0  # how far behind the best a candidate may be, by its sentence, its kind and its learned share
_LIKELY = 0.001  # share from which a span is a candidate by itself
_LISTED = frozenset({"person", "organisation", "place", "other", "noun"})  # kinds of which several may answer together
_LOOSE = frozenset({"complement", "span"})  # kinds of which one may hold a list
_ITEMS = 3  # items that make a list of what else could be one thing
_GLANCE = 6  # words of a pair that is told as it stands, not item by item
_WARY = 1.45  # times as much trust as others need those have to have whose kind says little of what they are
_WORDLESS = 0.5  # the same, of the days in brackets that no word says are of a birth and a death
_BESIDE = 1.2  # times as much trust what answers beside the best has to have
_CLOSE = 1.5  # how far below the best a later figure may score

Learned = dict[tuple[str, int], Shares]  # the learned scorer's share for spans, by article and sentence


class Spot(NamedTuple):
    """A candidate in its sentence."""

    line: Line
    candidate: Candidate

    @property
    def day(self) -> dt.date:
        """Return the day of the article, long ago where it has none."""
        return self.line.view.page.stored.article.day or dt.date.min

    def counting(self) -> Spot:
        """Return a number with the row that lists what it counts, where one does."""
        line, candidate = self
        row = announced(line, candidate.span) if candidate.kind.startswith("number") else None
        near = Ahead(candidate.span, line.place, row) if row else None
        told = near or next((one for one in ahead(line) if one.counted.meets(candidate.span)), None)
        return Spot(line, candidate._replace(told=told)) if candidate.kind.startswith("number") else self

    @property
    def shown(self) -> tuple[Line, Span]:
        """Return the sentence and the words that answer: the row of another sentence, where the candidate counts it."""
        told = self.candidate.told
        if told is None or self.candidate.kind.startswith("number"):
            return self.line, self.candidate.named or self.candidate.span
        return Line(self.line.view, told.place, self.line.asked), told.row.span

    @property
    def tells(self) -> bool:
        """Whether it tells who says what the sentence does."""
        return any(run.meets(self.candidate.span) for run in self.line.attributions)


Ranked = Judged[Spot]


def find(question: Question, asked: Asked, views: Sequence[View]) -> list[Ranked]:
    """Return the best candidates of the articles, best first."""
    near = promising(question, views) if question.terms or question.wanted != "person" else ()  # who, of nobody
    learned = _learned(asked, [one for one in near if one.shown.here >= HERE])
    found = _spots(question, _fitting(question, list(_offers(question, near, learned))))
    if question.wanted == "number" and asked.asker != "number":  # how many there are is not all that is asked
        found = ((spot.counting(), text, known) for spot, text, known in found)
    return judged("spans", found, alone=are_alone(views), together=_are_listed)


def _are_listed(one: Spot, other: Spot) -> bool:
    """Tell whether a sentence lists two candidates side by side, of which one answers with the other."""
    alike = one.line is other.line and {one.candidate.kind, other.candidate.kind} <= _LISTED
    return alike and any(span.meets(other.candidate.span) for span in beside(one.line, one.candidate.span))


class Offer(NamedTuple):
    """A candidate with the learned spans of its sentence, and what is known of it without looking around it."""

    line: Line
    candidate: Candidate
    known: Mapping[str, float]
    score: float


def _offers(question: Question, near: Sequence[Near], learned: Learned) -> Iterator[Offer]:
    """Yield the candidates of the sentences with what their sentence, their kind and the learned scorer say of them."""
    weights = judging()["spans"].weights
    for view, place, _, shared in near:
        line, spans = Line(view, place, question.terms), learned.get((view.page.stored.article.id, place), {})
        common = weighed(weights, shared)
        for candidate in _candidates(question, line, spans):
            share = share_of(candidate.span, spans)
            own = {**signals.learned(question, line, share), **signals.kind(question, candidate.kind)}
            yield Offer(line, candidate, {**shared, **own}, common + weighed(weights, own))


def _fitting(question: Question, offers: list[Offer]) -> list[Offer]:
    """Return the candidates without those that cannot be meant: of another dimension, or the wrong end of a range."""
    offers = [o for o in offers if not holds_mark(o.line, o.candidate.span)]
    asked = dimensions.asked(question)
    if asked and dimensions.measures(((o.line, o.candidate.span) for o in offers), asked):
        return [o for o in offers if not dimensions.units(o.line, o.candidate.span).isdisjoint(asked)]
    if question.wanted == "number":
        return differences.fitting(question, offers, lambda one: (one.line, one.candidate))
    if question.wanted == "place":
        return [o for o in offers if not places.is_itself(o.line, o.candidate.span)]
    return _begun(question, offers) if question.wanted == "time" else offers


def _begun(question: Question, offers: list[Offer]) -> list[Offer]:
    """Return the candidates without the times that are the wrong end of a stretch of time."""
    times: dict[int, list[Span]] = defaultdict(list)
    for one in (one for one in offers if one.candidate.kind.startswith("time.")):
        times[id(one.line)].append(one.candidate.span)
    lines = {id(o.line): o.line for o in offers}
    wrong = {key: ranges.wrong_ends(question, line, times[key]) for key, line in lines.items()}
    return [o for o in offers if o.candidate.span not in wrong[id(o.line)]]


def _spots(question: Question, offers: Sequence[Offer]) -> Iterator[tuple[Spot, str, Mapping[str, float]]]:
    """Yield the candidates that may be the best, each with all its features."""
    least = max((one.score for one in offers), default=0.0) - _FAR
    for line, candidate, known, score in offers:
        if score < least or dates_another(line, candidate) or holds_another(question, line.view, candidate):
            continue
        own = signals.features(question, line, candidate)
        met = own["party"] < 0 or own["asked"] == 1 or own["converse"] < 0  # whom somebody else met, who is asked about
        if met or names_asked(question, line, candidate):
            continue
        told = {**known, **own}
        told["life"] = float(ranges.tells_life(question, line, candidate.span))
        told["amiss"] = float(is_amiss(question, line, candidate, told))
        yield Spot(line, candidate), _told(question, line, candidate).of(line.view.text), told


def _told(question: Question, line: Line, candidate: Candidate) -> Span:
    """Return what a candidate tells: where it only says how many there are of what is asked for, the row of them."""
    if candidate.told:
        return candidate.told.row.span
    row = announced(line, candidate.span) if question.wanted != "number" else None
    return row.span if row else candidate.named or candidate.span


def _candidates(question: Question, line: Line, learned: Shares) -> Iterator[Candidate]:
    """Yield the typed candidates of a sentence, and the learned spans that are none of them.

    Nor is one a piece of a date, or a typed one without the word that hedges it.
    """
    meant = list(carried(question, line))
    typed = [one for one in candidates(line, kinds(question)) if not any(one.span == other.span for other in meant)]
    typed += meant
    typed += [Candidate(span, "people") for span in arguments(question, line, [one.span for one in typed])]
    yield from typed
    known = {(candidate.span.start, candidate.span.end) for candidate in typed}
    dates = [candidate.span for candidate in typed if candidate.kind.startswith("time.")]
    for (start, end), odds in learned.items():
        if odds >= _LIKELY and (start, end) not in known:
            span = Span(start=start, end=end)
            piece = any(date.holds(span) for date in dates) or quantities.is_hedged(line, span, known)
            if not piece and not runs_on(line, *line.within(span)):
                yield Candidate(span, LEARNED)


def _learned(asked: Asked, near: Sequence[Near]) -> Learned:
    """Return what share the learned scorer, which chooses within one text, gives each span, by article and sentence."""
    places: dict[int, list[int]] = defaultdict(list)
    pages = {id(one.view.page): one.view.page for one in near}
    for one in near:
        places[id(one.view.page)].append(one.place)
    found: Learned = defaultdict(dict)
    for key, page in pages.items():
        for c in rank(asked, look(asked, page, places[key])):
            found[page.stored.article.id, c.sentence][c.span.start, c.span.end] = c.odds
    return found


def chosen(found: Sequence[Ranked], least: float) -> list[Ranked]:
    """Return what answers, best first; what is listed together with the best comes right behind it."""
    good = _newest_first(_of_their_days([r for r in found if r.trust >= least * _wary(r)]))
    listed = ([good[0]] if _is_pair(good[0]) and not _elsewhere(good) else _listed(good[0])) if good else []
    spans = {one.item.candidate.span for one in listed}
    others = [r for r in good[1:] if r.trust >= _BESIDE * least and not _adds_nothing(r, good[0], spans)]
    return [*listed, *(one for r in others for one in (_listed(r) if r.item.candidate.kind.startswith("row") else [r]))]


def _wary(one: Ranked) -> float:
    """Return how many times as far one must be trusted: what may be anything further, what cannot be meant never."""
    if one.features.get("otherwise") or one.features.get("amiss"):
        return float("inf")
    if one.features.get("life"):
        return _WORDLESS
    return _WARY if one.features.get("vague", 0.0) > 0 or one.item.candidate.kind == "people" else 1.0


def _adds_nothing(one: Ranked, best: Ranked, spans: AbstractSet[Span]) -> bool:
    """Tell whether an answer says again what the best ones of its sentence do, or only who says it."""
    own = one.item.candidate
    held = any(own.span.meets(s) for s in spans) or all(s.of(best.item.line.view.text) in one.text for s in spans)
    again = held and one.item.line is best.item.line and not own.kind.startswith("row")
    return again or (one.item.tells and not best.item.tells)


def _listed(best: Ranked) -> list[Ranked]:
    """Return the best answer with what the sentence lists beside it; the items of the row where it is one."""
    line, candidate = best.item
    if told := candidate.told:
        where = Spot(Line(line.view, told.place, line.asked), candidate._replace(told=None))
        each = [_as(replace(best, item=where), item) for item in told.row.items]
        return [best, *each] if candidate.kind.startswith("number") else each
    announces = best.text != candidate.span.of(line.view.text)
    if row := announced(line, candidate.span) if announces else rowed(line, candidate.span):
        return [_as(best, item) for item in row.items]
    if candidate.kind in _LOOSE:
        return [_as(best, span) for span in items(line, candidate.span, _ITEMS)]
    others = beside(line, candidate.span) if candidate.kind in _LISTED else ()
    return [_as(best, whole(line, candidate.span)) if others else best, *(_as(best, item) for item in others)]


def _is_pair(best: Ranked) -> bool:
    """Tell whether an answer is two things that are read at one glance: "Oslo and Riga" is told as it stands."""
    line, candidate = best.item
    row = rowed(line, candidate.span)
    first, last = line.within(candidate.span)
    told = best.text == candidate.span.of(line.view.text)
    return told and row is not None and len(row.items) == PAIR and last - first < _GLANCE


def _elsewhere(good: Sequence[Ranked]) -> bool:
    """Tell whether another sentence lists more that answers."""
    own, rows = good[0].item.candidate.span, (one.item.candidate for one in good[1:])
    return any(row.kind.startswith("row") and not row.span.meets(own) for row in rows)


def _as(best: Ranked, span: Span) -> Ranked:
    """Return other words of the sentence that answer as the best does."""
    line, candidate = best.item
    return replace(best, item=Spot(line, candidate._replace(span=span)), text=span.of(line.view.text))


def _of_their_days(good: list[Ranked]) -> list[Ranked]:
    """Return the answers without those of other days than the question names, where one is of those days."""
    dated = any(one.features.get("dated", 0) == 1 for one in good)
    return [one for one in good if not dated or one.features.get("dated", 0) >= 0]


def _newest_first(good: list[Ranked]) -> list[Ranked]:
    """Return the answers with a later article's figure before the best one, where it counts the same nearly as well."""
    best = good[0] if good else None
    if best is None or not best.item.candidate.kind.startswith("number"):
        return good
    fitting = best.features.get("fitting", 0.0)
    near = [r for r in good if r.score >= best.score - _CLOSE and r.features.get("fitting", 0.0) >= fitting]
    later = [r for r in near if counts_same(r.item.candidate, best.item.candidate) and r.item.day > best.item.day]
    newest = max(later, key=lambda r: r.item.day, default=best)
    return [newest, *(r for r in good if r is not newest)]


def answer(question: Question, ranked: Ranked) -> Answer:
    """Return the candidate as an answer, with the status of its clause."""
    (line, span), candidate = ranked.item.shown, ranked.item.candidate
    plain = ranked.text == span.of(line.view.text)
    span = around(line, span, candidate.kind) if plain and sited(question, candidate.kind) else span
    return Answer(
        text=span.of(line.view.text) if plain else ranked.text,
        kind="fact",
        status=standing.status(line.view, line.place, candidate.span if candidate.named else span),
        evidence=Evidence(article=line.view.page.stored.article, span=evidence(line, candidate)),
        score=round(ranked.score, 3),
        span=span,
        day=day(candidate),
    )
