"""What two cues report together is one quotation, and an article is of what its opening tells."""

from __future__ import annotations

import pytest

from newsqa.answer import topics
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore

_MOST = 0.5
MESSAGE = "Ida Moss said in a text message that he had gone."
HARBOUR = "The old harbour wall gave way. Boats sank. It rained. Nobody came. Ida Moss said the cranes were safe."


def test_words_that_two_cues_report_are_kept_once() -> None:
    newsroom = Newsroom(MemoryStore())
    newsroom.add_row({"id": "a", "text": MESSAGE})
    quotes = newsroom.show("a").extraction.said
    assert [quote.words.of(MESSAGE) for quote in quotes] == ["he had gone"]


@pytest.mark.parametrize(("question", "is_of_it"), [("Moss on the harbour wall", True), ("Moss on cranes", False)])
def test_an_article_is_of_what_its_first_sentences_tell(question: str, *, is_of_it: bool) -> None:
    newsroom = Newsroom(MemoryStore())
    newsroom.add_row({"id": "a", "text": HARBOUR})
    view = View(Page(newsroom.show("a")), 1.0, "en")
    assert (topics.opening(view, parse(question).topic) > _MOST) == is_of_it


def test_what_many_sentences_tell_is_told_widely() -> None:
    newsroom = Newsroom(MemoryStore())
    newsroom.add_row({"id": "a", "text": "The harbour closed. The harbour flooded. " * 3 + "A crane fell."})
    view = View(Page(newsroom.show("a")), 1.0, "en")
    harbour, crane = (topics.widely(view, parse(f"Moss on the {word}").topic) for word in ("harbour", "crane"))
    assert harbour > crane
