"""What a sentence lists together answers together, whatever each item is called."""

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

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
        ["the county and the Halden Trust"],
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
]


@pytest.mark.parametrize(("code", "text", "question", "items"), CASES, ids=[case[2] for case in CASES])
def test_items_of_one_list_answer_together(
    tmp_path: Path, code: str, text: str, question: str, items: list[str]
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    answers = [one.text for one in newsroom.ask(question).answers]
    assert sorted(answers[: len(items)]) == items
