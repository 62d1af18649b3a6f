"""How the names of articles are kept and found, and how the index of words stays in few pieces."""

from pathlib import Path

import pytest

from newsqa.model import Article, Entity, Extraction, Sentence, Span
from newsqa.store.copies import restore
from newsqa.store.protocol import Query
from newsqa.store.sqlite import SqliteStore
from newsqa.text.name_keys import keys


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "archive.db")


def put(store: SqliteStore, id_: str, *names: str, desk: str = "desk", terms: tuple[str, ...] = ("datang",)) -> None:
    sentence = Sentence(span=Span(start=0, end=1), terms=terms)
    entities = tuple(Entity(name=name, kind="person") for name in names)
    found = Extraction(language="id", rules=1, sentences=(sentence,), entities=entities)
    store.put_article(desk, Article(id=id_, text="x"), found)


def articles(store: SqliteStore, name: str, desk: str = "desk") -> list[str]:
    return [mentioned.article for mentioned in store.names_exact(desk, name)]


@pytest.mark.parametrize(
    "name", ["Rini", "Rini Astuti", "Nasser  Kan'ani", "al-Assad", "PT Arga (Tbk)", "Şahin Çelik", "ά"]
)
def test_a_name_is_found_however_it_is_written(store: SqliteStore, name: str) -> None:
    put(store, "a", name)
    (normal,) = {normal for (normal,) in store._db.execute("select name from mentions")}
    assert articles(store, normal) == ["a"]


def test_a_name_is_found_whole(store: SqliteStore) -> None:
    put(store, "a", "Rini Astuti")
    assert articles(store, "rini") == articles(store, "rini astuti dewi") == articles(store, "rini\nastuti") == []
    assert articles(store, "") == articles(store, '" OR "') == []


def test_names_are_no_words_of_a_sentence(store: SqliteStore) -> None:
    put(store, "a", "Rini Astuti")
    terms = [term for (term,) in store._db.execute("select term from vocabulary")]
    assert [store.search("desk", Query(must=((term,),))) for term in terms if term != "datang"] == [[]]


def test_names_are_counted_for_each_desk(store: SqliteStore) -> None:
    put(store, "a", "Rini Astuti", "Budi")
    put(store, "b", "Rini Astuti")
    put(store, "a", "Sari", desk="desk 2")
    put(store, "a", "Dewi", desk="Desk")
    assert [store.stats(desk).names for desk in ("desk", "desk 2", "Desk", "des")] == [2, 1, 1, 0]
    store.delete_article("desk", "a")
    assert store.stats("desk").names == 1


def test_an_index_without_an_articles_names_is_told(store: SqliteStore) -> None:
    put(store, "a", "Rini Astuti")
    assert store.verify() == []
    store._db.execute("delete from words where rowid % 65536 = 65535")
    assert store.verify() == ["index: 0 of 1 articles' names are in it"]


def test_a_name_that_an_article_has_no_more_is_not_found(store: SqliteStore) -> None:
    put(store, "a", "Rini Astuti")
    put(store, "a", "Budi")
    assert (articles(store, "rini astuti"), articles(store, "budi")) == ([], ["a"])


def test_a_name_has_its_keys_again_once_an_older_copy_was_restored(store: SqliteStore, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.db")
    put(store, "a", "Haniyeh")
    restore(tmp_path / "archive.db", tmp_path / "copy.db")
    assert store.names_near("desk", keys("haniyeh")) == []
    put(store, "a", "Haniyeh")
    assert store.names_near("desk", keys("haniyeh")) == ["haniyeh"]


def pieces(store: SqliteStore) -> int:
    return int(store._db.execute("select count(distinct segid) from words_idx").fetchone()[0])


def test_the_index_stays_in_few_pieces(store: SqliteStore) -> None:
    for number in range(200):
        put(store, str(number), terms=tuple(f"kata{number}x{place}" for place in range(30)))
    assert pieces(store) < 20
    assert store.verify() == []
