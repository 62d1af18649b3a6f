"""What cannot be meant at once: who asks for one is not answered by a sentence that has another in its place."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.topics import contrary
from newsqa.answer.view import Group, View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.newsroom import Newsroom
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
    ("budi divonis berapa tahun", "Budi terancam hukuman maksimal 12 tahun penjara.", True),
    ("budi divonis berapa tahun", "Jaksa menuntut Budi dengan hukuman sembilan tahun penjara.", True),
    ("budi divonis berapa tahun", "Budi divonis enam tahun penjara, tiga tahun di bawah tuntutan jaksa.", False),
    ("how many years was marsh sentenced to", "Marsh faces up to nine years in prison.", True),
    ("how many years in prison does marsh face", "Marsh faces up to nine years in prison.", False),
]


@pytest.mark.parametrize(("question", "text", "is_contrary"), CASES)
def test_another_in_the_place_of_what_is_asked_for_is_seen(question: str, text: str, is_contrary: bool) -> None:
    article = Article(id="one", text=text)
    asked = parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=asked.language)
    assert (contrary(view, asked.terms, 0) > 0) == is_contrary


def seen(text: str, asked: str) -> tuple[View, Sequence[Group]]:
    article, question = Article(id="one", text=text), parse(asked)
    return View(Page(Stored(article=article, extraction=extract(article))), asked_in=question.language), question.terms


def test_what_may_be_said_of_both_says_neither_beside_the_contrary() -> None:
    view, (name, verb, *_) = seen("Budi terancam hukuman 12 tahun penjara.", "budi divonis berapa tahun")
    assert view.places(name)
    assert not view.places(verb)
    assert [m.group for m in Line(view, 0, (name, verb)).matches] == [0]
    view, (name, verb, *_) = seen("Budi mendapat hukuman 12 tahun penjara.", "budi divonis berapa tahun")
    assert view.places(verb)


def test_every_concept_is_one_of_the_lexicon_or_the_calendar_and_tells_the_sides_apart_or_stands_on_all() -> None:
    for sides in SETS:
        assert all(by_id(term) or term[0] in "mw" for side in sides for term in side)
        told = [term for side in sides for term in side if not all(term in other for other in sides)]
        assert len(set(told)) == len(told)


def test_what_is_contrary_is_so_both_ways() -> None:
    assert all(
        one in contraries((other,))
        for sides in SETS
        for a in sides
        for b in sides
        if a != b
        for one in {*a} - {*b}
        for other in {*b} - {*a}
    )


ASKED = [
    ("id", "budi divonis berapa tahun", "Budi terancam hukuman maksimal 12 tahun penjara.", []),
    ("id", "budi divonis berapa tahun", "Hakim memvonis Budi enam tahun penjara.", ["enam tahun"]),
    ("en", "how many years was marsh sentenced to", "Helen Marsh faces up to nine years in prison.", []),
    ("en", "how many years does marsh face", "Helen Marsh faces up to nine years in prison.", ["up to nine years"]),
]


@pytest.mark.parametrize(("code", "asked", "text", "told"), ASKED, ids=[case[2] for case in ASKED])
def test_a_sentence_that_says_otherwise_is_shown_as_the_closest_at_most(
    code: Literal["id", "en"], asked: str, text: str, told: list[str], tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="one", text=text, language=code))
    assert [one.text for one in newsroom.ask(asked).answers] == told
