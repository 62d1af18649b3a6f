"""Where the words of a page stand, and in which order they are read: rows, and columns of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

_SAME_ROW = 0.4  # of a letter's height that letters of one row may stand apart
_WORD_GAP = 0.12  # of a letter's height between two words
_GUTTER = 0.6  # of a letter's height between two columns, at least
_ALIGNED = 0.25  # of a letter's height that the beginnings of a column's lines may stand apart
_LEAST_LINES = 3  # that stand beside each other
_LEAST_LETTERS = 12  # in a line of a column on average: what is narrower is a list or a table
LARGER = 1.15  # times the height of a text's letters are a headline's at least
_MOST_ROWS = 400  # on a page of prose; columns are not looked for among more


class Piece(NamedTuple):
    """Letters of one height in a row: from where to where they stand, and how far down."""

    left: float
    right: float
    down: float
    size: float
    text: str


Row = list[Piece]
Space = tuple[float, float]


def rows(pieces: Iterable[Piece]) -> list[Row]:
    """Return the rows of a page from the top down, each from the left to the right."""
    found: list[Row] = []
    for piece in sorted(set(pieces), key=lambda p: (p.down, p.left)):
        if found and piece.down - found[-1][0].down <= _SAME_ROW * max(piece.size, found[-1][0].size):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [_once(sorted(row)) for row in found]


def _once(row: Row) -> Row:
    """Return a row without what is printed over itself to look bold."""
    kept = row[:1]
    for piece in row[1:]:
        over = piece.text == kept[-1].text and piece.left - kept[-1].left < _ALIGNED * piece.size
        kept += [] if over else [piece]
    return kept


def line(row: Row) -> Piece:
    """Return what stands in a row as one piece, with a space wherever there is one between two pieces."""
    text = row[0].text
    for before, piece in pairwise(row):
        apart = piece.left - before.right > _WORD_GAP * piece.size
        text += f" {piece.text}" if apart and not text.endswith(" ") else piece.text
    sizes: Counter[float] = Counter()
    for piece in row:
        sizes[piece.size] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    return Piece(row[0].left, max(p.right for p in row), row[0].down, size, " ".join(text.split()))


def blocks(page: list[Row]) -> Iterator[list[Row]]:
    """Yield the columns of a page as they are read; what stands across columns is a block of its own."""
    start = pending = 0
    while start < len(page):
        end, gutters = _band(page, start) if len(page) <= _MOST_ROWS else (start, [])
        if not gutters or _is_headline(page, start, end):
            start += 1
            continue
        yield from filter(None, [page[pending:start]])
        for column in _columns(page[start:end], gutters):
            yield from blocks(column)
        start = pending = end
    yield from filter(None, [page[pending:]])


def _is_headline(page: list[Row], start: int, end: int) -> bool:
    """Tell whether a row above columns goes on with the headline over them, though it is narrow enough for one."""
    size, usual = page[start][0].size, median(row[0].size for row in page[start:end])
    return start > 0 and size > LARGER * usual and alike(size, page[start - 1][0].size)


def alike(one: float, other: float) -> bool:
    """Tell whether letters of two heights are of one."""
    return max(one, other) < LARGER * min(one, other)


def _columns(page: Sequence[Row], gutters: Sequence[float]) -> Iterator[list[Row]]:
    edges = [-inf, *gutters, inf]
    for left, right in pairwise(edges):
        yield [part for row in page if (part := [p for p in row if left <= p.left < right])]


def _band(page: list[Row], start: int) -> tuple[int, list[float]]:
    """Return the longest stretch of rows with spaces between columns all the way down, and where these are."""
    free: list[Space] = [(-inf, inf)]
    edges, (left, right) = _edges(page), (inf, -inf)
    end, inner = start, list[Space]()
    for at in range(start, len(page)):
        free = [*_within(_shared(free, _free(page[at])), *edges)]
        if not free:
            break
        left, right = min(left, page[at][0].left), max(right, *(p.right for p in page[at]))
        if found := [space for space in free if left < space[0] and space[1] < right]:
            end, inner = at + 1, found
    return end, [at for at in (sum(space) / 2 for space in inner) if _parts(page[start:end], at)]


def _edges(page: list[Row]) -> Space:
    return min(row[0].left for row in page), max(piece.right for row in page for piece in row)


def _within(spaces: Iterable[Space], left: float, right: float) -> Iterator[Space]:
    """Yield the spaces that more rows may show to lie between columns: there is room for letters on both sides."""
    yield from (space for space in spaces if left < space[1] and space[0] < right)


def _free(row: Row) -> list[Space]:
    """Return the spaces in a row, those before and after it too."""
    spaces, reached = [(-inf, row[0].left)], row[0].right
    for piece in row[1:]:
        spaces.append((reached, piece.left))
        reached = max(reached, piece.right)
    return [space for space in [*spaces, (reached, inf)] if space[1] - space[0] >= _GUTTER * row[0].size]


def _shared(one: list[Space], other: list[Space]) -> Iterator[Space]:
    for a in one:
        for b in other:
            space = (max(a[0], b[0]), min(a[1], b[1]))
            if space[1] - space[0] > 0:
                yield space


def _parts(page: Sequence[Row], at: float) -> bool:
    """Tell whether two columns of prose stand left and right of a place, not a table's cells or a wide space."""
    sides = [[line(row) for row in side] for side in _columns(page, [at])]
    if len(sides) < 2 or not all(_is_prose(side) for side in sides):
        return False
    size = median(piece.size for piece in sides[1])
    starts = Counter(round(piece.left / (_ALIGNED * size)) for piece in sides[1])
    near = max(starts[key] + starts[key + 1] for key in starts)
    return near >= max(_LEAST_LINES, 0.6 * len(sides[1])) and _beside(page, at) >= _LEAST_LINES


def _is_prose(side: list[Piece]) -> bool:
    widths = [piece.right - piece.left for piece in side]
    letters = sum(len(piece.text) for piece in side)
    return bool(side) and letters >= _LEAST_LETTERS * len(side) and median(widths) >= 0.6 * max(widths)


def _beside(page: Sequence[Row], at: float) -> int:
    """Return how many rows of two columns stand beside each other, or by turns where their lines are not level."""
    sides = [{piece.left < at for piece in row} for row in page]
    turns = sum(len(a) == len(b) == 1 and a != b for a, b in pairwise(sides))
    return sum(len(side) == 2 for side in sides) + turns
