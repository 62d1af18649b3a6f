"""The sentences that may answer: those that say most of the question and have what could answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from newsqa.answer import grounds, kinship, lists, signals, topics, untold
from newsqa.answer.ahead import ahead
from newsqa.answer.judge import weighed
from newsqa.answer.lines import Line
from newsqa.answer.rows import Row
from newsqa.answer.support import Support, says, supports
from newsqa.answer.typed import kinds
from newsqa.answer.view import View
from newsqa.answer.weights import judging
from newsqa.model import Question, Sentence

_SENTENCES = 10  # are looked into, those that say most of the question with what stands around them
_AT_HOME = 20  # are, of each of the articles that say most of the question
_HOMES = 2  # articles are so looked into: what is news one day is told further another
_NEARLY = 0.65  # share of what the best says that the second must say
_OWN = 0.3  # what the words of the sentence itself count more
_KIND = 0.1  # what the best kind among its candidates counts
_PROMISING = 10  # of them are read word by word, those that promise most by what is known before that
_EACH = 3  # are, for each word of the question but one, and one: a word alone tells few sentences apart
_BEHIND = 3.5  # how far behind the best of them another may be; of 1,000 first answers 4 stand further
HERE = 0.05  # share of the question that a sentence must say to be looked into
_MADE = frozenset({"phrase", "people"})  # kinds of candidates that no note tells of beforehand
LEARNED = "span"  # the kind of what only the learned scorer offers


Place = tuple[float, View, int, Support]  # how much a sentence says, and where


class Near(NamedTuple):
    """A sentence that may answer: what it says of the question, and the features that its candidates share."""

    view: View
    place: int
    shown: Support
    shared: Mapping[str, float]


def promising(question: Question, views: Sequence[View]) -> list[Near]:
    """Return the sentences whose candidates may score best: by all that they share, and the best of their kinds."""
    near = [Near(view, at, s, _shared(question, view, at, s, views)) for _, view, at, s in looked_into(question, views)]
    weights, counts = judging()["spans"].weights, _Kinds(question)
    scores = [weighed(weights, one.shared) + counts.best(one.view, one.place) for one in near]
    least = max(scores, default=0.0) - _BEHIND
    most = min(_PROMISING, _EACH * max(0, len(question.terms) - 1) + 1)
    best = set(nlargest(most, (at for at, score in enumerate(scores) if score >= least), key=scores.__getitem__))
    return [one for at, one in enumerate(near) if at in best]


class _Kinds(dict[frozenset[str], float]):
    """What the best kind of candidate for a question counts in a sentence, by the kinds of what stands in it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question, self._wanted = question, kinds(question)

    def of(self, sentence: Sentence) -> float:
        """Return what the best kind in a sentence counts."""
        return self[sentence.kinds]

    def best(self, view: View, place: int) -> float:
        """Return what the best kind in a sentence counts, or that of a row which it counts and another lists."""
        told = ahead(Line(view, place, ())) if "row" in self._wanted else ()
        return max([self.of(view.sentences[place]), *(self._row(one.row) for one in told)])

    def _row(self, row: Row) -> float:
        known = {**signals.kind(self._question, f"row.{row.kind}"), **lists.told_of(self._question, row)}
        return weighed(judging()["spans"].weights, known)

    def __missing__(self, present: frozenset[str]) -> float:
        told = (kind for kind in present if kind in self._wanted or kind.partition(".")[0] in self._wanted)
        weights, may_be = judging()["spans"].weights, (*told, *(_MADE & self._wanted), LEARNED)
        best = max(weighed(weights, signals.kind(self._question, kind)) for kind in may_be)
        self[present] = best
        return best


def _shared(question: Question, view: View, place: int, shown: Support, views: Sequence[View]) -> Mapping[str, float]:
    """Return the features that every candidate of a sentence shares."""
    own = says(view, question.terms, place) * shown.anywhere
    topic = tuple(group for group in question.terms if group not in question.focus)  # a city need not be called one
    told = kinship.of(view, question.terms, place) | topics.keys(view, topic, (place, place))
    told["words told"] = kinship.words_told(view, question.terms, place)
    told["contrary"] = topics.contrary(view, question.terms, place)
    told["untold yet"] = untold.yet(view, question.terms)
    told["otherwise"] = float(any(place in view.otherwise(group) for group in question.terms))
    return grounds.of(question, view, place, views, shown) | told | {"says": own}


def looked_into(question: Question, views: Sequence[View]) -> list[Place]:
    """Return the sentences that say most of the question together with what stands around them, best first.

    Of the articles that say most of it more are looked into: their words may be others than the question's.
    """
    homes, counts = _homes(views), _Kinds(question)
    rows = [s for view in views for s in _supported(question, view, counts, home=any(view is one for one in homes))]
    best = nlargest(_SENTENCES, (row for row in rows if row[3].here >= HERE), key=itemgetter(0))
    home = (r for one in homes for r in nlargest(_AT_HOME, (r for r in rows if r[1] is one), key=itemgetter(0)))
    return [*best, *(row for row in home if row not in best)]


def _homes(views: Sequence[View]) -> list[View]:
    """Return the articles that say most of a question, those that say nearly as much as the best."""
    best = nlargest(_HOMES, views, key=lambda view: view.share)
    return [view for view in best if view.share >= _NEARLY * best[0].share]


def _supported(question: Question, view: View, counts: _Kinds, *, home: bool) -> Iterator[Place]:
    """Yield the sentences of an article that say something of the question, at home also the others."""
    told = kinship.everywhere(view, question.terms) if home else {}
    for place, shown in enumerate(supports(view, question.terms)):
        if home or shown.here >= HERE:
            other = told[place].told if place in told else 0.0
            kind = _KIND * counts.of(view.sentences[place])
            yield shown.near + _OWN * shown.here + other + kind, view, place, shown
