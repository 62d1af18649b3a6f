"""Web pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html

from newsqa.errors import UnreadableArticleError
from newsqa.read import furniture, paging

_ARTICLES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"})
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_LATIN = re.compile(r"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?(iso-8859-1|latin-?1|us-ascii)\b", re.IGNORECASE)
_HEAD = 2_048  # bytes in which a page says how it is written
_SEPARATORS = ("-", "–", "—", "|", "·")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datePublished",
    "publishdate",
    "pubdate",
    "date",
    "DC.date.issued",
)


def read(data: bytes, url: str) -> list[dict[str, str]]:
    """Return the one article of a page, with its `pages` if there are more: a number and an address a line.

    Raises UnreadableArticleError for a page that holds none.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  half a second that only a page needs
    from trafilatura.settings import Document  # noqa: PLC0415
    from trafilatura.utils import load_html  # noqa: PLC0415

    tree = load_html(_as_browsers_read_it(data))
    if tree is None:
        raise UnreadableArticleError("there is no article on this page", "no-article")
    told, pages = _told(tree), _pages(tree, url) if url else ""
    furniture.clear(tree)
    page = bare_extraction(tree, url=url or None, with_metadata=True, include_comments=False, include_tables=False)
    if not isinstance(page, Document) or not (page.text or "").strip():
        raise UnreadableArticleError("there is no article on this page", "no-article")
    text = str(page.text)
    about = {
        "title": page.title,
        "author": page.author,
        "outlet": page.sitename or page.hostname,
        "url": page.url or url,
    }
    row = {**about, "published": page.date, "pages": pages, **told}
    row["title"] = _without_outlet(str(row["title"] or ""), (row["outlet"], page.sitename))
    row["text"] = _without_title(text, told.get("title") or page.title)
    return [{key: str(value) for key, value in row.items() if value}]


def _as_browsers_read_it(data: bytes) -> bytes:
    """Return a page that calls itself Latin-1 in UTF-8: such pages are in Windows' letters, quotation marks too."""
    declared = _LATIN.search(data[:_HEAD].decode("latin-1"))
    if declared is None or _is_utf8(data):
        return data
    return data[: declared.start(1)] + b"utf-8" + data[declared.end(1) :].decode("cp1252", "replace").encode()


def _is_utf8(data: bytes) -> bool:
    try:
        return bool(data.decode())
    except UnicodeDecodeError:
        return False


def _without_title(text: str, title: str | None) -> str:
    """Return the text without the heading that repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and first.strip() == title.strip() and rest.strip() else text


def _without_outlet(title: str, outlets: Iterable[str | None]) -> str:
    """Return a title without the outlet's name behind it, as pages put it into their windows' titles."""
    for outlet in filter(None, outlets):
        head = title.removesuffix(outlet)
        if head != title and head.rstrip().endswith(_SEPARATORS):
            return head.rstrip().rstrip("".join(_SEPARATORS)).rstrip()
    return title


def _pages(tree: html.HtmlElement, url: str) -> str:
    links = (str(link) for link in tree.xpath("//a/@href | //link[@rel='next']/@href"))
    return "\n".join(f"{number} {link}" for number, link in sorted(paging.further(url, links).items()))


def _told(tree: html.HtmlElement) -> dict[str, str]:
    """Return what the page says of itself to machines, which is surer than what it shows."""
    dates = (_instant(_meta(tree, name)) for name in _DATES)
    told = {"published": next(filter(None, dates), "")}
    for thing in _things(tree):
        told |= {
            "published": _instant(str(thing.get("datePublished") or "")) or told["published"],
            "title": _name(thing.get("headline")),
            "author": _name(thing.get("author")),
            "outlet": _name(thing.get("publisher")),
        }
    return {key: value for key, value in told.items() if value}


def _meta(tree: html.HtmlElement, name: str) -> str:
    found = tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name)
    return str(found[0]) if found else ""


def _instant(value: str) -> str:
    found = _INSTANT.match(value.strip().replace(" ", "T", 1))
    return found.group() if found else _worded(value)


def _worded(value: str) -> str:
    """Return an instant that is told in words."""
    from newsqa.read import dates  # noqa: PLC0415  the words of the languages, which few pages need

    return dates.instant(value) if value.strip() else ""


def _things(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _articles(json.loads(script))
        except (json.JSONDecodeError, RecursionError):
            continue  # a page's own mistake; what it shows is still read


def _articles(thing: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON
    if isinstance(thing, list):
        for one in thing:
            yield from _articles(one)
    elif isinstance(thing, dict):
        kinds = thing.get("@type")
        if _ARTICLES & set(kinds if isinstance(kinds, list) else [str(kinds)]):
            yield thing
        yield from _articles(thing.get("@graph"))


def _name(value: Any) -> str:  # noqa: ANN401  JSON
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return str(value.get("name") or "") if isinstance(value, dict) else str(value or "")
