"""Which party to a deed a question asks for: who does it, or whom it is done to, with or for."""

from contextlib import closing

import pytest

from newsqa.answer.parse import parse
from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore

ASKED = [
    ("who did the mayor meet at the harbour", "patient", ""),
    ("who won the mayor race in calder", "agent", ""),
    ("who was shot at the market", "patient", ""),
    ("who is suing the bank", "agent", ""),
    ("who is the inspector trying to reach", "patient", ""),
    ("who will audit the ministry", "agent", ""),
    ("who will police question over the dam", "patient", ""),
    ("who held up the shipping rules", "agent", ""),
    ("the judge ordered wages paid to whom", "patient", "to"),
    ("26 fishermen seized by whom", "agent", "by"),
    ("who did the captain trade shirts with", "patient", "with"),
    ("which union sued the port", "agent", ""),
    ("siapa yang menggugat pt lintang", "agent", ""),
    ("siapa yg ditemui bupati di pasar", "patient", ""),
    ("astuti ngalahin siapa di final", "patient", ""),
    ("hartono ditangkap siapa", "agent", ""),
    ("hartono ditangkap oleh siapa", "agent", "by"),
    ("yg mencetak penalti siapa", "agent", ""),
    ("camat minta maaf ke siapa", "patient", "to"),
    ("klub mana yang mengalahkan persika", "agent", ""),
]


@pytest.mark.parametrize(("text", "asked", "case"), ASKED, ids=[one[0] for one in ASKED])
def test_a_question_asks_for_one_party(text: str, asked: str, case: str) -> None:
    question = parse(text, "person")
    assert (question.asked, question.case) == (asked, case)


WANTED = [
    ("perusahaan mana yg membayar sopir itu", "organisation"),
    ("di kampus mana acaranya", "place"),
]


@pytest.mark.parametrize(("text", "wanted"), WANTED, ids=[one[0] for one in WANTED])
def test_which_body_is_asked_for_as_one_and_where_as_a_place(text: str, wanted: str) -> None:
    assert parse(text).wanted == wanted


NAMED = [
    ("The ferry was late. A grass cutter found the missing hiker, Ida Moss, on Sunday.", "who found the missing hiker"),
]


@pytest.mark.parametrize(("text", "question"), NAMED)
def test_who_has_the_name_of_a_party_asked_about_is_not_the_other(text: str, question: str) -> None:
    with closing(Newsroom(MemoryStore())) as newsroom:
        newsroom.add(Article(id="a", text=text, language="en"))
        assert "Ida Moss" not in [answer.text for answer in newsroom.ask(question).answers]


def test_who_says_it_with_the_verb_of_the_question_comes_first() -> None:
    text = (
        "Calder has no ferry. Ida Moss called the new boats “the fourth promise”. "
        "Clara Whitlow promised to send new boats by May."
    )
    with closing(Newsroom(MemoryStore())) as newsroom:
        newsroom.add(Article(id="a", text=text, language="en"))
        assert newsroom.ask("who promised new boats for calder").answers[0].text == "Clara Whitlow"


THINGS = [
    ("what did Lind sell to pay her cooks", "patient"),
    ("what broke down in the morgue", "agent"),
    ("what crop did the storm ruin", "patient"),
    ("what was found on the boat", "patient"),
    ("apa yang dijual Lind", "patient"),
    ("apa yang Lind jual", "patient"),
    ("apa yang rusak di pasar", "agent"),
]


@pytest.mark.parametrize(("text", "asked"), THINGS, ids=[one[0] for one in THINGS])
def test_a_question_for_a_thing_asks_for_one_party_too(text: str, asked: str) -> None:
    assert parse(text, "thing").asked == asked
