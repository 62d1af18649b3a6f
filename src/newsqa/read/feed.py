"""RSS and Atom feeds: each entry that carries a text is an article, any other a link to one."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from newsqa.errors import UnreadableArticleError
from newsqa.read import dates
from newsqa.read.paging import absolute

_MOST = 200  # entries; a feed that holds more is an archive


def read(data: bytes, url: str) -> list[dict[str, str]]:
    """Return the entries of a feed, newest first as it has them. Raises UnreadableArticleError for what is no feed."""
    import feedparser  # noqa: PLC0415  only a feed needs it

    parsed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=True)
    if not parsed.version:
        raise UnreadableArticleError("this is no RSS or Atom feed", "feed")
    if not parsed.entries:
        raise UnreadableArticleError("there are no entries in this feed", "no-entries")
    outlet = str(parsed.feed.get("title") or "")
    return [_row(entry, outlet, url) for entry in parsed.entries[:_MOST]]


def _row(entry: Any, outlet: str, url: str) -> dict[str, str]:  # noqa: ANN401  feedparser's own dictionary
    contents = [part.value for part in entry.get("content", ())] or [entry.get("summary", "")]
    row = {
        "title": entry.get("title"),
        "url": absolute(url, entry.get("link") or ""),
        "outlet": outlet,
        "author": entry.get("author"),
        "published": _published(entry),
        "text": _text(max(contents, key=len)),
    }
    return {key: str(value) for key, value in row.items() if value}


def _published(entry: Any) -> str | None:  # noqa: ANN401
    told = dates.instant(str(entry.get("published") or entry.get("updated") or ""))
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return told or (dt.datetime.fromtimestamp(calendar.timegm(moment), dt.UTC).isoformat() if moment else None)


def _text(markup: str) -> str:
    from lxml import html  # noqa: PLC0415

    if not markup.strip():
        return ""
    tree = html.fromstring(f"<div>{markup}</div>")
    blocks = tree.xpath(".//p") or [tree]
    return "\n".join(filter(None, (" ".join(block.text_content().split()) for block in blocks)))
