"""Whole statements: a quotation that its cue, or the end of a paragraph, cuts into parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsqa.extract.quotes.frames import Frame
from newsqa.extract.quotes.marked import Spoken
from newsqa.model import Quote, Span

_SHARE = 0.55  # of the speaker's words that the reporter's between them may come to
_SHORT = 60  # characters between two parts, such as who spoke, that are never too many


@dataclass(frozen=True, slots=True)
class Part:
    """One quotation in marks with the frame that it stands in."""

    frame: Frame
    said: Spoken
    quote: Quote


def told_later(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts, those that run on into a paragraph where their speaker is named with that speaker."""
    speaker: str | None = None
    following: Part | None = None
    for part in reversed(parts):
        runs_on = following is not None and not part.said.mark.closed and _is_next(part, following)
        speaker = speaker if runs_on else None
        if part.said.report is None and speaker:
            yield Part(part.frame, part.said, part.quote.model_copy(update={"speaker": speaker}))
        else:
            yield part
        speaker, following = speaker if part.said.report is None else part.quote.speaker, part


def _is_next(part: Part, following: Part) -> bool:
    return following.frame.passage.index == part.frame.passage.index + 1 and following.said.opens


def whole(parts: Sequence[Part]) -> Iterator[Quote]:
    """Yield each statement of two or more parts, from its first to its last word, as the reporter tells it."""
    chain: list[Part] = []
    for before, part in pairwise([*parts, None]):
        if before is None:
            continue
        chain.append(before)
        if part is None or not _goes_on(before, part):
            if len(chain) > 1 and _is_mostly_spoken(chain):
                yield _statement(chain)
            chain = []


def _is_mostly_spoken(chain: Sequence[Part]) -> bool:
    """Tell whether the reporter's words between the parts are few beside them."""
    spoken = sum(len(part.quote.words) for part in chain)
    told = chain[-1].quote.words.end - chain[0].quote.words.start - spoken
    return told <= max(_SHORT, _SHARE * spoken)


def _statement(chain: Sequence[Part]) -> Quote:
    first = chain[0].quote
    words = Span(start=first.words.start, end=chain[-1].quote.words.end)
    sentence = Span(start=first.sentence.start, end=chain[-1].quote.sentence.end)
    return first.model_copy(update={"kind": "indirect", "words": words, "sentence": sentence})


def _goes_on(before: Part, part: Part) -> bool:
    """Tell whether a part goes on where the one before it was cut."""
    if before.said.kind != "direct" or before.quote.speaker != part.quote.speaker:
        return False
    if part.frame is before.frame:
        return part.said.report is before.said.report
    if not before.said.closes or (part.said.report is not None and before.said.mark.closed):
        return False
    same = part.frame.passage.paragraph == before.frame.passage.paragraph
    return _is_next(before, part) and (same or not before.said.mark.closed)
