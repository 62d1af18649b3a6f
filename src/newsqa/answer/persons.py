"""Who can be meant where somebody is asked for by what they are: "which *judge*", "siapa *bos* ..."."""

from __future__ import annotations

from collections.abc import Mapping

from newsqa.answer.typed import Candidate
from newsqa.model import Question
from newsqa.text.relations import of_class

_SURE = 0.6  # how likely a person must be asked for, to be answered by nothing else
_NOBODY = frozenset({"organisation", "place", "people"})  # kinds of candidates that name no person
_DESCRIBED = 0.5  # how surely a body must be said to own something, to be its owner


def is_no_such(question: Question, candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether a candidate is no person where one is surely asked for, by what they are and not by a deed.

    A body may be the organiser or champion too, and the owner where the article says so. Only who heads something is
    surely named: a victim may be "two pupils".
    """
    if candidate.kind not in _NOBODY or not question.sought or question.wanted != "person":
        return False
    heads = not of_class("heads").isdisjoint(question.sought[0])
    if not of_class("bodies").isdisjoint(question.sought[0]) or (candidate.kind == "people" and not heads):
        return False
    owns = not of_class("owners").isdisjoint(question.sought[0])
    by_deed = question.sought[0][0] in question.predicate
    described = told.get("described", 0.0) >= _DESCRIBED
    return question.odds("person") > _SURE and not (described if owns else by_deed)
