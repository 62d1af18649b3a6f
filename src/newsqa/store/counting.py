"""How common terms are: counted up to some thousands, beyond that estimated from how densely the newest stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pysqlite3 as sqlite3
from cachetools import LRUCache

from newsqa.store.writing import PLACES

_COMMON = 500  # sentences from which a term is common
_COUNTED = 1_000  # sentences that are counted, the newest; of a commoner term the rest is estimated
_REMEMBERED = 65_536  # terms whose count is remembered
_COUNT = """
select count(*), min(rowid), total(rowid) from (select rowid from words where words match ? order by rowid desc limit ?)
"""


class Count(NamedTuple):
    """In about how many sentences a term stands, and the sum of the newest's numbers: same sum, same sentences."""

    often: int
    sum: float


def quoted(term: str) -> str:
    """Return a term as FTS5 takes it for a word and nothing else."""
    return '"' + term.replace('"', '""') + '"'


class Counts:
    """How common the terms of one archive are, as far as was asked; call `refresh` before asking."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._common: LRUCache[str, Count] = LRUCache(_REMEMBERED)
        self._rare: LRUCache[str, Count] = LRUCache(_REMEMBERED)
        self._written = 0

    def refresh(self) -> None:
        """Forget how rare terms were once something was written; a common one is common anyway."""
        written = self._db.execute("select last from numbers").fetchone()[0]
        if written != self._written:
            self._written = written
            self._rare.clear()

    def of(self, term: str) -> int:
        """Return in about how many sentences a term stands."""
        return self._count(term).often

    def _count(self, term: str) -> Count:
        known = self._common.get(term) or self._rare.get(term)
        if known is None:
            counted, oldest, sum_ = self._db.execute(_COUNT, (quoted(term), _COUNTED)).fetchone()
            denser = (self._written + 1) / (self._written + 1 - oldest // PLACES) if counted == _COUNTED else 1
            known = Count(int(counted * denser), sum_)
            (self._common if counted >= _COMMON else self._rare)[term] = known
        return known

    def most(self, group: Sequence[str]) -> int:
        """Return in about how many sentences the commonest term of a group stands."""
        return max(map(self.of, group))

    def needed(self, group: Sequence[str]) -> list[str]:
        """Return the terms of a group, of those that stand in the same sentences only the first.

        Most words are their own lemma, and nothing else has their skeleton: to look for all three takes thrice as long.
        """
        return list({self._count(term): term for term in reversed(group)}.values())
