"""One sentence beside a question: which of its words stand for which of the question's, in which clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsqa.answer.view import Group, View, alike
from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.model import Sentence, Span, Status
from newsqa.text.phrases import phrases
from newsqa.text.terms import groups
from newsqa.text.words import Token


@dataclass(frozen=True, slots=True)
class Match:
    """The words `first` to `last` of a sentence stand for the question's group `group`, this surely."""

    first: int
    last: int
    group: int
    strength: float


@dataclass(frozen=True)
class Line:
    """One sentence of an article beside the groups of a question."""

    view: View
    place: int
    asked: Sequence[Group]

    @property
    def sentence(self) -> Sentence:
        """Return the sentence itself."""
        return self.view.sentences[self.place]

    @cached_property
    def words(self) -> list[Token]:
        """Return the words of the sentence."""
        return self.view.page.words_of(self.place)

    @cached_property
    def matches(self) -> list[Match]:
        """Return where the question's words stand, by their terms, else by a likeness of names."""
        found = [
            Match(g.first, g.last, i, 0.9 if term[1:2] == "." else 1.0)
            for g in groups(self.words, self.view.found.language)
            for i, asked in enumerate(self.asked)
            for term in g.terms
            if term in asked
        ]
        met = {m.group for m in found}
        return found + [
            Match(at, at, i, like * 0.9)
            for i, asked in enumerate(self.asked)
            if i not in met
            for at, word in enumerate(self.words)
            if word.text[0].isupper() and (like := alike(asked[0], word.normal))
        ]

    @cached_property
    def clauses(self) -> list[int]:
        """Return for each word the number of its clause, counted at commas, openers and new main clauses."""
        language = load(self.view.found.language)
        opens = phrases(("opens", (*language.modality.openers, *language.modality.breaks)))
        firsts = {p.first for p in opens.find(self.words)}
        now, found = 0, []
        for i, word in enumerate(self.words):
            gap = self.view.text[self.words[i - 1].end : word.start] if i else ""
            now += i in firsts or any(sign in gap for sign in ",;:()–—")
            found.append(now)
        return found

    @cached_property
    def statuses(self) -> list[Status]:
        """Return the status at each word."""
        return statuses(self.view.text, self.words, self.view.found.language)

    def within(self, span: Span) -> tuple[int, int]:
        """Return the first and last word of a span."""
        inside = [i for i, w in enumerate(self.words) if w.start < span.end and w.end > span.start]
        return (inside[0], inside[-1]) if inside else (0, 0)
