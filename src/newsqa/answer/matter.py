"""What somebody speaks of: of nothing that has not come up yet, or that their paragraph leaves out for another."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from newsqa.answer import kinship
from newsqa.answer.page import TITLE, Page
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Quote

_FULL = 60  # words of a paragraph that say all that one speaks of


class _Told(NamedTuple):
    """Each word's share of a topic with where it is told how surely; and what each paragraph tells, by its start."""

    words: Sequence[tuple[float, Mapping[int, float]]]
    paragraphs: Mapping[int, float]


def of(view: View, topic: Sequence[Group], quote: Quote, block: tuple[int, int]) -> dict[str, float]:
    """Return how much more of a topic is told behind a quotation than up to it, and elsewhere than in its paragraph.

    Behind it counts word by word, and by the paragraph that tells most; elsewhere by how much the paragraph says, up
    to the quotation, of another matter.
    """
    told, at = view.once("matter", topic, lambda: _told(view, topic)), view.at(quote.words)
    up_to, everywhere = range(TITLE, block[1] + 1), range(TITLE, len(view.sentences))
    own = range(view.page.paragraphs[at].start, at + 1)
    return {
        "told later": _more(told, everywhere, up_to),
        "later paragraph": _behind(told, at),
        "other matter": _more(told, everywhere, own) * _fullness(view.page, own),
    }


def _told(view: View, topic: Sequence[Group]) -> _Told:
    weights = [view.weight(group) for group in topic]
    words = [(w / (sum(weights) or 1.0), kinship.told_at(view, g)) for w, g in zip(weights, topic, strict=True)]
    paragraphs = dict.fromkeys(view.page.paragraphs)
    return _Told(words, {one.start: sum(share * _most(by, one) for share, by in words) for one in paragraphs})


def _more(told: _Told, places: Container[int], than: Container[int]) -> float:
    """Return how much more of a topic some sentences tell than others, word by word."""
    return sum(share * max(0.0, _most(by, places) - _most(by, than)) for share, by in told.words)


def _most(by: Mapping[int, float], places: Container[int]) -> float:
    return max((strength for at, strength in by.items() if at in places), default=0.0)


def _behind(told: _Told, at: int) -> float:
    """Return how much more of a topic one paragraph behind a sentence tells than any that begins before."""
    shares = told.paragraphs.items()
    behind = max((share for start, share in shares if start > at), default=0.0)
    return max(0.0, behind - max(share for start, share in shares if start <= at))


def _fullness(page: Page, places: range) -> float:
    """Return how much some sentences say, 0 to 1, by their words that are no small ones."""
    words: int | None = page.kept.get(("content", places))
    if words is None:
        small = frozenset(load(page.found.language).about.function_words)
        words = sum(word.normal not in small for at in places for word in page.words_of(at))
        page.kept["content", places] = words
    return min(words, _FULL) / _FULL
