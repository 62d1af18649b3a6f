"""An article may say that it does not tell something: who says nothing, and what is not known yet."""

import pytest

from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.silence import kept
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

SILENT = [
    ("en", "what did ida moss say about the ferry", "Ida Moss could not be reached on Monday.", True),
    ("en", "what did ida moss say about the ferry", "Ida Moss has not replied to two letters.", True),
    ("en", "what did ida moss say about the ferry", "Ida Moss said the ferry was old.", False),
    ("en", "what did nils berg say about the ferry", "Ida Moss declined to comment.", False),
    ("id", "apa kata rini astuti soal feri", "Rini Astuti belum memberikan tanggapan soal feri itu.", True),
    ("id", "apa kata rini astuti soal feri", "Camat Rini Astuti tidak hadir karena bertugas di luar kota.", True),
    ("id", "apa kata rini astuti soal feri", "Rini Astuti menyebut feri itu tua.", False),
]  # fmt: skip
UNTOLD = [
    ("en", "name of the porter held", "Police held a porter, who has not been named.", True),
    ("en", "name of the porter held", "Police held a porter, Nils Berg.", False),
    ("id", "hasil uji air sumur", "Hasil uji air sumur itu belum diumumkan.", True),
    ("id", "hasil uji air sumur", "Hasil uji air sumur itu mengandung timbal.", False),
]


def view(code: str, text: str) -> View:
    article = Article(id="a", text=text, language=code)  # type: ignore[arg-type]
    return View(Page(Stored(article=article, extraction=extract(article))), asked_in=code)


@pytest.mark.parametrize(("code", "asked", "text", "silent"), SILENT, ids=[case[2] for case in SILENT])
def test_who_says_nothing_is_told(code: str, asked: str, text: str, silent: bool) -> None:
    assert (kept(view(code, text), parse(asked).speaker, "silent") > 0) == silent


@pytest.mark.parametrize(("code", "asked", "text", "untold"), UNTOLD, ids=[case[2] for case in UNTOLD])
def test_what_is_not_told_yet_is_told(code: str, asked: str, text: str, untold: bool) -> None:
    assert (kept(view(code, text), parse(asked).terms, "untold") > 0) == untold
