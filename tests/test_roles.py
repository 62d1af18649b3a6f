"""Questions what somebody is, or does for a living: the role that an article tells of the one who is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

PORT = (
    "Gethin Moorcroft, the postman who had been leading, will be given a prize. A fire broke out at the plant, where a "
    "warehouse worker, Peter Vanczo, lost two fingers. Lidia Tamaro, 46, chairwoman of the harbour board, said no."
)
TAMBANG = (
    "Ketua tim, Dr. Hesti Palupi, memeriksa tanggul. Konsul RI di Kairo, Agung Wiratama, menjenguk mereka. Direktur "
    "operasi tambang, Kapten Yusuf Marbun, menolak. Ia ditemani pemilik warung bernama Karta Wijaya."
)
PELABUHAN = (
    "Juru bicara Kementerian Perhubungan Rini Astuti menyebut pengerukan tertunda. Wakil Bupati Budi Hartono "
    "meninjau dermaga pada Selasa. Tono Wibowo ikut serta."
)


@pytest.mark.parametrize(
    ("text", "asked", "role"),
    [
        (PORT, "kerjaan gethin moorcroft apa", "the postman"),
        (PORT, "what is peter vanczo's job", "warehouse worker"),
        (PORT, "who is peter vanczo", "warehouse worker"),
        (PORT, "who is Lidia Tamaro?", "chairwoman of the harbour board"),
        (PORT, "gethin moorcroft siapa", "the postman"),
        (PORT, "what position does lidia tamaro hold", "chairwoman of the harbour board"),
        (TAMBANG, "hesti palupi itu siapa", "Ketua tim"),
        (TAMBANG, "who is agung wiratama", "Konsul RI di Kairo"),
        (TAMBANG, "siapa yusuf marbun", "Direktur operasi tambang"),
        (TAMBANG, "who is karta wijaya", "pemilik warung"),
        (PELABUHAN, "apa jabatan rini astuti", "Juru bicara Kementerian Perhubungan"),
        (PELABUHAN, "jabatan budi hartono", "Wakil Bupati"),
        (PELABUHAN, "bupati budi hartono jabatannya apa", "Wakil Bupati"),
        (PELABUHAN, "what is rini's job", "Juru bicara Kementerian Perhubungan"),
    ],
)
def test_a_role_is_told_whole_and_without_what_else_is_told_of_it(
    text: str, asked: str, role: str, tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text))
    reply = newsroom.ask(asked)
    assert [answer.text for answer in reply.answers] == [role], reply


@pytest.mark.parametrize("asked", ["apa jabatan tono wibowo", "what is tono's job", "pekerjaan sri lestari apa"])
def test_of_one_without_a_role_nothing_is_told_and_no_role_of_another_is_near(asked: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=PELABUHAN))
    reply = newsroom.ask(asked)
    assert not reply.found
    assert not reply.closest


@pytest.mark.parametrize("asked", ["siapa dia?", "dia itu siapa"])
def test_of_nobody_who_is_named_nothing_is_told(asked: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=PELABUHAN))
    assert not newsroom.ask(asked, "a").found
