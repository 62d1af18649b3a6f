"""Many articles at once give the archive that one core alone makes of them, whichever way they come in."""

import json
import os
from pathlib import Path

import pysqlite3 as sqlite3
import pytest
from click.testing import CliRunner

from newsqa.cli import main

MANY = 120  # articles; more than are worth the start of other processes
NAMES = ("Rini Astuti", "Budi Hartono", "Sari Dewi")
CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
NOT_OF_THE_ARTICLES = ("arrivals", "sqlite_sequence")  # say when, not what


def text(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return f'Bupati {name} meninjau bendungan ke-{number} pada Selasa. "Pintu air rusak parah," kata {name.split()[0]}.'


def newsqa(archive: Path, cores: list[int], *arguments: str) -> None:
    """Run a command on some of the machine's cores."""
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        done = CliRunner().invoke(main, ["--db", str(archive), *arguments], catch_exceptions=False)
    finally:
        os.sched_setaffinity(0, every)
    assert done.exit_code == 0, done.output


def kept(archive: Path) -> dict[str, list[str]]:
    """Return every row of an archive but those that say when."""
    db = sqlite3.connect(str(archive))
    names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
    rows = {n: sorted(map(repr, db.execute(f"select * from {n}"))) for n in names if n not in NOT_OF_THE_ARTICLES}  # noqa: S608
    db.close()
    return rows


def unnumbered(archive: Path) -> list[tuple[object, ...]]:
    """Return the articles with what was found in them, without their numbers, which a reindex gives anew."""
    db = sqlite3.connect(str(archive))
    rows = [row[1:] for row in db.execute("select * from articles order by id")]
    db.close()
    return rows


@pytest.mark.skipif(len(CORES) < 2, reason="needs two cores")
def test_two_cores_make_the_archive_that_one_makes_and_make_it_again(tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    rows = ({"id": str(n), "text": text(n), "published": "2024-03-26"} for n in range(MANY))
    lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    newsqa(one, CORES[:1], "add", "--jsonl", str(lines))
    newsqa(two, CORES[:2], "add", "--jsonl", str(lines))
    assert len(kept(one)["articles"]) == MANY
    assert kept(one) == kept(two)
    newsqa(two, CORES[:2], "reindex")
    assert unnumbered(two) == unnumbered(one)
