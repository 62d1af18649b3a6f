"""Whether a sentence says plainly what a yes/no question asks: a negation counts where the question's words stand."""

from __future__ import annotations

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.polarity import signs
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

CASES = [
    ("did Brenner sell his shares", "Brenner, who sold his shares in November, did not respond.", True),
    ("did Brenner sell his shares", "Brenner never sold his shares.", False),
    ("did Brenner open the pier", "Brenner opened the pier on Monday.", True),
    ("did Marsh comment on the report", "Marsh declined to comment on the report.", False),
    ("did the court refuse bail", "The court refused bail.", True),
    ("was the protest dismissed", "The protest was dismissed.", True),
    ("has Brenner met the unions", "Brenner, who is not a lawyer, met the unions.", True),
    ("apakah Yudi ditahan", "Yudi belum berkomentar; ia ditahan sejak Senin.", True),
    ("apakah Laras mengomentari tuntutan", "Laras menolak mengomentari tuntutan tersebut.", False),
    ("apakah Laras membuka pasar", "Laras membuka pasar itu, tetapi Rini tidak datang.", True),
]


@pytest.mark.parametrize(("question", "text", "plain"), CASES)
def test_a_negation_counts_where_the_words_of_the_question_stand(question: str, text: str, plain: bool) -> None:
    article = Article(id="one", text=text)
    asked = parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=asked.language)
    found = signs(Line(view, 0, asked.terms))
    assert (found["plain"] < 0) == plain


@pytest.mark.parametrize(
    ("question", "refusing"),
    [
        ("did the court refuse bail", True),
        ("laras nolak jaminan?", True),
        ("laras udah ditahan blm", False),
        ("did the court grant bail", False),
        ("was the protest thrown out", True),
        ("apakah protes itu ditolak", True),
    ],
)
def test_a_question_asks_about_a_refusal_where_more_than_its_last_word_says_no(question: str, refusing: bool) -> None:
    assert parse(question).refusing == refusing
