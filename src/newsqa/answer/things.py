"""What is no name and may answer all the same: nouns with what describes them, and what somebody does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from newsqa.answer import edges
from newsqa.answer.lines import Line
from newsqa.answer.objects import endings, told_until
from newsqa.answer.row_ends import verbs, words_of
from newsqa.languages import load
from newsqa.model import Question, Span
from newsqa.text import concepts
from newsqa.text.words import tokens

_NOUN = 6  # words of a noun with what describes it
_JOINT = 3  # words from a noun to what a preposition and an article join to it
_MARKS = frozenset('"“”‘’–—-()[]')  # what parts two nouns, beside what parts clauses
_DEED = 14  # words of what somebody does


def nouns(line: Line) -> Iterator[Span]:
    """Yield what stands between small words, verbs and the edges of clauses: nouns with what describes them.

    Each also with what a preposition joins to it: "a limit", "a limit on overtime". What may be a verb or a noun is
    taken for the one and for the other: "a fenced *car*", "a fenced *car park*".
    """
    yield from dict.fromkeys(span for ends in (_may_be(line), verbs(line)) for span in _with_joined(line, ends))


def done(line: Line) -> Iterator[Span]:
    """Yield each verb with what follows it, up to each place where that may end."""
    helpers = load(line.view.found.language).facts.helpers
    for first in sorted(verbs(line)):
        whole = told_until(line, first)
        if line.words[first].normal not in helpers and first < whole and line.clauses[first] == line.clauses[first + 1]:
            lasts = endings(line, first + 1, whole)
            yield from (words_of(line, first, last) for last in lasts if last < first + _DEED)


def _may_be(line: Line) -> frozenset[int]:
    """Return where single words stand that may be verbs."""
    return frozenset(
        g.first for g in line.view.page.groups_of(line.place) if g.first == g.last and g.terms[0][:2] == "p."
    )


def _with_joined(line: Line, ends: AbstractSet[int]) -> Iterator[Span]:
    """Yield each run of words between some, alone and with the one that is joined to it."""
    runs = list(_runs(line, ends))
    for i, (first, last) in enumerate(runs):
        yield words_of(line, first, last)
        after = runs[i + 1] if i + 1 < len(runs) else None
        if after and after[0] - last <= _JOINT and _joins(line, last + 1, after[0]):
            yield words_of(line, first, after[1])


def _joins(line: Line, at: int, behind: int) -> bool:
    """Tell whether a preposition, and small words behind it, stand before a word and join it to the one before."""
    small = load(line.view.found.language).about.function_words
    joined = line.words[at].normal in load(line.view.found.language).facts.prepositions
    within = line.clauses[behind] == line.clauses[at - 1]
    return joined and within and all(line.words[i].normal in small for i in range(at + 1, behind))


def _is_marked(line: Line, at: int) -> bool:
    """Tell whether a quotation mark or dash stands before a word, and not the sign of an owner: "lenders’ money"."""
    gap = line.view.text[line.words[at - 1].end : line.words[at].start]
    whose = gap == "’ " and "‘" not in line.view.text[line.sentence.span.start : line.words[at].start]
    return not whose and not _MARKS.isdisjoint(gap)


def _runs(line: Line, ends: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each run of words that are neither small nor `ends`, within one clause."""
    small = frozenset(load(line.view.found.language).about.function_words)
    first = None
    for at, word in enumerate(line.words):
        edge = at > 0 and (line.clauses[at] != line.clauses[at - 1] or _is_marked(line, at))
        stops = word.normal in small or at in ends
        if first is not None and (edge or stops):
            if at - first <= _NOUN:
                yield first, at - 1
            first = None
        if first is None and not stops:
            first = at
    if first is not None and len(line.words) - first <= _NOUN:
        yield first, len(line.words) - 1


def features(question: Question, line: Line, first: int, last: int) -> dict[str, float]:
    """Return the features of words whose kind says little of what they are."""
    return {
        **edges.features(line, first, last),
        **job(question, line, first, last),
        "thing long": math.log(last - first + 1),
    }


def asks_for_deed(question: Question) -> bool:
    """Tell whether a question asks what somebody does: "what will she *do* with the prize"."""
    return question.wanted == "thing" and _asks_for_deed(question.text, question.language)


@lru_cache(maxsize=1024)
def _asks_for_deed(text: str, code: str) -> bool:
    language, words = load(code), [word.normal for word in tokens(text)]
    doing = language.questions.classes["doing"]
    return any(word in doing and not _helps(code, words, at) for at, word in enumerate(words))


def _helps(code: str, words: Sequence[str], at: int) -> bool:
    """Tell whether a word only helps a verb: "what *do* they want"."""
    facts, behind = load(code).facts, words[at + 1 : at + 2]
    return words[at] in facts.before_plain and not facts.helpers.union(facts.prepositions).issuperset(behind)


def job(question: Question, line: Line, first: int, last: int) -> dict[str, float]:
    """Return 1 where words say what somebody is and that is asked for, "her old *job*", -1 where they do not."""
    if not _asks_for_job(question.text, question.language):
        return {}
    places = line.once("role words", lambda: _role_words(line))
    return {"job": 1.0 if any(first <= at <= last for at in places) else -1.0}


@lru_cache(maxsize=1024)
def _asks_for_job(text: str, code: str) -> bool:
    jobs = load(code).questions.classes["job"]
    return any(word.normal in jobs for word in tokens(text))


def _role_words(line: Line) -> frozenset[int]:
    """Return where words stand that say what somebody is, "a *chemistry teacher*"."""
    groups = line.view.page.groups_of(line.place)
    return frozenset(group.last for group in groups if any(concepts.roles(term) == "role" for term in group.terms))
