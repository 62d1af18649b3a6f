"""Questions for what, or who, is described: what an article says to be that, "*Tarsi* is the tallest tower in Bonegu".

It is the other way round of a definition: the question says what stands behind the word that joins the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from newsqa.answer.definitions import Defined
from newsqa.answer.lines import Line
from newsqa.answer.reading import Asked
from newsqa.answer.view import FRAMES, Group, View
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.phrases import Phrases, phrases

_SURE = 0.9  # share of what is asked, by weight, that must stand behind the word that joins
_LEAST = 2  # words of a question that say what is looked for: one alone describes too much
_HEAD = 4  # words behind the first among which the noun stands that is asked for, where it stands last
_LONGEST = 7  # words of a name
_WHOLE = 0.9  # what a match counts that is of the word or of its meaning
_LEAD = 0.1  # what the first sentence of an article counts more
_UNTRUE = frozenset({"negated", "denied"})
_MARKS = frozenset(',;:–—()[]"“”')


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Defined]:
    """Return what the articles say to be what the question describes, what is said first in an article first."""
    found = [one for view in views for one in _described(question, view)]
    return sorted(found, key=lambda one: -one.score)


def _described(question: Question, view: View) -> Iterator[Defined]:
    asked = [group for group in question.terms if FRAMES not in group]
    total = sum(map(view.weight, asked))
    rarest = max(asked, key=view.weight, default=None)
    for place in sorted(view.places(rarest)) if rarest and len(asked) >= _LEAST and not question.negative else ():
        if place >= 0:
            line = Line(view, place, question.terms)
            for at, after in _joined(line):
                share = _said(line, asked, after) / (total or 1.0)
                span = _subject(line, at) if share >= _SURE and _is_sort(line, question, after) else None
                if span:
                    yield Defined(line, span, share + _LEAD / (1 + place))


def _joined(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where a word joins a subject to what it is, and the first word of that."""
    definitions, joins = load(line.view.found.language).definitions, _joins(line.view.found.language)
    for mark in joins.find(line.words) if line.has(joins.lengths) else ():
        after = mark.last + 1
        fits = after < len(line.words) and (not definitions.begins or line.words[after].normal in definitions.begins)
        if fits and line.statuses[mark.first] not in _UNTRUE:
            yield mark.first, after


@cache
def _joins(code: str) -> Phrases:
    return phrases(("equates", load(code).definitions.equates))


def _said(line: Line, asked: Sequence[Group], after: int) -> float:
    """Return how much of what is asked stands behind a word, by weight."""
    met = {line.asked[m.group] for m in line.matches if m.first >= after and m.strength >= _WHOLE}
    return sum(line.view.weight(group) for group in asked if group in met)


def _is_sort(line: Line, question: Question, after: int) -> bool:
    """Tell whether the first noun of the question, what is asked for, is the noun behind the joining word."""
    language = load(line.view.found.language)
    small = language.definitions.aside.union(language.about.function_words)
    noun = next((at for at, group in enumerate(question.terms) if FRAMES not in group), None)
    first = next((at for at in range(after, len(line.words)) if line.words[at].normal not in small), after)
    last = first if language.questions.head_first else first + _HEAD
    return any(m.group == noun and first <= m.first <= last for m in line.matches)


def _subject(line: Line, end: int) -> Span | None:
    """Return the name with which the sentence begins: words up to the first mark or small word, none of them small."""
    small = load(line.view.found.language).about.function_words
    stop = next((at for at in range(1, end) if line.words[at].normal in small or _parts(line, at)), end)
    first = line.words[0]
    if not 0 < stop <= _LONGEST or first.normal in small or not first.text[0].isupper():
        return None
    return Span(start=first.start, end=line.words[stop - 1].end)


def _parts(line: Line, at: int) -> bool:
    """Tell whether a mark stands before a word."""
    return not _MARKS.isdisjoint(line.view.text[line.words[at - 1].end : line.words[at].start])


def chosen(found: Sequence[Defined], _: float) -> list[Defined]:
    """Return what is so described, most surely said first."""
    return list(found)
