"""A text that came once more: the same, a part of it, or a newer version, and what a newer version keeps."""

from __future__ import annotations

from typing import Any

from bot import sources
from newsqa.model import Article
from newsqa.newsroom import plain

_WHOLE = 0.5  # share of an article's length from which a text is one of its versions, and no teaser


def is_newer(row: dict[str, Any], article: Article, *, same: bool) -> bool:
    """Tell whether a text is a newer version of an article that it is like: it says more, and is from the same source.

    `same` tells that it came from the same post or page; else the outlet must be the same, or none and the title be.
    """
    text = str(row["text"])
    whole = len(text) >= _WHOLE * len(article.text)
    return whole and says_more(text, article.text) and (same or _is_own(row, article))


def says_more(text: str, before: str) -> bool:
    """Tell whether a text has a line that an earlier one has not, whatever its marks and capitals."""
    known = f" {plain(before)} "
    return any(f" {plain(line)} " not in known for line in text.splitlines() if plain(line))


def renewed(row: dict[str, Any], article: Article) -> dict[str, Any]:
    """Return a newer version of an article under its id, with its first day, and what it does not tell itself."""
    told = {**article.model_dump(mode="json"), **{key: value for key, value in row.items() if value}}
    return told | {"id": article.id, "published": article.model_dump(mode="json")["published"] or row.get("published")}


def _is_own(row: dict[str, Any], article: Article) -> bool:
    outlet = row.get("outlet")
    if outlet and article.outlet:
        return bool(plain(str(outlet)) == plain(article.outlet))
    titles = {plain(title) for title in (article.title, sources.title(article.text)) if title}
    return plain(str(row.get("title") or "")) in titles
