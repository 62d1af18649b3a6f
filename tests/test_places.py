"""Where a place is: not in itself, nor is a mark that refers to a note any answer."""

from __future__ import annotations

from pathlib import Path

import pytest

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
