"""Where reasons stand: behind words that give one, before words that give a result; each up to its possible ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from newsqa.answer.page import Page
from newsqa.answer.turning import planning, turning
from newsqa.languages import load
from newsqa.languages.schema import Reasons
from newsqa.model import Note, Quote, Span
from newsqa.text.phrases import Phrase, Phrases, phrases
from newsqa.text.words import Token

_SHORTEST = 2  # words; a shorter clause gives no reason, unless its word surely does
_CUTS = frozenset(",;:–—")  # marks that may end a clause
_STOP = re.compile(r"[.!?…][\"”’»)]*\s")
_AHEAD = 5  # words between a word for a cause and the one that says what it is
RESULT, _IS = "result", "is"


class Clause(NamedTuple):
    """One clause as a reason: the sort of the word that gives it, that word, and at what it is cut short, if it is."""

    sort: str
    by: str
    cut: str
    span: Span


def clauses(page: Page, place: int, shortest: int = _SHORTEST) -> Iterator[Clause]:
    """Yield the clauses of a sentence that some word makes a reason: whole, and up to where they may end before."""
    told = Telling(page, place)
    for mark in told.marks:
        by = " ".join(w.normal for w in told.words[mark.first : mark.last + 1])
        ends = told.before(mark.first) if mark.name == RESULT else told.behind(told.spoken(mark.last + 1))
        least = 1 if mark.name in {*told.data.sure, RESULT, _IS} else shortest
        for cut, first, last in ends:
            if last - first + 1 >= least and told.says(first, last):
                yield Clause(mark.name, by, cut, told.span(first, last))


@dataclass(frozen=True)
class Telling:
    """One sentence with its words, read for reasons."""

    page: Page
    place: int

    @property
    def words(self) -> list[Token]:
        """Return the words of the sentence."""
        return self.page.words_of(self.place)

    @property
    def data(self) -> Reasons:
        """Return what the sentence's language knows of reasons."""
        return load(self.page.found.language).reasons

    def span(self, first: int, last: int) -> Span:
        """Return the span of some of the words."""
        return Span(start=self.words[first].start, end=self.words[last].end)

    @cached_property
    def marks(self) -> list[Phrase]:
        """Return the words that give a reason or a result, and those that say what a cause is."""
        found = [p for p in _markers(self.page.found.language).find(self.words) if not self._is_plain(p)]
        leads = [p.last for p in found if p.name == "leads"]
        named = (p for p in found if p.name == _IS and any(0 < p.first - at <= _AHEAD for at in leads))
        return sorted((*(p for p in found if p.name not in {"leads", _IS}), *named), key=lambda p: p.first)

    def _is_plain(self, mark: Phrase) -> bool:
        """Tell whether a word that may give a purpose gives none: by what stands behind it, or before: "agreed to"."""
        if self.words[mark.last].normal not in self.data.infinitives or mark.first < mark.last:
            return False
        behind = self.words[mark.last + 1 : mark.last + 2]
        noun = any(w.text[0].isupper() or w.normal in self._small or w.start in self._noted for w in behind)
        return noun or mark.last in self._bound

    def says(self, first: int, last: int) -> bool:
        """Tell whether some words say more than a number or a time, and more than small words."""
        span = self.span(first, last)
        noted = any(note.span.holds(span) for note in self._notes)
        return not noted and any(w.normal not in self._small for w in self.words[first : last + 1])

    def is_part(self, words: Span) -> bool:
        """Tell whether what somebody says only goes on with a clause: "to be 18 months old", "whether it rained"."""
        language = load(self.page.found.language)
        parts = {*self.data.infinitives, *language.reporting.if_, *language.facts.relative}
        return any(w.start == words.start and w.normal in parts for w in self.words)

    @cached_property
    def _bound(self) -> frozenset[int]:
        """Return the words that stand in or right behind words of modality, and go with them."""
        code = self.page.found.language
        found = (p for table in (planning(code), turning(code)) for p in table.find(self.words))
        return frozenset(at for p in found for at in range(p.first, p.last + 2))

    def behind(self, first: int) -> Iterator[tuple[str, int, int]]:
        """Yield the words from one on: up to where what is told there ends, and to its first comma."""
        last = self.until(first)
        end = "speech" if last + 1 in self._speech else ""
        tail, cut = next(((i, cut) for i in range(first, last) if (cut := self._cut(i))), (last, end))
        comma = next((i for i in range(first, tail) if not _CUTS.isdisjoint(self._gap(i))), tail)
        if comma < tail and self._inside(first):
            tail, cut = comma, "inside"
        yield cut, first, tail
        if comma < tail:
            yield "comma", first, comma
        joined = next((i for i in range(first, comma) if self._openers.get(i + 1) == "tail"), comma)
        if joined < comma:
            yield "joined", first, joined

    def spoken(self, first: int) -> int:
        """Return the word from which on a reason is told: behind who says so, "because, he said, it rained"."""
        if first and first < len(self.words) and "," in self._gap(first - 1):
            end = next((i for i in range(first, min(first + _AHEAD, len(self.words) - 1)) if "," in self._gap(i)), None)
            if end is not None and any(first <= at <= end for at in (*self._speech, *self._cues)):
                return end + 1
        return first

    def _inside(self, first: int) -> bool:
        """Tell whether what a word begins stands in a clause before or within the main one, and ends as that does."""
        comma = next((i for i in range(first - 2, -1, -1) if "," in self._gap(i)), -1)
        return self._openers.get(comma + 1, "") == "opener"

    def before(self, past: int) -> Iterator[tuple[str, int, int]]:
        """Yield the words before one: from where what is told there begins, and from its last comma."""
        last = past - 1
        while last >= 0 and self.words[last].normal in self.data.links:
            last -= 1
        first = max([self._first(past), *(m.last + 1 for m in self.marks if m.last < last)])
        comma = next((i + 1 for i in range(last - 1, first - 1, -1) if not _CUTS.isdisjoint(self._gap(i))), first)
        yield "", first, last
        if comma > first:
            yield "comma", comma, last

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        after = self.words[at + 1].start if at + 1 < len(self.words) else self.words[at].end
        return self.page.text[self.words[at].end : after]

    def _cut(self, at: int) -> str:
        """Return what begins behind a word and tells more than the reason, if something does."""
        if "," in self._gap(at) and self.words[at + 1].start in self._times:
            return "time"
        opens, ending = self._opens(at + 1), self.data.participle
        if opens == "tail" and at + 2 in self._plans:
            return "plan"
        if opens == "break" or (not opens and not (ending and self.words[at + 1].normal.endswith(ending))):
            return opens
        return (opens or "participle") if "," in self._gap(at) else ""

    def _opens(self, at: int) -> str:
        """Return what a word opens, or the one behind it where it is a preposition: "from which"."""
        leads = self.words[at].normal in load(self.page.found.language).facts.prepositions
        return self._openers.get(at, "") or (self._openers.get(at + 1, "") if leads else "")

    @cached_property
    def _times(self) -> frozenset[int]:
        """Return where the times of the sentence begin."""
        return frozenset(note.span.start for note in self._notes if note.kind.startswith("time."))

    @cached_property
    def _noted(self) -> frozenset[int]:
        """Return where the numbers and times of the sentence begin."""
        return frozenset(note.span.start for note in self._notes)

    @cached_property
    def _notes(self) -> list[Note]:
        notes = self.page.sentences[self.place].notes
        return [note for note in notes if note.kind.startswith(("time.", "number."))]

    @property
    def _small(self) -> frozenset[str]:
        return load(self.page.found.language).about.function_words

    @cached_property
    def _plans(self) -> frozenset[int]:
        return frozenset(p.first for p in planning(self.page.found.language).find(self.words))

    @cached_property
    def _openers(self) -> dict[int, str]:
        return {phrase.first: phrase.name for phrase in _openers(self.page.found.language).find(self.words)}

    def until(self, first: int) -> int:
        """Return the last word of what is told from a word on: someone's words end, or a sentence of theirs."""
        start = self.words[first].start if first < len(self.words) else 0
        ends = [at - 1 for at in self._speech if at > first and not self._opens_words(at)]
        direct = (q.words for q in self._said if q.kind != "indirect")
        said = [words.end for words in direct if words.start <= start < words.end]
        spoken = [i for i, w in enumerate(self.words) if said and w.end <= min(said)][-1:]
        return min([len(self.words) - 1, *ends, *spoken, *(i for i in self._stops if i >= first)])

    def _opens_words(self, at: int) -> bool:
        """Tell whether what somebody says stands right behind a word of speech, not before it, and it joins nothing."""
        if self.words[at - 1].normal in load(self.page.found.language).numbers.and_:
            return False
        behind = [w.start for w in self.words[at + 1 : at + 3]]
        return any(q.kind == "indirect" and q.words.start in behind for q in self._said)

    def _first(self, past: int) -> int:
        """Return the first word of what is told up to a word."""
        start = self.words[past].start
        said = [q.words.start for q in self._said if q.words.start < start <= q.words.end]
        spoken = [i for i, w in enumerate(self.words) if said and w.start >= max(said)][:1]
        return max([0, *spoken, *(i + 1 for i in self._stops if i < past - 1)])

    @cached_property
    def _speech(self) -> list[int]:
        return [phrase.first for phrase in _speech(self.page.found.language).find(self.words)]

    @cached_property
    def _cues(self) -> list[int]:
        return [phrase.first for phrase in _cues(self.page.found.language).find(self.words)]

    @cached_property
    def _said(self) -> list[Quote]:
        sentence = self.page.sentences[self.place].span
        return [q for q in self.page.found.quotes if q.words.meets(sentence)]

    @cached_property
    def _stops(self) -> list[int]:
        """Return the words behind which a sentence ends inside someone's words."""
        short = load(self.page.found.language).sentences.abbreviations
        return [
            i
            for i in range(len(self.words) - 1)
            if _STOP.match(self._gap(i)) and self.words[i + 1].text[0].isupper() and self.words[i].text not in short
        ]


@cache
def _markers(code: str) -> Phrases:
    data = load(code).reasons
    return phrases(*data.sorts.items(), (RESULT, data.causes), ("leads", data.leads), (_IS, data.copulas))


@cache
def _speech(code: str) -> Phrases:
    return phrases(("ends", load(code).reasons.ends))


@cache
def _cues(code: str) -> Phrases:
    reporting = load(code).reporting
    return phrases(("cues", tuple(sorted(reporting.turned | reporting.turned_also))))


@cache
def _openers(code: str) -> Phrases:
    modality = load(code).modality
    return phrases(("break", modality.breaks), ("opener", modality.openers), ("tail", load(code).reasons.tails))
