"""Articles on several pages: which addresses are further pages of the same article, and their texts as one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

MOST = 10  # pages of one article
WHOLE = 0  # the number of the page that holds all of them
_REPEATED = 40  # letters of a line from which it is no coincidence that an earlier page has it too
_WORDS = 2  # hyphens from which a part of a path is a headline


class _Address(NamedTuple):
    """An address taken apart: what is common to all pages of an article, and which of them this is."""

    host: str
    path: str
    query: tuple[tuple[str, str], ...]
    page: int


def further(url: str, links: Iterable[str]) -> dict[int, str]:
    """Return those links of a page that lead to pages of the same article, by their numbers; WHOLE for all in one."""
    here, found = _taken_apart(url), dict[int, str]()
    if here is None or here.page == WHOLE:
        return {}
    for link in links:
        whole = absolute(url, link)
        there = _taken_apart(whole)
        if there and there[:3] == here[:3] and there.page != here.page and there.page <= MOST:
            found.setdefault(there.page, whole.partition("#")[0])
    return found


def absolute(url: str, link: str) -> str:
    """Return where a link on a page leads; the link itself where it leads nowhere."""
    try:
        return urljoin(url, link.strip())
    except ValueError:
        return link


def number(url: str) -> int:
    """Return which page of its article an address is."""
    here = _taken_apart(url)
    return here.page if here else 1


def joined(texts: Iterable[str]) -> str:
    """Return the texts of an article's pages as one, without the lead that each page repeats."""
    seen: set[str] = set()
    lines: list[str] = []
    for text in texts:
        new = [line for line in _new(text, seen) if line.strip()]
        lines += new
        seen.update(map(_plain, new))
    return "\n".join(lines)


def _new(text: str, seen: set[str]) -> Iterator[str]:
    """Yield the lines that no earlier page has; short ones may come twice, but not at the head of a page."""
    head = True
    for line in text.splitlines():
        repeated = _plain(line) in seen and (head or len(line) >= _REPEATED)
        head = head and repeated
        if not repeated:
            yield line


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()


def _taken_apart(url: str) -> _Address | None:
    try:
        parts = urlsplit(url)
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return None
    path, page = _page_in_path(parts.path.rstrip("/"))
    rest = []
    for name, value in query:
        if urlencode([(name.lower(), value.lower())]) in _data()["whole"]:
            page = WHOLE
        elif name.lower() in _data()["number"] and value.isascii() and value.isdigit():
            page = int(value[:3]) or 1
        elif not name.lower().startswith("utm_"):
            rest.append((name, value))
    return _Address(parts.netloc.lower(), path, tuple(sorted(rest)), page)


def _page_in_path(path: str) -> tuple[str, int]:
    """Return a path without the number of a page at its end: /berita/2, /berita/page/2; and that number, or 1."""
    before, _, last = path.rpartition("/")
    if not (before and last.isascii() and last.isdigit() and 1 <= int(last[:3]) <= MOST and len(last) < 3):
        return path, 1
    stem, _, name = before.rpartition("/")
    if name.lower() in _data()["number"]:
        return stem, int(last)
    return (before, int(last)) if name.count("-") >= _WORDS else (path, 1)  # behind a section it is an article's number


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("newsqa.languages") / "shared" / "pages.toml").read_text(encoding="utf-8"))
