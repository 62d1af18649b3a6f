"""Feeds and their entries: one suite, every engine."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_contract import ENGINES, put

from newsqa.store.protocol import Entry, Feed, Store

NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
KABAR, WARTA = "https://kabar.example/rss", "https://warta.example/atom"


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine = ENGINES[request.param](tmp_path)
    yield engine
    engine.close()


def followed(url: str, scope: str = "desk", minute: int = 0, **about: str) -> Feed:
    return Feed(scope=scope, url=url, by=7, since=NOON + dt.timedelta(minutes=minute), **about)


def test_a_feed_comes_back_as_it_was_kept_last(store: Store) -> None:
    store.put_feed(followed(KABAR))
    looked = followed(KABAR, title="Kabar", etag='"1"', modified="Tue, 01 Dec 2026 12:00:00 GMT", error="404")
    looked = looked.model_copy(update={"pulled": NOON})
    store.put_feed(looked)
    assert store.feeds("desk") == [looked]


def test_feeds_come_in_the_order_in_which_they_were_added(store: Store) -> None:
    store.put_feed(followed(KABAR, minute=2))
    store.put_feed(followed(WARTA, minute=1))
    assert [feed.url for feed in store.feeds("desk")] == [WARTA, KABAR]


def test_no_desk_sees_or_drops_the_feeds_of_another(store: Store) -> None:
    store.put_feed(followed(KABAR))
    store.put_entry(Entry(scope="desk", link="a", article="x", at=NOON))
    assert store.feeds("other") == []
    assert store.entries("other", ["a"]) == []
    assert not store.drop_feed("other", KABAR)
    assert store.drop_feed("desk", KABAR)
    assert not store.drop_feed("desk", KABAR)
    assert store.feeds("desk") == []


def test_an_entry_comes_back_as_it_was_kept_last(store: Store) -> None:
    tried = Entry(scope="desk", link="a", tries=1, at=NOON)
    store.put_entry(tried)
    assert store.entries("desk", ["a", "b", "a"]) == [tried]
    read = tried.model_copy(update={"article": "x"})
    store.put_entry(read)
    assert store.entries("desk", iter(["b", "a"])) == [read]
    assert store.entries("desk", []) == []


def test_what_became_of_an_entry_outlives_its_article_and_its_feed(store: Store) -> None:
    put(store, "x", "rini datang")
    store.put_feed(followed(KABAR))
    store.put_entry(Entry(scope="desk", link="a", article="x", at=NOON))
    store.delete_article("desk", "x")
    store.drop_feed("desk", KABAR)
    assert [entry.article for entry in store.entries("desk", ["a"])] == ["x"]


@pytest.mark.parametrize("link", ["", "'", '"', "%", "a\0b", "https://例え.example/ü?a=1&b='; drop table feeds; --"])
def test_no_link_is_syntax(store: Store, link: str) -> None:
    entry = Entry(scope="desk", link=link, article="x", at=NOON)
    store.put_entry(entry)
    store.put_feed(followed(link))
    assert store.entries("desk", [link]) == [entry]
    assert [feed.url for feed in store.feeds("desk")] == [link]
