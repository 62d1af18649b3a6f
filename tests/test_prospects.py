"""Of the articles that say most of a question sentences are looked into that say nothing of it."""

import pytest

from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.prospects import looked_into
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

TEXTS = ["The Limpet in Mousehole won a prize on Monday.", "The Limpet was reviewed. It will shut until 5 May."]


@pytest.mark.parametrize(("share", "looked"), [(0.9, True), (0.5, False)])
def test_the_second_article_is_read_further_where_it_says_nearly_as_much(share: float, looked: bool) -> None:
    pages = [Article(id=f"a{i}", text=text, language="en", published="2026-03-01") for i, text in enumerate(TEXTS)]
    shares = zip(pages, (1.0, share), strict=True)
    views = [View(Page(Stored(article=one, extraction=extract(one))), said, "en") for one, said in shares]
    found = looked_into(parse("when does the Limpet in Mousehole reopen"), views)
    assert (("a1", 1) in [(view.page.stored.article.id, place) for _, view, place, _ in found]) == looked
