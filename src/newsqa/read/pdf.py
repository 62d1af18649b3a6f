"""PDF files: pages, columns and hyphens back into paragraphs."""

from __future__ import annotations

import io
import re

from newsqa.errors import UnreadableArticleError

_MOST_PAGES = 300
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_BROKEN_LINE = re.compile(r"(?<![.!?:”\"\n])\n(?=[^\n])|(?<=[^\n])\n(?=[a-z(])")
_SPACES = re.compile(r"[ \t]+")


def read(data: bytes, _url: str) -> list[dict[str, str]]:
    """Return the one article of a PDF.

    Raises UnreadableArticleError for one that is locked, broken or all pictures.
    """
    from pypdf import PdfReader  # noqa: PLC0415  only a PDF needs it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise UnreadableArticleError("the PDF is locked with a password", "locked")
        pages = [page.extract_text() or "" for page in document.pages[:_MOST_PAGES]]
        about = document.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableArticleError(f"the PDF is broken: {error}", "broken") from error
    text = flowing("\n".join(pages))
    if not text:
        raise UnreadableArticleError("the PDF holds pictures of text, not text", "pictures")
    told = {"title": about.title if about else None, "author": about.author if about else None}
    return [{"text": text, **{key: value for key, value in told.items() if value}}]


def flowing(text: str) -> str:
    """Return text whose lines are broken by a page's width as paragraphs."""
    lines = "\n".join(_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return _BROKEN_LINE.sub(" ", _HYPHEN.sub("", lines)).strip()
