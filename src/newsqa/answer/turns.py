"""What a question turns on: an end, a denial, the last or the least of something.

By that one word it differs from a question that the article answers: who asks when something *closed* is not told by an
article of its opening.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsqa.answer import kinship, when
from newsqa.answer.lines import Line
from newsqa.answer.turning import turning
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.relations import contraries, signs, turns
from newsqa.text.words import tokens

_ENDS = "ends"  # the family of an end, which only turns when: who finished first is told by who won
_TOLD = 0.6  # how surely a word must stand somewhere to be told


def are_untold(question: Question, line: Line) -> bool:
    """Tell whether what a question turns on is told nowhere in the article, or its contrary in the sentence."""
    view = line.view
    untold: bool = view.once("turns", question.terms, lambda: any(_untold(question, view)))
    return untold or _is_turned(question, line) or (question.negative and _is_plain(question, line))


def _is_turned(question: Question, line: Line) -> bool:
    """Tell whether a sentence tells the contrary of what a question turns on, and not that itself: an opening."""
    group, said = question.predicate, line.view.page.index
    turned = bool(turns(group)) and any(line.place in said[term] for term in contraries(group))
    return turned and not _says(line.view, group, line.place) and not (_ENDS in turns(group) and _tells_limit(line))


def _says(view: View, group: Group, place: int) -> bool:
    return bool(group) and kinship.told_at(view, group).get(place, 0.0) >= _TOLD


def _untold(question: Question, view: View) -> Iterator[bool]:
    for group in question.terms:
        for name, family in turns(group).items():
            told = not family.isdisjoint(view.page.index.standing)
            ended = name == _ENDS and (question.wanted != "time" or _lasts_until(view))
            yield not (told or ended or _is_told(view, group))
    yield from (not _is_told(view, group) for group in _ranked(question))


def _is_told(view: View, group: Group) -> bool:
    return max(kinship.told_at(view, group).values(), default=0.0) >= _TOLD


def _lasts_until(view: View) -> bool:
    """Tell whether an article tells until when something was, which is its end."""
    until = load(view.found.language).facts.cases["until"]
    places = range(len(view.sentences))
    said = any(word.normal in until for place in places for word in view.page.words_of(place))
    return said or any(_tells_limit(Line(view, place, ())) for place in places)


def _tells_limit(line: Line) -> bool:
    """Tell whether a sentence has a time by which something ends, or a stretch of time: "*by* 5 May", "3–5 May"."""
    joins = load(line.view.found.language).numbers.between
    times = [note.span for note in line.sentence.notes if note.kind.startswith("time")]
    stretch = any(mark in time.of(line.view.text) for time in times for mark in joins if not mark.isalpha())
    places = [line.within(time)[0] for time in times]
    return stretch or any(line.words[at - 1].normal in joins or when.tells(line, "limit", at) for at in places if at)


def _ranked(question: Question) -> Iterator[Group]:
    """Yield the words of which the question asks for the most: "paling *enak*"."""
    classes, words = load(question.language).questions.classes, [word.normal for word in tokens(question.text)]
    for most, what in pairwise(words):
        if most in classes["most"] and what not in classes["most_not"]:
            yield from (group for group in question.terms if group[0] == what)


def _is_plain(question: Question, line: Line) -> bool:
    """Tell whether a sentence tells plainly what a question asks with a no: who voted, of who did not."""
    view, at = line.view, line.place
    return any(_says(view, group, at) for group in _negated(question)) and not _denies(view, at)


def _negated(question: Question) -> Iterator[Group]:
    """Yield the words right behind what negates in a question."""
    words = tokens(question.text)
    for found in turning(question.language).find(words):
        behind = words[found.last + 1].normal if found.last + 1 < len(words) else ""
        yield from (group for group in question.terms if group[0] == behind)


def _denies(view: View, place: int) -> bool:
    """Tell whether a sentence tells that something is not so."""
    said = view.page.index
    negative = any(place in said[term] for term in signs("negative"))
    return negative or any(True for _ in turning(view.found.language).find(view.page.words_of(place)))
