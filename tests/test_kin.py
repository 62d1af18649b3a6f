"""Kin: the words by which an article may tell of what a question names otherwise."""

from collections import Counter
from importlib.resources import files

import pytest

from newsqa.languages import CODES
from newsqa.text import lexicon
from newsqa.text.kin import kin
from newsqa.text.terms import groups, own
from newsqa.text.words import tokens

HEAD, *LINES = (files("newsqa.languages") / "shared" / "kin.tsv").read_text(encoding="utf-8").splitlines()
COLUMNS = HEAD.split("\t")[1:]

# A word as it is asked, its language, and a word of an article (in its language) that tells of it.
MET = [
    ("dead", "en", "jenazah", "id"),
    ("meninggal", "id", "dimakamkan", "id"),
    ("resign", "en", "abdicate", "en"),
    ("mundur", "id", "quit", "en"),
    ("price", "en", "dijual", "id"),
    ("penyebab", "id", "akibat", "id"),
    ("birthplace", "en", "born", "en"),
    ("mobil", "id", "vehicle", "en"),
]
APART = [("price", "en", "volcano", "en"), ("mundur", "id", "banana", "en")]


def terms(word: str, code: str) -> tuple[str, ...]:
    """Return all terms of a word or phrase, the concepts of all its words last."""
    words = tokens(word)
    return tuple(dict.fromkeys(t for g in groups(words, code, loose=True) for t in g.terms))


def test_every_line_is_of_a_concept_and_has_its_cells() -> None:
    rows = [line.split("\t") for line in LINES]
    assert set(COLUMNS) == {name for code in CODES for name in (code, f"{code} far")}
    assert [row[0] for row in rows if len(row) != len(COLUMNS) + 1 or not any(row[1:])] == []
    assert [row[0] for row in rows if not lexicon.by_id(row[0])] == []
    assert [id_ for id_, times in Counter(row[0] for row in rows).items() if times > 1] == []


def test_no_cell_says_a_word_twice_or_unclean() -> None:
    cells = [(line.partition("\t")[0], cell.split(", ")) for line in LINES for cell in line.split("\t")[1:] if cell]
    assert [id_ for id_, forms in cells if len(set(forms)) < len(forms)] == []
    assert [(id_, form) for id_, forms in cells for form in forms if form != " ".join(form.split()) or not form] == []


@pytest.mark.parametrize(("word", "code", "other", "language"), MET)
def test_a_word_is_told_by_its_kin(word: str, code: str, other: str, language: str) -> None:
    assert set(kin(terms(word, code), language)) & set(terms(other, language))


@pytest.mark.parametrize(("word", "code", "other", "language"), APART)
def test_what_is_no_kin_tells_nothing(word: str, code: str, other: str, language: str) -> None:
    assert not set(kin(terms(word, code), language)) & set(terms(other, language))


def test_near_kin_count_more_than_those_of_the_same_scene() -> None:
    shares = kin(terms("surgery", "en"), "en")
    assert shares["t.hospital"] < max(shares.values()) <= 1


def test_a_word_is_no_kin_of_itself() -> None:
    for word in ("dead", "resign", "price", "school"):
        assert not set(kin(terms(word, "en"), "en")) & set(terms(word, "en"))
        assert own(word, word, "en")[0] not in kin(terms(word, "en"), "en")
