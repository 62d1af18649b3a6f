"""What a place in an article says of a question: features that candidates of every path share."""

from __future__ import annotations

import math
from collections.abc import Sequence

from newsqa.answer import kinship, when
from newsqa.answer.support import Support, acted, named, says, support
from newsqa.answer.view import FRAMES, Group, View
from newsqa.model import Question

_TOLD = 0.35  # from which a word is said in others, not only one of its scene
_FOREIGN = 0.5
_SORTED = frozenset({"place", "time", "organisation"})  # wants whose sort the name of what is found need not tell
_LENGTHS = 4.0  # the logarithm of a long article's sentences: in a short one less can be met by chance


def grounds(
    question: Question, view: View, place: int, views: Sequence[View], groups: Sequence[Group]
) -> dict[str, float]:
    """Return what the article says of `groups`, words of the question, around one of its sentences."""
    told = {"says": says(view, groups, place), **kinship.of(view, groups, place)}
    return of(question, view, place, views, support(view, groups, place)) | told


def of(question: Question, view: View, place: int, views: Sequence[View], shown: Support) -> dict[str, float]:
    """Return the same where the support is known, without what only the sentence says."""
    return view.once("grounds", question, lambda: _everywhere(question, view, views)) | {
        "near": shown.near,
        "here": shown.here,
        "anywhere": shown.anywhere,
        "acted": float(acted(view, question, place)),
        "dated": when.dated(view, question, view.sentences[place]),
        "lead": 1 / (1 + place),
    }


def _everywhere(question: Question, view: View, views: Sequence[View]) -> dict[str, float]:
    """Return what an article says of the question among the others, wherever in it one looks."""
    best = max((other.share for other in views), default=0.0)
    return {
        "article": view.share / best if best else 1.0,
        "first article": view.ahead,
        "named": named(view, question),
        "fitting": when.fitting(question, view, views),
        "abroad": float(view.abroad),
        **_untold(view, question),
        "length": math.log(len(view.sentences) + 1) / _LENGTHS,
    }


def _untold(view: View, question: Question) -> dict[str, float]:
    """Return how much of a question, names apart, an article says nowhere, in no other words either.

    Where it says next to nothing of it, it only names what the question names.
    """
    sort = question.focus if question.wanted in _SORTED else ()  # a city need not be called one
    words = [g for g in question.terms if FRAMES not in g and g not in sort and not view.is_name(g)]
    told = [_told(view, group) for group in words]
    return {
        "untold": 1 - sum(told) / len(told) if told else 0.0,
        "names alone": float(bool(told) and max(told) < _TOLD),
    }


def _told(view: View, group: Group) -> float:
    """Return how surely an article says a word somewhere, 0 to 1; one in a language that it is not in may be there."""
    least = _FOREIGN if view.is_foreign(group) else 0.0
    return max((*view.places(group).values(), *kinship.places(view, group).values(), least))
