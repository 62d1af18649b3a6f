"""The one connection on which the bot's state is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pysqlite3 as sqlite3

from newsqa.errors import StoreError

_BUSY = 10_000  # milliseconds to wait while another connection writes


class Connection:
    """A SQLite connection that speaks in rows and refuses with StoreError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = self._opened(path)

    def _opened(self, path: Path) -> Any:  # noqa: ANN401  pysqlite3 ships no types
        try:
            db = sqlite3.connect(str(path), timeout=_BUSY / 1000)
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = full")
        except sqlite3.Error as error:
            raise StoreError(f"{path} cannot be used as an archive: {error}") from error
        return db

    def script(self, schema: str) -> None:
        """Make the tables that are not there yet."""
        try:
            self._db.executescript(schema)
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be used as an archive: {error}") from error

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        try:
            return list(self._db.execute(sql, values))
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be read: {error}") from error

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of a query, if there is one."""
        return next(iter(self.rows(sql, *values)), None)

    def write(self, sql: str, *values: object) -> int:
        """Change rows in one transaction; return how many."""
        return self.together([(sql, values)])

    def insert(self, sql: str, *values: object) -> int:
        """Insert one row; return its id."""
        self.write(sql, *values)
        found = self.row("select last_insert_rowid()")
        return int(found[0]) if found else 0

    def together(self, statements: Iterable[tuple[str, Sequence[object]]]) -> int:
        """Run several statements in one transaction, all or none; return how many rows they changed."""
        changed = 0
        try:
            with self._db:
                self._db.execute("begin immediate")
                for sql, values in statements:
                    changed += max(self._db.execute(sql, values).rowcount, 0)
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} cannot be written: {error}") from error
        return changed

    def close(self) -> None:
        """Release the file."""
        self._db.close()
