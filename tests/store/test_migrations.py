"""Archives of every release become today's, and nothing in them is lost on the way.

To keep the archive of a release: write one with it, `vacuum` it, and put it here gzipped as `released/VERSION.db.gz`.
"""

import gzip
import threading
from pathlib import Path

import pysqlite3 as sqlite3
import pytest

from newsqa import errors
from newsqa.newsroom import DESK, Newsroom, open_state
from newsqa.store import schema
from newsqa.store.connection import connect

RELEASED = sorted((Path(__file__).parent / "released").glob("*.db.gz"))
KEPT = ("members", "chats", "desks", "shares", "invitations", "remembered", "inbox", "outbox", "held", "turns")
KEPT += ("feedback", "sources", "links", "sketches", "mentions", "articles", "words where rowid % 65536 < 65535")


@pytest.fixture(params=RELEASED, ids=lambda path: path.name.removesuffix(".db.gz"))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def counts(path: Path) -> dict[str, int]:
    db = sqlite3.connect(str(path))
    found = {table: db.execute(f"select count(*) from {table}").fetchone()[0] for table in KEPT}  # noqa: S608
    db.close()
    return found


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the columns of every table and index: what a migrated file and a new one must have alike."""
    db = connect(path)
    names = [name for (name,) in db.execute("select name from sqlite_master where name not like 'sqlite_%'")]
    shape = {n: db.execute(f"pragma table_xinfo('{n}')").fetchall() for n in names}
    shape |= {f"{n} (index)": db.execute(f"pragma index_xinfo('{n}')").fetchall() for n in names}
    db.close()
    return shape


def test_a_release_is_kept() -> None:
    assert RELEASED


def test_no_row_of_a_released_archive_is_lost(released: Path) -> None:
    before = counts(released)
    connect(released).close()
    assert counts(released) == before
    assert all(before.values()), "the kept archive has something in every table"


def test_a_released_archive_ends_with_the_tables_of_a_new_one(released: Path, tmp_path: Path) -> None:
    assert tables(released) == tables(tmp_path / "new.db")


def test_a_released_archive_answers(released: Path) -> None:
    newsroom = Newsroom.open(released)
    assert newsroom.verify() == []
    assert newsroom.ids() == ["pasar", "jalan"]
    said = newsroom.ask("apa kata Rini Astuti soal pasar?").answers[0]
    assert said.text == "Pasar harus bersih"
    assert newsroom.at("olahraga").ids() == ["final"]
    newsroom.close()


def test_a_released_state_is_remembered(released: Path) -> None:
    state = open_state(released)
    assert [m.name for m in state.people.members(DESK)] == ["Rini", "Budi"]
    assert state.people.chat_scope(-100) == DESK
    assert state.people.readable("olahraga") == ["olahraga", DESK]
    assert state.people.recall(7, "language") == "en"
    assert state.mail.waiting() == [7]
    turn = state.record.last(7, 0, 7)
    assert turn is not None
    assert turn.answers[0].article == "pasar"
    assert state.record.article_in(DESK, 7, 2) == "pasar"
    state.close()


def test_a_migrated_archive_is_written_to(released: Path) -> None:
    from newsqa.model import Article  # noqa: PLC0415

    newsroom = Newsroom.open(released)
    newsroom.add(Article(id="baru", text="Sari Dewi membuka pasar malam di Wates."))
    assert newsroom.ask("siapa membuka pasar malam?").answers[0].evidence.article.id == "baru"
    assert newsroom.verify() == []
    newsroom.close()


def test_processes_that_start_together_migrate_once(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def start() -> None:
        try:
            connect(tmp_path / "archive.db").close()
        except BaseException as error:  # noqa: BLE001  whatever it is, the test is to tell it
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_migration_that_fails_leaves_the_archive_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "archive.db"
    connect(path).close()
    before = tables(path)
    scripts = (*schema.migrations(), "create table half (x); create table articles (y);")
    monkeypatch.setattr("newsqa.store.connection.migrations", lambda: scripts)
    with pytest.raises(errors.StoreError, match="articles already exists"):
        connect(path)
    monkeypatch.undo()
    assert tables(path) == before


def test_an_archive_of_a_newer_newsqa_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(str(tmp_path / "new.db")) as db:
        db.execute("pragma user_version = 999")
    db.close()
    with pytest.raises(errors.NotAnArchiveError, match="newer newsqa"):
        Newsroom.open(tmp_path / "new.db")


def test_a_number_taken_twice_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "migrations").mkdir()
    for name in ("0001-archive.sql", "0002-one.sql", "0002-other.sql"):
        (tmp_path / "migrations" / name).write_text("")
    monkeypatch.setattr(schema, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=r"0002-other\.sql should have the number 0003"):
        schema.migrations.__wrapped__()


def test_every_migration_can_stand_in_one_transaction() -> None:
    for script in schema.migrations():
        assert "".join(schema.statements(script)).strip() == script.strip()
        assert all(sqlite3.complete_statement(statement) for statement in schema.statements(script))
