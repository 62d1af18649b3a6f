"""Plain text and Markdown files."""

from __future__ import annotations

import re

from newsqa.errors import UnreadableArticleError

_HEADING = re.compile(r"#{1,3}\s(?P<title>.+)")
_LONGEST_HEADLINE = 120  # characters
_SENTENCE_ENDS = (".", "!", "?", ":", ",", ";", '"', "”", "’", ")")
MOST = 2_000_000  # characters; a longer text is a book or an attack, not an article


def read(data: bytes) -> dict[str, str]:
    """Return the article that a plain file holds. Raises UnreadableArticleError where it is not text."""
    text = text_of(data)
    title = title_of(text)
    return {"text": text, **({"title": title} if title else {})}


def text_of(data: bytes) -> str:
    """Return the text of a plain file: UTF-8, UTF-16 with its mark, else Windows' western letters.

    Raises UnreadableArticleError for what is not text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return checked(_decoded(data, "utf-16"))
    try:
        return checked(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return checked(_decoded(data, "cp1252"))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(f"this is not text that can be read (byte {error.start})", "binary") from error


def checked(text: str) -> str:
    """Return `text` unaltered if it can be an article. Raises UnreadableArticleError with the reason if it cannot."""
    if not text.strip():
        raise UnreadableArticleError("the text is empty", "empty")
    if len(text) > MOST:
        raise UnreadableArticleError(
            f"the text is too long ({len(text):,} characters; at most {MOST:,})", "long", {"most": MOST}
        )
    if "\0" in text:
        raise UnreadableArticleError("the text holds NUL bytes: it is a binary file, not an article", "binary")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UnreadableArticleError(
            "the text holds half characters (lone surrogates): save it as UTF-8 and try again", "binary"
        )
    return text


def title_of(text: str) -> str | None:
    """Return the headline that a text begins with: a Markdown heading, or a short line that ends like no sentence."""
    first, _, rest = text.strip().partition("\n")
    heading = _HEADING.match(first)
    if heading and rest.strip():
        return heading["title"].strip()
    line, prose = first.strip(), rest.strip()
    is_headline = len(line) <= _LONGEST_HEADLINE and not line.endswith(_SENTENCE_ENDS) and len(prose) > 2 * len(line)
    return line if is_headline and line else None
