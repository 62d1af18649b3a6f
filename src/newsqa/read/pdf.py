"""PDF files: rows, columns and hyphens back into paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsqa.errors import UnreadableArticleError
from newsqa.read import flow, layout
from newsqa.read.layout import Piece, Row

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 300
_EDGE = 3  # rows at the top and at the bottom of a page that may be its furniture
_DIGITS = re.compile(r"\d++")
_AROUND_NUMBERS = str.maketrans(dict.fromkeys("-–—|/()", " "))
_PART = re.compile(r"\S++(?:\s{1,2}\S++)*+")
_FILE = re.compile(r"\.(?:docx?|rtf|odt|indd|pdf|qxd|txt|html?)$", re.IGNORECASE)
_PRINTED = re.compile(r"^Microsoft \w++ - ")


def read(data: bytes, _url: str) -> list[dict[str, str]]:
    """Return the one article of a PDF.

    Raises UnreadableArticleError for one that is locked, broken or all pictures.
    """
    from pypdf import PdfReader  # noqa: PLC0415  only a PDF needs it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise UnreadableArticleError("the PDF is locked with a password", "locked")
        pages = [layout.rows(_pieces(page)) for page in document.pages[:_MOST_PAGES]]
        about = document.metadata
        told = {"title": _title(about.title or ""), "author": _author(about.author or "")} if about else {}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableArticleError(f"the PDF is broken: {error}", "broken") from error
    found = _article([page for page in without_furniture(pages) if page])
    return [{key: value for key, value in (told | found).items() if value}]


def _article(pages: list[list[Row]]) -> dict[str, str]:
    """Return text, and the headline over it. Raises UnreadableArticleError where there is no text."""
    blocks = [[layout.line(row) for row in block] for page in pages for block in layout.blocks(page)]
    if not blocks:
        raise UnreadableArticleError("the PDF holds pictures of text, not text", "pictures")
    over = flow.headline(blocks)
    head, body = list[Piece](), list[list[Piece]]()
    for block in blocks:
        taken = block[: max(0, over - len(head))]
        head += taken
        body += filter(None, [block[len(taken) :]])
    text = {"text": "\n".join(flow.paragraphs(body))}
    return text | ({"title": " ".join(flow.paragraphs([head]))} if head else {})


def _title(told: str) -> str:
    """Return a title as it is told, none where it is but a file's name."""
    title = _PRINTED.sub("", told).strip()
    return "" if _FILE.search(title) else title


def _author(told: str) -> str:
    """Return an author as told, none where a program only says that it was told none: "(anonymous)"."""
    return "" if told.startswith("(") else told.strip()


def _pieces(page: PageObject) -> list[Piece]:
    """Return what stands on a page, with its places where they can be told."""
    placed = [] if _has_forms(page) else [*_placed(page)]
    return placed or [*_lines(page.extract_text() or "")]


def _has_forms(page: PageObject) -> bool:
    """Tell whether a page shows pages within itself, which are not looked into for places."""
    forms = _held(_held(page, "/Resources"), "/XObject")
    return any(_held(forms, name).get("/Subtype") == "/Form" for name in forms)


def _held(whole: Any, name: str) -> Any:  # noqa: ANN401  anything may stand in a PDF
    """Return what a part of a PDF holds under a name, an empty one where it holds no such thing."""
    part = whole.get(name)
    held = part.get_object() if part is not None else None
    return held if isinstance(held, dict) else {}


def _placed(page: PageObject) -> Iterator[Piece]:
    """Yield what a page shows, with its places; nothing where most of it is turned or has letters of no name.

    pypdf keeps these in parts that it does not promise, hence the bounds of its version.
    """
    from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op  # noqa: PLC0415
    from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager  # noqa: PLC0415
    from pypdf.generic import ContentStream  # noqa: PLC0415

    contents: Any = page.get("/Contents")
    content = ContentStream(contents.get_object() if contents else None, page.pdf, "bytes")
    operations = iter([*content.operations, ([], b"Q")])
    fonts = page._layout_mode_fonts()  # noqa: SLF001
    _, shown = recurse_to_target_op(operations, TextStateManager(), b"Q", fonts)
    level = [op for op in shown if not op.rotated and op.font.interpretable]
    if next(operations, None) is None and 2 * len(level) > len(shown):
        for op in level:
            down = op.ty if op.flip_vertical else -op.ty
            yield from _trimmed(Piece(op.tx, op.displaced_tx, down, round(op.font_height, 1) or 0.1, op.text))


def _trimmed(piece: Piece) -> Iterator[Piece]:
    """Yield the parts of a piece between wide spaces, without the spaces around them."""
    letter = (piece.right - piece.left) / max(1, len(piece.text))
    for part in _PART.finditer(piece.text):
        left, right = piece.left + part.start() * letter, piece.left + part.end() * letter
        yield piece._replace(left=left, right=right, text=part[0])


def _lines(text: str) -> Iterator[Piece]:
    """Yield the lines of a page of which no places are known, as if each letter were as wide as another."""
    for down, line in enumerate(text.splitlines()):
        if line.strip():
            yield Piece(0, len(line.strip()) / 2, down, 1, line.strip())


def without_furniture(pages: list[list[Row]]) -> list[list[Row]]:
    """Return pages without the headers, footers and numbers at their edges."""
    edges = Counter(mask for page in pages for mask in {_mask(row) for row in _edge(page)})
    most = max(2, len(pages) // 3)
    return [[row for row in page if not _is_furniture(row, _edge(page), edges, most)] for page in pages]


def _edge(page: list[Row]) -> list[Row]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]] if len(page) > 1 else []


def _mask(row: Row) -> str:
    return _DIGITS.sub("0", layout.line(row).text.casefold())


def _is_furniture(row: Row, edge: Iterable[Row], edges: Counter[str], most: int) -> bool:
    if not any(row is other for other in edge):
        return False
    return edges[_mask(row)] >= most or _is_number(layout.line(row).text)


def _is_number(text: str) -> bool:
    """Tell whether a line is a page's number, "- 7 -", "7/12"."""
    parts = text.translate(_AROUND_NUMBERS).split()
    return 0 < len(parts) < 3 and all(part.isdigit() and len(part) < 5 for part in parts)
