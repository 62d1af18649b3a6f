"""What is asked inside `unchanging` is answered by one state of the archive, whoever writes to it meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsqa.answer import passages
from newsqa.errors import UnknownArticleError
from newsqa.newsroom import DESK, Newsroom
from newsqa.store.sqlite import SqliteStore

ROW = {
    "id": "crane",
    "text": "Crane driver Mirela Santosa lifted four tonnes of salt off the pier in Kuala Sering on Monday.",
}
QUESTION = "who lifted the salt off the pier"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "archive.db")
    Newsroom(store).add_row(ROW)
    yield store
    store.close()


@pytest.fixture
def other(store: SqliteStore) -> Iterator[SqliteStore]:
    """Return the same archive as another process has it open."""
    other = SqliteStore(store.path)
    yield other
    other.close()


def test_what_another_deletes_is_there_until_all_was_asked(store: SqliteStore, other: SqliteStore) -> None:
    with store.unchanging():
        found = store.ids(DESK)
        other.delete_article(DESK, "crane")
        assert store.get_article(DESK, found[0]).article.text == ROW["text"]
    with pytest.raises(UnknownArticleError):
        store.get_article(DESK, "crane")


def test_one_inside_another_ends_with_the_outer_one(store: SqliteStore, other: SqliteStore) -> None:
    with store.unchanging():
        with store.unchanging():
            assert store.ids(DESK) == ["crane"]
        other.delete_article(DESK, "crane")
        assert store.ids(DESK) == ["crane"]
    assert store.ids(DESK) == []


def test_it_ends_where_what_is_asked_fails(store: SqliteStore, other: SqliteStore) -> None:
    with pytest.raises(UnknownArticleError), store.unchanging():
        store.get_article(DESK, "nowhere")
    other.delete_article(DESK, "crane")
    assert store.ids(DESK) == []


def test_an_article_that_goes_between_finding_and_opening_is_answered_from(
    store: SqliteStore, other: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    likely = passages.likely

    def found_and_gone(*asked: object) -> list[passages.Passage]:
        found = likely(*asked)  # type: ignore[arg-type]
        other.delete_article(DESK, "crane")
        return found

    monkeypatch.setattr(passages, "likely", found_and_gone)
    newsroom = Newsroom(store)
    assert newsroom.ask(QUESTION).answers[0].text == "Mirela Santosa"
    monkeypatch.undo()
    assert not newsroom.ask(QUESTION).found
