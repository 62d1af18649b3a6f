"""A day that a question names is met by an article of that day, which need not say it."""

import datetime as dt
from pathlib import Path

import pytest

from newsqa.answer.parse import parse
from newsqa.model import Article
from newsqa.newsroom import Newsroom

FIRST = "Sebanyak 149 pengungsi ditampung di gedung itu. Bupati Rini Astuti meninjau dapur umum."
LATER = "Sebanyak 96 pengungsi masih ditampung di gedung itu. Bupati Rini Astuti memulangkan sisanya pekan depan."
CASES = [
    ("jumlah pengungsi per 21 januari", "149"),
    ("jumlah pengungsi per selasa 21 jan 2025", "149"),
    ("how many refugees as of jan 21", "149"),
    ("how many refugees as of 10 february", "96"),
    ("brp pengungsi tgl 10/2", "96"),
]


@pytest.mark.parametrize(("question", "answer"), CASES)
def test_an_article_of_the_day_answers(tmp_path: Path, question: str, answer: str) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    days = (
        ("first", FIRST, dt.datetime(2025, 1, 21, tzinfo=dt.UTC)),
        ("later", LATER, dt.datetime(2025, 2, 10, tzinfo=dt.UTC)),
    )
    for name, text, day in days:
        newsroom.add(Article(id=name, text=text, language="id", published=day))
    assert answer in newsroom.ask(question).answers[0].text


def test_the_words_of_a_day_are_terms_of_that_day() -> None:
    terms = parse("brp pengungsi per 21 jan 2025").terms
    assert [term for group in terms for term in group if term.startswith("d.")] == ["d.21 jan 2025"] * 3
