"""That an archive is whole, and what a copy of it holds: one suite, every engine."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pysqlite3 as sqlite3
import pytest
from test_contract import ENGINES, found, put

from newsqa import errors
from newsqa.model import Correction
from newsqa.store.memory import MemoryStore
from newsqa.store.protocol import Embargo, Entry, Feed, Store
from newsqa.store.sqlite import SqliteStore

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine = ENGINES[request.param](tmp_path)
    put(engine, "a", "rini datang", "ia pulang", names="Rini Astuti")
    put(engine, "b", "rapat desk dua", desk="other")
    yield engine
    engine.close()


def in_memory(store: MemoryStore) -> None:
    stored = store._desks["desk"]["a"]
    text = stored.article.text.replace("datang", "datamg")
    store._desks["desk"]["a"] = stored.model_copy(update={"article": stored.article.model_copy(update={"text": text})})


def in_the_file(store: SqliteStore) -> None:
    with sqlite3.connect(str(store.path)) as db:
        db.execute("update articles set text = replace(text, 'datang', 'datamg')")
    db.close()


CHANGED: dict[type, Callable[..., None]] = {MemoryStore: in_memory, SqliteStore: in_the_file}


def test_what_was_only_written_to_is_whole(store: Store) -> None:
    put(store, "a", "rini datang lagi")
    store.delete_article("other", "b")
    assert store.verify() == []


def test_one_letter_that_changed_is_told_with_its_article_and_desk(store: Store) -> None:
    CHANGED[type(store)](store)
    (problem,) = store.verify()
    assert "article a of desk" in problem


def test_a_copy_holds_every_desk_and_all_that_is_kept_beside_articles(store: Store, tmp_path: Path) -> None:
    correction = store.log(Correction(scope="desk", article="a", kind="title", after="Rini", by=7, at=NOW))
    embargo = Embargo(scope="other", article="b", until=NOW, by=7, since=NOW)
    feed = Feed(scope="desk", url="https://example.org/rss", since=NOW)
    entry = Entry(scope="desk", link="https://example.org/a", article="a", at=NOW)
    store.keep_back(embargo)
    store.put_feed(feed)
    store.put_entry(entry)
    store.backup(tmp_path / "copy")
    put(store, "late", "rini terlambat")
    copy = type(store)(tmp_path / "copy")
    assert copy.ids("desk") == ["a"]
    assert copy.get_article("desk", "a").model_dump() == store.get_article("desk", "a").model_dump()
    assert found(copy, ("rapat",), desk="other") == [("b", 0)]
    assert [m.article for m in copy.names_exact("desk", "rini astuti")] == ["a"]
    assert copy.corrections("desk", "a") == [correction]
    assert copy.embargoes("other") == [embargo]
    assert copy.feeds("desk") == [feed]
    assert copy.entries("desk", [entry.link]) == [entry]
    assert copy.arrivals(0) == store.arrivals(0)[:2]
    assert copy.verify() == []
    copy.close()
    assert store.ids("desk") == ["a", "late"]


def test_a_copy_that_cannot_be_written_is_refused_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(errors.StoreError, match="copy"):
        store.backup(tmp_path / "none" / "copy")
    assert not (tmp_path / "none").exists()
