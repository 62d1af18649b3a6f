"""Words that turn what is said into its contrary: of denial, negation and refusal."""

from __future__ import annotations

from functools import cache

from newsqa.answer.page import Page
from newsqa.languages import load
from newsqa.model import Status
from newsqa.text.phrases import Phrases, phrases


@cache
def turning(code: str) -> Phrases:
    """Return what denies, negates or refuses in a language."""
    modality, classes = load(code).modality, load(code).questions.classes
    return phrases(("refused", (*modality.denied, *classes["refusals"])), ("negated", modality.negated))


@cache
def planning(code: str) -> Phrases:
    """Return what makes something planned in a language."""
    return phrases(("planned", load(code).modality.planned))


@cache
def denying(code: str) -> Phrases:
    """Return what denies something in a language."""
    return phrases(("denied", load(code).modality.denied))


def statuses(page: Page, place: int) -> list[Status]:
    """Return the status at each word of a sentence; what denies something is not denied by itself."""
    found: list[Status] | None = page.kept.get(("turned", place))
    if found is None:
        found = page.kept["turned", place] = list(page.statuses_of(place))
        for own in _untrue(page.found.language).find(page.words_of(place)):
            before: Status = found[own.first - 1] if own.first else "happened"
            found[own.first : own.last + 1] = [before] * (own.last + 1 - own.first)
    return found


@cache
def _untrue(code: str) -> Phrases:
    modality = load(code).modality
    return phrases(("no", (*modality.denied, *modality.negated)))
