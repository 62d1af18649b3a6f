"""How a reason hangs on the verb of the question, and what a doubtful word is no reason behind."""

from __future__ import annotations

import pytest

from newsqa.answer import attached, reasons
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.reading import read
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article, Question
from newsqa.store.protocol import Stored


def asked(question: str, text: str) -> tuple[Question, Line]:
    article, parsed = Article(id="one", text=text), parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=parsed.language)
    return parsed, Line(view, 0, parsed.terms)


def clause(question: str, text: str, reason: str, level: str) -> dict[str, float]:
    words, wanted = [w.text for w in asked(question, text)[1].words], reason.split()
    first = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
    return attached.of_clause(*asked(question, text), first, first + len(wanted) - 1, level)


@pytest.mark.parametrize(
    ("question", "text", "near", "far"),
    [
        (
            "why did Brenner resign",
            "Aurelia sank because of ice on the lake and Brenner resigned because of debts.",
            "debts",
            "ice",
        ),
        (
            "kenapa Laras mundur",
            "Rini datang karena penasaran, sedangkan Laras mundur karena utang.",
            "utang",
            "penasaran",
        ),
    ],
)
def test_the_reason_beside_the_verb_is_nearer(question: str, text: str, near: str, far: str) -> None:
    sign = "sure verb close"
    assert clause(question, text, near, "sure")[sign] > clause(question, text, far, "sure")[sign]


def test_a_number_behind_a_doubtful_word_is_marked() -> None:
    text = "Petrol rose to 341 rupees."
    assert clause("why did petrol rise", text, "341 rupees", "weak")["weak number"] == 1
    assert clause("why did petrol rise", text, "341 rupees", "sure")["weak number"] == 0


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("The markers had been washed away.", {"before"}),
        ("She wanted more time for the children.", {"want"}),
        ("The bridge was too weak.", {"extent"}),
        ("Rem truk itu blong.", {"extent"}),
        ("Lena Porto opened a bridge.", set()),
    ],
)
def test_what_is_said_hints_why(text: str, sorts: set[str]) -> None:
    view = asked("why did it break", text)[1].view
    found = attached.hints(view, 0, view.sentences[0].span, "whole")
    assert set(found) == {f"{level}hint {sort}" for sort in sorts for level in ("", "whole ")}


def test_a_reason_is_told_better_elsewhere_unless_its_sentence_or_the_one_before_tells_most() -> None:
    text = "Aurelia closed the Brenner pier. The wood had rotted away. Rini came because of music."
    question, line = asked("why did Aurelia close the Brenner pier", text)
    found = {
        one.text: one.features["told better"]
        for one in reasons.find(question, read(question.text, question.language), [line.view])
    }
    assert found["The wood had rotted away"] < found["music"]
