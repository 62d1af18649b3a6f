"""What is new of someone or something in an article: the quotations and facts that a watch waits for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from newsqa.languages import CODES, load
from newsqa.model import AnswerKind, Argument, Entity, Extraction, Fact, Quote, Sentence, Span, Status, Value
from newsqa.store.protocol import Stored
from newsqa.text import lemmas
from newsqa.text.name_keys import key
from newsqa.text.terms import Group, groups
from newsqa.text.words import normalise, tokens

_MARKS = re.compile(r"^[\"'“”„«‘’](?P<inside>.+)[\"'“”»‘’]$")
_COPY = 90  # likeness, of 100, from which two wordings with the same numbers are one
_SUCCESSOR = 50  # likeness, of 100, from which words stand where others stood before an edit
_PLAIN: frozenset[Status] = frozenset({"happened", "said"})
_SHORTEST = 4  # letters of a name from which another spelling of it counts


class Watch(Value):
    """What is watched for: somebody by name, or with `phrase` every word of something said."""

    words: str
    phrase: bool = False

    @property
    def key(self) -> str:
        """Return the normal form, by which the same watch is known again."""
        return " ".join(token.normal for token in tokens(self.words))


class Noticed(Value):
    """A quotation or fact that a watch waits for: its evidence, and of a quotation the speaker."""

    kind: AnswerKind
    words: Span
    status: Status
    speaker: str | None = None


def watch_of(text: str) -> Watch | None:
    """Return what a text asks to watch for; None where there is no word in it.

    In quotation marks, or in small letters that mean something, it is a phrase; else the name of somebody.
    """
    text = " ".join(text.split())
    marked = _MARKS.match(text)
    watch = Watch(words=marked["inside"].strip() if marked else text, phrase=bool(marked) or _is_common(text))
    return watch if watch.key else None


def noticed(watch: Watch, stored: Stored) -> list[Noticed]:
    """Return what an article has for a watch: its quotations, then the sentences that tell a fact and quote nothing."""
    found = stored.extraction
    wanted = _Phrase(watch, found) if watch.phrase else _Named(watch, found)
    quotes = [quote for quote in found.said if wanted.says(quote)]
    said = [quote.sentence for quote in quotes]
    told: dict[Span, list[Status]] = {}
    for fact in filter(wanted.tells, found.facts):
        sentence = next((s.span for s in found.sentences if s.span.holds(fact.span)), fact.span)
        if not any(sentence.meets(other) for other in said):
            told.setdefault(sentence, []).append(fact.status)
    quoted = [Noticed(kind="quote", words=q.words, status="said", speaker=q.speaker) for q in quotes]
    return quoted + [Noticed(kind="fact", words=span, status=_least_sure(statuses)) for span, statuses in told.items()]


def _least_sure(statuses: Sequence[Status]) -> Status:
    """Return the status of a sentence: if one of its facts has not simply happened, that one's."""
    return next((status for status in statuses if status not in _PLAIN), statuses[0])


def named_by(name: str, stored: Stored) -> list[Entity]:
    """Return the entities of an article that a name names, in any of their forms."""
    wanted = [token.normal for token in tokens(name)]
    return [entity for entity in stored.extraction.entities if _is_named(wanted, entity)]


