"""The seam: what an archive must be able to do, whatever engine keeps it.

Every call names its scope, the desk whose archive it is; there is no call that sees them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from newsqa.model import Article, Extraction, Sentence, Value


class Query(Value):
    """What to look for: every group must match, a group matches when one of its normalised terms does."""

    must: tuple[tuple[str, ...], ...]
    article: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    order: Literal["relevance", "newest"] = "relevance"
    limit: int = 200
    deadline_ms: float = 50.0


class Hit(Value):
    """One sentence that a query found: which, and how well its words match (higher is better)."""

    article: str
    index: int
    score: float


class Stored(Value):
    """An article as the archive keeps it, with what the rules found in it."""

    article: Article
    extraction: Extraction


class Store(Protocol):
    """An archive of several desks."""

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        """Write an article and its extraction in one transaction; the same id again replaces it."""

    def get_article(self, scope: str, article: str) -> Stored:
        """Return one article. Raises UnknownArticleError."""

    def articles(self, scope: str) -> Iterator[Stored]:
        """Yield every article of the scope, oldest first."""

    def delete_article(self, scope: str, article: str) -> None:
        """Remove an article and all that was found in it. Raises UnknownArticleError."""

    def search(self, scope: str, query: Query) -> list[Hit]:
        """Return the sentences that match, best first, within the query's limit and deadline."""

    def sentences(self, scope: str, hits: Iterable[tuple[str, int]]) -> list[Sentence]:
        """Return the sentences at (article, index), in that order."""

    def doc_freq(self, scope: str, terms: Iterable[str]) -> dict[str, int]:
        """Return in how many sentences each normalised term occurs."""

    def close(self) -> None:
        """Release the archive."""
