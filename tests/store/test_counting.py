"""How common terms are told to be, in an archive where some are very common."""

from pathlib import Path

import pytest

from newsqa.model import Article, Extraction, Sentence, Span
from newsqa.store.protocol import Query
from newsqa.store.sqlite import SqliteStore

ARTICLES, EACH = 60, 100  # of which every sentence says the same


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    store = SqliteStore(tmp_path / "archive.db")
    terms = ("umum", "g.umum", "biasa")
    sentence = Sentence(span=Span(start=0, end=1), terms=terms)
    for number in range(ARTICLES):
        also = (sentence.model_copy(update={"terms": (*terms, "langka")}),) if number == 1 else ()
        found = Extraction(language="id", rules=1, sentences=(*also, *[sentence] * EACH))
        store.put_article("desk", Article(id=str(number), text="x"), found)
    return store


def test_what_is_counted_no_further_is_estimated(store: SqliteStore) -> None:
    often = store.doc_freq("desk", ["umum", "langka", "absen"], 1_000_000)
    assert often["umum"] == pytest.approx(ARTICLES * EACH, rel=0.05)
    assert (often["langka"], often["absen"]) == (1, 0)
    assert store.doc_freq("desk", ["umum"])["umum"] < 8_000


def test_terms_that_stand_in_the_same_sentences_are_sought_once(store: SqliteStore) -> None:
    assert store._counts.needed(("umum", "g.umum", "biasa", "langka")) == ["langka", "umum"]
    both = store.search("desk", Query(must=(("umum", "g.umum"), ("langka", "absen"))))
    assert [(hit.article, hit.place) for hit in both] == [("1", 0)]


def test_what_was_common_is_counted_anew_once_the_archive_has_grown(store: SqliteStore) -> None:
    before = store.doc_freq("desk", ["umum"], 1_000_000)["umum"]
    sentence = Sentence(span=Span(start=0, end=1), terms=("umum",))
    for number in range(ARTICLES, 2 * ARTICLES):
        found = Extraction(language="id", rules=1, sentences=(sentence,) * EACH)
        store.put_article("desk", Article(id=str(number), text="x"), found)
    assert store.doc_freq("desk", ["umum"], 1_000_000)["umum"] == pytest.approx(2 * before, rel=0.05)
