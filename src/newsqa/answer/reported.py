"""What somebody promised, asked or alleged: the words that an article reports with the question's own verb."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsqa.answer import quotations
from newsqa.answer.judge import Judged
from newsqa.answer.lines import Line
from newsqa.answer.page import terms_of
from newsqa.answer.parse import parse
from newsqa.answer.quotations import Spoken
from newsqa.answer.reading import Asked
from newsqa.answer.row_ends import verbs
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Quote

_CUTS = frozenset(",.;:–—")  # marks behind which something else is told
LEAST = 0.15  # trust from which such words answer


def find(question: Question, asked: Asked, views: Sequence[View]) -> list[Judged[Spoken]]:
    """Return what the one who is asked about says with the question's verb, best first, where that is trusted."""
    verb = _verb(question)
    if not verb or not any(_reports(view, quote, verb) for view in views for quote in view.found.quotes):
        return []
    found = quotations.find(parse(question.text, "quotation"), asked, views)
    said = (one for one in found if one.features["sure speaker"] and one.trust >= LEAST)
    return [one for one in said if _reports(*one.item, verb)]


def _verb(question: Question) -> frozenset[str]:
    """Return what the question's verb itself means, not what else may tell of it; nothing where a noun is asked for."""
    if question.wanted != "thing" or question.asked != "patient" or question.focus or not question.predicate:
        return frozenset()
    return frozenset(t for t in terms_of(question.predicate[0], question.language) if t.startswith("p."))


def _reports(view: View, quote: Quote, verb: AbstractSet[str]) -> bool:
    """Tell whether a verb is the one that reports a quotation, a clause or all in marks: other paths tell a thing."""
    if quote.cue is None or verb.isdisjoint(terms_of(quote.cue.of(view.text), view.found.language)):
        return False
    return _is_clause(view, quote) if quote.kind == "indirect" else _is_whole(view, quote)


def _is_clause(view: View, quote: Quote) -> bool:
    """Tell whether a verb stands in the words of a quotation: "that it *rained*", not "two new bridges"."""
    line = Line(view, view.at(quote.words), ())
    behind = max(quote.words.start, quote.cue.end if quote.cue else 0)
    return any(behind <= line.words[at].start < quote.words.end for at in verbs(line))


def _is_whole(view: View, quote: Quote) -> bool:
    """Tell whether nothing that is told goes on behind what stands in marks: not "'an early release' *of the crew*"."""
    language = load(view.found.language)
    words = view.page.words_of(view.at(quote.words))
    behind = next((word for word in words if word.start >= quote.words.end), None)
    if behind is None or not _CUTS.isdisjoint(view.text[quote.words.end : behind.start]):
        return True
    return behind.normal in frozenset(language.about.function_words) - frozenset(language.facts.prepositions)
