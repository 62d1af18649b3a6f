"""Plain text and Markdown files."""

from __future__ import annotations

import re

from newsqa.errors import UnreadableArticleError

_HEADING = re.compile(r"\s*#\s(?P<title>[^\n]+)\n")
MOST = 2_000_000  # characters; a longer text is a book or an attack, not an article


def text_of(data: bytes) -> str:
    """Return the text of a plain file. Raises UnreadableArticleError where it is not UTF-8 text."""
    try:
        return checked(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(f"this is not UTF-8 text (byte {error.start})") from error


def checked(text: str) -> str:
    """Return `text` unaltered if it can be an article. Raises UnreadableArticleError with the reason if it cannot."""
    if not text.strip():
        raise UnreadableArticleError("the text is empty")
    if len(text) > MOST:
        raise UnreadableArticleError(f"the text is too long ({len(text):,} characters; at most {MOST:,})")
    if "\0" in text:
        raise UnreadableArticleError("the text holds NUL bytes: it is a binary file, not an article")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UnreadableArticleError(
            "the text holds half characters (lone surrogates): save it as UTF-8 and send it again"
        )
    return text


def title_of(text: str) -> str | None:
    """Return the heading that a Markdown text begins with; None for a text that begins with prose."""
    heading = _HEADING.match(text)
    return heading["title"].strip() if heading else None
