"""What is loaded before the first question, so that nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from newsqa.answer import weights
from newsqa.answer.page import opened
from newsqa.answer.speakers import heard_of
from newsqa.answer.view import View
from newsqa.languages import CODES, load
from newsqa.model import Answer
from newsqa.newsroom import Newsroom
from newsqa.text import kin

_NOTHING = "0"  # a question in no language
_WORDS = 6  # of a title are asked for
_NEWEST = 40  # articles that are opened beforehand, about 30 ms each: most of what is asked is about them
_YOUNG = 50_000  # new objects that are walked at once, in a few milliseconds
_SELDOM = 100  # of such walks are made before older objects are walked again, for a tenth of a second


def warm(newsroom: Newsroom) -> None:
    """Load what answering needs, and let the garbage collector leave it alone: walking it all takes 75 ms.

    What answering makes goes by itself when nothing needs it any more: little is left to collect.
    """
    newsroom.ask(_NOTHING)
    weights.load()
    weights.judging()
    kin.prepare()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _SELDOM, _SELDOM)


def rehearse(newsroom: Newsroom) -> None:
    """Open the newest articles, and ask each kind of question in each language, where many questions will be asked."""
    newest = newsroom.lookups.latest(_NEWEST)
    for question in _questions(newest[0].text if newest else _NOTHING):
        newsroom.ask(question)
    for one in newest:
        _open(newsroom, one)
    warm(newsroom)


def _open(newsroom: Newsroom, one: Answer) -> None:
    """Look into an article: its words, and those who are quoted in it."""
    article = one.evidence.article.id
    view = View(opened(newsroom.show(article)))
    for place in range(len(view.sentences)):
        view.page.groups_of(place)
    for quote in view.page.said:
        heard_of(view, quote)
    newsroom.ask(_about(one.text), article=article)


def _questions(title: str) -> Iterator[str]:
    for code in CODES:
        yield from (f"{forms[0]} {_about(title)}" for forms in load(code).asking.askers.values())


def _about(title: str) -> str:
    return " ".join(title.split()[:_WORDS])
