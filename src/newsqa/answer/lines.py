"""One sentence beside a question: which of its words stand for which of the question's, in which clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from newsqa.answer.asides import Clauses, joined
from newsqa.answer.view import Group, View, alike
from newsqa.languages import load
from newsqa.model import Fact, Sentence, Span, Status
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.relations import undecided
from newsqa.text.words import Token

T = TypeVar("T")
_CUTS = frozenset(",;:()–—")  # between two words they part clauses


class Match(NamedTuple):
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
    _once: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, what: str, make: Callable[[], T]) -> T:
        """Return what was made for the line's question when it was first asked for."""
        if what not in self._once:
            self._once[what] = make()
        found: T = self._once[what]
        return found

    @property
    def sentence(self) -> Sentence:
        """Return the sentence itself."""
        return self.view.sentences[self.place]

    @cached_property
    def words(self) -> list[Token]:
        """Return the words of the sentence."""
        return self.view.page.words_of(self.place)

    def has(self, normals: Iterable[str]) -> bool:
        """Tell whether one of some words may stand in the sentence, by its stored terms: its words need not be read."""
        return not self._terms.isdisjoint(normals)

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(self.sentence.terms)

    @property
    def index(self) -> Mapping[str, Sequence[int]]:
        """Return for each term of the question the groups that have it."""
        return _index(tuple(self.asked))

    @cached_property
    def matches(self) -> list[Match]:
        """Return where the question's words stand, by their terms, else by a likeness of names."""
        index = self.index
        found = [
            Match(g.first, g.last, i, 0.9 if term[1:2] == "." else 1.0)
            for g in self.view.page.groups_of(self.place)
            for term in g.terms
            for i in index.get(term, ())
            if self._is_meant(i, term)
        ]
        met = {m.group for m in found}
        return found + [
            Match(at, at, i, like * 0.9)
            for i, asked in enumerate(self.asked)
            if i not in met
            for at, word in enumerate(self.words)
            if word.text[0].isupper() and (like := alike(asked[0], word.normal))
        ]

    def _is_meant(self, group: int, term: str) -> bool:
        """Tell whether a term says a word of the question here, not its contrary, of which it may be said too."""
        asked = self.asked[group]
        return term not in undecided(asked) or self.place in self.view.places(asked)

    @cached_property
    def clauses(self) -> list[int]:
        """Return for each word the number of its clause, counted at commas, openers and new main clauses."""
        found: list[int] | None = self.view.page.kept.get(("clauses", self.place))
        if found is None:
            found = self.view.page.kept["clauses", self.place] = self._counted()
        return found

    def _counted(self) -> list[int]:
        firsts = {p.first for p in _openers(self.view.found.language).find(self.words)}
        now, found = 0, []
        for i, word in enumerate(self.words):
            gap = self.view.text[self.words[i - 1].end : word.start] if i else ""
            now += i in firsts or not _CUTS.isdisjoint(gap)
            found.append(now)
        return found

    @cached_property
    def joined(self) -> list[int]:
        """Return for each word the number of its clause, where one goes on behind what breaks into it."""
        found: list[int] | None = self.view.page.kept.get(("joined", self.place))
        if found is None:
            openers = {p.first for p in _openers(self.view.found.language).find(self.words)}
            clauses = Clauses(self.view, self.place, self.words, self.clauses, openers)
            found = self.view.page.kept["joined", self.place] = joined(clauses)
        return found

    @cached_property
    def telling(self) -> list[float]:
        """Return for each group of the question its share in telling the article's sentences apart."""
        weights = [self.view.telling(group) for group in self.asked]
        return [weight / (sum(weights) or 1.0) for weight in weights]

    @cached_property
    def facts(self) -> list[Fact]:
        """Return the facts that the sentence tells."""
        return [fact for fact in self.view.found.facts if self.sentence.span.holds(fact.verb)]

    @cached_property
    def speakers(self) -> list[Span]:
        """Return where those stand who say something in the sentence."""
        return [q.mention for q in self.view.found.quotes if q.mention and self.sentence.span.holds(q.mention)]

    @cached_property
    def attributions(self) -> list[Span]:
        """Return the words that tell who says something in the sentence, from the speaker to the cue or back."""
        told = ((q.mention, q.cue) for q in self.view.found.quotes if q.mention and q.cue)
        runs = (Span(start=min(m.start, c.start), end=max(m.end, c.end)) for m, c in told)
        return [run for run in runs if self.sentence.span.holds(run)]

    @cached_property
    def quoted(self) -> list[Span]:
        """Return the words in the sentence that somebody said just so."""
        said = (q.words for q in self.view.found.quotes if q.kind != "indirect")
        return [words for words in said if words.meets(self.sentence.span)]

    @property
    def cases(self) -> Mapping[str, str]:
        """Return the small words that say what a noun is to its verb, each with its sort."""
        return cases(self.view.found.language)

    @property
    def planned(self) -> bool:
        """Tell whether the sentence tells of something planned."""
        return "planned" in self.statuses

    @cached_property
    def statuses(self) -> list[Status]:
        """Return the status at each word."""
        return self.view.page.statuses_of(self.place)

    def within(self, span: Span) -> tuple[int, int]:
        """Return the first and last word of a span."""
        starts, ends = self._edges
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
        return (first, last) if first <= last else (0, 0)

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        return [w.start for w in self.words], [w.end for w in self.words]


@lru_cache(maxsize=256)
def _index(asked: tuple[Group, ...]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for i, group in enumerate(asked):
        for term in dict.fromkeys(group):
            index.setdefault(term, []).append(i)
    return index


@cache
def _openers(code: str) -> Phrases:
    modality = load(code).modality
    return phrases(("opens", (*modality.openers, *modality.breaks)))


@cache
def cases(code: str) -> dict[str, str]:
    """Return the small words that say what a noun is to its verb, each with its sort."""
    return {word: case for case, words in load(code).facts.cases.items() for word in words}
