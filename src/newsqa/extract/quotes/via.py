"""Second-hand words: the outlets that passed on what was said, nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from newsqa.extract.quotes.frames import Frame, lengths_of

_REACH = 5  # words between the verb and the outlet: "dikutip kantor berita AFP"


def outlets(frame: Frame) -> tuple[str, ...]:
    """Return who is said to have passed on the words of a sentence: "seperti dikutip AFP", "as quoted by AFP"."""
    return tuple(reversed(list(dict.fromkeys(_named(frame)))))


def _named(frame: Frame) -> Iterator[str]:
    begins = lengths_of(frame.rules.via)
    for at, word in enumerate(frame.words):
        length = frame.phrase(at, frame.rules.via) if word.normal in begins else 0
        first = at + length
        if length and not (at and frame.phrase(at - 1, frame.rules.via) > 1):
            near = (m for m in frame.names if first <= m.first <= first + _REACH and m.entity.kind != "place")
            yield from (m.entity.name for m in list(near)[:1])
