"""What happens to the archive when the machine does its worst."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pysqlite3 as sqlite3
import pytest

from newsqa import errors
from newsqa.cli import main
from newsqa.model import Article
from newsqa.newsroom import Incoming, Newsroom, open_state

TEXT = 'Bupati {name} meninjau pasar pada Selasa (26/3). "Pasar harus bersih," kata {name}.\n' * 5

INGEST = f"""
import sys
from pathlib import Path
from newsqa.model import Article
from newsqa.newsroom import Newsroom
newsroom, first = Newsroom.open(Path(sys.argv[1])), int(sys.argv[2])
for number in range(first, first + 10_000):
    newsroom.add(Article(id=str(number), text={TEXT!r}.format(name=f"Rini {{number}}")))
    print(number, flush=True)
"""


def archive(folder: Path, articles: int = 3) -> Newsroom:
    newsroom = Newsroom.open(folder / "archive.db")
    for number in range(articles):
        newsroom.add(Article(id=str(number), text=TEXT.format(name=f"Rini {number}")))
    return newsroom


def test_a_kill_in_mid_ingest_loses_nothing_acknowledged(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for kill in range(int(os.environ.get("NEWSQA_KILLS", "4"))):
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
    newsroom.close()


@contextmanager
def no_more_disk() -> Iterator[None]:
    """Let no file grow: what is written fails as it does on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


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


def damage(path: Path, first: int) -> None:
    """Overwrite the head of every page from `first` on."""
    data = bytearray(path.read_bytes())
    for page in range(first, len(data) // 4096 - 1):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))


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
    assert sum("is not what was stored" in problem for problem in newsroom.verify()) == 20
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
    assert found == 20


def test_a_backup_while_writing_is_whole(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    command = [sys.executable, "-c", INGEST, str(tmp_path / "archive.db"), "1000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        newsroom.backup(tmp_path / "copy.db")
        process.kill()
    copy = Newsroom.open(tmp_path / "copy.db")
    assert copy.verify() == []
    assert {"0", "1", "2", "1000"} <= set(copy.ids())
    copy.close()
    newsroom.close()


def test_a_backup_that_fails_leaves_the_last_one(tmp_path: Path) -> None:
    newsroom, copy = archive(tmp_path), tmp_path / "none" / "copy.db"
    with pytest.raises(errors.StoreError, match="is there such a folder"):
        newsroom.backup(copy)
    newsroom.backup(tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()
    with no_more_disk(), pytest.raises(errors.StoreError, match="disk"):
        newsroom.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == before
    assert not (tmp_path / "copy.db.part").exists()
    newsroom.close()


def test_a_restored_copy_is_read_by_whoever_has_the_archive_open(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    newsroom.backup(tmp_path / "copy.db")
    newsroom.add(Article(id="1", text=TEXT.format(name="Sari")))
    newsroom.add(Article(id="late", text=TEXT.format(name="Budi")))
    assert "Sari" in newsroom.show("1").article.text
    Newsroom.restore(tmp_path / "archive.db", tmp_path / "copy.db")
    assert newsroom.ids() == ["0", "1", "2"]
    assert "Rini 1" in newsroom.show("1").article.text
    newsroom.add(Article(id="1", text=TEXT.format(name="Dewi")))
    assert "Dewi" in newsroom.show("1").article.text
    assert newsroom.verify() == []
    newsroom.close()


def test_a_copy_that_is_not_whole_restores_nothing(tmp_path: Path) -> None:
    newsroom = archive(tmp_path, 30)
    newsroom.backup(tmp_path / "copy.db")
    newsroom.delete("0")
    text = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(text.replace(b"Rini 7 meninjau", b"Rini 8 meninjau", 1))
    with pytest.raises(errors.StoreError, match=r"copy\.db is not whole: article 7"):
        Newsroom.restore(tmp_path / "archive.db", tmp_path / "copy.db")
    assert len(newsroom.ids()) == 29
    newsroom.close()


@pytest.mark.parametrize("lost", ["everything", "the tables", "nothing at all", "not an archive"])
def test_an_archive_beyond_repair_is_restored(tmp_path: Path, lost: str) -> None:
    newsroom, path = archive(tmp_path), tmp_path / "archive.db"
    newsroom.backup(tmp_path / "copy.db")
    newsroom.close()
    if lost == "everything":
        path.unlink()
    elif lost == "the tables":
        damage(path, 1)
    elif lost == "not an archive":
        path.write_bytes(b"This was an archive once.\n" * 1000)
    Newsroom.restore(path, tmp_path / "copy.db")
    newsroom = Newsroom.open(path)
    assert newsroom.ids() == ["0", "1", "2"]
    assert newsroom.verify() == []
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


def test_the_command_line_restores(tmp_path: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    newsroom = archive(tmp_path)
    newsroom.backup(tmp_path / "b.db")
    newsroom.delete("1")
    newsroom.close()
    command = ["--db", str(tmp_path / "archive.db"), "restore", str(tmp_path / "b.db")]
    assert CliRunner().invoke(main, command, input="n\n").exit_code == 1
    assert CliRunner().invoke(main, [*command, "--yes"]).exit_code == 0
    newsroom = Newsroom.open(tmp_path / "archive.db")
    assert newsroom.ids() == ["0", "1", "2"]
    newsroom.close()


def test_the_command_line_verifies_and_backs_up(tmp_path: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    archive(tmp_path).close()
    run = CliRunner().invoke
    assert "is whole" in run(main, ["--db", str(tmp_path / "archive.db"), "verify"]).output
    assert run(main, ["--db", str(tmp_path / "archive.db"), "backup", str(tmp_path / "b.db")]).exit_code == 0
    exported = run(main, ["--db", str(tmp_path / "b.db"), "export", "articles"]).output.splitlines()
    assert [json.loads(line)["id"] for line in exported] == ["0", "1", "2"]
