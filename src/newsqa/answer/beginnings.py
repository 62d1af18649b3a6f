"""What an article must tell of, to answer by it: the deed that begins or ends something, and a name not told before."""

from __future__ import annotations

from functools import cache

from newsqa.answer import ranges, when
from newsqa.answer.lines import Line
from newsqa.answer.page import TITLE
from newsqa.answer.typed import Candidate
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.relations import begun, signs

_OPENING = 3  # sentences at the beginning of an article in which something is told of before it is named
_RARE = 5.0  # what a name says at least


def is_untold(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a sentence cannot tell what is asked: it has no word of that deed, or comes before the name."""
    life = not signs("life").isdisjoint(question.predicate)
    if question.wanted == "time" or (life and question.wanted == "place"):
        return _is_once(question) and not _is_told(question, line, candidate, life=life)
    if question.wanted != "number" or candidate.told or line.place < _OPENING:
        return False
    return any(_is_named_behind(line, group) for group in question.terms if group not in question.source)


def _is_once(question: Question) -> bool:
    """Tell whether a question is for the day of a deed that is done to something once; many are said by "made"."""
    light = load(question.language).questions.classes["light"]
    return bool(begun(question.predicate)) and question.predicate[0] not in light


def _is_told(question: Question, line: Line, candidate: Candidate, *, life: bool) -> bool:
    """Tell whether the deed is told, or what it led to: who was appointed "became minister", or is so "since 2019".

    Of a life brackets tell both ends without a word, and "since" tells none.
    """
    said = line.view.page.index
    if line.place in line.view.places(question.predicate) or any(
        line.place in said[t] for t in begun(question.predicate)
    ):
        return True
    if life:
        return ranges.tells_life(question, line, candidate.span)
    return when.tells(line, "start", line.within(candidate.span)[0])


def _is_named_behind(line: Line, group: Group) -> bool:
    """Tell whether a name is told only behind a sentence, and not as that of one who was told of: "called Togo"."""
    if not line.view.is_name(group) or line.view.weight(group) < _RARE:
        return False
    places = line.view.places(group)
    first = min(places, default=TITLE)
    behind = first > line.place and max(places.values()) == 1.0 and not _introduces(line.view, first)
    return behind and _has_other(line, group)


def _has_other(line: Line, group: Group) -> bool:
    """Tell whether another of the sort was named up to a sentence: the only town may be named below what it is of."""
    called, found = line.view.page.called, line.view.found.entities
    own = [one for one in found if not called[one.name].isdisjoint(group)]
    others = (one for one in found if one not in own and any(one.kind == mine.kind for mine in own))
    return not own or any(at.start < line.sentence.span.end for one in others for at in one.mentions)


def _introduces(view: View, place: int) -> bool:
    return next(_naming(view.found.language).find(view.page.words_of(place)), None) is not None


@cache
def _naming(code: str) -> Phrases:
    return phrases(("naming", load(code).questions.classes["naming"]))
