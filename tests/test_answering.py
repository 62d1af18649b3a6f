"""What answers and what does not: small articles of our own, one rule of answering each."""

from pathlib import Path

import pytest

from newsqa.newsroom import Newsroom

MEETING = (
    "Dina Marwoto bertemu dengan Arman Sulaiman di Kupang pada Senin (3/3). "
    'Juru bicara wali kota Ratih Lestari menyebut pertemuan itu "langkah kecil".'
)
RUMOUR = "Kabar bahwa bendungan Wae Lodo telah jebol dibantah Kepala BPBD Ngada, Yosef Wea. Warga diminta tenang."
RUMOURED = "Fishermen say that the pier at Orrin has sunk. Mayor Dora Lund denied it. The market opens on Friday."
SEIZED = "On Friday police in Port Lorne seized two passports, a boat engine and four phones. Nobody was hurt."

SUMMONS = "Komisioner KPD Dina Marwoto bilang pihaknya akan memanggil CEO Warungin, Arman Sulaiman, pada Senin."
ROUTES = "The airline said on Tuesday it would cut 23 jobs and end flights to Jakarta, Manila and Busan from Jan. 11."

CAMP = "Keempat pendaki berkemah sekitar 800 meter dari kawah. Mereka turun pada Selasa."
CRASH = "The bus from Orrin hit a wall at about 90km/h near the village of Nowa Wies. Nobody was hurt."
CLAIM = "Warga Pudak menggugat PT Rimba Jaya Rp 42 miliar karena sawahnya terendam. Sidang digelar Selasa."
DAM = (
    "Nineteen people were killed when the wall of the Lorne dam gave way on Monday. Officials had warned of it. "
    "“We were sleeping in a cell,” said Ada Moss, a relative of the dead at the mine."
)
POEMS = "Novel itu dituding menjiplak kumpulan puisi “Kabut yang Turun”. Penyairnya marah."


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "archive.db")


def told(newsroom: Newsroom, text: str, question: str) -> list[str]:
    """Return the answers to a question on one article."""
    newsroom.add_row({"id": "a", "text": text, "published": "2025-03-04"})
    return [answer.text for answer in newsroom.ask(question).answers]


@pytest.mark.parametrize(
    ("text", "question", "answers"),
    [
        pytest.param(MEETING, "siapa yang ditemui Dina Marwoto", ["Arman Sulaiman"], id="the other party is an answer"),
        pytest.param(MEETING, "siapa yang ditemui Ratih Lestari", [], id="a meeting of others is none"),
        pytest.param(RUMOUR, "apakah bendungan wae lodo jebol?", ["tidak"], id="a denial behind what it denies"),
        pytest.param(RUMOURED, "has the pier at orrin sunk", ["no"], id="a denial in the sentence behind"),
        pytest.param(
            SEIZED,
            "what did police seize in port lorne",
            ["two passports", "a boat engine", "four phones"],
            id="a list answers item by item",
        ),
        pytest.param(
            SUMMONS, "siapa yg bakal dipanggil KPD", ["Arman Sulaiman"], id="a party is known by the body it speaks for"
        ),
        pytest.param(
            ROUTES,
            "which cities will the airline end flights to",
            ["Jakarta", "Manila", "Busan"],
            id="places in a list stand alone, whatever the last is taken for",
        ),
        pytest.param(
            DAM, "lorne dam mine collapse toll on monday", ["Nineteen people"], id="a noun that has a number is nobody"
        ),
        pytest.param(
            CAMP, "di mana para pendaki berkemah?", ["sekitar 800 meter dari kawah"], id="how far from a place is where"
        ),
    ],
)
def test_what_is_said_answers(newsroom: Newsroom, text: str, question: str, answers: list[str]) -> None:
    assert told(newsroom, text, question)[: len(answers) or None] == answers


GIFT = (
    'The trial of a trader opened in Lyon on Monday. "It was no gift. It was a price list," said prosecutor Ana Ruiz. '
    '"I have asked for ten years and nothing less," Ruiz said after the hearing.'
)


def test_quoted_words_beside_a_name_are_the_topic_and_not_the_speakers_role(newsroom: Newsroom) -> None:
    assert told(newsroom, GIFT, "prosecutor ana ruiz price list quote")[:1] == ["It was no gift. It was a price list"]
    best, *_ = newsroom.why("prosecutor ana ruiz price list quote").candidates
    assert best.parts["said"] > 0


def test_how_fast_something_is_is_no_place(newsroom: Newsroom) -> None:
    assert not any("90" in answer for answer in told(newsroom, CRASH, "where did the bus hit the wall?"))


def test_a_piece_of_a_title_is_no_name(newsroom: Newsroom) -> None:
    answers = told(newsroom, POEMS, "kumpulan puisi apa yang dituding dijiplak novel itu?")
    assert "Kabut" not in answers
    assert any("Kabut yang Turun" in answer for answer in answers)


@pytest.mark.parametrize("question", ["besaran gugatan warga pudak", "isi gugatan warga pudak"])
def test_a_word_that_only_says_what_is_asked_for_need_not_stand_in_the_article(
    newsroom: Newsroom, question: str
) -> None:
    assert "Rp 42 miliar" in told(newsroom, CLAIM, question)[0]


def test_a_no_by_the_sentence_behind_shows_it(newsroom: Newsroom) -> None:
    newsroom.add_row({"id": "a", "text": RUMOURED, "published": "2025-03-04"})
    (answer,) = newsroom.ask("has the pier at orrin sunk").answers
    assert answer.status == "denied"
    assert answer.evidence.words == "Fishermen say that the pier at Orrin has sunk. Mayor Dora Lund denied it."
