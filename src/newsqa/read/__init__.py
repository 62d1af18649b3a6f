"""Bytes in, articles out: one module a format, each run in a child process of its own.

A row is what a source tells of one article: `text`, and `title`, `outlet`, `author`, `published`, `url` where it has
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from newsqa.errors import UnreadableArticleError
from newsqa.read import child, plain
from newsqa.read.addresses import is_public
from newsqa.read.fetch import Allowed, Page, fetch

Row = dict[str, str]

_BY_ENDING: Mapping[str, str] = {
    ".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain", "": "plain", ".html": "web", ".htm": "web",
    ".xhtml": "web", ".pdf": "pdf", ".docx": "docx", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".zip": "zipped",
    ".jsonl": "lines",
}  # fmt: skip
_KINDS: Mapping[str, str] = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
}  # fmt: skip
_BY_START = ((b"%pdf-", "pdf"), (b"<!doctype html", "web"), (b"<html", "web"), (b"<rss", "feed"), (b"<feed", "feed"))


def read(data: bytes, name: str = "", url: str = "") -> list[Row]:
    """Return the articles in a file or page, by its name's ending or by how it begins.

    Raises UnreadableArticleError for a format that is not known, a file that is broken, and one that costs too much.
    """
    form = form_of(data, name)
    if form == "plain":
        return [plain.read(data)]
    return child.run(form, data, url)


def parts(data: bytes) -> list[Row]:
    """Return the parts of a file of many articles: `where` each stands, and `error` where it is none.

    Raises UnreadableArticleError for a file that is broken, holds nothing, or costs too much.
    """
    return child.run("many", data)


def form_of(data: bytes, name: str = "") -> str:
    """Return which reader reads a file. Raises UnreadableArticleError for an ending that none reads."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    seen = next((form for mark, form in _BY_START if start.startswith(mark)), None)
    if seen:
        return seen
    if start.startswith(b"<?xml"):
        return "web" if b"<html" in data[:1000].lower() else "feed"
    ending = PurePosixPath(name).suffix.lower()
    if ending not in _BY_ENDING:
        known = ", ".join(sorted(e for e in _BY_ENDING if e))
        raise UnreadableArticleError(f"{ending} files cannot be read; send one of {known}")
    return _BY_ENDING[ending]


def feed(url: str, etag: str = "", modified: str = "", allowed: Allowed = is_public) -> tuple[Page, list[Row]]:
    """Return a feed with its entries; none where it is what `etag` and `modified` say it was.

    Raises UnreadableArticleError for what is no feed, FetchError where it may not be fetched or does not answer.
    """
    page = fetch(url, etag=etag, modified=modified, allowed=allowed)
    return page, [] if page.unchanged else child.run("feed", page.data, page.url)


def link(url: str, allowed: Allowed = is_public) -> list[Row]:
    """Return the articles that a link leads to.

    Raises UnreadableArticleError where it leads to none, FetchError where it may not be fetched or does not answer.
    """
    page = fetch(url, allowed=allowed)
    name = PurePosixPath(urlsplit(page.url).path).name if page.kind not in _KINDS else f"page{_KINDS[page.kind]}"
    return read(page.data, name, page.url)
