"""What a desk keeps back until a time, and what arrived once it was let out."""

from __future__ import annotations

import datetime as dt

from newsqa.store.protocol import Arrival, Embargo
from newsqa.store.seen import Seen


class Keeping:
    """The embargoes of one desk, and what arrived at any."""

    _store: Seen
    scope: str

    def keep_back(self, article: str, until: dt.datetime, by: int = 0) -> Embargo:
        """Keep an article from all but the desk's editors until a time, even before it comes."""
        embargo = Embargo(scope=self.scope, article=article, until=until, by=by, since=dt.datetime.now(dt.UTC))
        self._store.keep_back(embargo)
        return embargo

    def let_out(self, article: str) -> bool:
        """End an article's embargo now; False where there was none."""
        return self._store.let_out(self.scope, article, dt.datetime.now(dt.UTC))

    def end_embargoes(self) -> list[tuple[str, str]]:
        """End every desk's embargoes that are over; return (desk, article) of each."""
        return self._store.end_embargoes(dt.datetime.now(dt.UTC))

    def embargoes(self) -> list[Embargo]:
        """Return what the desk keeps back, the first to end first; to none but its editors."""
        return self._store.embargoes(self.scope)

    def next_end(self) -> dt.datetime | None:
        """Return when the next embargo of any desk ends."""
        return self._store.next_end()

    def arrivals(self, after: int, limit: int = 100) -> list[Arrival]:
        """Return what arrived at any desk after a place in the list, oldest first."""
        return self._store.arrivals(after, limit)
