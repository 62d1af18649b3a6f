"""From a question to a reply: read it, find articles, look in them for what is wanted, choose."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsqa.answer import factoids, passages, quotations, reasons, yesno
from newsqa.answer.page import opened
from newsqa.answer.parse import parse
from newsqa.answer.reading import Asked, read
from newsqa.answer.view import View
from newsqa.model import Answer, Question, Reply, Wanted
from newsqa.store.protocol import Store

_ARTICLES = 5  # are looked into for one question
_SHOWN = 5  # answers at most
_CLOSEST = 3  # are shown where nothing answers


class Sought(NamedTuple):
    """A question as both readings have it, and the articles to look in."""

    question: Question
    asked: Asked
    views: Sequence[View]


class Found(NamedTuple):
    """What the archive says: what answers, and what only comes close, both best first."""

    answers: list[Answer]
    closest: list[Answer]


def answer(store: Store, scope: str, text: str, article: str | None = None) -> Reply:
    """Return what the archive of `scope` says to the question, within one article where one is named."""
    started = time.perf_counter()
    question = parse(text)
    asked = read(text, question.language)
    likely = [passages.Passage(article, 0.0)] if article else passages.find(store, scope, asked, _ARTICLES)
    views = [View(opened(store.get_article(scope, name)), share, question.language) for name, share in likely]
    found = _PATHS.get(question.wanted, _spans)(Sought(question, asked, views))
    took = (time.perf_counter() - started) * 1000
    return Reply(
        question=text,
        language=question.language,
        found=bool(found.answers),
        answers=tuple(found.answers[:_SHOWN]),
        closest=() if found.answers else tuple(found.closest[:_CLOSEST]),
        took_ms=round(took, 2),
    )


def _quotations(sought: Sought) -> Found:
    spoken = quotations.find(sought.question, sought.views)
    good = quotations.chosen(spoken)
    return Found([quotations.answer(s) for s in good], [quotations.answer(s) for s in spoken])


def _yes_or_no(sought: Sought) -> Found:
    told = yesno.find(sought.question, sought.views)
    answers = [yesno.answer(sought.question, t) for t in told]
    return Found([a for a, t in zip(answers, told, strict=True) if t.answers][:1], answers)


def _reasons(sought: Sought) -> Found:
    given = reasons.find(sought.question, sought.views)
    return Found([reasons.answer(r) for r in given if r.answers], [reasons.answer(r) for r in given])


def _spans(sought: Sought) -> Found:
    ranked = factoids.find(sought.question, sought.asked, sought.views)
    return Found([factoids.answer(r) for r in factoids.chosen(ranked)], [factoids.answer(r) for r in ranked])


_PATHS: dict[Wanted, Callable[[Sought], Found]] = {
    "quotation": _quotations,
    "yesno": _yes_or_no,
    "reason": _reasons,
}
