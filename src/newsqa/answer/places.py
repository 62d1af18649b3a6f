"""Whether a place is only what a question asks about: where Lenu is, "the city of Lenu" does not say."""

from __future__ import annotations

from functools import cache

from newsqa.answer.lines import Line
from newsqa.languages import load
from newsqa.model import Span
from newsqa.text.words import tokens


def is_itself(line: Line, span: Span) -> bool:
    """Tell whether some words are a name that the question says, with no more than the sort of place before it."""
    first, last = line.within(span)
    said = {at for match in line.matches for at in range(match.first, match.last + 1)}
    rest = [line.words[at].normal for at in range(first, last + 1) if at not in said]
    return len(rest) <= last - first and _sorts(line.view.found.language).issuperset(rest)


@cache
def _sorts(code: str) -> frozenset[str]:
    return frozenset(word.normal for form in load(code).questions.classes["places"] for word in tokens(form))
