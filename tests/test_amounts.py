"""A number is known by what it was before or is now: what changed from, and what was so at another time."""

import pytest

from newsqa.answer import amounts
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

FELL = "Attendance fell to 36,500 from 44,000 a year earlier."
SOTO = "Dinas kebersihan mengangkut 9,4 ton sampah, lebih banyak dari tahun lalu yang 5,1 ton."
CASES = [
    ("how many people attended", FELL, "was", [0, 1]),
    ("how many people attended", FELL, "earlier", [0, -1]),
    ("how many people attended a year earlier", FELL, "earlier", [-1, 1]),
    ("berapa ton sampah diangkut", SOTO, "earlier", [0, -1]),
    ("berapa ton sampah tahun lalu", SOTO, "earlier", [-1, 1]),
]


@pytest.mark.parametrize(("question", "text", "sign", "told"), CASES)
def test_what_was_so_at_another_time_is_told_from_what_is(
    question: str, text: str, sign: str, told: list[float]
) -> None:
    article, asked = Article(id="a", text=text), parse(question)
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, "en"), 0, asked.terms)
    found = [(one, *line.within(one.span)) for one in candidates(line, frozenset(("number",)))]
    assert [amounts.features(asked, line, one, first, last)[sign] for one, first, last in found] == told
