"""From a question to a reply: read it, find articles, look in them for what is wanted, choose."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, NamedTuple, Protocol

from newsqa.answer import (
    definitions,
    factoids,
    headings,
    holders,
    passages,
    quotations,
    reasons,
    reported,
    roles,
    sayers,
    subjects,
    yesno,
)
from newsqa.answer.naming import tells_of
from newsqa.answer.page import opened
from newsqa.answer.parse import NUMERIC, parse
from newsqa.answer.reading import Asked, read
from newsqa.answer.view import View
from newsqa.answer.wants import together
from newsqa.explanation import Explanation, Weighed
from newsqa.model import Answer, Question, Reply, Span, Wanted
from newsqa.store.protocol import Store
from newsqa.text.words import normalise

_SHOWN = 5  # answers at most
_LISTED = 10  # the same, of what one sentence lists
_CLOSEST = 3  # are shown where nothing answers
_TRUSTED = 0.12  # from which a candidate answers, where its path does not say otherwise
_TRUSTED_ALONE = 0.17  # the same, where who asks has chosen the article, on every path
_MAY_BE = 0.3  # how likely a question must be for someone's words, to be read so where that someone speaks
_NUMBERED = 0.1  # how likely a question must be for a number, to be read so where it seems to be for nobody's words
_SECOND = 0.15  # how likely what a question may want too must be, to be looked for where nothing answers
_DESCRIBED: frozenset[Wanted] = frozenset({"thing", "place", "person", "organisation"})  # wants that a sort may tell
_APART: frozenset[Wanted] = frozenset({"thing", "yesno", "person", "place"})  # wants that are not read as for things
_WHO: frozenset[Wanted] = frozenset({"person", "organisation"})  # wants that ask for somebody else
_EXPLAINED = 8  # candidates are shown with what they are made of


class Item(Protocol):
    """A candidate: its score, and what that is made of."""

    @property
    def score(self) -> float:
        """Return the score, comparable within one question."""

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of, by name."""


@dataclass(frozen=True)
class Path:
    """One way to an answer: how candidates are found, which of them answer, what each says, and how far it is trusted.

    From a trust of `least` on a candidate answers: a wrong yes misleads more than a second reason.
    """

    name: str
    find: Callable[[Question, Asked, Sequence[View]], Sequence[Any]]
    chosen: Callable[[Sequence[Any], float], Sequence[Any]]
    answer: Callable[[Question, Any], Answer]
    least: float = _TRUSTED


_QUOTATIONS = Path("quotations", quotations.find, quotations.chosen, quotations.answer, 0.15)
_REPORTED = Path("reported", reported.find, quotations.chosen, quotations.answer, reported.LEAST)
_YES_OR_NO = Path("yes or no", yesno.find, yesno.chosen, yesno.answer, 0.1)
_REASONS = Path("reasons", reasons.find, reasons.chosen, reasons.answer, 0.07)
_ROLES = Path("roles", roles.find, roles.chosen, roles.answer)
_DEFINITIONS = Path("definitions", definitions.find, definitions.chosen, definitions.answer)
_SUBJECTS = Path("described", subjects.find, subjects.chosen, definitions.answer)
_HOLDERS = Path("holders of a role", holders.find, holders.chosen, holders.answer)
_SAYERS = Path("speakers", sayers.find, sayers.chosen, sayers.answer)
_FACTOIDS = Path("spans", factoids.find, factoids.chosen, factoids.answer)
# What is wanted decides the path; everything else is looked for among the spans of the sentences.
_PATHS: dict[Wanted, Path] = {
    "quotation": _QUOTATIONS,
    "yesno": _YES_OR_NO,
    "reason": _REASONS,
    "role": _ROLES,
    "definition": _DEFINITIONS,
}


class Sought(NamedTuple):
    """A question as it was read, where to look, the path that its kind takes, and whether one article was chosen."""

    question: Question
    asked: Asked
    views: list[View]
    path: Path
    alone: bool

    @property
    def least(self) -> float:
        """Return the trust from which a candidate answers."""
        return _TRUSTED_ALONE if self.alone else self.path.least


