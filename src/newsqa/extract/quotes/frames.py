"""A sentence as its reporter tells it: the words outside quotation marks, and the marks among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsqa.extract.entities import Entities
from newsqa.languages.speech import Reporting
from newsqa.model import Entity, Span
from newsqa.text import marks
from newsqa.text.document import Document, Passage
from newsqa.text.marks import Marked
from newsqa.text.words import Token

QUOTED = "\ufffc"  # stands in a joint for the words between marks
_DATELINE = re.compile(r"(?:[A-Z][^\n.!?\"“]{0,70}?(?: [-–—]{1,2} |[-–—]{2} ?)|[A-Z][A-Z ,]{2,40}: )")
_LONGEST = 600  # words or marks; what is longer is a list, not a sentence
_NICKNAME = re.compile(r"\w+(?: \w+)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name among the words of a frame: its first and last word, and the entity that it means."""

    first: int
    last: int
    span: Span
    entity: Entity

    @property
    def is_person(self) -> bool:
        """Tell whether it names a person."""
        return self.entity.kind == "person"


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence without what its marks hold.

    `joints[i]` is what stands before word i, `joints[len(words)]` what ends the sentence; words between marks
    stand in it as one QUOTED, a comma at their end behind it. `names` are the names among the words.
    """

    document: Document
    passage: Passage
    start: int
    marks: tuple[Marked, ...]
    words: tuple[Token, ...]
    joints: tuple[str, ...]
    names: tuple[Named, ...]

    @property
    def rules(self) -> Reporting:
        """Return the reporting words of the article's language."""
        return self.document.language.reporting

    def of(self, span: Span) -> str:
        """Return the words of a span."""
        return span.of(self.document.text)

    def normal(self, at: int) -> str:
        """Return the normal form of word `at`, "" beyond the sentence."""
        return self.words[at].normal if 0 <= at < len(self.words) else ""

    def phrase(self, at: int, table: frozenset[str]) -> int:
        """Return how many words from `at` on make the longest phrase of `table`, 0 where none does."""
        for length in lengths_of(table).get(self.normal(at), ()):
            words, joints = self.words[at : at + length], self.joints[at + 1 : at + length]
            whole = len(words) == length and " ".join([w.normal for w in words]) in table
            if whole and not any(j.strip() for j in joints):
                return length
        return 0

    def is_day(self, at: int) -> bool:
        """Tell whether word `at` is a weekday or month."""
        times = self.document.language.times
        word = self.words[at].text if 0 <= at < len(self.words) else ""
        return word in times.weekdays or word in times.months

    def after(self, position: int) -> int:
        """Return the place of the first word that starts at or after a character."""
        return bisect_left(self.words, position, key=lambda w: w.start)


@cache
def lengths_of(table: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """Return the lengths of a table's phrases by their first word, the longest first."""
    found: dict[str, set[int]] = {}
    for words in map(str.split, table):
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def frames(document: Document, known: Entities) -> list[Frame]:
    """Return the sentences of a document as frames, without those that are too long to be one."""
    top = [m for m in document.marked if m.depth == 0]
    found = (_frame(document, p, marks.within(top, p.span), known) for p in document.passages)
    return [frame for frame in found if len(frame.words) <= _LONGEST and len(frame.marks) <= _LONGEST]


def _frame(document: Document, passage: Passage, top: Sequence[Marked], known: Entities) -> Frame:
    text, span = document.text, passage.span
    start = _dateline_end(text, passage)
    held = tuple(m for m in top if not _is_nickname(text, m))
    words = tuple(_outside([w for w in passage.tokens if w.start >= start], held))
    joints = tuple(_joints(text, Span(start=start, end=span.end), words, held))
    return Frame(document, passage, start, held, words, joints, tuple(_named(passage, words, known)))


def _outside(words: Iterable[Token], held: Iterable[Marked]) -> Iterator[Token]:
    """Yield the words that no mark holds."""
    ahead = deque(held)
    for word in words:
        while ahead and ahead[0].outer.end <= word.start:
            ahead.popleft()
        if not ahead or word.start < ahead[0].outer.start:
            yield word


def _named(passage: Passage, words: Sequence[Token], known: Entities) -> Iterator[Named]:
    """Yield the names among the words, those within a longer one left out."""
    found = list(_mentioned(passage, words, known))
    yield from (m for m in found if not any(_is_within(m, other) for other in found))


def _is_within(name: Named, other: Named) -> bool:
    return other.first <= name.first and name.last <= other.last and name.last - name.first < other.last - other.first


def _mentioned(passage: Passage, words: Sequence[Token], known: Entities) -> Iterator[Named]:
    for reference in known.within(passage.index):
        first = bisect_left(words, reference.span.start, key=lambda w: w.start)
        last = bisect_left(words, reference.span.end, key=lambda w: w.start) - 1
        if first <= last and reference.how == "name":
            yield Named(first, last, reference.span, known.all[reference.entity])


def _joints(text: str, span: Span, words: Sequence[Token], held: Iterable[Marked]) -> Iterator[str]:
    """Yield what stands before each word and behind the last, the words between marks as one QUOTED."""
    ahead = deque(held)
    edges = [span.start, *(at for w in words for at in (w.start, w.end)), span.end]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        joint, at = "", left
        while ahead and ahead[0].outer.start < right:
            mark = ahead.popleft()
            comma = "," if mark.inner.of(text).rstrip().endswith(",") else ""
            joint += text[at : mark.outer.start] + QUOTED + comma
            at = mark.outer.end
        yield joint + text[at:right]


def _dateline_end(text: str, passage: Passage) -> int:
    """Return where the article's first sentence begins behind its place and agency."""
    if passage.paragraph:
        return passage.span.start
    match = _DATELINE.match(text, passage.span.start, passage.span.end)
    if match is None or passage.index or not _is_dateline(match.group()):
        return passage.span.start
    return match.end()


def _is_dateline(head: str) -> bool:
    words = head.split()
    return words[0].strip(",:").isupper() or "(" in head or len(words) <= 5


def _is_nickname(text: str, mark: Marked) -> bool:
    """Tell whether marks hold a name between two others, as in Rogelio "Boy" Tantoco."""
    before = text[max(0, mark.outer.start - 30) : mark.outer.start].split(" ")
    after, inner = text[mark.outer.end : mark.outer.end + 2], mark.inner.of(text)
    named = len(before) > 1 and not before[-1] and before[-2][:1].isupper() and before[-2][-1:].isalpha()
    return (
        named and after[:1] == " " and after[1:].isupper() and inner[:1].isupper() and bool(_NICKNAME.fullmatch(inner))
    )
