"""By how much one is more than another answers what the margin is, and not how many there are."""

from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom

MOSS = "Ida Moss won the Torvik seat, beating Nils Brandt by 46 votes. Moss got 1,305 votes in Torvik."
RINA = "Rina Sasmita meraih 4.120 suara di Lanting, unggul tipis 71 suara dari Bayu Wirya yang meraih 4.049 suara."
POLICE = "Di lokasi berbeda, 12 orang ditangkap polisi Lanting. Polisi juga menyita tiga motor."
DUNST = "Karl Dunst was beaten by three men."
PRIZE = "The prize was won by two students from Torvik."
CASES = [
    ("en", MOSS, "how many votes did Ida Moss get in Torvik", "1,305 votes"),
    ("en", MOSS, "by how many votes did Ida Moss beat Nils Brandt in Torvik", "46 votes"),
    ("en", MOSS, "margin of votes for Ida Moss in Torvik", "46 votes"),
    ("id", RINA, "berapa suara bayu wirya di lanting", "4.049 suara"),
    ("id", RINA, "kurang lebih berapa suara rina sasmita di lanting", "4.120 suara"),
    ("id", POLICE, "berapa orang ditangkap polisi lanting", "12 orang"),
    ("en", DUNST, "how many men attacked karl dunst", "three men"),
    ("en", PRIZE, "how many students won the prize", "two students"),
    ("id", RINA, "berapa selisih suara rina sasmita dan bayu wirya di lanting", "71 suara"),
]


@pytest.mark.parametrize(("code", "text", "question", "number"), CASES, ids=[case[2] for case in CASES])
def test_a_difference_answers_what_asks_for_one(
    tmp_path: Path, code: str, text: str, question: str, number: str
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    assert [one.text for one in newsroom.ask(question).answers][:1] == [number]