class After(NamedTuple):
    """What was said before a question: the answers to leave out, and the name in it that took another's place."""

    told: tuple[str, ...] = ()
    named: str | None = None


def answer(store: Store, scope: str, text: str, article: str | None = None, after: After | None = None) -> Reply:
    """Return what the archive of `scope` says to the question, within one article where one is named."""
    started = time.perf_counter()
    sought, found, good = _looked(seek(store, scope, text, article))
    told, named = after or After()
    said = [sought.path.answer(sought.question, item) for item in good]
    of_it = [one for one in said if named is None or tells_of(one, sought.views, sought.question, named)]
    new = [one for one in of_it if not _is_told(one, told)]
    answers = _distinct(new, min(max(_SHOWN, _together(new)), _LISTED))
    closest = () if of_it else _distinct((sought.path.answer(sought.question, item) for item in found), _CLOSEST)
    return Reply(
        question=text,
        language=sought.question.language,
        found=bool(answers),
        answers=answers,
        closest=closest,
        took_ms=round((time.perf_counter() - started) * 1000, 2),
    )


def _is_told(one: Answer, told: Iterable[str]) -> bool:
    """Tell whether an answer was given before, or one that shares words with it: "Tom Reed", "Mayor Tom Reed"."""
    return any(_shares(one, normalise(one.text), words) for words in told)


def _shares(one: Answer, text: str, words: str) -> bool:
    before, at = normalise(words), one.evidence.words.find(words)
    if f" {before} " in f" {text} " or f" {text} " in f" {before} ":
        return True
    start = one.evidence.span.start + at
    return at >= 0 and one.span is not None and one.span.meets(Span(start=start, end=start + len(words)))


def _looked(sought: Sought) -> tuple[Sought, Sequence[Any], Sequence[Any]]:
    """Return the reading that answers, with its candidates and those that answer; the likeliest where none does."""
    first = None
    for reading in _readings(sought):
        found = reading.path.find(reading.question, reading.asked, reading.views)
        good = reading.path.chosen(found, reading.least)
        first = first or (reading, found, good)
        if good:
            return reading, found, good
    return first or (sought, (), ())


def _readings(sought: Sought) -> Iterator[Sought]:
    """Yield the question as it was read, and as it may be read too, the likelier first; yes or no is no way out."""
    yield sought
    if sought.path is _ROLES:  # who someone is may be said as what something is
        yield sought._replace(path=_DEFINITIONS)
    if sought.path is _DEFINITIONS and not sought.question.kind:  # what something is, no other words tell
        return
    named = sought.path is _ROLES and any(roles.knows(sought.question.terms, view) for view in sought.views)
    others = {sought.question.wanted, "yesno", *(_WHO if named else ())}
    for wanted, share in sorted(together(sought.question.likely).items(), key=lambda pair: -pair[1]):
        if wanted not in others and share >= _SECOND:
            question = parse(sought.question.text, wanted)
            path = _path(question, sought.asked, sought.views)
            if path is not sought.path:
                yield sought._replace(question=question, path=path)


def explain(store: Store, scope: str, text: str, article: str | None = None) -> Explanation:
    """Return how the question is read, where is looked, and what each candidate's score is made of."""
    sought, found, chosen = _looked(seek(store, scope, text, article))
    good = list(chosen)
    shown = [*good, *(item for item in found if item not in good)][:_EXPLAINED]
    return Explanation(
        question=sought.question,
        path=sought.path.name,
        articles=tuple((view.page.stored.article.id, round(view.share, 2)) for view in sought.views),
        candidates=tuple(_weighed(sought, item, answers=item in good) for item in shown),
    )


def seek(store: Store, scope: str, text: str, article: str | None) -> Sought:
    """Return the question as it is read, with where to look and the path that it takes."""
    with store.unchanging():  # an article that is found can be opened, though another process deletes it meanwhile
        return _sought(store, scope, text, article)


