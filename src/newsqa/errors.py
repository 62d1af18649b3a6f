"""What can go wrong, each as a type whose message tells a reader what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Reason = Literal[
    # of any text or file
    "empty", "long", "binary", "broken", "locked", "pictures", "format", "several", "slow", "heavy", "field",
    # of files of many articles
    "json", "files", "nested",
    # of what is sent to a chat
    "large", "withheld",
    # of links
    "link", "scheme", "login", "redirects", "status", "silent", "page", "host", "private", "no-article",
    "page-missing", "feed", "no-entries",
]  # fmt: skip


class NewsqaError(Exception):
    """Be the root of every error that newsqa raises on purpose."""


class UnreadableArticleError(NewsqaError):
    """Say why a text or file cannot become an article; `reason` and what it is about are for saying it elsewhere."""

    def __init__(self, message: str, reason: Reason, about: Mapping[str, str | int] | None = None) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.about = dict(about or {})


class UnreadableQuestionError(NewsqaError):
    """Say why a text cannot be read as a question."""


class UnknownArticleError(NewsqaError):
    """Name the article that is not in the archive."""

    def __init__(self, article: str) -> None:
        super().__init__(f"no article {article!r} in the archive")
        self.article = article


class UnknownDeskError(NewsqaError):
    """Name the desk that was never made."""

    def __init__(self, desk: str) -> None:
        super().__init__(f"there is no desk {desk!r}")
        self.desk = desk


class UncorrectableError(NewsqaError):
    """Say why a correction cannot be made: what it is about is not there, or is so already."""


class UnknownLanguageError(NewsqaError):
    """Name the language for which there is no data."""


class StoreError(NewsqaError):
    """Say why the archive cannot be read or written."""


class NotAnArchiveError(StoreError):
    """Name the file that is something else than an archive, or an archive of a newer newsqa."""


class ReadOnlyArchiveError(StoreError):
    """Name the archive that cannot be opened or written."""


class FullDiskError(StoreError):
    """Name the archive whose disk takes no more; what was being written is not in it."""


class DamagedArchiveError(StoreError):
    """Name the archive that is damaged."""
