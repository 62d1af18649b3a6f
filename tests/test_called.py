"""How something is called is one candidate, whatever its words look like."""

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

CASES = [
    ("en", "The marines were supplied by a boat named Bituin Tres, the navy said.", ["Bituin Tres"]),
    ("id", "Bayi yang lahir di laut itu kini bernama Cut Jangka, pemberian seorang nelayan.", ["Cut Jangka"]),
    ("id", "Polisi menarik sirup merek Batukilin dari pasaran.", ["Batukilin"]),
    ("en", "Six of them will go on display in a show titled “The Long Tide”; the rest stay.", ["The Long Tide"]),
    ("en", "The festival was called off on Monday.", []),
]


@pytest.mark.parametrize(("code", "text", "called"), CASES, ids=[case[1] for case in CASES])
def test_how_something_is_called_is_a_candidate(code: str, text: str, called: list[str]) -> None:
    article = Article(id="a", text=text, language=code)
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, code), 0, ())
    found = candidates(line, frozenset(("complement", "title")))
    assert [one.span.of(text) for one in found if one.kind == "title"] == called
