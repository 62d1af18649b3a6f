"""Bytes in, articles out: one module a format, each run in a child process of its own.

A row is what a source tells of one article: `text`, and `title`, `outlet`, `author`, `published`, `url` where it has
them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsqa.errors import UnreadableArticleError
from newsqa.read import child, paging, plain
from newsqa.read.addresses import is_public

if TYPE_CHECKING:  # each reader's process loads this module, and fetches nothing
    from newsqa.read.fetch import Allowed, Page

Row = dict[str, str]
_INNER = frozenset({"pages", "at"})  # what only these readers need to know

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
    return [_told(row) for row in _read(data, name, url)]


def _read(data: bytes, name: str, url: str) -> list[Row]:
    form = form_of(data, name)
    return [plain.read(data)] if form == "plain" else child.run(form, data, url)


def parts(data: bytes) -> list[Row]:
    """Return the parts of a file of many articles: `where` each stands, and `error` where it is none.

    Raises UnreadableArticleError for a file that is broken, holds nothing, or costs too much.
    """
    return child.run("many", data)


def refused(part: Row) -> UnreadableArticleError:
    """Return why a part of a file of many articles is none."""
    from pydantic import TypeAdapter  # noqa: PLC0415  see above

    from newsqa.errors import Reason  # noqa: PLC0415

    reason = TypeAdapter[Reason](Reason).validate_python(part["reason"])
    return UnreadableArticleError(part["error"], reason, json.loads(part["about"]))


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
        raise UnreadableArticleError(
            f"{ending} files cannot be read; send one of {known}", "format", {"ending": ending}
        )
    return _BY_ENDING[ending]


def entries(url: str, etag: str = "", modified: str = "", allowed: Allowed = is_public) -> tuple[Page, list[Row]]:
    """Return a feed with its entries; none where it is what `etag` and `modified` say it was.

    Raises UnreadableArticleError for what is no feed, FetchError where it may not be fetched or does not answer.
    """
    from newsqa.read.fetch import fetch  # noqa: PLC0415  see above

    page = fetch(url, etag=etag, modified=modified, allowed=allowed)
    return page, [] if page.unchanged else child.run("feed", page.data, page.url)


def link(url: str, allowed: Allowed = is_public) -> list[Row]:
    """Return the articles that a link leads to, one on several pages as a whole.

    Raises UnreadableArticleError where it leads to none, FetchError where it may not be fetched or does not answer.
    """
    rows = _fetched(url, allowed)
    return [_whole(rows[0], allowed)] if len(rows) == 1 and rows[0].get("text") else [*map(_told, rows)]


def _fetched(url: str, allowed: Allowed) -> list[Row]:
    """Return what one page holds; the address at which it was found is its `at`."""
    from newsqa.read.fetch import fetch  # noqa: PLC0415  see above

    page = fetch(url, allowed=allowed)
    name = PurePosixPath(urlsplit(page.url).path).name if page.kind not in _KINDS else f"page{_KINDS[page.kind]}"
    return [row | {"at": page.url} for row in _read(page.data, name, page.url)]


def _whole(row: Row, allowed: Allowed) -> Row:
    """Return an article with what its further pages hold: the one page that holds all, else one after another."""
    pages = _pages(row)
    every = _every(pages, allowed) if paging.WHOLE in pages else ""
    if len(every) >= len(row["text"]):
        return _told(row | {"text": every})
    first = _page(pages[1], allowed) if paging.number(row["at"]) > 1 and 1 in pages else row
    return _told(first | {"text": paging.joined(_texts(first, allowed))})


def _every(pages: dict[int, str], allowed: Allowed) -> str:
    """Return the text of the page that holds all, nothing where it does not but other pages do."""
    try:
        return _page(pages[paging.WHOLE], allowed)["text"]
    except UnreadableArticleError:
        if len(pages) == 1:
            raise
        return ""


def _texts(row: Row, allowed: Allowed) -> Iterator[str]:
    """Yield the texts of an article's pages; each page may name the next."""
    number, pages = paging.number(row["at"]), _pages(row)
    yield row["text"]
    while (number := number + 1) in pages:
        row = _page(pages[number], allowed)
        pages |= _pages(row)
        yield row["text"]


def _page(link: str, allowed: Allowed) -> Row:
    """Return a further page of an article; without it the article is not whole.

    Raises UnreadableArticleError that names the page.
    """
    try:
        return next(row for row in _fetched(link, allowed) if row.get("text"))
    except StopIteration:
        raise UnreadableArticleError(
            f"there is nothing on a further page of the article, {link}", "page-missing"
        ) from None
    except UnreadableArticleError as error:
        raise type(error)(f"a further page of the article, {link}, cannot be read: {error}", "page-missing") from error


def _pages(row: Row) -> dict[int, str]:
    named = (line.partition(" ") for line in row.get("pages", "").splitlines())
    return {int(number): link for number, _, link in named}


def _told(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in _INNER}