def _sought(store: Store, scope: str, text: str, article: str | None) -> Sought:
    question = parse(text)
    asked = read(text, question.language)
    found = [passages.Passage(article, 0.0)] if article else passages.likely(store, scope, asked)
    near = found if question.wanted == "yesno" else passages.telling(found)  # what one affirms another may deny
    alone, ahead = article is not None, passages.ahead(found)
    views = [
        View(
            opened(store.get_article(scope, one.article)),
            one.score,
            question.language,
            alone,
            ahead * (one is found[0]),
        )
        for one in near
    ]
    question = (
        _listing(question, asked, views)
        or _spoken(question, asked, views)
        or _unspoken(question, asked, views)
        or _called(question, views)
        or question
    )
    return Sought(question, asked, views, _path(question, asked, views), alone)


def _listing(question: Question, asked: Asked, views: Sequence[View]) -> Question | None:
    """Return the question as one for things, where a row of what it names answers best: "tiga *tuntutan*, yakni …"."""
    other = None if question.wanted in _APART else parse(question.text, "thing")
    best = factoids.find(other, asked, views)[:1] if other and headings.asks(other) else []
    return other if other and any(headings.heads(other, *one.item) for one in best) else None


def _spoken(question: Question, asked: Asked, views: Sequence[View]) -> Question | None:
    """Return the question as one for someone's words, where it may be and that someone speaks."""
    plain = question.form or not any(view.found.quotes for view in views)
    may_be = question.wanted != "quotation" and not plain and question.odds("quotation") >= _MAY_BE
    other = parse(question.text, "quotation") if may_be else None
    best = quotations.find(other, asked, views)[:1] if other else []
    return other if best and best[0].features["sure speaker"] else None


def _unspoken(question: Question, asked: Asked, views: Sequence[View]) -> Question | None:
    """Return a question that may be for words as one for a number: of a noun that has one, or where nobody speaks."""
    odds = together(question.likely).get("number", 0.0)
    if question.wanted != "quotation" or any(question.spoken) or odds < _NUMBERED:
        return None
    best = () if NUMERIC.issuperset(question.expects or ("",)) else quotations.find(question, asked, views)[:1]
    return None if any(one.features["sure speaker"] for one in best) else parse(question.text, "number")


def _called(question: Question, views: Sequence[View]) -> Question | None:
    """Return the question as one for who somebody is, where it says only the name of one whom an article knows."""
    may_be = question.wanted == "person"
    return parse(question.text, "role") if may_be and any(roles.knows(question.terms, view) for view in views) else None


def _path(question: Question, asked: Asked, views: Sequence[View]) -> Path:
    """Return the path that a kind of question takes; who is asked for without a verb may be the holder of a role."""
    if (
        question.wanted == "person"
        and not (question.asked and question.predicate)
        and holders.find(question, asked, views)
    ):
        return _HOLDERS
    if question.wanted in _WHO and sayers.asks(question) and sayers.knows(question, asked, views):
        return _SAYERS
    if question.wanted in _DESCRIBED and subjects.find(question, asked, views):
        return _SUBJECTS
    if reported.find(question, asked, views):
        return _REPORTED
    return _PATHS.get(question.wanted, _FACTOIDS)


def _weighed(sought: Sought, item: Item, *, answers: bool) -> Weighed:
    parts = {name: round(value, 3) for name, value in item.parts.items()}
    return Weighed(answer=sought.path.answer(sought.question, item), answers=answers, parts=parts)


def _together(answers: Sequence[Answer]) -> int:
    """Return how many of the first answers stand in one sentence."""
    return sum(1 for _ in takewhile(lambda one: one.evidence == answers[0].evidence, answers))


def _distinct(answers: Iterable[Answer], most: int) -> tuple[Answer, ...]:
    """Return the first answers of which none says again, or overlaps, an earlier one."""
    kept: list[Answer] = []
    for one in answers:
        if len(kept) == most:
            break
        if not any(_again(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _again(one: Answer, other: Answer) -> bool:
    if one.span is None or other.span is None:
        return one.evidence == other.evidence
    same_place = one.evidence.article.id == other.evidence.article.id and one.span.meets(other.span)
    return same_place or normalise(one.text) == normalise(other.text)
