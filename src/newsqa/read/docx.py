"""Word files."""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

from newsqa.errors import UnreadableArticleError

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
    first, _, rest = text.partition("\n")
    paragraphs = "\n".join(line for line in rest.splitlines() if line.strip())
    if paragraphs and len(first) < 120 and not first.rstrip().endswith((".", "”", '"')):
        return [{"title": first.strip(), "text": paragraphs}]
    return [{"text": text}]


def _weigh(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _MOST_BYTES:
            raise UnreadableArticleError(
                f"the Word file unpacks to more than {_MOST_BYTES // 1024 // 1024} MB", "heavy"
            )
