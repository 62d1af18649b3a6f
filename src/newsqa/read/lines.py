"""Articles one JSON object a line."""

from __future__ import annotations

import json

from newsqa.errors import UnreadableArticleError

_FIELDS = ("id", "title", "outlet", "author", "published", "url", "language", "text")


def read(data: bytes, _url: str) -> list[dict[str, str]]:
    """Return one row a line. Raises UnreadableArticleError with the number of the first line that is none."""
    return [_row(number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]


def _row(number: int, line: bytes) -> dict[str, str]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableArticleError(f"line {number}: not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableArticleError(f"line {number}: there is no text")
    return {key: str(row[key]) for key in _FIELDS if row.get(key)}
