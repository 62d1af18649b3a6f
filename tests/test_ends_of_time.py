"""A time is told as it is asked for: as a limit, as a start, as one to come."""

import pytest

from newsqa.answer import when
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

SCHOOL = "Sekolah diliburkan sampai 3 Maret, kata camat, Senin (3/2)."
PANEL = "The panel, named on 1 February, is to report by 30 March."
APART = "Keduanya tidak serumah sejak Oktober lalu, kata Keisha, Senin (3/2)."
CASES = [
    ("sekolah libur sampe kpn", SCHOOL, "limit", [1, -1]),
    ("deadline for the panel report", PANEL, "limit", [-1, 1]),
    ("deadline for the panel report", PANEL, "ahead of its day", [-1, 1]),
    ("when was the panel named", PANEL, "ahead of its day", [1, -1]),
    ("panel report date", PANEL, "to come", [-1, 1]),
    ("sejak kapan mereka tidak serumah", APART, "start", [1, -1]),
]


YEARS = [
    ("Uji berkala bus itu kedaluwarsa sejak November tahun lalu.", "November tahun lalu"),
    ("The first complaint reached the maker in April last year.", "April last year"),
]


@pytest.mark.parametrize(("text", "time"), YEARS)
def test_a_month_is_told_with_its_year(text: str, time: str) -> None:
    article = Article(id="a", text=text, published="2026-02-04")
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, "en"), 0, ())
    assert [one.span.of(text) for one in candidates(line, frozenset(("time.month",)))] == [time]


@pytest.mark.parametrize(("question", "text", "sign", "told"), CASES)
def test_a_time_is_told_as_it_is_asked_for(question: str, text: str, sign: str, told: list[float]) -> None:
    article, asked = Article(id="a", text=text, published="2026-02-04"), parse(question)
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, "en"), 0, asked.terms)
    found = [(one, line.within(one.span)[0]) for one in candidates(line, frozenset(("time",)))]
    assert [when.told(asked, line, one, first)[sign] for one, first in found] == told


def test_a_month_in_somebodys_name_is_no_time() -> None:
    text = "Harbour master Jun Villaroel said so in June. Mr Villaroel, Jun Villaroel, left."
    found = extract(Article(id="a", text=text, published="2026-02-04"))
    told = [n.span.of(text) for one in found.sentences for n in one.notes if n.kind.startswith("time.")]
    assert told == ["June"]
