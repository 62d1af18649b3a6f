"""What a yes/no question measures: a smaller part than it asks about, another amount, day or way speaks for a no."""

from __future__ import annotations

import datetime as dt

import pytest

from newsqa.answer import measured
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.languages import CODES, load
from newsqa.model import Article
from newsqa.store.protocol import Stored

CASES = [
    ("were all five elephants moved", "Four of the five elephants were moved.", "another part", 1.0),
    ("were all five elephants moved", "All the elephants were moved.", "another part", -1.0),
    ("were all the dogs moved", "Only the young dogs were moved.", "another part", 1.0),
    ("were the dogs moved", "Only the young dogs were moved.", "another part", 0.0),
    ("apakah semua tahanan dipulangkan", "Dari 17 orang yang ditahan, 14 sudah dipulangkan.", "another part", 1.0),
    ("apakah semua nelayan sehat", "Semuanya sehat, kecuali Idrus.", "another part", 1.0),
    ("have most dogs been vaccinated", "31 percent of the dogs were vaccinated.", "another part", 1.0),
    ("sirup itu kebanyakan sudah ditarik?", "Sebanyak 104 dari 112 botol sudah ditarik.", "another part", -1.0),
    ("did he swim it in under seven hours", "He swam it in eight hours.", "another amount", 1.0),
    ("did he swim it in under seven hours", "He swam it in 400 minutes.", "another amount", -1.0),
    ("did he swim it in under seven hours", "He swam it in seven hours 11 minutes.", "another amount", 0.0),
    ("utangnya lebih dari Rp 100 juta?", "Utangnya Rp 87 juta.", "another amount", 1.0),
    ("laba bank naik 12 persen?", "Laba bank tumbuh 9 persen.", "another amount", 1.0),
    ("laba bank naik 12 persen?", "Laba bank tumbuh 12 persen.", "another amount", -1.0),
    ("did three dogs die", "Two cats and a man died.", "another amount", 0.0),
    ("apakah sekolah masuk 1 Juli", "Schools reopen on July 15.", "another day", 1.0),
    ("apakah sekolah masuk 1 Juli", "Schools reopen on July 1.", "another day", -1.0),
    ("saham itu naik?", "The shares closed 2.7% down.", "another way", 1.0),
    ("are sales up on last year", "Penjualan naik.", "another way", -1.0),
    ("are sales up on last year", "Sales went on.", "another way", 0.0),
]
SORTS = ("every", "most_of", "half_of", "but_for", "rises", "falls", "over", "under")


@pytest.mark.parametrize(("question", "text", "sign", "told"), CASES)
def test_a_sentence_that_measures_otherwise_speaks_for_a_no(question: str, text: str, sign: str, told: float) -> None:
    article, asked = Article(id="one", text=text, published=dt.datetime(2025, 6, 4, tzinfo=dt.UTC)), parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=asked.language)
    line = Line(view, 0, asked.terms)
    assert measured.against(asked, line)[sign] == told


@pytest.mark.parametrize("code", CODES)
def test_no_word_measures_in_two_ways(code: str) -> None:
    words = [word for sort in SORTS for word in load(code).questions.classes[sort]]
    assert len(words) == len(set(words))
