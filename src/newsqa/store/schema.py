"""The tables of an archive, and how an older archive becomes a newer one.

Every table of the file, the archive's and the bot's, is made by a script in `migrations/`, each applied once, in the
order of its number; `user_version` counts those that a file has had. To add a table or change one:

1. write `migrations/NNNN-what.sql` with the next free number, and comment the columns there;
2. never touch a script that has been released: what it made is in people's files;
3. for a release, keep an archive that it wrote in `tests/store/released/`: the tests bring each of them up to date.

Two branches that took the same number are told so by the first archive that is opened; the later one renames.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pysqlite3 as sqlite3


@cache
def migrations() -> tuple[str, ...]:
    """Return the scripts in the order of their numbers. Raises ValueError where a number is missing or taken twice."""
    folder = files("newsqa.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    for number, name in enumerate(names, 1):
        if not name.startswith(f"{number:04}-"):
            raise ValueError(f"the migration {name} should have the number {number:04}")
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, so that all of them can stand in one transaction."""
    waiting = ""
    for piece in script.split(";")[:-1]:  # after the last one nothing is left to do
        waiting += piece + ";"
        if sqlite3.complete_statement(waiting):  # not where the semicolon stands in quotes or in a comment
            yield waiting
            waiting = ""
