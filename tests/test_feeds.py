"""Feeds at the command line: each entry's page is added once, and what cannot be read stops nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from here import readers_here  # noqa: F401  used by every test
from website import Site

from newsqa import read
from newsqa.cli import main
from newsqa.feeds import TRIES

DAM = """Bupati Rini tinjau bendungan
Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa bersama kepala dinas pengairan dan warga desa.
"Pintu air harus selesai bulan depan," kata Rini kepada wartawan yang menunggu sejak pagi di tepi bendungan."""
MARKET = """Pasar Wates dibuka kembali
Pasar Wates dibuka kembali oleh Wakil Bupati Budi Hartono pada Rabu setelah tujuh bulan diperbaiki.
"Ada 340 kios baru untuk para pedagang," ujar Budi di depan gerbang pasar yang baru dicat."""
ITEMS = (
    ("/pasar", "Pasar Wates dibuka kembali", "Rab, 14 Okt 2026 09:30:00 WIB"),
    ("/bendungan", "Bupati tinjau bendungan", "Selasa, 13 Oktober 2026 16:00 WIB"),
)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, which is the public internet for once."""
    monkeypatch.setattr(read.link, "__defaults__", (lambda address: address == "127.0.0.1",))
    monkeypatch.setattr(read.entries, "__defaults__", ("", "", lambda address: address == "127.0.0.1"))
    with Site() as started:
        started.publishes("/bendungan", DAM, date=None)
        started.publishes("/pasar", MARKET, date=None)
        yield started


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def run(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--db", str(archive), *arguments])


def articles(archive: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in run(archive, "export", "articles").stdout.splitlines()]


def test_a_feed_is_followed_pulled_and_left(archive: Path, site: Site) -> None:
    feed = site.announces("/rss", *ITEMS)
    assert run(archive, "feed", "add", feed).stdout == f"{feed}  Warta Priangan, 2 entries\n"
    assert articles(archive) == []

    assert f"{feed}  2 added, 0 known, 0 not read\n" in run(archive, "feed", "pull").stdout
    dam, market = articles(archive)
    assert dam["title"] == "Bupati Rini tinjau bendungan"
    assert dam["published"] == "2026-10-13T16:00:00+07:00"
    assert market["published"] == "2026-10-14T09:30:00+07:00"
    assert market["url"] == site.address("/pasar")

    site.asked.clear()
    assert run(archive, "feed", "pull").stdout == f"{feed}  0 added, 0 known, 0 not read\n"
    assert site.asked == ["/rss"]
    assert f"{feed}  Warta Priangan  20" in run(archive, "feed", "list").stdout

    assert run(archive, "feed", "remove", feed).exit_code == 0
    assert run(archive, "feed", "list").stdout == ""
    assert "is not followed" in run(archive, "feed", "remove", feed).output


def test_an_article_in_two_feeds_is_one(archive: Path, site: Site) -> None:
    site.publishes("/salinan", DAM.replace("sejak pagi", "sejak pagi hari"), outlet="Kabar Pagi")
    copy = ("/salinan", "Bendungan ditinjau", "Rabu, 14 Oktober 2026 06:00 WIB")
    for feed in (site.announces("/rss", ITEMS[1]), site.announces("/dua", copy, ITEMS[1])):
        run(archive, "feed", "add", feed)
    said = run(archive, "feed", "pull").stdout
    assert "1 added, 0 known" in said
    assert "0 added, 1 known" in said
    assert len(articles(archive)) == 1


def test_a_feed_that_cannot_be_read_stops_no_other(archive: Path, site: Site) -> None:
    broken, whole = site.announces("/rusak", ITEMS[0]), site.announces("/rss", ITEMS[1])
    for feed in (broken, whole):
        run(archive, "feed", "add", feed)
    site.pages["/rusak"] = "<html><body>Under maintenance</body></html>"
    site.etags.clear()
    done = run(archive, "feed", "pull")
    assert done.exit_code == 1
    assert f"{broken}: this is no RSS or Atom feed" in done.stderr
    assert "1 of 2 feeds could not be read" in done.stderr
    assert f"{whole}  1 added" in done.stdout
    assert "this is no RSS or Atom feed" in run(archive, "feed", "list").stdout.splitlines()[0]
    assert "127.0.0.1:1" not in (gone := run(archive, "feed", "add", "http://127.0.0.1:1/rss")).stdout
    assert "does not answer" in gone.stderr


def test_a_page_that_is_not_there_is_asked_for_some_times_and_no_more(archive: Path, site: Site) -> None:
    feed = site.announces("/rss", ("/nanti", "Belum ada", "Rabu, 14 Oktober 2026 06:00 WIB"), ITEMS[1])
    run(archive, "feed", "add", feed)
    for _ in range(TRIES):
        assert f"{site.address('/nanti')}: the link answers with 404" in run(archive, "feed", "pull").stderr
    run(archive, "feed", "pull")
    assert site.asked.count("/nanti") == TRIES
    assert site.asked.count("/bendungan") == 1


def test_what_is_no_feed_or_no_desk_is_told(archive: Path, site: Site) -> None:
    page = run(archive, "feed", "add", site.address("/pasar"))
    assert (page.exit_code, page.stderr) == (1, "Error: this is no RSS or Atom feed\n")
    assert "only http and https" in run(archive, "feed", "add", "file:///etc/passwd").stderr
    assert "there is no desk 'olahraga'" in run(archive, "feed", "--desk", "olahraga", "list").stderr
    assert "is not followed" in run(archive, "feed", "pull", "https://example.org/rss").stderr
