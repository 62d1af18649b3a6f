"""A place lies on the way that is asked for: where something comes from, goes to, or how far it goes."""

import pytest

from newsqa.answer import ways
from newsqa.answer.parse import parse

CASES = [
    ("kapalnya berangkat dari mana", "from", 1.0),
    ("kapalnya berangkat dari mana", "to", -1.0),
    ("dievakuasi ke pulau apa", "to", 1.0),
    ("kereta cuma sampai mana", "until", 1.0),
    ("dia pindah kmn", "to", 1.0),
    ("perahu dr desa mana", "from", 1.0),
    ("from which island did the library sail", "from", 1.0),
    ("where are the petitioners from", "from", 1.0),
    ("where were the concerts moved to", "at", -1.0),
    ("where were the pilgrims flown on Friday", "to", 1.0),
    ("where is the barge heading after Ansa", "at", -1.0),
]
NONE = [
    "where was the coin tossed",
    "where did the auction take place",
    "where was the striker sent off",
    "where did the judge take the oath",
    "where did the shares go up",
    "bicara ke wartawan di mana",
    "dari siapa surat itu",
    "kapalnya sampai kapan",
]


@pytest.mark.parametrize(("question", "case", "told"), CASES)
def test_a_place_stands_behind_the_word_of_the_way_that_is_asked_for(question: str, case: str, told: float) -> None:
    assert ways.told(parse(question), case) == {"way": told}


@pytest.mark.parametrize("question", NONE)
def test_no_way_is_asked_for(question: str) -> None:
    assert ways.told(parse(question), "from") == {}
