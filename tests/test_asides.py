"""Which words are one clause where an aside or another clause breaks into it."""

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

# Each word of the clause that the sentence begins with, where it goes on behind what breaks into it.
WHOLE = [
    ("en", "A third man, trader Rosa Dewi, was acquitted.", "A third man trader Rosa Dewi was acquitted"),
    ("en", "The court found Tom Reed, 51, guilty.", "The court found Tom Reed 51 guilty"),
    ("en", "Deputy mayor Ida Moss, who said no, accused the mayor.", "Deputy mayor Ida Moss accused the mayor"),
    ("id", "Korban, Ermanto, selamat dengan luka.", "Korban Ermanto selamat dengan luka"),
    ("id", "Dewan Kota (DK) Larum menolak usul itu.", "Dewan Kota DK Larum menolak usul itu"),
    ("id", "Menteri Rini Astuti, yang meninjau tenda, berjanji datang.", "Menteri Rini Astuti berjanji datang"),
]  # fmt: skip
# Rows, and clauses that another comes behind, are parted as they are.
PARTED = [
    ("en", "He met Ana Ruiz, Ida Moss and Tom Reed, and left.", "He met Ana Ruiz"),
    ("id", "Tim melibatkan KM Wolio, dua kapal Polairud, dan perahu.", "Tim melibatkan KM Wolio"),
    ("en", "Ana Ruiz won, who had trained for it.", "Ana Ruiz won"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "words"), WHOLE + PARTED, ids=[case[1] for case in WHOLE + PARTED])
def test_a_clause_goes_on_behind_what_breaks_into_it(code: str, text: str, words: str) -> None:
    article = Article.model_validate({"id": "a", "text": text, "language": code})
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, article.language or "id")
    line = Line(view, 0, [])
    first = [word.text for word, number in zip(line.words, line.joined, strict=True) if not number]
    assert " ".join(first) == words
