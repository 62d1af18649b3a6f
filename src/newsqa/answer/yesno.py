"""Yes/no questions: the sentence that says most of it, and whether it says so or denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsqa.answer.support import Support, support
from newsqa.answer.view import Group, View
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.model import Answer, Evidence, Question, Status
from newsqa.text.relations import opposites
from newsqa.text.terms import groups
from newsqa.text.words import tokens

_HERE = 0.45  # share of the question that the sentence itself must say
_NEAR = 0.75  # share that it must say together with the sentences around it
_NEGATIVE = 0.35  # share of the matching words that must be denied or negated for a no
_NO: frozenset[Status] = frozenset({"denied", "negated"})


class Told(NamedTuple):
    """One sentence as an answer: what it says of the question, the status of that, and how well it fits."""

    view: View
    place: int
    status: Status
    support: Support
    score: float

    @property
    def answers(self) -> bool:
        """Tell whether the sentence says enough of the question."""
        return self.support.here >= _HERE and self.support.near >= _NEAR


def find(question: Question, views: Iterable[View]) -> list[Told]:
    """Return the sentences that say most of the question, best first."""
    asked = tuple((*group, *opposites(group)) for group in question.terms)
    found = [told for view in views for told in _told(asked, view)]
    return sorted(found, key=lambda told: -told.score)


def _told(asked: tuple[Group, ...], view: View) -> Iterator[Told]:
    for index in range(len(view.sentences)):
        shown = support(view, asked, index)
        if shown.here >= _HERE / 2:
            status = _status(asked, view, index)
            yield Told(view, index, status, shown, shown.near + shown.here + 0.1 * (status in _NO))


def _status(asked: tuple[Group, ...], view: View, index: int) -> Status:
    """Return the status that most of the question's words have in the sentence, by weight."""
    span = view.sentences[index].span
    words = tokens(view.text, span.start, span.end)
    at_word = statuses(view.text, words, view.found.language)
    votes: dict[Status, float] = {}
    for group in groups(words, view.found.language):
        met = max((view.weight(a) for a in asked if set(a) & set(group.terms)), default=0.0)
        votes[at_word[group.last]] = votes.get(at_word[group.last], 0.0) + met
    negative = sum(votes.get(s, 0.0) for s in _NO)
    likely = [s for s in votes if s in _NO] if negative >= _NEGATIVE * sum(votes.values()) > 0 else list(votes)
    return max(likely, key=lambda s: votes[s], default="happened")


def answer(question: Question, told: Told) -> Answer:
    """Return yes or no in the language of the question, with the sentence that says so."""
    classes = load(question.language).questions.classes
    word = classes["no" if told.status in _NO else "yes"][0]
    return Answer(
        text=word,
        kind="sentence",
        status=told.status,
        evidence=Evidence(article=told.view.page.stored.article, span=told.view.sentences[told.place].span),
        score=round(told.score, 3),
    )
