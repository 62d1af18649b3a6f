"""Zip archives of any of the other formats."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from importlib import import_module

from newsqa import read as formats
from newsqa.errors import UnreadableArticleError
from newsqa.read import plain

BROKEN = (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError)
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/)")  # what systems leave in archives
_MOST_FILES = 2_000
_MOST_BYTES = 50 * 1024 * 1024  # of all files together once they are unpacked
_MOST_ONE = 20 * 1024 * 1024


def read(data: bytes, url: str) -> list[dict[str, str]]:
    """Return the articles of every file in a zip archive that can be read.

    Raises UnreadableArticleError for one that is broken, locked or a bomb, and for one in which nothing can be read.
    """
    try:
        rows = [row for name, content in files(data) for row in _rows(name, content, url)]
    except BROKEN as error:
        raise UnreadableArticleError(f"the zip file is broken or locked: {error}", "broken") from error
    if not rows:
        raise UnreadableArticleError("there is nothing in this zip file that can be read", "empty")
    return rows


def files(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file. Raises UnreadableArticleError for a bomb."""
    left = _MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _HIDDEN.search(m.filename)]
        if len(members) > _MOST_FILES:
            raise UnreadableArticleError(
                f"there are {len(members)} files in this zip file; at most {_MOST_FILES} are read",
                "files",
                {"count": len(members), "most": _MOST_FILES},
            )
        for member in members:
            with archive.open(member) as file:
                content = file.read(min(_MOST_ONE, left) + 1)
            left -= len(content)
            if left < 0 or len(content) > _MOST_ONE:
                raise UnreadableArticleError(
                    f"this zip file unpacks to more than {_MOST_BYTES // 1024 // 1024} MB", "heavy"
                )
            yield member.filename, content


def _rows(name: str, content: bytes, url: str) -> list[dict[str, str]]:
    """Return the rows of one file; a file that cannot be read is left out, the others count."""
    try:
        form = formats.form_of(content, name)
        if form == "zipped":
            return []
        rows = [plain.read(content)] if form == "plain" else import_module(f"newsqa.read.{form}").read(content, url)
    except UnreadableArticleError:
        return []
    return [row for row in rows if row.get("text")]
