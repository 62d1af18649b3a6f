"""What leads up to a quotation: its topic is told in its own sentence, or in those before it of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsqa.answer import kinship
from newsqa.answer.elsewhere import more
from newsqa.answer.view import Group, View
from newsqa.model import Quote

_BEFORE = (1.0, 0.9, 0.75)  # what a word counts by how many sentences before the quotation it stands
_UNKNOWN = 0.5  # what a word counts that nothing joins to the article's language
_APART = 0.6  # what it counts in the last sentence of the paragraph before, where the quotation begins one


def led(view: View, topic: Sequence[Group], quote: Quote) -> float:
    """Return the share of a topic that is told up to a quotation, what follows it left out."""
    at = view.at(quote.words)
    table: dict[int, float] = view.once("led", topic, dict)
    if at not in table:
        table[at] = _share(view, topic, dict(_up_to(view, at)))
    return table[at]


def elsewhere(view: View, topic: Sequence[Group], quote: Quote, block: tuple[int, int]) -> float:
    """Return how much more of a topic another sentence tells than a quotation's run and what leads up to it."""
    up_to = (place for place, _ in _up_to(view, view.at(quote.words)))
    return more(view, topic, {*up_to, *range(block[0] - 1, block[1] + 1)})


def _share(view: View, topic: Sequence[Group], scene: Mapping[int, float]) -> float:
    weights = [view.weight(group) for group in topic]
    told = sum(weight * _told(view, group, scene) for weight, group in zip(weights, topic, strict=True))
    return told / (sum(weights) or 1.0)


def _told(view: View, group: Group, scene: Mapping[int, float]) -> float:
    """Return how surely a word is told in a scene, by itself or by its kin; one that is foreign may be told."""
    if view.is_foreign(group):
        return _UNKNOWN
    said, kin = view.places(group), kinship.places(view, group)
    return max(counts * max(said.get(at, 0.0), kin.get(at, 0.0)) for at, counts in scene.items())


def _up_to(view: View, at: int) -> Iterator[tuple[int, float]]:
    """Yield the sentences that lead up to one, itself included, each with what its words count."""
    yield at, 1.0
    for back, counts in enumerate(_BEFORE[1:], 1):
        if at - back < 0:
            return
        if _opens(view, at - back + 1):
            if back == 1:
                yield at - 1, _APART
            return
        yield at - back, counts


def _opens(view: View, at: int) -> bool:
    """Tell whether a sentence opens a paragraph."""
    return view.page.paragraphs[at].start == at
