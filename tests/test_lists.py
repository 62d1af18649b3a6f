"""What a sentence lists together answers together, whatever each item is called."""

from pathlib import Path

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.lists import items, whole
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article, Span
from newsqa.newsroom import Newsroom
from newsqa.store.protocol import Stored

CASES = [
    (
        "id",
        "Banjir melanda Kabupaten Rawa. Tiga desa yang terdampak adalah Desa Lanting, Desa Pauh, dan Desa Kemuning.",
        "desa mana saja yang terdampak banjir?",
        ["Desa Kemuning", "Desa Lanting", "Desa Pauh"],
    ),
    (
        "id",
        "Polisi menyita dua truk, empat karung bawang, dan buku tamu di gudang di Desa Pauh.",
        "apa saja yang disita polisi?",
        ["buku tamu", "dua truk", "empat karung bawang"],
    ),
    (
        "en",
        "The bridge in Torvik was opened on Monday. The bridge was funded by the county and the Halden Trust.",
        "who funded the bridge in Torvik?",
        ["Halden Trust", "the county"],
    ),
    (
        "en",
        "Storm Berit reached Torvik on Monday. The airport, the pier and Torvik Zoo were closed by the storm.",
        "what was closed by storm Berit?",
        ["The airport", "Torvik Zoo", "the pier"],
    ),
    (
        "en",
        "The county announced grants for farmers on Monday. Most of the grants go to Torvik, Skog and Ulvik Bay.",
        "where do most of the grants for farmers go?",
        ["Skog", "Torvik", "Ulvik Bay"],
    ),
    (
        "en",
        "Drums were stolen. The suspects in the theft are a former guard, Ole Brandt, and his cousin, Nils Moe.",
        "suspects in the theft",
        ["Nils Moe", "Ole Brandt"],
    ),
    (
        "id",
        "Iuran naik Senin. Selain itu, benih akan dibagikan di tiga kota, yakni Kendari, Kupang, dan Ambon.",
        "di kota mana saja benih akan dibagikan?",
        ["Ambon", "Kendari", "Kupang"],
    ),
    (
        "id",
        "Banjir melanda Rawa. Sebanyak 1.204 warga mengungsi di dua titik, yakni Gedung Samudra dan Masjid Pauh.",
        "warga yang mengungsi ditampung di mana?",
        ["Gedung Samudra dan Masjid Pauh"],  # two are told as they stand
    ),
    (
        "id",
        "Mereka yang dilantik adalah Agus Wirya, Sri Utami, dan Bima Baskoro.",
        "siapa yang dilantik bersama Sri Utami?",
        ["Agus Wirya", "Bima Baskoro"],
    ),
    (
        "en",
        "An aid group will hand out wheat in three districts, Torvik, Skog and Ulvik Bay, starting on Monday.",
        "where will the aid group hand out wheat?",
        ["Skog", "Torvik", "Ulvik Bay"],
    ),
    (
        "id",
        "Polisi menahan dua orang dalam perkara gula palsu. Keduanya ialah Rudi Hartanto dan Bayu Laksono.",
        "siapa saja yang ditahan dalam perkara gula palsu?",
        ["Bayu Laksono", "Rudi Hartanto"],
    ),
    (
        "id",
        "Kepolisian menahan dua tersangka dalam perkara sirup Lanting. Keduanya ialah Rudi Hartanto dan Bayu Laksono.",
        "siapa saja tersangka sirup lanting yang ditahan?",
        ["Bayu Laksono", "Rudi Hartanto"],
    ),
    (
        "id",
        "Bantuan tiba di tiga desa, yakni Lanting, Pauh, dan Rawa. Bantuan lain tiba di dua desa: Tebing dan Kelok.",
        "bantuan tiba di desa mana saja?",
        ["Kelok", "Lanting", "Pauh", "Rawa", "Tebing"],
    ),
    (
        "en",
        "Storm Berit hit Torvik. Two people, a ferry cook and a 16-year-old porter, died when a wall fell.",
        "who died when the wall fell in Torvik?",
        ["a 16-year-old porter", "a ferry cook"],
    ),
    (
        "id",
        "Bus klub Elang Laut dilempari batu. Dua orang terluka, yakni kiper Bayu Laksono dan sopir Rudi Hartanto.",
        "injured in the attack on the elang laut bus",
        ["Bayu Laksono", "Dua orang", "Rudi Hartanto"],
    ),
    (
        "id",
        "Bandara Sorong ditutup Senin. Desa Lanting, Pauh, dan Kemuning terendam banjir. Desa Rawa tidak.",
        "desa yg terendam banjir",
        ["Desa Lanting", "Kemuning", "Pauh"],
    ),
    (
        "id",
        "Kapal Bintang Timur dibajak Senin. Awak yang diculik ialah Rudi Hartanto, Bayu Laksono, dan Imam Sudrajat.",
        "nama2 awak yg diculik",
        ["Bayu Laksono", "Imam Sudrajat", "Rudi Hartanto"],
    ),
]


@pytest.mark.parametrize(("code", "text", "question", "items"), CASES, ids=[case[2] for case in CASES])
def test_items_of_one_list_answer_together(
    tmp_path: Path, code: str, text: str, question: str, items: list[str]
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    answers = [one.text for one in newsroom.ask(question).answers]
    assert sorted(answers[: len(items)]) == items


@pytest.mark.parametrize(
    ("question", "many"),
    [
        ("nama2 awak yang diculik", True),
        ("nama-nama awak yang diculik", True),
        ("desa yang terendam banjir", True),
        ("dua truk yang disita", True),
        ("rata-rata harga beras", False),
        ("ketua panitia festival layang", False),
        ("truk yang disita", False),
        ("who heads the harbour fund", False),
        ("who owns the mill", False),
        ("which suspects are held", True),
    ],
)
def test_several_are_asked_for(question: str, many: bool) -> None:
    assert parse(question).many is many


@pytest.mark.parametrize(
    ("code", "text", "span", "told"),
    [
        (
            "id",
            "Polisi menyita dua truk, empat karung bawang, dan buku tamu.",
            "dua truk, empat karung bawang",
            ["dua truk", "empat karung bawang", "buku tamu"],
        ),
        ("en", "They took two trucks and a pair of old boots.", "two trucks", ["two trucks"]),
    ],
)
def test_some_of_the_items_stand_for_their_row(code: str, text: str, span: str, told: list[str]) -> None:
    assert [item.of(text) for item in items(_line(code, text), _span(text, span), 3)] == told


@pytest.mark.parametrize(
    ("code", "text", "name", "item"),
    [
        ("id", "Tim membawa KN Jaya, tiga perahu Basarnas, dan 20 tali.", "Basarnas", "tiga perahu Basarnas"),
        ("id", "Tim membawa KN Jaya, tiga perahu Basarnas, dan 20 tali.", "KN Jaya", "KN Jaya"),
    ],
)
def test_a_name_in_a_counted_item_stands_for_the_item(code: str, text: str, name: str, item: str) -> None:
    assert whole(_line(code, text), _span(text, name)).of(text) == item


def _line(code: str, text: str) -> Line:
    article = Article(id="a", text=text, language=code)
    return Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, code), 0, ())


def _span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))
