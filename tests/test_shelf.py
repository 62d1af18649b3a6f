"""Tables of which a row is read when it is asked for."""

import os
from pathlib import Path

import pytest

from newsqa.text import kept
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf, packed

ROWS: list[tuple[str, object]] = [
    ("meet", ("p.meet", "t.meeting")),
    ("bertemu dengan", ("p.meet",)),
    ("", 0.5),
    ("Ōsaka", [1, 2]),
    ("\ud800", "half a sign"),
]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return kept.place()


def never() -> list[tuple[str, object]]:
    pytest.fail("made anew")


def test_a_row_is_found_by_its_key_and_no_other() -> None:
    shelf = Shelf(packed(ROWS))
    assert [shelf.get(key) for key, _ in ROWS] == [row for _, row in ROWS]
    assert [shelf.get(key) for key in ("mee", "meets", "bertemu", "osaka")] == [None] * 4


def test_a_shelf_of_many_rows_has_them_all_and_no_more() -> None:
    shelf = Shelf(packed((f"key {n}", n) for n in range(5000)))
    assert dict(shelf) == {f"key {n}": n for n in range(5000)}
    assert len(shelf) == 5000


def test_an_empty_shelf_has_nothing() -> None:
    assert dict(Shelf(packed([]))) == {}


def test_what_is_not_there_is_no_row() -> None:
    with pytest.raises(KeyError):
        Shelf(packed(ROWS))["nobody"]


def test_what_was_made_from_the_same_bytes_is_read_back() -> None:
    shelved("t", [b"x"], lambda: ROWS)
    assert dict(shelved("t", [b"x"], never)) == dict(ROWS)
    assert dict(shelved("t", [b"y"], list)) == {}


@pytest.mark.parametrize("left", [0, 3, 12, 40])
def test_a_file_cut_off_is_made_anew_and_mended(left: int, cache: Path) -> None:
    shelved("t", [b"x"], lambda: ROWS)
    (path,) = cache.iterdir()
    path.write_bytes(path.read_bytes()[:left])
    assert dict(shelved("t", [b"x"], lambda: ROWS)) == dict(shelved("t", [b"x"], never)) == dict(ROWS)


@pytest.mark.skipif(os.name == "nt", reason="a file in use is not replaced there")
def test_a_shelf_in_use_is_not_changed_by_a_newer_one(cache: Path) -> None:
    old = shelved("t", [b"x"], lambda: ROWS)
    (path,) = cache.iterdir()
    path.unlink()
    shelved("t", [b"x"], lambda: [("other", 1)])
    assert dict(old) == dict(ROWS)


def test_where_nothing_can_be_written_rows_are_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert dict(shelved("t", [b"x"], lambda: ROWS)) == dict(ROWS)
