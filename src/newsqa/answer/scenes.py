"""The scene of a speaker: how much the sentences around whoever speaks tell of whom a question describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsqa.answer import kinship
from newsqa.answer.speakers import strength
from newsqa.answer.view import Group, View, is_word
from newsqa.model import Quote

_NEAR = 0.7  # what a word counts that a sentence says in which the speaker stands
_BEFORE = 0.5  # what it counts in the sentence before the first of them
_FAR = 0.25  # and anywhere else in the article
_AS_KIN = 0.8  # what kin of the word count of that
_BACK = 2  # sentences before one without a name who speaks


def met(view: View, groups: Sequence[Group], quote: Quote) -> dict[str, float]:
    """Return how surely the words describe who speaks, and how much more surely another speaker of the article.

    Names alone describe nobody: whom they name did not say it, if whoever did has another.
    """
    if not any(is_word(group) for group in groups):
        return {}
    everyone = view.once("met", groups, lambda: dict(_everyone(view, groups)))
    own = everyone[_who(quote)]
    other = max((share for who, share in everyone.items() if who != _who(quote)), default=0.0)
    return {"met": own, "met less": max(0.0, other - own), "met more": max(0.0, own - other)}


def _who(quote: Quote) -> object:
    return quote.speaker or quote.sentence


def _everyone(view: View, groups: Sequence[Group]) -> Iterator[tuple[object, float]]:
    seen = set[object]()
    for quote in view.page.said:
        if _who(quote) not in seen:
            seen.add(_who(quote))
            yield _who(quote), _share(view, groups, quote)


def _share(view: View, groups: Sequence[Group], quote: Quote) -> float:
    """Return the share of the words that is told of a speaker."""
    scene = _scene(view, quote)
    weights = [view.weight(group) for group in groups]
    told = (max(strength(view, group, quote), _told(view, group, scene)) for group in groups)
    return sum(w * t for w, t in zip(weights, told, strict=True)) / (sum(weights) or 1.0)


def _told(view: View, group: Group, scene: Mapping[int, float]) -> float:
    """Return how surely a word is told in a scene, by itself or by its kin."""
    exact = max((scene.get(at, _FAR) * s for at, s in view.places(group).items() if at >= 0), default=0.0)
    if exact >= _NEAR:
        return exact
    if not is_word(group):
        return max([exact, *(scene.get(at, _FAR) for at in _bearers(view, group))])
    kin = (scene.get(at, _FAR) * min(1.0, 2 * s) for at, s in kinship.places(view, group).items() if at >= 0)
    return max(exact, _AS_KIN * max(kin, default=0.0))


def _bearers(view: View, group: Group) -> Iterator[int]:
    """Yield where someone is named, by whatever name, whose full name has a word."""
    yield from (view.at(m) for e in view.found.entities if group[0] in e.name.lower().split() for m in e.mentions)


def _scene(view: View, quote: Quote) -> Mapping[int, float]:
    """Return the sentences in which a speaker stands, each with what it tells of them, found once."""
    found: dict[int, float] | None = view.page.kept.get(("scene", _who(quote)))
    if found is None:
        found = view.page.kept["scene", _who(quote)] = _stands(view, quote)
    return found


def _stands(view: View, quote: Quote) -> dict[int, float]:
    entity = next((e for e in view.found.entities if quote.speaker in (e.name, *e.aliases)), None)
    at = [view.at(m) for m in entity.mentions] if entity else list(_unnamed(view, quote))
    spoken = [view.at(q.words) for q in view.page.said if quote.speaker and q.speaker == quote.speaker]
    first = min(at, default=0)
    return {first - 1: _BEFORE, **dict.fromkeys([*at, *spoken], _NEAR)}


def _unnamed(view: View, quote: Quote) -> Iterator[int]:
    at = view.at(quote.sentence)
    yield from range(max(0, at - _BACK), at + 1)
