"""Which words of a question only say what is asked for, or of which report: an article need not say them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newsqa.answer.view import FRAMES
from newsqa.languages import load
from newsqa.model import Wanted
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token


def frames(words: Sequence[Token], code: str, wanted: Wanted) -> Iterator[tuple[str, ...]]:
    """Yield for each word of a question a mark where it only says what is asked for, or when it was reported so."""
    classes = load(code).questions.classes
    frame = {*classes["frames"], *classes.get(f"frames_{wanted}", ())}
    reports = _reports(code).find(words) if wanted == "number" else ()
    within = {at for found in reports for at in range(found.first, found.last + 1)}
    yield from ((FRAMES,) if word.normal in frame or at in within else () for at, word in enumerate(words))


@cache
def _reports(code: str) -> Phrases:
    return phrases(("reports", load(code).questions.classes["reports"]))
