"""What happens to the archive when the machine does its worst."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pysqlite3 as sqlite3
import pytest
from worst import INGEST, TEXT, archive, damage, no_more_disk

from newsqa import errors
from newsqa.model import Article
from newsqa.newsroom import Incoming, Newsroom, open_state


def test_a_kill_in_mid_ingest_loses_nothing_acknowledged(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    kills = int(os.environ.get("NEWSQA_KILLS", "4"))
    for kill in range(kills):
        command = [sys.executable, "-c", INGEST, str(tmp_path / "archive.db"), str(kill * 10_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            acknowledged.append(process.stdout.readline().strip())
            time.sleep(0.02 * (kill % 20 + 1))
            process.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    newsroom = Newsroom.open(tmp_path / "archive.db")
    assert set(acknowledged) <= set(newsroom.ids())
    assert newsroom.verify() == []
    for stored in newsroom.articles():
        assert stored.extraction.sentences, "an article is stored whole or not at all"
        assert newsroom.ask(f"Rini {stored.article.id}", stored.article.id) is not None
    print(f"{kills} kills in mid-ingest: {len(acknowledged)} articles acknowledged, 0 lost, 0 halved")  # noqa: T201
    newsroom.close()


def test_a_full_disk_refuses_and_stores_nothing_by_halves(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    before = newsroom.ids()
    with no_more_disk(), pytest.raises(errors.StoreError, match="disk"):
        newsroom.add(Article(id="late", text=TEXT.format(name="Budi") * 50))
    assert newsroom.ids() == before
    newsroom.add(Article(id="later", text=TEXT.format(name="Budi")))
    assert newsroom.verify() == []
    newsroom.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(errors.ReadOnlyArchiveError, match=r"archive\.db"):
        Newsroom.open(tmp_path / "archive.db")


def test_an_archive_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    newsroom._store._store._db.execute("pragma query_only = on")
    with pytest.raises(errors.ReadOnlyArchiveError, match="read-only"):
        newsroom.add(Article(id="late", text="Pasar dibuka."))
    assert newsroom.ask("kapan bupati meninjau pasar") is not None
    newsroom.close()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.ReadOnlyArchiveError, match="is there such a folder"):
        Newsroom.open(tmp_path / "none" / "archive.db")


def test_a_stuck_reader_stops_no_writer(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    reader = sqlite3.connect(str(tmp_path / "archive.db"))
    reader.execute("begin")
    reader.execute("select count(*) from articles").fetchone()
    newsroom.add(Article(id="new", text="Pasar dibuka kembali oleh Rini."))
    assert "new" in newsroom.ids()
    reader.close()
    newsroom.close()


def test_a_damaged_page_is_told_not_read(tmp_path: Path) -> None:
    archive(tmp_path, 30).close()
    with sqlite3.connect(str(tmp_path / "archive.db")) as db:
        last = max(page for (page,) in db.execute("select rootpage from sqlite_master"))
    damage(tmp_path / "archive.db", last)
    newsroom = Newsroom.open(tmp_path / "archive.db")
    with pytest.raises(errors.StoreError, match="damaged"):
        list(newsroom.articles())
    assert newsroom.verify()
    newsroom.close()


def test_an_archive_whose_tables_are_damaged_is_refused(tmp_path: Path) -> None:
    archive(tmp_path).close()
    damage(tmp_path / "archive.db", 1)
    with pytest.raises(errors.DamagedArchiveError, match="restore a backup"):
        Newsroom.open(tmp_path / "archive.db")


PARTS = ["text", "spans", "terms", "notes", "entities", "quotes"]


@pytest.mark.parametrize("part", PARTS)
def test_verify_finds_every_flipped_bit(tmp_path: Path, part: str) -> None:
    archive(tmp_path, 20).close()
    path = tmp_path / "archive.db"
    with sqlite3.connect(str(path)) as db:
        for no, text in db.execute(f"select no, cast({part} as blob) from articles").fetchall():  # noqa: S608
            flipped = bytearray(text)
            flipped[7 * no % len(text)] ^= 1
            db.execute(f"update articles set {part} = cast(? as text) where no = ?", (bytes(flipped), no))  # noqa: S608
    newsroom = Newsroom.open(path)
    found = sum("is not what was stored" in problem for problem in newsroom.verify())
    print(f"{found} of 20 bits flipped in {part} found")  # noqa: T201
    assert found == 20
    newsroom.close()


def test_a_bit_flipped_on_the_disk_is_found(tmp_path: Path) -> None:
    archive(tmp_path, 20).close()
    path, found = tmp_path / "archive.db", 0
    whole = path.read_bytes()
    for number in range(20):
        at = whole.rindex(b"Rini %d meninjau" % number)  # the first may be what is left on a page that was moved
        data = bytearray(whole)
        data[at + number % 16] ^= 1 << number % 3
        path.write_bytes(bytes(data))
        newsroom = Newsroom.open(path)
        found += bool(newsroom.verify())
        newsroom.close()
    print(f"{found} of 20 bits flipped on the disk found")  # noqa: T201
    assert found == 20


def test_sqlite_is_one_that_keeps_its_log_whole() -> None:
    assert sqlite3.sqlite_version_info >= (3, 51, 3), "earlier ones may lose the log when it begins anew"


def test_what_is_written_is_on_the_disk_and_waited_for(tmp_path: Path) -> None:
    newsroom, state = archive(tmp_path), open_state(tmp_path / "archive.db")
    for db in (newsroom._store._store._db, state.mail._db._db):
        told = [db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "busy_timeout")]
        assert told == ["wal", 2, 10_000]  # 2 is full
    assert newsroom._store._store._reader.execute("pragma busy_timeout").fetchone()[0] == 10_000
    state.close()
    newsroom.close()


def test_the_log_begins_anew_once_nobody_reads_what_was(tmp_path: Path) -> None:
    state, log = open_state(tmp_path / "archive.db"), tmp_path / "archive.db-wal"
    written, longest = 0, 0
    for number in range(200):
        state.mail.take([Incoming(100 * number + n, 7, "x" * 10_000) for n in range(40)])
        written, longest = written + 400_000, max(longest, log.stat().st_size)
    assert written > 4 * longest, "it is written back about every four thousand pages"
    state.close()


def test_a_look_at_the_file_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsqa.store.sqlite._LONGEST_MS", 20)
    newsroom = archive(tmp_path)
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    with pytest.raises(errors.StoreError, match="took too long"):
        newsroom._store._store._rows(endless, ())
    assert newsroom.ask("siapa meninjau pasar?").answers
    newsroom.close()


def test_what_reads_cannot_write(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        newsroom._store._store._reader.execute("delete from articles")
    newsroom.close()


def test_a_clock_that_jumps_loses_nothing(tmp_path: Path) -> None:
    state = open_state(tmp_path / "archive.db")
    state.mail.take([Incoming(n, 7, "{}") for n in range(4)])
    state.mail.finish(0, [(7, "a letter")])
    for jump in ("1970-01-01T00:00:00+00:00", "2199-01-01T00:00:00+00:00"):
        state.mail._db.write("update inbox set came = ?", jump)
        state.mail.tidy()
    assert [state.mail.following(7, n).id for n in range(3)] == [1, 2, 3]
    assert state.mail.next_letter(7).body == "a letter"
    state.close()


def test_a_full_disk_refuses_an_update_rather_than_half_take_it(tmp_path: Path) -> None:
    state = open_state(tmp_path / "archive.db")
    with no_more_disk(), pytest.raises(errors.FullDiskError, match="disk"):
        state.mail.take([Incoming(n, 7, "x" * 10_000) for n in range(20)])
    assert state.mail.waiting() == []
    state.mail.take([Incoming(1, 7, "{}")])
    assert state.mail.waiting() == [7]
    state.close()
