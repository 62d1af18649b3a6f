"""Articles one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsqa.errors import UnreadableArticleError

_FIELDS = ("id", "title", "outlet", "author", "published", "url", "language", "text")


def read(data: bytes, _url: str) -> list[dict[str, str]]:
    """Return one row a line. Raises UnreadableArticleError with the number of the first line that is none."""
    return [_row(number, line) for number, line in numbered(data)]


def numbered(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything, with their numbers."""
    yield from ((number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip())


def row(line: bytes) -> dict[str, str]:
    """Return the article in one line. Raises UnreadableArticleError for a line that is none."""
    try:
        told = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableArticleError(f"not JSON: {error}", "json") from error
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise UnreadableArticleError("there is no text", "empty")
    return {key: str(told[key]) for key in _FIELDS if told.get(key)}


def _row(number: int, line: bytes) -> dict[str, str]:
    try:
        return row(line)
    except UnreadableArticleError as error:
        raise UnreadableArticleError(f"line {number}: {error}", error.reason, error.about) from error
