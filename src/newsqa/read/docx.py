"""Word files."""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

from newsqa.errors import UnreadableArticleError

_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TOLD = {"title": "title", "author": "creator"}
_MOST_BYTES = 50 * 1024 * 1024  # of all its parts once they are unpacked


def read(data: bytes, _url: str) -> list[dict[str, str]]:
    """Return the one article of a Word file. Raises UnreadableArticleError for one that is broken or empty."""
    from mammoth import extract_raw_text  # noqa: PLC0415  only a Word file needs it

    try:
        _weigh(data)
        text = str(extract_raw_text(io.BytesIO(data)).value).strip()
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError, AttributeError, OSError, RecursionError) as error:
        raise UnreadableArticleError(f"the Word file is broken: {error}", "broken") from error
    if not text:
        raise UnreadableArticleError("the Word file holds no text", "empty")
    return [{key: value for key, value in (_told(data) | _parted(text)).items() if value}]


def _parted(text: str) -> dict[str, str]:
    """Return a text without its headline, and that for its title, where it has one."""
    first, _, rest = text.partition("\n")
    paragraphs = "\n".join(line for line in rest.splitlines() if line.strip())
    if paragraphs and len(first) < 120 and not first.rstrip().endswith((".", "”", '"')):
        return {"title": first.strip(), "text": paragraphs}
    return {"text": text}


def _told(data: bytes) -> dict[str, str]:
    """Return what the file says of itself: its title and its author."""
    from lxml import etree  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read(_CORE) if _CORE in archive.namelist() else b""
    tree = (
        etree.fromstring(core, etree.XMLParser(recover=True, resolve_entities=False, no_network=True)) if core else None
    )
    found = {key: tree.findtext(f"{_DC}{name}") for key, name in _TOLD.items()} if tree is not None else {}
    return {key: " ".join(value.split()) for key, value in found.items() if value}


def _weigh(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _MOST_BYTES:
            raise UnreadableArticleError(
                f"the Word file unpacks to more than {_MOST_BYTES // 1024 // 1024} MB", "heavy"
            )
