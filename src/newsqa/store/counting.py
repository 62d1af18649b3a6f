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
_GROWN = 1.25  # times as many articles, from which common terms are counted anew
_REMEMBERED = 65_536  # terms whose count is remembered
# All terms at once: a look at one alone takes twice as long, most of it to begin and to end. To step over the newest
# sentences of a common term takes half the time that it takes to add them up.
_COUNT = """
select value, coalesce(
    (select rowid from words where words match value order by rowid limit 1 offset ?1 - 1),
    (select json_array(count(*), sum(rowid)) from words where words match value)
) from json_each(?2)
"""


class Count(NamedTuple):
    """In about how many sentences a term stands, and what tells which: with the same mark they are the same.

    It is the sum of their rows, or of a common term's sentences the row of the oldest of those that were counted.
    """

    often: int
    mark: int


class Counts:
    """How common the terms of one archive are, as far as was asked; call `refresh` before asking."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._common: LRUCache[str, Count] = LRUCache(_REMEMBERED)
        self._rare: LRUCache[str, Count] = LRUCache(_REMEMBERED)
        self._written = self._counted = 0

    def refresh(self) -> None:
        """Forget how rare terms were once something was written, and how common once much was.

        What is as common as that stays so, but is held for rarer than it is where the archive has grown beneath it.
        """
        written = self._db.execute("select last from numbers").fetchone()[0]
        if written != self._written:
            self._written = written
            self._rare.clear()
            if written > _GROWN * self._counted:
                self._counted = written
                self._common.clear()

    def of(self, terms: Sequence[str]) -> dict[str, int]:
        """Return in about how many sentences each term stands."""
        return {term: count.often for term, count in self._counts(terms).items()}

    def _counts(self, terms: Sequence[str]) -> dict[str, Count]:
        found = {term: self._common.get(term) or self._rare.get(term) for term in terms}
        missing = {quoted(term): term for term, known in found.items() if known is None}
        rows = self._db.execute(_COUNT, (_COUNTED, json.dumps(list(missing)))) if missing else ()
        fresh = {missing[value]: self._estimated(row) for value, row in rows}
        for term, count in fresh.items():
            (self._common if count.often >= _COMMON else self._rare)[term] = count
        return {term: known or fresh[term] for term, known in found.items()}

    def _estimated(self, counted: str | int) -> Count:
        """Return the count of a term: of a rare one as it was made, of a common one by its row that was come to."""
        if isinstance(counted, str):
            often, sum_ = json.loads(counted)
            return Count(often, sum_ or 0)
        denser = (self._written + 1) / (self._written + 1 - ARTICLES + counted // PLACES)
        return Count(int(_COUNTED * denser), counted)

    def most(self, group: Sequence[str]) -> int:
        """Return in about how many sentences the commonest term of a group stands."""
        return max(self.of(group).values())

    def needed(self, group: Sequence[str]) -> list[str]:
        """Return the terms of a group, of those that stand in the same sentences only the first.

        Most words are their own lemma, and nothing else has their skeleton: to look for all three takes thrice as long.
        """
        return list({count: term for term, count in self._counts(group[::-1]).items()}.values())
