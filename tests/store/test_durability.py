"""What happens to the archive when the machine does its worst."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pysqlite3 as sqlite3
import pytest

from newsqa import errors
from newsqa.cli import main
from newsqa.model import Article
from newsqa.newsroom import Newsroom

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
            time.sleep(0.02 * (kill + 1))
            process.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    newsroom = Newsroom.open(tmp_path / "archive.db")
    assert set(acknowledged) <= set(newsroom.ids())
    assert newsroom.verify() == []
    for stored in newsroom.articles():
        assert stored.extraction.sentences, "an article is stored whole or not at all"
        assert newsroom.ask(f"Rini {stored.article.id}", stored.article.id) is not None
    newsroom.close()


def test_a_full_disk_refuses_and_stores_nothing_by_halves(tmp_path: Path) -> None:
    newsroom = archive(tmp_path)
    before = newsroom.ids()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        with pytest.raises(errors.StoreError, match="disk"):
            newsroom.add(Article(id="late", text=TEXT.format(name="Budi") * 50))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
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


def test_verify_finds_every_flipped_bit(tmp_path: Path) -> None:
    archive(tmp_path, 20).close()
    path = tmp_path / "archive.db"
    with sqlite3.connect(str(path)) as db:
        for no, text in db.execute("select no, cast(text as blob) from articles").fetchall():
            flipped = bytearray(text)
            flipped[7 * no % len(text)] ^= 1
            db.execute("update articles set text = cast(? as text) where no = ?", (bytes(flipped), no))
    newsroom = Newsroom.open(path)
    assert sum("text is not what was stored" in problem for problem in newsroom.verify()) == 20
    newsroom.close()


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


def test_the_command_line_verifies_and_backs_up(tmp_path: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    archive(tmp_path).close()
    run = CliRunner().invoke
    assert "is whole" in run(main, ["--db", str(tmp_path / "archive.db"), "verify"]).output
    assert run(main, ["--db", str(tmp_path / "archive.db"), "backup", str(tmp_path / "b.db")]).exit_code == 0
    exported = run(main, ["--db", str(tmp_path / "b.db"), "export", "articles"]).output.splitlines()
    assert [json.loads(line)["id"] for line in exported] == ["0", "1", "2"]
