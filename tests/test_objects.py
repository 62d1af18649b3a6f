"""What follows a verb of the question answers as far as it is told there; words that cut a phrase in two are known."""

import pytest

from newsqa.answer import edges, objects
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

OBJECTS = [
    ("what did Ruarte sell", "Ruarte sold his car, giving the proceeds to a fund.", "his car"),
    ("what was Pelly watching", "Pelly was watching football on his phone when he hit a van.", "football on his phone"),
    ("what does he want", "He wants free pools, sang for an hour.", "free pools"),
    ("apa yang ditanam Abidin", "Abidin menanam kelor di empat sudut rumah.", "kelor"),
    ("apa yang dialami Kerkhoven", "Kerkhoven mengalami patah tulang setelah terjatuh, Jumat (20/6).", "patah tulang"),
    ("badai dipicu apa", "Badai dipicu lontaran massa Matahari pada Senin (12/5) malam.", "lontaran massa Matahari"),
    ("apa istilah yang dipakai terdakwa", '"Terdakwa memakai buah musiman. Itu biasa," kata Yohana.', "buah musiman"),
]
EDGES = [
    ("Kerkhoven mengalami patah tulang selangka.", "tulang selangka", (1, 0)),
    ("Kerkhoven mengalami patah tulang selangka.", "patah tulang", (0, 1)),
    ("Kerkhoven mengalami patah tulang selangka.", "patah tulang selangka", (0, 0)),
    ("She wants a guaranteed start fee for next year.", "start fee", (1, 0)),
    ("Jembatan itu miring akibat longsor tebing.", "longsor tebing", (0, 0)),
]


def line_of(text: str, question: str) -> Line:
    article, asked = Article(id="a", text=text, published=None), parse(question)
    return Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, asked.language), 0, asked.terms)


@pytest.mark.parametrize(("question", "text", "told"), OBJECTS)
def test_what_follows_a_verb_ends_where_something_else_is_told(question: str, text: str, told: str) -> None:
    assert told in [span.of(text) for span in objects.objects(line_of(text, question))]


@pytest.mark.parametrize(("text", "words", "cut"), EDGES)
def test_words_that_cut_a_phrase_in_two_are_known(text: str, words: str, cut: tuple[int, int]) -> None:
    line, start = line_of(text, "apa"), text.index(words)
    first = next(i for i, w in enumerate(line.words) if w.start == start)
    found = edges.features(line, first, first + len(words.split()) - 1)
    assert (found["begins inside"], found["ends inside"]) == cut
