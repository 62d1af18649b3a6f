"""Which end of a stretch of time answers: the beginning, unless a question asks when something ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

LIFE = "Rana Tisani (11 Desember 1911 – 30 Agustus 2006) adalah seorang penulis dari Sembai."
SHOW = "Acara Pagi Sembai ditayangkan di TV Morano dari 25 April 1989 sampai 31 Januari 1996."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (LIFE, "kapan Rana Tisani lahir?", "11 Desember 1911"),
        (LIFE, "kapan Rana Tisani meninggal?", "30 Agustus 2006"),
        (SHOW, "kapan Acara Pagi Sembai ditayangkan?", "25 April 1989"),
        (SHOW, "kapan Acara Pagi Sembai berakhir ditayangkan?", "31 Januari 1996"),
    ],
)
def test_one_end_of_a_stretch_of_time_answers(text: str, question: str, answer: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "one.db")
    newsroom.add(Article(id="one", text=text))
    assert [one.text for one in newsroom.ask(question, "one").answers] == [answer]
