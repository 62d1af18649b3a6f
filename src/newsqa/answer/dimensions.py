"""What a number must measure: an area where it is asked how large a land is, not the length of its coast."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.measured import numbers_of
from newsqa.answer.spoken import written
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.phrases import phrases
from newsqa.text.words import tokens

# The units, as both languages' data call them, of what can be measured; each is a class of question words too.
UNITS: dict[str, frozenset[str]] = {
    "area": frozenset({"km2", "m2", "ha", "acre", "mile2"}),
    "length": frozenset({"km", "m", "cm", "mm", "mile", "foot", "inch", "nmi"}),
    "weight": frozenset({"kg", "g", "mg", "t", "quintal"}),
    "speed": frozenset({"km/h", "mile/h", "kn"}),
}
_FIRST = 4  # words of a question among which it says what is measured: further on "high" is of something else
_MEASURED = 0.4  # how likely a measure must be asked for


def asked(question: Question) -> frozenset[str]:
    """Return the units in which what a question asks for is measured; none where it asks for no such thing."""
    return _asked(question.text, question.language) if question.odds("measure") >= _MEASURED else frozenset()


@lru_cache(maxsize=1024)
def _asked(text: str, code: str) -> frozenset[str]:
    classes = load(code).questions.classes
    sorts_of = phrases(*((sort, classes[f"measured_{sort}"]) for sort in UNITS))
    words = sorts_of.find(written(tokens(text), code))
    sorts = {found.name for found in words if found.first < _FIRST}
    return UNITS[sorts.pop()] if len(sorts) == 1 else frozenset()


def units(line: Line, span: Span) -> frozenset[str]:
    """Return the units of the numbers that a span holds."""
    return frozenset(n.unit for n in numbers_of(line) if n.unit and span.holds(n.span))


def measures(found: Iterable[tuple[Line, Span]], asked: frozenset[str]) -> bool:
    """Tell whether any of some spans of sentences measures in one of the units that are asked for."""
    return any(not units(line, span).isdisjoint(asked) for line, span in found)
