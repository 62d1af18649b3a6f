"""A question that differs by a word from one that is answered is answered by nothing: an end, another name."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

Code = Literal["id", "en"]
BRIDGE = "The Lenu bridge opened on 3 May 2021. It cost $40 million and was built by Torvik Works."
SHUT = "The Lenu bridge opened on 3 May 2021. It was shut down on 9 June 2023 after cracks were found."
PASAR = "Pasar Lenu diresmikan pada 12 Maret 2019. Pasar itu dibangun oleh PT Torvika Karya."
FESTIVAL = "Festival Lenu digelar pada 12 Maret 2019 di Alun-alun Torvika."
VOTE = "Ida Holm and Mara Dole voted for the harbour plan in Lenu on Monday."
SETUJU = "Siti Halim menyetujui rencana pelabuhan Lenu di Torvika, Senin."
ABSENT = "Ida Holm voted for the harbour plan in Lenu on Monday. Mara Dole did not vote."
SUNAN = "Sunan Wirasari lahir pada tahun 1442 di Lenu. Sunan Wirasari dimakamkan di Torvika."
LAKES = "Lake Torvik covers 40 square kilometres. Lake Torvik lies north of Lenu."
BUAH = "Jeruk Lenu berasal dari Torvika, sebuah lembah di utara kota."
NABI = "Tono Wibawa diangkat menjadi kepala desa sekitar tahun 1998."
RAID = "Ilse Vortmann tiba di Lenu, Selasa. Ia memuji serangan 7 Oktober di Torvika sebagai sebuah kesuksesan."
# One word of the question turns it: nothing in the article is meant.
TURNED: list[tuple[str, str]] = [
    ("when was the Lenu bridge closed", BRIDGE),
    ("kapan jembatan Lenu ditutup", BRIDGE),
    ("kapan Pasar Lenu dibubarkan", PASAR),
    ("when did Pasar Lenu close", PASAR),
    ("kapan Festival Lenu terakhir digelar", FESTIVAL),
    ("who did not vote for the harbour plan in Lenu", VOTE),
    ("siapa yang tidak menyetujui rencana pelabuhan Lenu", SETUJU),
    ("dari mana asal jeruk Lenu yang paling enak", BUAH),
    ("tahun berapa Sunan Wijaya lahir", SUNAN),
    ("how large is Lake Brenna", LAKES),
    ("di mana Tono Wibawa diangkat menjadi kepala desa", NABI),
    ("kapan Tono Wibawa meninggal", NABI),
    ("where was Tono Wibawa born", NABI),
    ("kapan Ilse Vortmann meninggal", RAID),
    ("when did Ilse Vortmann die", RAID),
]
STRIKE = "The strike in Lenu was called off on 5 June. The Torvik fair runs from 3 to 9 May. Ida Holm won the race."
SHOP = "The shop in Lenu is open from 8 am to 6 pm."
DAFTAR = "Pendaftaran lomba Lenu paling lambat 5 Juni. Mogok di Torvika berlangsung 3-5 Mei."
ABSEN = "Siti Halim absen dari rapat di Lenu yang dihadiri 12 menteri."
RISMA = "Wali Kota Tri Rismawati berusia 52 tahun. Ia meninjau pasar Lenu."
HALDEN = "Halden Police arrested 12 people. A Halden Court spokesman said nine were freed."
LUPUT = "Hanya Desa Lanting yang luput dari banjir."
BUNGSU = "Hanya 12 dari 40 siswa lulus. Siswa bungsu, Ida, berumur 15 tahun."
MARCH = "A flood hit Lenu on March 5, killing 12 people. Rescuers reached it on March 6."
# The word is told, by itself or in other words, or the name is the same one written otherwise.
STRAIGHT: list[tuple[str, str, str]] = [
    ("when did the Lenu bridge open", BRIDGE, "3 May 2021"),
    ("when was the Lenu bridge closed", SHUT, "9 June 2023"),
    ("kapan jembatan Lenu ditutup", SHUT, "9 June 2023"),
    ("kapan Pasar Lenu diresmikan", PASAR, "12 Maret 2019"),
    ("kapan Festival Lenu digelar", FESTIVAL, "12 Maret 2019"),
    ("who did not vote for the harbour plan in Lenu", ABSENT, "Mara Dole"),
    ("dari mana asal jeruk Lenu", BUAH, "Torvika"),
    ("tahun berapa Sunan Wirasari lahir", SUNAN, "tahun 1442"),
    ("tahun berapa Sunan Wirasary lahir", SUNAN, "tahun 1442"),
    ("how large is Lake Torvik", LAKES, "40 square kilometres"),
    ("kapan Tono Wibawa diangkat menjadi kepala desa", NABI, "tahun 1998"),
    ("when did the strike in Lenu end", STRIKE, "5 June"),
    ("when does the Torvik fair end", STRIKE, "9 May"),
    ("who finished first in the race", STRIKE, "Ida Holm"),
    ("what time does the shop in Lenu close", SHOP, "6 pm"),
    ("kapan pendaftaran lomba Lenu ditutup", DAFTAR, "5 Juni"),
    ("kapan mogok di Torvika berakhir", DAFTAR, "3-5 Mei"),
    ("siapa yang tidak menghadiri rapat di Lenu", ABSEN, "Siti Halim"),
    ("desa mana yang tidak kebanjiran", LUPUT, "Desa Lanting"),
    ("berapa umur siswa paling muda", BUNGSU, "15 tahun"),
    ("berapa umur Wali Kota Risma", RISMA, "52 tahun"),
    ("how many people were arrested in Halden Town", HALDEN, "12 people"),
    ("how many people died in the March 2024 flood in Lenu", MARCH, "12 people"),
]


@pytest.mark.parametrize(("asked", "text"), TURNED, ids=[case[0] for case in TURNED])
def test_what_turns_a_question_must_be_told(asked: str, text: str, tmp_path: Path) -> None:
    assert _answers(asked, text, tmp_path) == []


@pytest.mark.parametrize(("asked", "text", "told"), STRAIGHT, ids=[case[0] for case in STRAIGHT])
def test_what_is_told_answers(asked: str, text: str, told: str, tmp_path: Path) -> None:
    assert told in _answers(asked, text, tmp_path)[:1]


def _answers(asked: str, text: str, folder: Path) -> list[str]:
    room = Newsroom.open(folder / "archive.db")
    room.add(Article(id="one", text=text, language=_code(text)))
    return [answer.text for answer in room.ask(asked, "one").answers]


def _code(text: str) -> Code:
    return (
        "id"
        if text in {PASAR, FESTIVAL, SETUJU, SUNAN, BUAH, NABI, RAID, DAFTAR, ABSEN, RISMA, LUPUT, BUNGSU}
        else "en"
    )


def test_a_body_that_speaks_is_not_whom_its_sentence_names(tmp_path: Path) -> None:
    text = (
        "Tono Halim tiba di Lenu, Selasa. Kunjungan Halim ke Lenu ini terjadi setelah resolusi yang diadopsi "
        'oleh Dewan Keamanan PBB pada hari Senin yang menyerukan "penghentian kerja segera" selama bulan suci Ramadan.'
    )
    room = Newsroom.open(tmp_path / "archive.db")
    room.add(Article(id="one", text=text, language="id"))
    assert [room.ask(asked).found for asked in ("apa kata Halim", "apa kata Dewan Keamanan PBB")] == [False, True]
