"""Where the parts meet: add an article, ask a question, say why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from newsqa.answer.answering import After, answer, explain
from newsqa.answer.courtesies import Courtesy, courtesy
from newsqa.answer.followups import Earlier, Followup, followup
from newsqa.answer.lookups import Lookups, Profile
from newsqa.answer.parse import asks
from newsqa.answer.watches import Noticed, Watch, is_copy, noticed, plain, successor, watch_of
from newsqa.explanation import Explanation
from newsqa.extract import RULES, corrections, extract
from newsqa.extract.bulk import extracted
from newsqa.extract.fixes import Fix, logged
from newsqa.feeds import Feeds
from newsqa.given import article_of, identifier, readable
from newsqa.keeping import Keeping
from newsqa.model import Article, Correction, Extraction, Reply
from newsqa.read import link as rows_of_link
from newsqa.read import parts as rows_of_many
from newsqa.read import plain as plain_text
from newsqa.read import read as rows_of_file
from newsqa.read import refused as refused_part
from newsqa.rows import shown as shown_row
from newsqa.rows import table
from newsqa.store.mailbox import TRIES, Held, Incoming, Outgoing
from newsqa.store.protocol import Arrival, Embargo, Outlet, Reader, Stats, Store, Stored
from newsqa.store.seen import Seen
from newsqa.store.state import State
from newsqa.store.state.imports import Import
from newsqa.store.state.people import ROLES, Invitation, Member, Role, Standing
from newsqa.store.state.shown import Shown, Sums, Turn, Version
from newsqa.store.state.watching import MOST_WATCHES, Digest, News, Told, Watcher
from newsqa.text.document import told_day
from newsqa.text.marks import enclosed
from newsqa.text.moments import embargo_in, hour, moment, zone_named
from newsqa.text.sketch import ALIKE, sketch

__all__ = [
    "ALIKE",
    "DESK",
    "MOST_WATCHES",
    "ROLES",
    "TRIES",
    "Added",
    "After",
    "Arrival",
    "Correction",
    "Courtesy",
    "Digest",
    "Earlier",
    "Embargo",
    "Fix",
    "Followup",
    "Held",
    "Import",
    "Incoming",
    "Invitation",
    "Lookups",
    "Member",
    "News",
    "Newsroom",
    "Noticed",
    "Outgoing",
    "Outlet",
    "Profile",
    "Reader",
    "Role",
    "Shown",
    "Standing",
    "State",
    "Stats",
    "Stored",
    "Sums",
    "Told",
    "Turn",
    "Version",
    "Watch",
    "Watcher",
    "article_of",
    "asks",
    "courtesy",
    "enclosed",
    "followup",
    "hour",
    "identifier",
    "is_copy",
    "moment",
    "noticed",
    "open_state",
    "plain",
    "readable",
    "refused_part",
    "rows_of_file",
    "rows_of_link",
    "rows_of_many",
    "shown_row",
    "sketch",
    "successor",
    "table",
    "told_day",
    "watch_of",
    "zone_named",
]

DESK = "newsroom"
ZONE = ZoneInfo("Asia/Jakarta")  # the newsroom's clock, where no other is set


class Added(NamedTuple):
    """What became of an article: what was found in it, and whether the archive had it already."""

    article: Article
    extraction: Extraction
    known: bool = False


class Newsroom(Keeping):
    """One desk's archive and all that a reader can ask of it."""

    def __init__(self, store: Store, scope: str = DESK, zone: dt.tzinfo = ZONE) -> None:
        self._store = store if isinstance(store, Seen) else Seen(store, Reader(operator=True))
        self.scope = scope
        self.zone = zone

    @classmethod
    def open(cls, path: Path, scope: str = DESK, zone: dt.tzinfo = ZONE) -> Newsroom:
        """Return the newsroom whose archive is the SQLite file at `path`, made if it is not there.

        `zone` is the newsroom's clock, by which an hour in an article's embargo is meant that names none.
        """
        from newsqa.store.sqlite import SqliteStore  # noqa: PLC0415  SQLite is loaded only when an archive is opened

        return cls(SqliteStore(path), scope, zone)

    def at(self, scope: str, reader: Reader | None = None) -> Newsroom:
        """Return a desk's newsroom over the same store, as another reader sees it if one is named."""
        return Newsroom(self._store.by(reader) if reader else self._store, scope, self.zone)

    def add(self, article: Article) -> Added:
        """Extract and store one article. Raises UnreadableArticleError, StoreError; then nothing is stored."""
        plain_text.checked(article.text)
        return self._put(article, extract(article))

    def add_row(self, row: dict[str, Any]) -> Added:
        """Add the article that a plain row describes; an id or title that it lacks is made from its text.

        Raises UnreadableArticleError where the row is not an article.
        """
        return self.add(article_of(row))

    def add_many(self, articles: Iterable[Article]) -> Iterator[Added]:
        """Extract and store many articles on all cores, yielding each once it is stored. Raises StoreError."""
        return (self._put(article, extraction) for article, extraction in extracted(articles))

    def _put(self, article: Article, extraction: Extraction) -> Added:
        """Store an article with all that people set right in it, what another process logs in the meantime too."""
        log = self._log(article.id)
        added = _set_right(article, extraction, log)
        self._keep_back_as_said(article)
        self._store.put_article(self.scope, added.article, added.extraction)
        return added if self._log(article.id) == log else self._put(article, extraction)

    def reading(self, article: Article) -> Stored:
        """Return what is found in an article, with all that people set right in it; nothing is stored."""
        read = _set_right(article, extract(article), self._log(article.id))
        return Stored(article=read.article, extraction=read.extraction)

    def _keep_back_as_said(self, article: Article) -> None:
        """Keep a new article back that says at its head until when, unless an editor has said so."""
        until = embargo_in(article.text, dt.datetime.now(dt.UTC), self.zone)
        if until is None:
            return
        inside = self._store.by(Reader(operator=True))
        known = {*inside.ids(self.scope), *(embargo.article for embargo in inside.embargoes(self.scope))}
        if article.id not in known:
            self.keep_back(article.id, until)

    def _log(self, article: str) -> list[Correction]:
        return self._store.by(Reader(operator=True)).corrections(self.scope, article)

    def correct(self, article: str, fix: Fix, by: int = 0) -> Correction:
        """Set something right in an article, from now on and through every reindex; return it with what stood there.

        Raises UnknownArticleError, and UncorrectableError where there is nothing to correct.
        """
        stored = self.show(article)
        correction = logged(self.scope, stored.article, stored.extraction, fix)
        kept = self._store.log(correction.model_copy(update={"by": by}))
        self.add(stored.article)
        return kept

    def undo(self, article: str, no: int, by: int) -> Correction | None:
        """Take back one correction of an article; return it, None where it does not hold any more.

        Raises UnknownArticleError.
        """
        stored = self.show(article)
        undone = next((c for c in corrections.active(self.corrections(article)) if c.no == no), None)
        if undone is None or not self._store.undo(self.scope, no, by, dt.datetime.now(dt.UTC)):
            return None
        self.add(corrections.reverted(stored.article, undone, self.corrections(article)))
        return undone

    def corrections(self, article: str) -> list[Correction]:
        """Return all that was ever set right in an article, what was taken back too, oldest first."""
        return self._store.corrections(self.scope, article)

    def ask(self, question: str, article: str | None = None, after: After | None = None) -> Reply:
        """Return what the archive, or one article, says. Raises UnreadableQuestionError, UnknownArticleError."""
        if article is not None:
            self.show(article)
        return answer(self._store, self.scope, readable(question), article, after)

    def why(self, question: str, article: str | None = None) -> Explanation:
        """Return how a question comes to its answer. Raises UnreadableQuestionError, UnknownArticleError."""
        if article is not None:
            self.show(article)
        return explain(self._store, self.scope, readable(question), article)

    @property
    def lookups(self) -> Lookups:
        """Return what can be looked up without a question."""
        return Lookups(self._store, self.scope)

    @property
    def feeds(self) -> Feeds:
        """Return the feeds that the desk follows."""
        return Feeds(self._store, self.scope)

    def show(self, article: str) -> Stored:
        """Return one article with all that was found in it. Raises UnknownArticleError."""
        return self._store.get_article(self.scope, article)

    def articles(self) -> Iterator[Stored]:
        """Yield every article with all that was found in it, oldest first."""
        return self._store.articles(self.scope)

    def ids(self) -> list[str]:
        """Return the ids of all articles, in the order in which they came."""
        return self._store.ids(self.scope)

    def delete(self, article: str) -> None:
        """Remove one article and all that was found in it. Raises UnknownArticleError."""
        self._store.delete_article(self.scope, article)

    def redo(self) -> Iterator[Added]:
        """Redo the extraction of every article with today's rules on all cores, yielding each."""
        return self.add_many(self.show(article).article for article in self.ids())

    def verify(self) -> list[str]:
        """Return what is wrong with the archive, a line each; none where all is well."""
        return self._store.verify()

    def backup(self, path: Path) -> None:
        """Copy the archive as it is now, while it is in use. Raises StoreError."""
        self._store.backup(path)

    @staticmethod
    def restore(path: Path, copy: Path) -> None:
        """Put a copy in the place of the archive at `path`, even while it is in use.

        Raises StoreError where the copy is not whole; then the archive is as it was.
        """
        from newsqa.store.copies import restore  # noqa: PLC0415  SQLite is loaded only when an archive is opened

        restore(path, copy)

    def stats(self) -> Stats:
        """Return how much the archive holds."""
        return self._store.stats(self.scope)

    def outdated(self) -> int:
        """Return how many articles, of every desk, older rules have read: a redo finds more in them."""
        return self._store.outdated(RULES)

    def close(self) -> None:
        """Release the archive."""
        self._store.close()


def _set_right(article: Article, extraction: Extraction, log: Sequence[Correction]) -> Added:
    """Return an article and what was found in it, with all that people set right."""
    fixed = corrections.corrected(article, log)
    found = extraction if fixed.published == article.published else extract(fixed, dated=True)
    return Added(fixed, corrections.applied(fixed, found, log))


def open_state(path: Path) -> State:
    """Return what the bot remembers of people and chats, kept in the archive's own file."""
    return State(path, DESK)
