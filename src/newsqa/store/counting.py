"""How common terms are: counted up to some thousands, beyond that estimated from how densely the newest stand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import pysqlite3 as sqlite3
from cachetools import LRUCache

from newsqa.store.index import ARTICLES, PLACES, quoted

_COMMON = 500  # sentences from which a term is common
_COUNTED = 1_000  # sentences that are counted, the newest; of a commoner term the rest is estimated
_REMEMBERED = 65_536  # terms whose count is remembered
# All terms at once: a look at one alone takes twice as long, most of it to begin and to end.
_COUNT = f"""
select value, json((
    select json_array(count(*), max(rowid), total({ARTICLES * PLACES} - rowid))
    from (select rowid from words where words match value order by rowid limit ?)
)) from json_each(?)
"""  # noqa: S608  our own numbers


class Count(NamedTuple):
    """In about how many sentences a term stands, and the sum of the newest's numbers: same sum, same sentences."""

    often: int
    sum: float


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

    def of(self, terms: Sequence[str]) -> dict[str, int]:
        """Return in about how many sentences each term stands."""
        return {term: count.often for term, count in self._counts(terms).items()}

    def _counts(self, terms: Sequence[str]) -> dict[str, Count]:
        found = {term: self._common.get(term) or self._rare.get(term) for term in terms}
        missing = {quoted(term): term for term, known in found.items() if known is None}
        rows = self._db.execute(_COUNT, (_COUNTED, json.dumps(list(missing)))) if missing else ()
        fresh = {missing[value]: self._estimated(*json.loads(row)) for value, row in rows}
        for term, count in fresh.items():
            (self._common if count.often >= _COMMON else self._rare)[term] = count
        return {term: known or fresh[term] for term, known in found.items()}

    def _estimated(self, counted: int, oldest: int | None, sum_: float) -> Count:
        full = counted == _COUNTED and oldest is not None
        denser = (self._written + 1) / (self._written + 1 - ARTICLES + (oldest or 0) // PLACES) if full else 1
        return Count(int(counted * denser), sum_)

    def most(self, group: Sequence[str]) -> int:
        """Return in about how many sentences the commonest term of a group stands."""
        return max(self.of(group).values())

    def needed(self, group: Sequence[str]) -> list[str]:
        """Return the terms of a group, of those that stand in the same sentences only the first.

        Most words are their own lemma, and nothing else has their skeleton: to look for all three takes thrice as long.
        """
        return list({count: term for term, count in self._counts(group[::-1]).items()}.values())
