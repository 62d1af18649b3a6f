"""A row whose heading says the noun that several are asked for by answers: "tiga tuntutan, yakni"."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

DEMO = (
    "Para sopir truk Lenu mogok, Senin. Mereka membawa tiga tuntutan, yakni penghapusan pungutan, perbaikan jalan, dan "
    'kenaikan upah. "Kami lapar," kata Tono Wibawa, ketua sopir. Wali Kota Siti Halim menemui mereka.'
)
QUAKE = (
    "Gempa mengguncang Lenu, Selasa. Kebutuhan paling mendesak ialah air bersih, terpal, dan obat-obatan. Bupati Siti "
    'Halim mengatakan, "Kami menunggu bantuan dari Torvika."'
)
CRASH = (
    'Pesawat Torvik Air tergelincir di Lenu, Kamis. "Laporan terbit Mei," kata Ketua Tim Tono Wibawa. Tiga rekomendasi '
    "dikeluarkan, yaitu pelatihan ulang pilot, perbaikan landasan, dan lampu isyarat."
)
CASES = [
    ("apa aja tuntutan sopir truk lenu", DEMO, ["penghapusan pungutan", "perbaikan jalan", "kenaikan upah"]),
    ("recommendations after the lenu crash", CRASH, ["pelatihan ulang pilot", "perbaikan landasan", "lampu isyarat"]),
    ("most urgent needs after the lenu quake", QUAKE, ["air bersih", "terpal", "obat-obatan"]),
]


@pytest.mark.parametrize(("asked", "text", "told"), CASES, ids=[case[0] for case in CASES])
def test_a_row_headed_by_what_is_asked_for_answers(asked: str, text: str, told: list[str], tmp_path: Path) -> None:
    assert [answer.text for answer in _room(text, tmp_path).ask(asked).answers] == told


def test_words_are_quoted_where_no_row_is_headed_so(tmp_path: Path) -> None:
    found = _room(DEMO.replace("tiga tuntutan, yakni", "spanduk,"), tmp_path)
    assert [one.kind for one in found.ask("apa kata tono wibawa soal mogok sopir truk").answers] == ["quote"]


def _room(text: str, folder: Path) -> Newsroom:
    room = Newsroom.open(folder / "archive.db")
    room.add(Article(id="one", text=text, language="id"))
    return room
