"""What points back: a pronoun, a possessive ending or a role without a name, before it is known whom it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from newsqa.languages import load
from newsqa.model import Span
from newsqa.text.document import Document, Passage
from newsqa.text.names import is_title, longest_title
from newsqa.text.words import PerWord, Token, normalise

_LONGEST = 7  # words of a role that points back


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun or role before it is resolved: the gender it tells, its words, whether it needs a role or body."""

    span: Span
    how: Literal["pronoun", "role"]
    gender: str
    words: frozenset[str] = frozenset()
    heads: tuple[str, ...] | None = None
    sort: frozenset[str] = frozenset()  # a noun that tells a gender, which a role may have too: "the father"
    aged: bool = False  # tells an age, as nothing does of one whose age was told
    known: bool = False  # points to a role that was told, as "the coach" does; "pedagang itu" may tell a new one


def pointers(document: Document, passage: Passage, taken: Sequence[Span], words: Words) -> Iterator[Pointer]:
    """Yield what points back in a sentence, left to right, outside what is taken."""
    may_point = words.may_point
    for at, word in enumerate(passage.tokens):
        if not may_point[word.normal] or any(t.start <= word.start < t.end for t in taken):
            continue
        pointer = words.pronoun(word) or words.noun_before(passage.tokens, at)
        pointer = pointer or words.noun_after(document.text, passage.tokens, at)
        if pointer:
            yield pointer


class Words:
    """One language's words that point back."""

    def __init__(self, code: str) -> None:
        data = load(code).references
        self.code = code
        self.pronouns = {normalise(w): g for w, g in data.pronouns.items()}
        self.clitics = data.clitics
        self.people = {normalise(w): g for w, g in data.people.items()}
        self.bodies = {normalise(w): tuple(map(normalise, heads)) for w, heads in data.bodies.items()}
        self.before, self.after = frozenset(data.words.before), frozenset(data.words.after)
        self.years, self.aged = frozenset(data.words.years), data.words.aged
        self.several, self.breaks = frozenset(data.words.several), frozenset(data.words.breaks)
        self.goes_on, self.who = frozenset(data.words.goes_on), load(code).reporting.who
        # whether a word may point back, by itself or with those beside it; few do, and all are asked
        self.may_point = PerWord(self._may_point)
        self.possessives = load(code).names.possessives
        self.oblique, self.exceptions = frozenset(data.words.oblique), frozenset(data.words.not_references)

    def _may_point(self, word: str) -> bool:
        listed = word in self.pronouns or word in self.before or word in self.after
        return listed or word.endswith(tuple(self.clitics))

    def gender(self, role_words: Iterable[str]) -> str:
        """Return the gender that a role tells; empty where none does."""
        return next((g for w in sorted(role_words) if (g := self.people.get(w, "")) in {"m", "f"}), "")

    def pronoun(self, word: Token) -> Pointer | None:
        """Return the pronoun, or the possessive ending, that a word is or ends with."""
        gender = self.pronouns.get(word.normal)
        if gender:
            return Pointer(Span(start=word.start, end=word.end), "pronoun", gender)
        ending = next((c for c in self.clitics if word.normal.endswith(c) and len(word.normal) > len(c) + 2), None)
        if ending is None or word.normal in self.exceptions:
            return None
        return Pointer(Span(start=word.end - len(ending), end=word.end), "pronoun", self.clitics[ending])

    def noun_after(self, text: str, tokens: Sequence[Token], at: int) -> Pointer | None:
        """Return the noun that stands before a word like "itu", from its head on."""
        if tokens[at].normal not in self.after:
            return None
        first = at
        while first > max(0, at - _LONGEST) and self._goes_on(text, tokens, first):
            first -= 1
        if first > 1 and tokens[first - 1].normal in self.who and tokens[first - 2].normal in self.people:
            first -= 2  # "*perempuan yang* menabung di sana itu"
        heads = (i for i in range(first, at) if self._is_noun(tokens, i))
        head = next(heads, None)
        if head is None or (head > 0 and tokens[head - 1].normal in self.several):
            return None
        return self._noun(tokens, head, at)

    def _goes_on(self, text: str, tokens: Sequence[Token], first: int) -> bool:
        gap = text[tokens[first - 1].end : tokens[first].start]
        return gap.strip() in {"", ")", "("} and tokens[first - 1].normal not in self.breaks

    def noun_before(self, tokens: Sequence[Token], at: int) -> Pointer | None:
        """Return the noun that stands behind a word like "the", with the words between them."""
        if tokens[at].normal not in self.before:
            return None
        for head in range(at + 1, min(at + 4, len(tokens))):
            named = tokens[head].text[0].isupper() and "-" not in tokens[head].text  # "the Leeds-based firm"
            if named or tokens[head].normal in self.breaks | self.several:
                return None
            length = longest_title(tokens, head, self.code) or int(self._is_noun(tokens, head))
            if length:
                noun, after = self._noun(tokens, at, head + length), head + length
                aged = noun.aged or (after < len(tokens) and tokens[after].text.isdigit())  # "the coach, 39,"
                return replace(noun, known=True, aged=aged) if not self._is_named(tokens, after) else None
        return None

    def _is_named(self, tokens: Sequence[Token], after: int) -> bool:
        """Tell whether the noun goes on to say whom it means, as in "the president of Chad"."""
        return after < len(tokens) and (tokens[after].normal in self.goes_on or tokens[after].text[0].isupper())

    def _is_noun(self, tokens: Sequence[Token], at: int) -> bool:
        word = tokens[at].normal
        aged = any(word.endswith(ending) for ending in self.aged)
        return word in self.people or word in self.bodies or aged or is_title(tokens, at, self.code)

    def _noun(self, tokens: Sequence[Token], first: int, end: int) -> Pointer:
        part = tokens[first:end]
        normals = [w.normal for w in part]
        span = Span(start=part[0].start, end=part[-1].end)
        gender = next((self.people[w] for w in normals if w in self.people), None)
        body = next((self.bodies[w] for w in normals if w in self.bodies), None)
        if gender is not None or body is None:
            said = () if gender else (w for w in normals if not w.endswith(self.aged or ("\n",)))
            words = frozenset(w for w in said if w not in self.before and w not in self.breaks)
            sort = frozenset(w for w in normals if w in self.people)
            aged = any(w.endswith(self.aged or ("\n",)) or w in self.years for w in normals)
            return Pointer(span, "role", gender or "one", words, sort=sort, aged=aged)
        return Pointer(span, "role", "many", frozenset(), body)


@cache
def words(code: str) -> Words:
    """Return the words of a language that point back."""
    return Words(code)
