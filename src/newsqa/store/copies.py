"""Copies of an archive: made while it is in use, and put in its place again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pysqlite3 as sqlite3

from newsqa.errors import StoreError
from newsqa.store import verify
from newsqa.store.connection import connect, connect_to_read, explained, writing

_BESIDE = ("", "-wal", "-shm")  # the files of an archive


def backup(db: sqlite3.Connection, path: Path) -> None:
    """Copy an archive to a file, which is there only once it is whole."""
    part = path.with_name(f"{path.name}.part")
    with explained(path):
        try:
            _copy(db, part)
            part.replace(path)
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)


def restore(path: Path, copy: Path) -> None:
    """Put a copy in an archive's place, all of it or nothing; whoever has the archive open reads the copy from then on.

    An archive that is too damaged to be written over is set aside, named `….damaged`.

    Raises StoreError where the copy is not whole; then the archive is as it was.
    """
    with closing(_whole(copy)) as source:
        last = _last(path)
        try:
            _copy(source, path)
        except sqlite3.DatabaseError:
            _set_aside(path)
            with explained(path):
                _copy(source, path)
    with closing(connect(path)) as db, explained(path), writing(db):
        db.execute("update numbers set last = max(last, ?)", (last,))  # a number is not given twice, come what may


def _whole(copy: Path) -> sqlite3.Connection:
    source = connect_to_read(copy)
    with explained(copy):
        problem = next(verify.contents(source), None)
    if problem:
        source.close()
        raise StoreError(f"{copy} is not whole: {problem}")
    return source


def _last(path: Path) -> int:
    """Return the last number that an archive gave, 0 where that cannot be read."""
    try:
        with closing(connect_to_read(path)) as db:
            return int(db.execute("select last from numbers").fetchone()[0])
    except (StoreError, sqlite3.Error):
        return 0


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(str(path))) as target:
        target.execute("pragma synchronous = full")
        source.backup(target)


def _set_aside(path: Path) -> None:
    for end in _BESIDE:
        file = path.with_name(path.name + end)
        if file.exists():
            file.replace(path.with_name(f"{path.name}{end}.damaged"))
