"""Lines of JSON, as people give them."""

from __future__ import annotations

import json
from typing import Any

from newsqa.errors import UnreadableArticleError


def object_of(line: str) -> dict[str, Any]:
    """Return the object on a line. Raises UnreadableArticleError where there is none."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableArticleError(f"not JSON: {error}", "json") from error
    if not isinstance(row, dict):
        raise UnreadableArticleError("not a JSON object", "json")
    return row
