"""How much of a yes/no question a sentence tells: in other words, after another sentence, and what is not yet so."""

from __future__ import annotations

import pytest

from newsqa.answer import kinship, signals, telling
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article, Question
from newsqa.store.protocol import Stored

LIKELIER = [
    ("did Brenner resign", "His resignation came in May.", "Brenner bought a boat.", "verb told"),
    ("did Brenner open the pier", "Brenner closed the pier.", "Brenner painted the pier.", "verb told"),
    ("has the pier opened", "The pier opened.", "The mayor, who likes old boats, says the pier opened.", "dense"),
    ("has the pier opened", "The pier opened.", "The mayor, who likes old boats, says the pier opened.", "short"),
    ("has the pier opened", "It will stay.", "He told Brenner.", "nameless"),
    ("did anyone die in the fire", "No one died.", "Two men died.", "none of any"),
    ("apakah ada korban", "Tidak ada korban.", "Korban dirawat.", "none of any"),
    ("apakah Laras masih ditahan", "Laras masih ditahan.", "Laras ditahan.", "still so"),
]
AGAINST = [
    ("did anyone die in the fire", "No one died.", "none against any", 1.0),
    ("has Brenner been paid", "Brenner is still waiting for the money.", "awaiting", 1.0),
    ("apakah Laras sudah dibayar", "Laras masih menunggu.", "awaiting", 1.0),
    ("apakah Laras sudah dibayar", "Laras belum dibayar.", "not yet", 1.0),
    ("apakah Laras masih bingung", "Laras belum memutuskan.", "still not yet", -1.0),
    ("apakah Laras masih bingung", "Laras belum memutuskan.", "not yet", 0.0),
    ("is Brenner still undecided", "Brenner has yet to choose.", "still not yet", -1.0),
    ("has the pier opened", "The pier remains shut.", "only still", 1.0),
    (
        "has Brenner asked for a lock",
        "Brenner denied any part in the theft and said he had asked for a lock.",
        "denies else",
        1.0,
    ),
    (
        "has Brenner asked for a lock",
        "Brenner denied the theft and said he had asked for a lock.",
        "turned and verb",
        0.0,
    ),
    ("did Brenner steal the boat", "Brenner denied stealing the boat.", "denies else", 0.0),
    ("did Brenner sell his shares", "Brenner never sold his shares.", "told true", 0.0),
]


def asked(question: str, text: str, place: int = 0) -> tuple[Question, Line]:
    article, parsed = Article(id="one", text=text), parse(question)
    view = View(Page(Stored(article=article, extraction=extract(article))), asked_in=parsed.language)
    return parsed, Line(view, place, parsed.terms)


@pytest.mark.parametrize(("question", "text", "other", "sign"), LIKELIER)
def test_one_sentence_tells_more_of_a_question_than_another(question: str, text: str, other: str, sign: str) -> None:
    assert telling.about(*asked(question, text))[sign] > telling.about(*asked(question, other))[sign]


@pytest.mark.parametrize(("question", "text", "sign", "told"), AGAINST)
def test_what_is_not_yet_and_what_nobody_does_speaks_for_a_no(question: str, text: str, sign: str, told: float) -> None:
    assert telling.against(*asked(question, text))[sign] == told


def test_a_sentence_follows_on_one_that_tells_of_the_question() -> None:
    text = "Critics alleged that Brenner sold his shares. He called it a story. Rain fell."
    told = [telling.about(*asked("did Brenner sell his shares", text, place))["after alleged"] for place in range(3)]
    assert (told[0], told[1] > 0, told[2]) == (0.0, True, 0.0)


CARRIED = [
    ("how many staff does Corvane employ", "Corvane opened a depot in Piran. It employs 31 people. It rained."),
    ("berapa pegawai Corvane", "Corvane membuka gudang di Piran. Perusahaan itu mempekerjakan 31 karyawan. Hujan."),
    ("gaji pegawai Corvane", "Corvane opened a depot in Piran. Workers get a salary of $9 a day. It rained."),
]


@pytest.mark.parametrize(("question", "text"), CARRIED)
def test_a_sentence_tells_more_by_what_it_says_than_by_whom_it_names(question: str, text: str) -> None:
    parsed, line = asked(question, text)
    told = [kinship.words_told(line.view, parsed.terms, place) for place in range(3)]
    assert told[1] > max(told[0], told[2])


def test_a_candidate_has_the_denseness_of_its_sentence() -> None:
    parsed, line = asked("how many staff does Corvane employ", "Corvane, which makes pumps, employs 31 people.")
    found = [signals.features(parsed, line, one)["dense"] for one in candidates(line, frozenset(("number",)))]
    assert found == [telling.dense(line)]
