"""Yes/no questions: the sentence that says most of it, and whether it says so or denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from newsqa.answer import bearing, kinship, measured, otherwise, polarity, telling, topics
from newsqa.answer.grounds import grounds
from newsqa.answer.judge import Judged, judged
from newsqa.answer.lines import Line
from newsqa.answer.reading import Asked
from newsqa.answer.support import says, support, supports
from newsqa.answer.turning import statuses
from newsqa.answer.view import Group, View, are_alone, is_word
from newsqa.languages import load
from newsqa.model import Answer, Evidence, Question, Span, Status
from newsqa.text.relations import opposites

_NEGATIVE = 0.35  # share of the matching words that must be denied or negated for a no
_LAST = 3  # words at the end of a sentence in which a denial denies what stands before it
_NO: frozenset[Status] = frozenset({"denied", "negated"})
_KEPT: frozenset[Status] = _NO | {"planned"}  # what a no is told as: it may only be planned
_SENTENCES = 16  # are looked into, those that say most of the question


class Told(NamedTuple):
    """One sentence as an answer: whether it says yes, the status of what it says, and which one denies it."""

    view: View
    place: int
    yes: bool
    status: Status
    denied: int | None = None


def find(question: Question, _: Asked, views: Sequence[View]) -> list[Judged[Told]]:
    """Return the sentences that say most of the question, each as a yes and as a no, best first."""
    asked = tuple((*group, *opposites(group)) for group in question.terms)
    near = (row for view in views for row in _near(view, asked))
    best = nlargest(_SENTENCES, near, key=lambda row: row[0])
    found = (told for _, view, place in best for told in _told(question, asked, view, place, views))
    return judged("yes or no", found, alone=are_alone(views))


def _near(view: View, asked: tuple[Group, ...]) -> Iterator[tuple[float, View, int]]:
    """Yield the sentences of an article that say something of the question, with how much they and those near do."""
    kin = kinship.everywhere(view, asked)
    for place, shown in enumerate(supports(view, asked)):
        own, other = says(view, asked, place), kin[place].told if place in kin else 0.0
        if own or other:
            yield shown.near + own + other, view, place


def _told(
    question: Question, asked: tuple[Group, ...], view: View, place: int, views: Sequence[View]
) -> Iterator[tuple[Told, str, Mapping[str, float]]]:
    status = _status(asked, view, place)
    common = grounds(question, view, place, views, asked) | topics.keys(view, asked, (place, place))
    verb = view.places((*question.predicate, *opposites(question.predicate))) if question.predicate else {}
    common["acts"] = float(place in verb)
    common["likely"] = question.odds("yesno")
    line = view.once(f"asked {place}", asked, lambda: Line(view, place, asked))
    common |= bearing.about(question, line) | telling.about(question, line) | measured.about(question, line)
    against = _against(question, asked, view, place, status) | polarity.signs(line) | bearing.against(question, line)
    against |= telling.against(question, line) | measured.against(question, line)
    words = load(question.language).questions.classes
    ahead = otherwise.only_planned(question, line)
    denied = bearing.denied_behind(line)
    sure = ahead or otherwise.other_number(question, line) or denied is not None
    for yes in (False,) if sure else (True, False):
        sides = {name: -value if yes else value for name, value in against.items()}
        one = Told(view, place, yes, "planned" if ahead else status, denied)
        yield one, words["yes" if yes else "no"][0], common | sides


def _against(question: Question, asked: tuple[Group, ...], view: View, place: int, status: Status) -> dict[str, float]:
    """Return what speaks for a no, each 0 to 1; of a yes it is counted the other way."""
    return {
        "no": 1.0,
        "a denial in it": float("denied" in view.page.statuses_of(place)),
        "alleged": float(status == "alleged"),
        "unsaid": 1.0 - support(view, asked, place).near,
        "asked in the negative": float(question.negative) * float(status in _NO),
    }


def _status(asked: tuple[Group, ...], view: View, place: int) -> Status:
    """Return the status that most of the question's words have in the sentence, by weight.

    A denial behind them all denies them too: "asked about a deal, she denied it".
    """
    at_word = view.page.statuses_of(place)
    own = statuses(view.page, place)
    votes: dict[Status, float] = {}
    for group in view.page.groups_of(place):
        met = max((view.telling(a) for a in asked if is_word(a) and not set(a).isdisjoint(group.terms)), default=0.0)
        votes[own[group.last]] = votes.get(own[group.last], 0.0) + met
    if at_word[-1] == "denied" != at_word[max(0, len(at_word) - _LAST)]:
        return "denied"
    negative = sum(votes.get(s, 0.0) for s in _NO)
    likely = [s for s in votes if s in _NO] if negative >= _NEGATIVE * sum(votes.values()) > 0 else list(votes)
    return max(likely, key=lambda s: votes[s], default="happened")


def chosen(found: Sequence[Judged[Told]], least: float) -> list[Judged[Told]]:
    """Return the best sentence that answers: yes and no are not said together."""
    return [told for told in found if told.trust >= least][:1]


def answer(_: Question, told: Judged[Told]) -> Answer:
    """Return yes or no in the language of the question, with the sentence that says so."""
    view, place, yes, status, denied = told.item
    said = view.sentences[place].span
    return Answer(
        text=told.text,
        kind="sentence",
        status=status if yes or status in _KEPT else _refused(view, place if denied is None else denied),
        evidence=Evidence(
            article=view.page.stored.article,
            span=said if denied is None else Span(start=said.start, end=view.sentences[denied].span.end),
        ),
        score=round(told.score, 3),
    )


def _refused(view: View, place: int) -> Status:
    """Return how a sentence says no whose words for what was asked are others: by a denial in it, or plainly."""
    return "denied" if "denied" in view.page.statuses_of(place) else "negated"
