"""A number is given with what it counts or measures, as far as its noun or its short clause goes."""

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

CASES = [
    ("en", "The pills were part of a 90-kilogram haul seized in May.", ["90-kilogram haul"]),
    ("en", "A 30-strong team searched the 9-storey tower.", ["30-strong team", "9-storey tower"]),
    ("en", "The convoy had 80 drivers, including 20 from Portugal.", ["80 drivers", "20 from Portugal"]),
    ("en", "Then 38 kilograms of rice vanished from the room.", ["38 kilograms of rice"]),
    ("en", "Some 37 of Torvik's 80 drivers resigned.", ["Some 37", "80 drivers"]),
    ("id", "Ada 70 penyelam, 18 di antaranya perempuan.", ["70 penyelam", "18 di antaranya perempuan"]),
    ("id", "Selain itu, 24 penumpang luka berat dan 12 luka ringan.", ["24 penumpang luka berat", "12 luka ringan"]),
    ("id", "Sedikitnya 19 penerbangan dibatalkan.", ["Sedikitnya 19 penerbangan"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "numbers"), CASES, ids=[case[1] for case in CASES])
def test_a_number_stands_with_what_it_is_of(code: str, text: str, numbers: list[str]) -> None:
    article = Article(id="a", text=text, language=code)
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, code), 0, ())
    assert [one.span.of(text) for one in candidates(line, frozenset(("number",)))] == numbers
