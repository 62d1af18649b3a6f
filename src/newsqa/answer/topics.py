"""How far what stands at a place is on the topic of a question, and said to the one whom it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsqa.answer import kinship
from newsqa.answer.page import TITLE, terms_of
from newsqa.answer.view import Group, View
from newsqa.model import Question, Quote
from newsqa.text.relations import contraries

Block = tuple[int, int]
_OPENING = (TITLE, 0, 1)  # where an article says what it is of
_SURE, _MANY = 0.5, 5  # how surely a word is told in a sentence, and in how many of them it is told widely
_WORDS = 4  # of a topic; so many that are left out count one
_UNKNOWN = 0.5  # how far a word counts as told that nothing joins to the article's language


def on_topic(view: View, question: Question, topic: Sequence[Group], quote: Quote, block: Block) -> dict[str, float]:
    """Return how far the run of sentences in which a speaker speaks on tells the topic, and names the addressee.

    An addressee is heard where the quotation's sentence names them outside the quoted words. Each word that is left
    out tells, whatever share of the topic it is: one may have been told otherwise, three have not been spoken of.
    """
    if not topic:
        return {}
    to, told = question.addressee, _by_word(view, topic, block)
    return _keys(view, told) | {
        "left out": sum(1 - how for how in told.values()) / _WORDS,
        "to": float(bool(to)),
        "heard": sum(_is_outside(view, group, quote) for group in to) / (len(to) or 1),
        "heard near": sum(_told(view, group, block) for group in to) / (len(to) or 1),
    }


def keys(view: View, topic: Sequence[Group], block: Block) -> dict[str, float]:
    """Return how surely a run of sentences tells the key of a topic, the word that says most, and its least word."""
    return _keys(view, _by_word(view, topic, block)) if topic else {}


def _keys(view: View, told: Mapping[Group, float]) -> dict[str, float]:
    return {"topic key": told[max(told, key=view.weight)], "least told": min(told.values())}


def _by_word(view: View, topic: Sequence[Group], block: Block) -> dict[Group, float]:
    """Return how surely each word of a topic is told in a run of sentences or right before it."""
    return {group: _told(view, group, block) for group in topic}


def opening(view: View, topic: Sequence[Group]) -> float:
    """Return the share of a topic that an article is of: that its title and its first sentences tell.

    Who speaks anywhere in it speaks of that, though nothing beside their words says so again.
    """
    return view.once("opening", topic, lambda: _opening(view, topic))


def _opening(view: View, topic: Sequence[Group]) -> float:
    told = {group: kinship.told_at(view, group) for group in topic}
    return _share(view, topic, {group: max(by.get(at, 0.0) for at in _OPENING) for group, by in told.items()})


def widely(view: View, topic: Sequence[Group]) -> float:
    """Return how widely an article tells a topic, 0 to 1: what stands in many sentences tells little of one."""
    return view.once("widely", topic, lambda: _widely(view, topic))


def _widely(view: View, topic: Sequence[Group]) -> float:
    told = {group: sum(s >= _SURE for s in kinship.told_at(view, group).values()) for group in topic}
    return _share(view, topic, {group: min(often, _MANY) / _MANY for group, often in told.items()})


def _share(view: View, topic: Sequence[Group], told: Mapping[Group, float]) -> float:
    """Return the share of a topic that is told, each word by its weight and by how far it is."""
    weights = [view.weight(group) for group in topic]
    return sum(w * told[group] for w, group in zip(weights, topic, strict=True)) / (sum(weights) or 1.0)


def contrary(view: View, groups: Sequence[Group], place: int) -> float:
    """Return the share of a question, by weight, in whose place a sentence says something else: "north" for "south"."""
    wrong = [group for group in groups if place in _instead(view, group) and not view.places(group).get(place)]
    if not wrong:
        return 0.0
    weights = {group: view.weight(group) for group in groups}
    return sum(weights[group] for group in dict.fromkeys(wrong)) / (sum(weights.values()) or 1.0)


def _instead(view: View, group: Group) -> frozenset[int]:
    """Return the sentences that say what may stand in the place of a word where something else is meant."""
    index = view.page.index
    return view.once("contrary", group, lambda: frozenset(at for term in contraries(group) for at in index[term]))


def _told(view: View, group: Group, block: Block) -> float:
    """Return how surely a word of the topic is told in a run of sentences or right before it, by itself or by kin."""
    if view.is_foreign(group) and not view.places(group):
        return _UNKNOWN
    said, kin = view.places(group), kinship.places(view, group)
    return max((max(said.get(at, 0.0), kin.get(at, 0.0)) for at in range(block[0] - 1, block[1] + 1)), default=0.0)


def _is_outside(view: View, group: Group, quote: Quote) -> bool:
    """Tell whether a word stands in the quotation's sentence, outside the words that are quoted."""
    sentence, words = quote.sentence, quote.words
    around = view.text[sentence.start : words.start] + " " + view.text[words.end : sentence.end]
    return not terms_of(around, view.found.language).isdisjoint(group)
