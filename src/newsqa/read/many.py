"""Files of many articles, JSON Lines and zip archives: each part is an article, or says why it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module

from newsqa import read as formats
from newsqa.errors import UnreadableArticleError
from newsqa.read import lines, plain, zipped

_ZIP = b"PK"
Row = dict[str, str]


def read(data: bytes, url: str) -> list[Row]:
    """Return a row for each part, with `where` it stands; of what is no article `error`, `reason` and JSON `about`.

    Raises UnreadableArticleError for a file that is broken, locked or a bomb, and for one that holds nothing.
    """
    rows = list(_of_zip(data, url) if data.startswith(_ZIP) else _of_lines(data, ""))
    if not rows:
        raise UnreadableArticleError("there is nothing in this file", "empty")
    return rows


def _of_zip(data: bytes, url: str) -> Iterator[Row]:
    try:
        for name, content in zipped.files(data):
            yield from _of_part(name, content, url)
    except zipped.BROKEN as error:
        raise UnreadableArticleError(f"the zip file is broken or locked: {error}", "broken") from error


def _of_part(name: str, content: bytes, url: str) -> Iterator[Row]:
    try:
        yield from _of_file(name, content, url)
    except UnreadableArticleError as error:
        yield {"where": name, **_refused(error)}


def _of_file(name: str, content: bytes, url: str) -> Iterator[Row]:
    form = formats.form_of(content, name)
    if form == "lines":
        yield from _of_lines(content, f"{name} ")
    elif form == "zipped":
        raise UnreadableArticleError("a zip file within a zip file is not read", "nested")
    else:
        rows = [plain.read(content)] if form == "plain" else import_module(f"newsqa.read.{form}").read(content, url)
        yield from ({"where": name, **row} for row in rows)


def _of_lines(data: bytes, name: str) -> Iterator[Row]:
    for number, line in lines.numbered(data):
        try:
            yield {"where": f"{name}{number}", **lines.row(line)}
        except UnreadableArticleError as error:
            yield {"where": f"{name}{number}", **_refused(error)}


def _refused(error: UnreadableArticleError) -> Row:
    """Return why a part is none, in words and for saying it elsewhere."""
    return {"error": str(error), "reason": error.reason, "about": json.dumps(error.about)}
