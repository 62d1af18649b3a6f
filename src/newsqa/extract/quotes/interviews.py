"""Interviews: the paragraphs that answer a question, in marks or, where the text says so, without any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from newsqa.extract.entities import Entities
from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.model import Quote, Span

_FEWEST = 2  # answers; with fewer a text is no interview


@dataclass(frozen=True, slots=True)
class Interview:
    """Who is asked, the paragraphs that answer in marks, and by their first sentence those that answer without.

    `opened` are the first sentences of paragraphs that answer somehow, told by the reporter or not.
    """

    speaker: str | None
    marked: frozenset[int]
    plain: Mapping[int, Span]
    opened: frozenset[int] = frozenset()

    def quoted(self, frame: Frame) -> Quote | None:
        """Return the answer without marks that begins with a sentence."""
        words = self.plain.get(frame.passage.index)
        return Quote(kind="direct", words=words, sentence=words, speaker=self.speaker) if words else None

    def holds(self, frame: Frame) -> bool:
        """Tell whether a sentence stands in an answer without marks."""
        return any(words.holds(frame.passage.span) for words in self.plain.values())


def find(frames: Sequence[Frame], known: Entities) -> Interview:
    """Return the interview that a text is or holds; one with no answers where it holds none."""
    paragraphs = [list(some) for _, some in groupby(frames, lambda frame: frame.passage.paragraph)]
    announced = next((i for i, some in enumerate(paragraphs) if any(map(_announces, some))), len(paragraphs))
    marked, plain = [], []
    for at, (asked, answer) in enumerate(pairwise(paragraphs)):
        if not _asks(asked, told=at > announced) or _asks(answer, told=False):
            continue
        if all(not frame.words for frame in answer):
            marked.append(answer)
        elif at > announced and not any(frame.marks and QUOTED in "".join(frame.joints) for frame in answer):
            plain.append(answer)
    if sum(any(_says(frame.rules.speaking, frame) for frame in answer) for answer in plain) < len(plain) / 2:
        plain = []  # a reporter who puts questions and answers them
    opened = _opened(paragraphs)
    if len(marked) + len(plain) < _FEWEST and not opened:
        return Interview(None, frozenset(), {})
    numbers = frozenset(some[0].passage.paragraph for some in marked)
    return Interview(_asked(known), numbers, dict(map(_whole, plain)), opened)


def _opened(paragraphs: Sequence[Sequence[Frame]]) -> frozenset[int]:
    """Return the first sentences of the paragraphs behind those that put something to somebody, where some do."""
    asked = [
        answer[0].passage.index
        for asks, answer in pairwise(paragraphs)
        if _asks(asks, told=True) and _says(asks[0].rules.addressing, asks[-1]) and not _asks(answer, told=True)
    ]
    return frozenset(asked) if len(asked) >= _FEWEST else frozenset()


def _asked(known: Entities) -> str | None:
    """Return the person whom an article speaks of most."""
    spoken = Counter(r.entity for r in known.references if known.all[r.entity].kind == "person")
    return known.all[spoken.most_common(1)[0][0]].name if spoken else None


def _asks(paragraph: Sequence[Frame], *, told: bool) -> bool:
    """Tell whether a paragraph is a question; in a text that is told to be an interview, whatever speaks to someone."""
    last = paragraph[-1]
    if any(frame.marks for frame in paragraph):
        return False
    return "?" in last.joints[-1] or (told and any(_says(frame.rules.addressing, frame) for frame in paragraph))


def _says(words: frozenset[str], frame: Frame) -> bool:
    return any(word.normal in words for word in frame.words)


def _announces(frame: Frame) -> bool:
    """Tell whether a sentence says that an interview follows."""
    return any(frame.phrase(at, frame.rules.interviews) for at in range(len(frame.words)))


def _whole(paragraph: Sequence[Frame]) -> tuple[int, Span]:
    first, last = paragraph[0].passage, paragraph[-1].passage
    return first.index, Span(start=first.span.start, end=last.span.end)
