"""Where a place is: not in itself, nor is a mark that refers to a note any answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_objects import line_of

from newsqa.answer.located import located
from newsqa.model import Article
from newsqa.newsroom import Newsroom

TARSI = "Pusat Kabupaten Tarsi terletak di Kota Tarsi.[4] Kota itu berada di Provinsi Bonegu Tengah.[5]"


@pytest.mark.parametrize("question", ["di mana letak Tarsi?", "dimanakah Kota Tarsi?"])
def test_a_place_is_not_where_it_is(question: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "one.db")
    newsroom.add(Article(id="one", text=TARSI))
    answers = [one.text for one in newsroom.ask(question, "one").answers]
    assert "Kota Tarsi" not in answers
    assert not any("[" in answer or "]" in answer or answer in {"4", "5"} for answer in answers)


CLINIC = "Police in Lenu arrested Rini Astuti at a clinic in Torvik on Sunday. The brothers fled from work to Ansa."
OFFICE = "Putusan dibacakan di kantor PTUN Lenu, Selasa. Rini Astuti ditemukan di tebing Sungai Tarsi."
CHURCH = (
    "The vigil was held at St Anselm’s Church on Friday. Benitez is being held in Cerro del Lobo prison. "
    "In Torvik Mayor Ana Ruiz spoke to the miners."
)
HALL = (
    "Some 40 villagers were moved to a school hall in nearby Torvik. "
    "The tanker sank 12 nautical miles north of Lenu Island. The kits were sold in Ansa, Torvik and Lenu."
)
TIGER = (
    "Harimau itu dirawat di Balai Rondu, Sumatera Barat, sejak Senin. "
    "Bangkai kapal ditemukan 14 mil laut barat daya Pulau Tarsi. Korban dirujuk ke RSUD dr. Wirasaba."
)
MATCH = "Di Torvik, Thailand mengalahkan Vietnam pada final, Senin."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (HALL, "where were the villagers moved", "a school hall in nearby Torvik"),
        (HALL, "where did the tanker sink", "12 nautical miles north of Lenu Island"),
        (HALL, "where were the kits sold", "Ansa"),
        (TIGER, "di mana harimau itu dirawat", "Balai Rondu, Sumatera Barat"),
        (TIGER, "di mana bangkai kapal ditemukan", "14 mil laut barat daya Pulau Tarsi"),
        (MATCH, "di mana Thailand mengalahkan Vietnam", "Torvik"),
        (TIGER, "korban dirujuk ke mana", "RSUD dr. Wirasaba"),
        (CLINIC, "where was Rini Astuti arrested", "a clinic in Torvik"),
        (CLINIC, "in which town was Rini Astuti arrested", "Torvik"),
        (OFFICE, "di mana Rini Astuti ditemukan", "tebing Sungai Tarsi"),
        (OFFICE, "di mana putusan dibacakan", "kantor PTUN Lenu"),
        (CHURCH, "where was the vigil held", "St Anselm’s Church"),
        (CHURCH, "where is Benitez being held", "Cerro del Lobo prison"),
        (CHURCH, "where did Mayor Ana Ruiz speak", "Torvik"),
    ],
)
def test_a_named_place_is_told_with_the_smaller_one_in_it(
    text: str, question: str, answer: str, tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "one.db")
    newsroom.add(Article(id="one", text=text))
    found = newsroom.ask(question, "one").answers
    assert answer in [one.text for one in found]
    assert all(one.text == one.span.of(text) for one in found if one.span)


LOCATED = [
    ("The padlock, with the key in it, lay in a tank.", ["a tank"]),
    ("She studied at the University of Torvik for years.", ["the University of Torvik"]),
]


@pytest.mark.parametrize(("text", "told"), LOCATED)
def test_what_stands_behind_a_word_of_place_is_no_small_word_and_ends_in_no_name(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in located(line_of(text, "where is it"))] == told
