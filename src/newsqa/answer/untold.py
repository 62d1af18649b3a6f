"""What an article says that it does not tell: what is not known, or not told, yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newsqa.answer.page import Page
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.text.phrases import Phrases, phrases


def yet(view: View, groups: Sequence[Group]) -> float:
    """Return how much of some words, by weight, one sentence says in which something is told not to be told."""
    return view.once("untold", groups, lambda: _most(view, groups))


def _most(view: View, groups: Sequence[Group]) -> float:
    weights = [view.weight(group) for group in groups]
    met = (
        sum(w * view.places(g).get(at, 0.0) for w, g in zip(weights, groups, strict=True)) for at in _places(view.page)
    )
    return max(met, default=0.0) / (sum(weights) or 1.0)


def _places(page: Page) -> Sequence[int]:
    """Return the sentences of an article in which something is not told, found once."""
    found: Sequence[int] | None = page.kept.get("untold")
    if found is None:
        found = page.kept["untold"] = sorted(_found(page))
    return found


def _found(page: Page) -> Iterator[int]:
    marks = _marks(page.found.language)
    near = {at for first in marks.lengths for at in page.index[first] if at >= 0}
    yield from (at for at in near if next(marks.find(page.words_of(at)), None))


@cache
def _marks(code: str) -> Phrases:
    return phrases(("untold", load(code).modality.untold))
