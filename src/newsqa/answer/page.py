"""One stored article opened for answering; what is found out about it is kept for the next question."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from cachetools import LRUCache

from newsqa.extract.status import statuses
from newsqa.languages import load
from newsqa.model import Extraction, Quote, Sentence, Span, Status
from newsqa.store.protocol import Stored
from newsqa.text.terms import Group, groups
from newsqa.text.words import Token, normalise, tokens, written

_KEPT = 128  # articles are kept open
_SHORTEST = 5  # letters of a name below which likeness says nothing
TITLE = -1  # the place of the title among the sentences


class Index(dict[str, tuple[int, ...]]):
    """In which sentences of an article a term stands, found when it is first asked for: few of its terms ever are."""

    def __init__(self, found: Extraction, title: frozenset[str]) -> None:
        super().__init__()
        self._found, self._title = found, title

    @cached_property
    def standing(self) -> AbstractSet[str]:
        """Return the terms that stand somewhere: of kin few do."""
        return self._found.terms | self._title

    def __missing__(self, term: str) -> tuple[int, ...]:
        places = self[term] = (*self._found.where(term), *((TITLE,) if term in self._title else ()))
        return places


@dataclass(frozen=True)
class Page:
    """An article with its extraction, and an index of its terms."""

    stored: Stored

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.stored.article.text

    @property
    def found(self) -> Extraction:
        """Return what the rules found in the article."""
        return self.stored.extraction

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Return the article's sentences."""
        return self.stored.extraction.sentences

    @cached_property
    def index(self) -> Index:
        """Return for each term the sentences that have it, by their own words or by what those mean."""
        return Index(self.found, terms_of(self.stored.article.title or "", self.found.language))

    @cached_property
    def starts(self) -> list[int]:
        """Return where each sentence begins."""
        return [s.span.start for s in self.sentences]

    def at(self, span: Span) -> int:
        """Return the index of the sentence in which a span begins."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def last(self, span: Span) -> int:
        """Return the index of the sentence in which a span ends."""
        return max(0, bisect_right(self.starts, max(span.start, span.end - 1)) - 1)

    @cached_property
    def paragraphs(self) -> tuple[range, ...]:
        """Return for each sentence the sentences of its paragraph."""
        spans, size = [s.span for s in self.sentences], len(self.sentences)
        opens = [at for at in range(size) if not at or "\n" in self.text[spans[at - 1].end : spans[at].start]]
        runs = (range(first, last) for first, last in pairwise([*opens, size]))
        return tuple(run for run in runs for _ in run)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words that stand with a capital, by normal form."""
        words = {w for s in self.sentences for w in written(self.text, s.span.start, s.span.end) if w[0].isupper()}
        return frozenset(w for w in map(normalise, words) if len(w) >= _SHORTEST)

    @cached_property
    def called(self) -> dict[str, frozenset[str]]:
        """Return for each one whom the article names the words of all forms of the name."""
        return {
            one.name: frozenset(w.normal for form in (one.name, *one.aliases) for w in tokens(form))
            for one in self.found.entities
        }

    @cached_property
    def people(self) -> frozenset[str]:
        """Return the words with which names of people begin."""
        people = (tokens(one.name) for one in self.found.entities if one.kind == "person")
        return frozenset(words[0].normal for words in people if words)

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """Return for each name with a role the terms of the role."""
        return {e.name: terms_of(e.role, self.found.language) for e in self.found.entities if e.role}

    @cached_property
    def said(self) -> tuple[Quote, ...]:
        """Return the quotations that hold no other."""
        return self.found.said

    @cached_property
    def words(self) -> dict[int, list[Token]]:
        """Return the words of the sentences that have been looked into so far."""
        return {}

    def words_of(self, place: int) -> list[Token]:
        """Return the words of one sentence."""
        if place not in self.words:
            span = self.sentences[place].span
            self.words[place] = tokens(self.text, span.start, span.end)
        return self.words[place]

    @cached_property
    def groups(self) -> dict[int, list[Group]]:
        """Return the terms of the words of the sentences that have been looked into so far."""
        return {}

    def groups_of(self, place: int) -> list[Group]:
        """Return the words and phrases of one sentence, each with its terms."""
        if place not in self.groups:
            self.groups[place] = groups(self.words_of(place), self.found.language)
        return self.groups[place]

    def meanings_of(self, place: int) -> list[tuple[str, ...]]:
        """Return for each word of one sentence its terms, by itself and as the noun of a phrase."""
        words, head_first = self.words_of(place), load(self.found.language).questions.head_first
        meant = defaultdict[int, list[str]](list)
        for group in self.groups_of(place):
            meant[group.first if head_first else group.last] += group.terms
        return [tuple(meant[at]) for at in range(len(words))]

    def terms_in(self, place: int, span: Span) -> frozenset[str]:
        """Return every term of some of the words of one sentence."""
        words = self.words_of(place)
        inside = (
            g for g in self.groups_of(place) if span.start <= words[g.first].start and words[g.last].end <= span.end
        )
        return frozenset(term for group in inside for term in group.terms)

    def statuses_of(self, place: int) -> list[Status]:
        """Return the status at each word of one sentence."""
        found: list[Status] | None = self.kept.get(("statuses", place))
        if found is None:
            found = self.kept["statuses", place] = statuses(self.text, self.words_of(place), self.found.language)
        return found

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """Return what whoever looks into the article keeps of it for the next question, by a key of their own."""
        return {}


_open: LRUCache[int, Page] = LRUCache(_KEPT)


def opened(stored: Stored) -> Page:
    """Return the article opened; a warm article is the same value, and the same page, from question to question."""
    page = _open.get(id(stored))
    if page is None or page.stored is not stored:
        page = _open[id(stored)] = Page(stored)
    return page


@lru_cache(maxsize=16384)
def terms_of(text: str, code: str) -> frozenset[str]:
    """Return every term of a text."""
    return frozenset(term for group in groups(tokens(text), code) for term in group.terms)
