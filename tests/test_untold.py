"""An article may say that it does not tell something: what is not known, or not told, yet."""

import pytest

from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.untold import yet
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

UNTOLD = [
    ("en", "name of the porter held", "Police held a porter, who has not been named.", True),
    ("en", "name of the porter held", "Police held a porter, Nils Berg.", False),
    ("id", "hasil uji air sumur", "Hasil uji air sumur itu belum diumumkan.", True),
    ("id", "hasil uji air sumur", "Hasil uji air sumur itu mengandung timbal.", False),
]


def view(code: str, text: str) -> View:
    article = Article(id="a", text=text, language=code)  # type: ignore[arg-type]
    return View(Page(Stored(article=article, extraction=extract(article))), asked_in=code)


@pytest.mark.parametrize(("code", "asked", "text", "untold"), UNTOLD, ids=[case[2] for case in UNTOLD])
def test_what_is_not_told_yet_is_told(code: str, asked: str, text: str, untold: bool) -> None:
    assert (yet(view(code, text), parse(asked).terms) > 0) == untold
