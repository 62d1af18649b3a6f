"""Words as they are typed, and how they are read: each language's own expectations, from the data beside it."""

import tomllib
from pathlib import Path

import pytest

from newsqa.answer.parse import parse
from newsqa.answer.spoken import typed, written
from newsqa.languages import CODES
from newsqa.text.words import tokens

HERE = Path(__file__).parent / "languages"
CASES = [
    (code, word, meant)
    for code in CODES
    for word, meant in tomllib.loads((HERE / code / "spoken.toml").read_text(encoding="utf-8"))["written"].items()
]


@pytest.mark.parametrize(("code", "word", "meant"), CASES)
def test_a_word_is_read_as_it_would_be_written(code: str, word: str, meant: str) -> None:
    assert [w.normal for w in written(tokens(word), code)] == meant.casefold().split()


def test_what_is_only_guessed_is_sought_as_it_was_typed_too() -> None:
    (word,) = written(tokens("bayer"), "id")
    assert (word.normal, typed(word)) == ("bayar", ("bayer",))
    assert {"bayar", "bayer"} <= set(parse("kapan bayer menang").terms[0])


def test_what_is_short_for_others_is_sought_as_it_was_typed_too() -> None:
    assert all("kadisdik" in terms for terms in parse("siapa kadisdik sikka").terms[:3])
    assert "hbs" in parse("beras hbs di mana").terms[1]