def wordings(phrase: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield what a sentence must have that says a phrase, once for each language: a group of terms for each word."""
    for needed, grouped in _wordings(phrase):
        yield tuple(tuple(t for g in grouped if g.first <= i <= g.last for t in g.terms) for i in needed)


def plain(words: str) -> str:
    """Return words in the form under which copies of them are alike."""
    return " ".join(token.normal for token in tokens(words))


def is_copy(words: str, told: Iterable[str]) -> bool:
    """Tell whether words in plain form were told before, in part or nearly so; with other numbers they were not."""
    return any(_alike(words, other) for other in told)


def successor(words: str, others: Sequence[str]) -> int | None:
    """Return which of others stands for words that an edit took away; None where all are too unlike."""
    likeness = [fuzz.ratio(words, other) for other in others]
    best = max(range(len(others)), key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= _SUCCESSOR else None


def _alike(one: str, other: str) -> bool:
    if _numbers(one) != _numbers(other):
        return False
    shorter, longer = sorted((one, other), key=len)
    within = f" {shorter} " in f" {longer} " and 2 * len(shorter) >= len(longer)
    return within or fuzz.ratio(one, other) >= _COPY


def _numbers(words: str) -> list[str]:
    return [word for word in words.split() if word[0].isdigit()]


class _Named:
    """Somebody, by any form of the name."""

    def __init__(self, watch: Watch, found: Extraction) -> None:
        wanted = [token.normal for token in tokens(watch.words)]
        self._entities = [e for e in found.entities if _is_named(wanted, e)]
        self._names = {form for e in self._entities for form in (e.name, *e.aliases)}
        self._wanted = wanted

    def says(self, quote: Quote) -> bool:
        """Tell whether the quotation is theirs."""
        return bool(quote.speaker) and (quote.speaker in self._names or _meets(self._wanted, quote.speaker or ""))

    def tells(self, fact: Fact) -> bool:
        """Tell whether the fact is theirs: they do something in it, or something is done to them."""
        argued = {a.entity for a in _arguments(fact) if a.entity}
        others = (p for e in self._entities if e.kind != "person" for p in e.mentions)
        return bool(argued & self._names) or any(fact.span.holds(place) for place in others)


class _Phrase:
    """Every word of something, in any language, in one sentence."""

    def __init__(self, watch: Watch, found: Extraction) -> None:
        self._sentences = [s for s in found.sentences if _is_said(watch.words, s)]

    def says(self, quote: Quote) -> bool:
        """Tell whether it is said in the sentence of the quotation."""
        return any(s.span.meets(quote.sentence) for s in self._sentences)

    def tells(self, fact: Fact) -> bool:
        """Tell whether it is said in the sentence of the fact."""
        return any(s.span.meets(fact.span) for s in self._sentences)


def _arguments(fact: Fact) -> Iterator[Argument]:
    yield from (a for a in (fact.subject, fact.object, *fact.others) if a)


def _is_named(wanted: Sequence[str], entity: Entity) -> bool:
    return any(_meets(wanted, form) for form in (entity.name, *entity.aliases))


def _meets(wanted: Sequence[str], name: str) -> bool:
    """Tell whether a name has every word, as it is or spelt another way."""
    words = [token.normal for token in tokens(name)]
    return all(any(word == w or _spelt(word, w) for w in words) for word in wanted)


def _spelt(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= _SHORTEST and key(word) == key(other)


def _is_said(phrase: str, sentence: Sentence) -> bool:
    said = {*sentence.terms, *sentence.context}
    return any(_covers(words, said) for words in _wordings(phrase))


def _covers(wording: tuple[tuple[int, ...], tuple[Group, ...]], said: set[str]) -> bool:
    needed, grouped = wording
    met = {i for g in grouped if said.intersection(g.terms) for i in range(g.first, g.last + 1)}
    return met.issuperset(needed)


@lru_cache(maxsize=1024)
def _wordings(phrase: str) -> tuple[tuple[tuple[int, ...], tuple[Group, ...]], ...]:
    """Return the phrase as each language reads it: the words that must be said, and the terms that say them."""
    words = tokens(phrase)
    read = []
    for code in CODES:
        small = load(code).about.function_words
        needed = tuple(i for i, w in enumerate(words) if w.normal not in small) or tuple(range(len(words)))
        read.append((needed, tuple(groups(words, code, loose=True))))
    return tuple(read)


def _is_common(text: str) -> bool:
    """Tell whether a text is in small letters and of words that mean something."""
    words = [normalise(token.text) for token in tokens(text)]
    return text == text.lower() and any(all(lemmas.is_word(w, code) for w in words) for code in CODES)
