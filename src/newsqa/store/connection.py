"""Connections to an SQLite file: how they are opened, and what their errors mean to a reader."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pysqlite3 as sqlite3

from newsqa.errors import DamagedArchiveError, FullDiskError, NotAnArchiveError, ReadOnlyArchiveError, StoreError
from newsqa.store.schema import migrations, statements

_BUSY_MS = 10_000
_WAITING = 10  # times the deadline that a busy machine may make the same work take
_STEPS = 2_000  # of SQLite's machine between two looks at the clock
_WHAT = (
    ("file is not a database", NotAnArchiveError, "is not an archive"),
    ("readonly", ReadOnlyArchiveError, "cannot be written: the file or its folder is read-only"),
    ("unable to open", ReadOnlyArchiveError, "cannot be opened: is there such a folder, and may it be written?"),
    ("disk is full", FullDiskError, "cannot be written: the disk is full"),
    ("disk i/o error", FullDiskError, "cannot be written: the disk does not take it"),
    ("malformed", DamagedArchiveError, "is damaged; restore a backup"),
    ("locked", StoreError, "is held by another process that does not let go of it"),
    ("interrupted", StoreError, "took too long to read"),
)
_LOGGED = 64 << 20  # bytes of the log that are left to be written over
_CHECKED = 4_000  # pages of the log, 16 MB, that are put in their places at once, for one write in more than a hundred
_CACHED = 64 << 10  # KiB of pages that a connection keeps


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that may write, its file brought up to today's tables.

    Raises a StoreError that says what is wrong with the file.
    """
    with explained(path):
        db = sqlite3.connect(str(path), isolation_level=None, check_same_thread=False)
        db.execute(f"pragma busy_timeout = {_BUSY_MS}")
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = full")
        db.execute(f"pragma journal_size_limit = {_LOGGED}")
        db.execute(f"pragma wal_autocheckpoint = {_CHECKED}")
        db.execute(f"pragma cache_size = -{_CACHED}")
        db.execute("pragma foreign_keys = on")
        _migrate(db, path)
    return db


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection by which nothing can be written. Raises StoreError."""
    with explained(path):
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        db.execute(f"pragma busy_timeout = {_BUSY_MS}")
        db.execute(f"pragma cache_size = -{_CACHED}")
    return db


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    """Apply the scripts that the file has not had; of two processes that start at once one waits for the other."""
    scripts = migrations()
    if _version(db) == len(scripts):
        return
    with writing(db):
        version = _version(db)
        if version > len(scripts):
            raise NotAnArchiveError(f"{path} was written by a newer newsqa; update this one")
        for statement in chain.from_iterable(map(statements, scripts[version:])):
            db.execute(statement)
        db.execute(f"pragma user_version = {len(scripts)}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into an error that a reader can act on."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error).lower()
        for mark, kind, meaning in _WHAT:
            if mark in said:
                raise kind(f"{path} {meaning}") from error
        raise StoreError(f"{path}: {error}") from error


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Hold the one write transaction: all that is done inside is kept, or nothing is."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


@contextmanager
def within(db: sqlite3.Connection, milliseconds: float) -> Iterator[None]:
    """Stop whatever the connection is doing when the time is up; SQLite then raises that it was interrupted."""
    seconds, began, worked = milliseconds / 1000, time.monotonic(), time.thread_time()

    def is_over() -> bool:
        waited = time.monotonic() - began  # never less than the work, and asked for in a tenth of the time
        return waited > seconds and (time.thread_time() - worked > seconds or waited > _WAITING * seconds)

    db.set_progress_handler(is_over, _STEPS)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)
