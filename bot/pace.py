"""How often one person may ask."""

from __future__ import annotations

from cachetools import TTLCache

_PEOPLE = 10_000  # whose pace is known at once


class Pace:
    """Counts each person's questions in the running minute."""

    def __init__(self, per_minute: int) -> None:
        self._most = per_minute
        self._asked: TTLCache[int, list[None]] = TTLCache(_PEOPLE, ttl=60)

    def allows(self, person: int) -> bool:
        """Count one more question; False where it is one too many."""
        asked = self._asked.get(person)
        if asked is None:
            asked = self._asked[person] = []
        asked.append(None)
        return len(asked) <= self._most

    def is_first_too_many(self, person: int) -> bool:
        """Tell whether only one question of the running minute was too many: that is said once."""
        return len(self._asked.get(person) or ()) == self._most + 1
