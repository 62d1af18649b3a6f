"""Who can be meant where somebody is asked for by what they are: "which *judge*", "siapa *bos* ..."."""

from __future__ import annotations

from collections.abc import Mapping

from newsqa.answer import kinship
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.model import Question
from newsqa.text.relations import of_class

_SURE = 0.6  # how likely a person must be asked for, to be answered by nothing else
_NOBODY = frozenset({"organisation", "place", "people"})  # kinds of candidates that name no person
_TOLD = 0.6  # how surely a sentence must tell of what somebody is, for a body to be that
_DESCRIBED = 0.5  # how surely a body must be said to own something, to be its owner


def is_no_such(question: Question, line: Line, candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether a candidate is no person where one is surely asked for, by what they are and not by a deed.

    A body may be the contractor or champion too where its sentence tells of one, and the owner where it is said to be
    that or to own. Only who heads something is surely named: a victim may be "two pupils".
    """
    if candidate.kind not in _NOBODY or not question.sought or question.wanted != "person":
        return False
    noun = question.sought[0]
    if question.odds("person") <= _SURE or (candidate.kind == "people" and of_class("heads").isdisjoint(noun)):
        return False
    if not of_class("owners").isdisjoint(noun):
        return told.get("described", 0.0) < _DESCRIBED and not _tells_of_owning(line)
    return noun[0] not in question.predicate and kinship.told_at(line.view, noun).get(line.place, 0.0) < _TOLD


def _tells_of_owning(line: Line) -> bool:
    """Tell whether a sentence tells that something is somebody's, or came to be: "the Guild *bought* the mill"."""
    said = line.view.page.index
    return any(line.place in said[term] for term in of_class("owning"))
