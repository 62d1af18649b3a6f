"""Words that turn what is said into its contrary: of denial, negation and refusal."""

from __future__ import annotations

from functools import cache

from newsqa.languages import load
from newsqa.text.phrases import Phrases, phrases


@cache
def turning(code: str) -> Phrases:
    """Return what denies, negates or refuses in a language."""
    modality, classes = load(code).modality, load(code).questions.classes
    return phrases(("no", (*modality.denied, *modality.negated, *classes["refusals"])))
