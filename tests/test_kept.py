"""Tables kept from one start to the next."""

import os
import time
from pathlib import Path

import pytest

from newsqa.text.kept import kept, place


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return place()


def made(*_: object) -> dict[str, tuple[int, ...]]:
    return {"a": (1, 2)}


def never() -> object:
    pytest.fail("made anew")


def test_what_was_made_from_the_same_bytes_is_read_back() -> None:
    assert kept("t", [b"x", b"y"], made) == kept("t", [b"x", b"y"], never) == {"a": (1, 2)}


@pytest.mark.parametrize("others", [[b"x"], [b"xy"], [b"y", b"x"]])
def test_other_bytes_make_it_anew(others: list[bytes]) -> None:
    kept("t", [b"x", b"y"], made)
    assert kept("t", others, lambda: "new") == "new"


@pytest.mark.parametrize("broken", [b"", b"\xff\xff", b"{"])
def test_a_broken_table_is_made_anew_and_mended(broken: bytes, cache: Path) -> None:
    kept("t", [b"x"], made)
    (path,) = cache.iterdir()
    path.write_bytes(broken)
    assert kept("t", [b"x"], made) == kept("t", [b"x"], never) == {"a": (1, 2)}


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert [kept("t", [b"x"], made), kept("t", [b"x"], lambda: 2)] == [{"a": (1, 2)}, 2]


def test_tables_of_old_versions_are_removed_and_those_of_a_neighbour_stay(cache: Path) -> None:
    kept("t", [b"old"], made)
    (old,) = cache.iterdir()
    os.utime(old, (0, time.time() - 40 * 24 * 3600))
    kept("t", [b"new"], made)
    kept("t", [b"neighbour"], made)
    assert not old.exists()
    assert len(list(cache.iterdir())) == 2
