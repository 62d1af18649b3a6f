"""Copies of an archive: whole or not there, and put in its place all of it or nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from worst import INGEST, TEXT, archive, damage, no_more_disk

from newsqa import errors
from newsqa.cli import main
from newsqa.model import Article
from newsqa.newsroom import Newsroom


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
