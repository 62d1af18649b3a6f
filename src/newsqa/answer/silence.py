"""What an article says that it does not tell: who says nothing, and what is not known, or not told, yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from newsqa.answer.page import Page
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.text.phrases import Phrases, phrases

Kept = Literal["silent", "untold"]


def kept(view: View, groups: Sequence[Group], what: Kept) -> float:
    """Return how much of some words, by weight, a sentence says in which somebody is silent, or something untold."""
    return view.once(what, groups, lambda: _most(view, groups, _places(view.page, what))) if groups else 0.0


def _most(view: View, groups: Sequence[Group], places: Sequence[int]) -> float:
    weights = [view.weight(group) for group in groups]
    met = (sum(w * view.places(g).get(at, 0.0) for w, g in zip(weights, groups, strict=True)) for at in places)
    return max(met, default=0.0) / (sum(weights) or 1.0)


def _places(page: Page, what: Kept) -> Sequence[int]:
    """Return the sentences of an article in which somebody is silent, or something untold, found once."""
    found: Sequence[int] | None = page.kept.get(what)
    if found is None:
        found = page.kept[what] = sorted(_found(page, what))
    return found


def _found(page: Page, what: Kept) -> Iterator[int]:
    marks = _marks(page.found.language, what)
    near = {at for first in marks.lengths for at in page.index[first] if at >= 0}
    yield from (at for at in near if next(marks.find(page.words_of(at)), None))


@cache
def _marks(code: str, what: Kept) -> Phrases:
    modality = load(code).modality
    return phrases((what, modality.silent if what == "silent" else modality.untold))
