"""What a row is a row of: the words before it, "*tiga tuntutan*, yakni …", may say the noun that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from newsqa.answer.lines import Line
from newsqa.answer.lists import rowed
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text.words import tokens


def asks(question: Question) -> bool:
    """Tell whether a question asks for several by a noun, and not with a word for whom, where, when or how many."""
    asking, words = load(question.language).asking, f" {' '.join(w.normal for w in tokens(question.text))} "
    others = (form for kind, forms in asking.askers.items() if kind not in {"thing", "which"} for form in forms)
    return question.many and bool(question.listed) and not any(f" {form} " in words for form in others)


def heads(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate is a row whose heading says the noun by which several are asked for."""
    row = rowed(line, candidate.span) if candidate.kind.startswith("row") else None
    said = [line.words[first].start for first in _said(question, line)]
    if candidate.told:
        return any(candidate.span.start <= at < candidate.span.end for at in said)
    opened = row is not None and row.opened and any(at < row.span.start for at in said)
    return opened or (row is not None and _begins(line, row.items[0], said))


def _begins(line: Line, item: Span, said: list[int]) -> bool:
    """Tell whether the noun is the first word of a row where a noun's sort stands first: "*bidang* pertanian, …"."""
    return load(line.view.found.language).questions.head_first and item.start in said


def _said(question: Question, line: Line) -> Iterator[int]:
    """Yield the words of a sentence that say the noun."""
    return (m.first for m in line.matches if question.terms[m.group] == question.listed)
