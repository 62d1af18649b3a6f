"""What an article must tell of, to answer by it: the deed that begins or ends something, and a name not told before."""

from __future__ import annotations

from functools import cache

from newsqa.answer.lines import Line
from newsqa.answer.page import TITLE
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.relations import of_class

_OPENING = 3  # sentences at the beginning of an article in which something is told of before it is named
_RARE = 5.0  # what a name says at least


def is_untold(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a sentence cannot tell what is asked: it has no word of that deed, or comes before the name."""
    if question.wanted == "time" and _is_once(question):
        return line.place not in line.view.places(question.predicate)
    if question.wanted != "number" or candidate.told or line.place < _OPENING:
        return False
    return any(_is_named_behind(line, group) for group in question.terms)


def _is_once(question: Question) -> bool:
    """Tell whether a question is for the day of a deed that is done to something once; many are said by "made"."""
    light = load(question.language).questions.classes["light"]
    deed = question.predicate
    return not of_class("once").isdisjoint(deed) and deed[0] not in light


def _is_named_behind(line: Line, group: Group) -> bool:
    """Tell whether a name is told only behind a sentence, and not as that of one who was told of: "called Togo"."""
    if not line.view.is_name(group) or line.view.weight(group) < _RARE:
        return False
    places = line.view.places(group)
    first = min(places, default=TITLE)
    return first > line.place and max(places.values()) == 1.0 and not _introduces(line.view, first)


def _introduces(view: View, place: int) -> bool:
    return next(_naming(view.found.language).find(view.page.words_of(place)), None) is not None


@cache
def _naming(code: str) -> Phrases:
    return phrases(("naming", load(code).questions.classes["naming"]))
