"""How the bot shows an answer: no quotation marks around what an article only retells, a day told once."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.view.answers import found
from newsqa.model import Answer, AnswerKind, Article, Evidence, Span
from newsqa.newsroom import enclosed

SENTENCES = [
    ('"Panen [mundur sebulan]," kata Wira.', True),
    ('"[Panen mundur sebulan]," kata Wira.', True),
    ("“[Panen mundur. Benih sudah ditanam]”", True),
    ("‘[The harvest is late],’ Wira said.", True),
    ("''[Panen mundur]'' katanya.", True),
    ('Kata Wira: "Maaf. [Panen mundur!]"', True),
    ("Wira mengatakan [panen mundur sebulan].", False),
    ('Wira mengatakan [panennya "mundur sebulan"].', False),
    ('Wira mengatakan [panennya "mundur sebulan]".', False),
    ('Wira menyebutnya "[mundur sebulan]".', True),
    ("Wira said that it was [the farmers]' harvest.", False),
]


def marked(text: str) -> tuple[str, Span]:
    """Return a text without its brackets, and what stood between them."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(start=start, end=end)


def shown(text: str, kind: AnswerKind, day: dt.date | None = None, language: str = "id") -> str:
    whole, span = marked(text)
    evidence = Evidence(article=Article(id="a", text=whole), span=Span(start=0, end=len(whole)))
    answer = Answer(text=span.of(whole), kind=kind, status="said", evidence=evidence, score=1, span=span, day=day)
    return found([answer], language).partition("\n")[0]


@pytest.mark.parametrize(("text", "stands"), SENTENCES)
def test_words_stand_in_marks_where_a_mark_is_right_beside_them(text: str, stands: bool) -> None:
    assert enclosed(*marked(text)) is stands


def test_only_what_the_article_has_in_marks_is_shown_in_marks() -> None:
    assert shown('"[Panen mundur sebulan]," kata Wira.', "quote") == "<b>“Panen mundur sebulan”</b>"
    assert shown("Wira mengatakan [panen mundur sebulan].", "quote") == "<b>panen mundur sebulan</b>"


@pytest.mark.parametrize(
    ("words", "language", "head"),
    [
        ("4 April", "id", "<b>4 April</b> · 2026"),
        ("4 April", "en", "<b>4 April</b> · 2026"),
        ("Sabtu (4/4)", "id", "<b>Sabtu (4/4)</b> · 4 April 2026"),
        ("4 April 2026", "id", "<b>4 April 2026</b>"),
    ],
)
def test_of_a_day_only_what_the_words_leave_out_is_added(words: str, language: str, head: str) -> None:
    assert shown(f"Panen dimulai [{words}].", "fact", dt.date(2026, 4, 4), language) == head
