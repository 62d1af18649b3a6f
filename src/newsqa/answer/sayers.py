"""Questions who said something: the speaker of the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsqa.answer import described
from newsqa.answer.page import terms_of
from newsqa.answer.reading import Asked
from newsqa.answer.support import Support, support
from newsqa.answer.view import View
from newsqa.model import Answer, Evidence, Question, Quote
from newsqa.text import concepts
from newsqa.text.words import tokens

_SPEECH = "speech"
_NEAR = 0.6  # share of the question that must be said around the words
_DESCRIBED = 0.5  # what it counts that the speaker is what is asked for: "the *president* who said"
_IS_ONE = 0.5  # how surely the noun that is asked for must describe one speaker at least
_NAMED = 0.1  # what it counts that the speaker has a name
_BY_VERB = 0.5  # what it counts that the verb of the words is the one asked for: "who *promised* …"
_OWN = 0.35  # share that the words themselves, or the sentence that reports them, must say


class Sayer(NamedTuple):
    """The speaker of a quotation: how much of the question stands around its words, and in them."""

    view: View
    quote: Quote
    support: Support
    own: float
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"near": self.support.near, "words": self.own}

    @property
    def answers(self) -> bool:
        """Tell whether the words say enough of the question."""
        return self.support.near >= _NEAR and self.own >= _OWN


def asks(question: Question) -> bool:
    """Tell whether a question asks who said something."""
    verbs = [term for term in question.predicate if term.startswith("p.")]
    return question.asked == "agent" and bool(verbs) and concepts.roles(verbs[0]) == _SPEECH


def knows(question: Question, asked: Asked, views: Sequence[View]) -> bool:
    """Tell whether one who says something is what is asked for: who declared an emergency need not be quoted."""
    said = (one for one in find(question, asked, views) if one.answers)
    return any(described.surely(question, one.view, one.quote.speaker or "") >= _IS_ONE for one in said)


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Sayer]:
    """Return the speakers of what is asked about, best first."""
    return sorted((s for view in views for s in _sayers(question, view)), key=lambda s: -s.score)


def _sayers(question: Question, view: View) -> Iterator[Sayer]:
    topic = [group for group in question.terms if group != question.predicate]
    weights = {group: view.telling(group) for group in topic}
    asked = {group[0] for group in question.terms}
    for quote in view.found.quotes:
        if quote.speaker and not _is_asked_about(view, quote.speaker, asked):
            said = terms_of(quote.sentence.of(view.text), view.found.language)
            own = sum(w for group, w in weights.items() if said & set(group)) / (sum(weights.values()) or 1.0)
            shown = support(view, topic, view.at(quote.words))
            told = described.surely(question, view, quote.speaker)
            named = any(quote.speaker == one.name for one in view.found.entities)
            sure = _DESCRIBED * told + _NAMED * named + _BY_VERB * _is_by_verb(question, view, quote)
            yield Sayer(view, quote, shown, own, shown.near + own + sure)


def _is_by_verb(question: Question, view: View, quote: Quote) -> bool:
    """Tell whether somebody's words are told with the verb of the question: who promised has not only said."""
    cue = quote.cue.of(view.text) if quote.cue else ""
    return not terms_of(cue, view.found.language).isdisjoint(question.predicate)


def _is_asked_about(view: View, speaker: str, asked: AbstractSet[str]) -> bool:
    """Tell whether the question names a speaker: "who called Reed a liar" asks for somebody else than Reed."""
    entity = next((one for one in view.found.entities if one.name == speaker and one.kind == "person"), None)
    words = tokens(entity.name) if entity else []
    return any(word.normal in asked for word in (words[:1] + words[-1:]))


def chosen(found: Sequence[Sayer], _: float) -> list[Sayer]:
    """Return those who said it."""
    return [sayer for sayer in found if sayer.answers][:1]


def answer(_: Question, sayer: Sayer) -> Answer:
    """Return the speaker as an answer, in the sentence that reports the words."""
    article = sayer.view.page.stored.article
    return Answer(
        text=sayer.quote.speaker or "",
        kind="fact",
        status="said",
        evidence=Evidence(article=article, span=sayer.quote.sentence),
        score=round(sayer.score, 3),
        speaker=sayer.quote.speaker,
    )
