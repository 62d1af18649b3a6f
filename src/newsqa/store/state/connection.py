"""The one connection on which the bot's state is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newsqa.store.connection import connect, explained, writing


class Connection:
    """A SQLite connection that speaks in rows and refuses with StoreError.

    Its tables are made by `store/migrations/`, as the archive's are; `store/schema.py` says how to add one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = connect(path)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        with explained(self._path):
            return list(self._db.execute(sql, values))

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of a query, if there is one."""
        return next(iter(self.rows(sql, *values)), None)

    def write(self, sql: str, *values: object) -> int:
        """Change rows in one transaction; return how many."""
        return self.together([(sql, values)])

    def insert(self, sql: str, *values: object) -> int:
        """Insert one row without waiting for the disk; return its id."""
        self.soon([(sql, values)])
        found = self.row("select last_insert_rowid()")
        return int(found[0]) if found else 0

    def together(self, statements: Iterable[tuple[str, Sequence[object]]]) -> int:
        """Run several statements in one transaction, all or none; return how many rows they changed."""
        with explained(self._path), writing(self._db):
            return sum(max(self._db.execute(sql, values).rowcount, 0) for sql, values in statements)

    def soon(self, statements: Iterable[tuple[str, Sequence[object]]]) -> int:
        """Run statements in one transaction without waiting for the disk; return how many rows they changed.

        What dies with the process is nothing; what a power cut takes are the last of these, and everything that makes
        them again was written with `together` before.
        """
        with explained(self._path):
            self._db.execute("pragma synchronous = normal")
        try:
            return self.together(statements)
        finally:
            self._db.execute("pragma synchronous = full")

    def close(self) -> None:
        """Release the file."""
        self._db.close()
