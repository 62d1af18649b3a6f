"""Who or what a fact with the question's verb has in the place asked for: "the ministry", where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import verbs
from newsqa.languages import load
from newsqa.model import Argument, Fact, Question, Span

_KINDS = frozenset({"person", "organisation"})  # wants that an argument may answer


def arguments(question: Question, line: Line, known: Sequence[Span]) -> list[Span]:
    """Return what stands in the place asked for of the facts that tell the question's verb, where none known does."""
    found = (span for span in _told(question, line) if not any(one.meets(span) for one in known))
    return list(dict.fromkeys(found))


def _told(question: Question, line: Line) -> Iterator[Span]:
    """Yield what stands there; no pronoun answers, nor what is read amiss as somebody and is a verb."""
    asked = question.wanted in _KINDS and question.asked and question.predicate
    for fact in line.facts if asked else ():
        one = in_place(question, fact) if fact.predicate in question.predicate else None
        if one and not _is_small(line, one.span) and line.within(one.span)[1] not in verbs(line):
            yield one.span


def in_place(question: Question, fact: Fact) -> Argument | None:
    """Return what stands in the place of a fact that a question asks for."""
    return fact.subject if question.asked == "agent" else fact.object


def _is_small(line: Line, span: Span) -> bool:
    """Tell whether some words only point to somebody: "they", "mereka"."""
    first, last = line.within(span)
    small = load(line.view.found.language).about.function_words
    return all(line.words[at].normal in small for at in range(first, last + 1))
