"""Lines broken by the width of a page back into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from newsqa.read.layout import LARGER, Piece, alike

_ENDS = tuple('.!?:…”"»')
_HYPHENS = "-\u2010\u00ad"
_BROKEN = re.compile(rf"\b(\w++)[{_HYPHENS}]\n(\w++)")
_LONE_HYPHEN = re.compile(rf"(?<=\w)([{_HYPHENS}–/])\n(?=\w)")
_COMPOUND = re.compile(r"\b\w++-\w++")
_APART = 1.4  # times the distance of a column's lines are paragraphs apart at least
_INDENTED = 0.8  # of a letter's height
_MORE_ROOM = 1.0  # of a letter's height beyond what the next word takes: the line was not broken for want of room


def paragraphs(blocks: Sequence[list[Piece]]) -> list[str]:
    """Return the paragraphs of columns of lines; one may go on in the next column."""
    text = "".join(_joined(blocks))
    whole = {compound.casefold() for compound in _COMPOUND.findall(text)}
    text = _BROKEN.sub(lambda broken: _mended(broken[1], broken[2], whole), text)
    text = _LONE_HYPHEN.sub(r"\1", text).replace("\u00ad", "")
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def headline(blocks: Sequence[list[Piece]]) -> int:
    """Return how many lines at the beginning are a headline: larger than most of the text is."""
    sizes: Counter[float] = Counter()
    for piece in _lines(blocks):
        sizes[piece.size] += len(piece.text)
    usual = sizes.most_common(1)[0][0]
    large = next((at for at, piece in enumerate(_lines(blocks)) if piece.size < LARGER * usual), 0)
    first = next(_lines(blocks)).size
    return next((at for at, piece in enumerate(_lines(blocks)) if not alike(first, piece.size)), 0) if large else 0


def _lines(blocks: Sequence[list[Piece]]) -> Iterator[Piece]:
    return (piece for block in blocks for piece in block)


def _joined(blocks: Sequence[list[Piece]]) -> Iterator[str]:
    before: Piece | None = None
    for block in blocks:
        if before:
            yield "\n\n" if before.text.endswith(_ENDS) or not alike(before.size, block[0].size) else "\n"
        yield from _column(block)
        before = block[-1]


def _column(block: list[Piece]) -> Iterator[str]:
    """Yield the lines of a column, after each whether the paragraph ends."""
    left, right = min(piece.left for piece in block), max(piece.right for piece in block)
    steps = [below.down - above.down for above, below in pairwise(block)]
    step = median(steps) if len(steps) > 1 else block[0].size * 1.3
    for above, below in pairwise(block):
        yield above.text
        yield "\n\n" if _ends(above, below, left, right, step) else "\n"
    yield block[-1].text


def _ends(above: Piece, below: Piece, left: float, right: float, step: float) -> bool:
    """Tell whether a paragraph ends between two lines: by their heights and distance, an indent, or room left over."""
    if not alike(above.size, below.size) or below.down - above.down > _APART * max(step, above.size):
        return True
    if above.text.endswith(tuple(_HYPHENS)) or below.text[0].islower():
        return False
    indent = below.left - max(left, above.left)
    word = len(below.text.split(maxsplit=1)[0]) * (below.right - below.left) / len(below.text)
    return indent > _INDENTED * below.size or above.right + word + _MORE_ROOM * below.size < right


def _mended(before: str, after: str, whole: set[str]) -> str:
    """Return a word broken at a hyphen: with it where the word is written so elsewhere, or says itself twice."""
    compound = f"{before}-{after}"
    twice = any(before.casefold().endswith(after[:n].casefold()) for n in range(3, len(after) + 1))
    kept = compound.casefold() in whole or twice or not after[0].islower() or before[-1].isdigit()
    return compound if kept else before + after
