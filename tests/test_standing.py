"""Whether what an answer says is so: planned by the verb behind it or by its day, never by words that are quoted."""

from pathlib import Path

import pytest

from newsqa.extract.status import statuses
from newsqa.newsroom import Newsroom
from newsqa.text.words import tokens

SAILORS = "Ghozali menyatakan sebanyak 26 awak kapal akan dipulangkan dengan pesawat sewaan."
PATROLS = "Ines Pazmino said 120 police officers from each country would take part in the patrols."
DRILLERS = "The team returns in September to drill at Lake Mweru."
FROST = "Tahun lalu, embun beku di Dieng baru muncul pada 3 Juli."
UNLIT = "Sebanyak 11 ventilator di rumah sakit itu mati karena tidak dilengkapi kompresor."
CLUB = '"They told me nobody votes in February," Ida Moss told supporters at the curling club in Wabowden.'


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "archive.db")


@pytest.mark.parametrize(
    ("text", "question", "status"),
    [
        pytest.param(SAILORS, "berapa awak kapal yang dipulangkan?", "planned", id="whom a planned verb is about"),
        pytest.param(PATROLS, "how many police officers take part in the patrols?", "planned", id="behind who says so"),
        pytest.param(DRILLERS, "when does the team return?", "planned", id="a day later than the article"),
        pytest.param(DRILLERS, "where does the team return to drill?", "planned", id="a place beside such a day"),
        pytest.param(FROST, "kapan embun beku muncul di Dieng?", "happened", id="an earlier day in the sentence"),
        pytest.param(UNLIT, "kenapa 11 ventilator mati?", "happened", id="an answer that is what says no"),
    ],
)
def test_the_status_of_an_answer(newsroom: Newsroom, text: str, question: str, status: str) -> None:
    newsroom.add_row({"id": "a", "text": text, "published": "2025-06-04"})
    assert newsroom.ask(question).answers[0].status == status


def test_what_is_quoted_says_nothing_of_what_is_told() -> None:
    words = tokens(CLUB)
    found = dict(zip((w.normal for w in words), statuses(CLUB, words, "en"), strict=True))
    assert found["votes"] == "negated"
    assert found["wabowden"] == "happened"


def test_what_stands_behind_a_semicolon_is_told_by_itself() -> None:
    text = "Yudi belum berkomentar; ia ditahan sejak Senin malam."
    words = tokens(text)
    found = dict(zip((w.normal for w in words), statuses(text, words, "id"), strict=True))
    assert (found["berkomentar"], found["ditahan"]) == ("negated", "happened")


@pytest.mark.parametrize(
    ("code", "text", "word", "status"),
    [
        ("en", "The board will not pay a dividend.", "pay", "negated"),
        ("en", "Lena Porto said neither would be expelled.", "expelled", "negated"),
        ("en", "There will be no new taxes.", "taxes", "negated"),
        ("en", "He did not vote on Monday and will resign.", "resign", "planned"),
        ("en", "She denied that rice would be sold, saying that it was kept in Subic.", "kept", "happened"),
        ("en", "She denied saying so.", "so", "denied"),
        ("id", "Perusahaan tidak berencana memindahkan pabrik.", "memindahkan", "negated"),
        ("id", "Sopir tidak diberhentikan, melainkan dipindahkan.", "dipindahkan", "happened"),
        ("id", "Ia membantah kabar itu dan menyebut tambangnya aman.", "aman", "happened"),
    ],
)
def test_a_negated_plan_is_negated_what_is_said_instead_is_not(code: str, text: str, word: str, status: str) -> None:
    words = tokens(text)
    found = dict(zip((w.normal for w in words), statuses(text, words, code), strict=True))
    assert found[word] == status
