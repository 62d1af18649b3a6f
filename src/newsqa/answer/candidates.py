"""Which stretches of a sentence could be an answer: any run of words between two that say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.answer.align import Word

LONGEST = 12  # words; one answer in a hundred is longer


def spans(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the candidates of a sentence as (first, last) places of words, both inclusive."""
    for first, word in enumerate(words):
        if word.small:
            continue
        for last in range(first, min(len(words), first + LONGEST)):
            if last > first and words[last].before == "stop":
                break
            if not words[last].small:
                yield first, last
