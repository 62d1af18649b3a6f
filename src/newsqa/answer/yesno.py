"""Yes/no questions: the sentence that says most of it, and whether it says so or denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsqa.answer.reading import Asked
from newsqa.answer.support import Support, holds, says, support
from newsqa.answer.view import Group, View, is_word
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.model import Answer, Evidence, Question, Status
from newsqa.text.relations import opposites
from newsqa.text.terms import groups

_SAYS = 0.3  # share that the sentence itself must say of what tells the article's sentences apart
_NEAR = 0.62  # share of the question that it must say together with the sentences around it
_NEGATIVE = 0.35  # share of the matching words that must be denied or negated for a no
_OWN = 1.5  # what the sentence's own words count beside what stands around it
_LAST = 3  # words at the end of a sentence in which a denial denies what stands before it
_VERB = 0.5  # what the question's verb, or its opposite, counts in the sentence
_FIRM = 0.1  # what a clear denial counts
_NO: frozenset[Status] = frozenset({"denied", "negated"})


class Told(NamedTuple):
    """One sentence as an answer: what it says of the question, the status of that, and how well it fits."""

    view: View
    place: int
    status: Status
    support: Support
    says: float
    holds: bool
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"near": self.support.near, "says": self.says, "denied": float(self.status in _NO)}

    @property
    def answers(self) -> bool:
        """Tell whether the sentence says enough of the question."""
        return self.holds and self.says >= _SAYS and self.support.near >= _NEAR


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Told]:
    """Return the sentences that say most of the question, best first."""
    asked = tuple((*group, *opposites(group)) for group in question.terms)
    found = [told for view in views for told in _told(question, asked, view)]
    return sorted(found, key=lambda told: -told.score)


def _told(question: Question, asked: tuple[Group, ...], view: View) -> Iterator[Told]:
    verb = view.places((*question.predicate, *opposites(question.predicate))) if question.predicate else {}
    for place in range(len(view.sentences)):
        said = says(view, asked, place)
        if said:
            shown, status = support(view, asked, place), _status(asked, view, place)
            score = shown.near + _OWN * said + _VERB * (place in verb) + _FIRM * (status in _NO)
            yield Told(view, place, status, shown, said, holds(view, question, place), score)


def _status(asked: tuple[Group, ...], view: View, place: int) -> Status:
    """Return the status that most of the question's words have in the sentence, by weight.

    A denial behind them all denies them too: "asked about a deal, she denied it".
    """
    words = view.page.words_of(place)
    at_word = statuses(view.text, words, view.found.language)
    votes: dict[Status, float] = {}
    for group in groups(words, view.found.language):
        met = max((view.telling(a) for a in asked if set(a) & set(group.terms) and is_word(a)), default=0.0)
        votes[at_word[group.last]] = votes.get(at_word[group.last], 0.0) + met
    if at_word[-1] == "denied" != at_word[max(0, len(at_word) - _LAST)]:
        return "denied"
    negative = sum(votes.get(s, 0.0) for s in _NO)
    likely = [s for s in votes if s in _NO] if negative >= _NEGATIVE * sum(votes.values()) > 0 else list(votes)
    return max(likely, key=lambda s: votes[s], default="happened")


def chosen(found: Sequence[Told]) -> list[Told]:
    """Return the best sentence that answers: yes and no are not said together."""
    return [told for told in found if told.answers][:1]


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
