"""What cannot be meant at once: who asks for one is not answered by a sentence that has another in its place."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.topics import contrary
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored
from newsqa.text.lexicon import by_id
from newsqa.text.relations import contraries

SETS = tomllib.loads((files("newsqa.languages") / "shared" / "contraries.toml").read_text(encoding="utf-8"))["sets"]
CASES = [
    ("siapa pemilik kapal terkecil", "Kapal terbesar itu milik Rini.", True),
    ("siapa pemilik kapal terbesar", "Kapal terbesar itu milik Rini.", False),
    ("who opened the northern gate", "The mayor opened the southern gate.", True),
    ("who opened the northern gate", "The northern gate stands beside the southern gate.", False),
    ("berapa korban luka", "Banjir itu menewaskan lima orang.", True),
    ("did Marsh attend the talks", "Marsh was absent.", True),
    ("was the boy injured in the crash", "The boy was unhurt.", True),
    ("apakah status gunung naik", "Statusnya tetap Waspada.", True),
    ("siapa menteri pertahanan", "The defence minister spoke on Monday.", False),
]


@pytest.mark.parametrize(("question", "text", "is_contrary"), CASES)
def test_another_in_the_place_of_what_is_asked_for_is_seen(question: str, text: str, is_contrary: bool) -> None:
    article = Article(id="one", text=text)
    asked = parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=asked.language)
    assert (contrary(view, asked.terms, 0) > 0) == is_contrary


def test_every_concept_is_one_of_the_lexicon_or_the_calendar_and_stands_on_one_side() -> None:
    for sides in SETS:
        terms = [term for side in sides for term in side]
        assert len(set(terms)) == len(terms)
        assert all(by_id(term) or term[0] in "mw" for term in terms)


def test_what_is_contrary_is_so_both_ways() -> None:
    assert all(
        one in contraries((other,))
        for sides in SETS
        for a in sides
        for b in sides
        if a != b
        for one in a
        for other in b
    )
