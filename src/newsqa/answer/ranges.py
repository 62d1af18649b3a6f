"""Which end of a stretch of time a question means: what began "from 1921 to 1930", or in brackets behind a name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.spoken import written
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.relations import signs
from newsqa.text.words import tokens

_ENDING = ("ending", "limit_asked")  # classes of the words by which a question asks when something ends


def wrong_ends(question: Question, line: Line, times: Iterable[Span]) -> list[Span]:
    """Return those of a sentence's times that are the end of a stretch that is not asked for: few ask when it ends."""
    found = sorted(times, key=lambda span: (span.start, -span.end))
    pairs = [(one, other) for one in found for other in found if _is_stretch(line, one, other)]
    return [pair[0 if asks_for_end(question.text, question.language) else 1] for pair in pairs]


def tells_life(question: Question, line: Line, span: Span) -> bool:
    """Tell whether a time is an end of a stretch in brackets where who asks wants to know a birth, or a death.

    No word says so: "Rana Tisani (1911 - 2006)".
    """
    if signs("life").isdisjoint(question.predicate):
        return False
    times = [note.span for note in line.sentence.notes if note.kind.startswith("time")]
    pairs = [(one, other) for one in times for other in times if _is_stretch(line, one, other)]
    return any(span in pair and line.view.text[: pair[0].start].rstrip().endswith("(") for pair in pairs)


def _is_stretch(line: Line, one: Span, other: Span) -> bool:
    """Tell whether what stands between two times joins them to one stretch."""
    gap = line.view.text[one.end : other.start].strip().casefold() if one.end <= other.start else ""
    return gap in load(line.view.found.language).numbers.between


@lru_cache(maxsize=1024)
def asks_for_end(text: str, code: str) -> bool:
    """Tell whether a question asks when something ends."""
    return any(_ends(code).find(written(tokens(text), code)))


@cache
def _ends(code: str) -> Phrases:
    classes = load(code).questions.classes
    return phrases(*((sort, classes[sort]) for sort in _ENDING))
