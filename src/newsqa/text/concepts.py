"""Concepts: what a word or phrase means, the same in every language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from newsqa.languages import CODES, load
from newsqa.text.kept import shelved
from newsqa.text.lemmas import lemma, stem
from newsqa.text.lexicon import TABLES, by_id, rows, source
from newsqa.text.shelf import Shelf
from newsqa.text.words import PerWord, Token, tokens

_COUNTRIES = frozenset({"place", "adjective"})  # kinds of concepts that may be a country and what is of it
_INITIALS = 4  # characters; a form in capitals up to this long is matched as capitals, "US" is not "us"


class Concept(NamedTuple):
    """What the words `first` to `last` (both inclusive) of a sentence mean: ids, most usual sense first."""

    first: int
    last: int
    ids: tuple[str, ...]


# What the keys of the tables of forms begin with.
_SURFACE, _LEMMAS, _WORD = "s ", "l ", "w "


class _Known(NamedTuple):
    """A word that forms begin with: its meanings as it is written and by its lemma, and what goes on from it.

    `capitals` are the initials that it is, as they are written; `lengths` and `seconds` tell of how many words the
    forms are, and which come second in them.
    """

    surface: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    capitals: str | None = None
    lengths: tuple[int, ...] = ()
    seconds: tuple[str, ...] = ()


_UNKNOWN = _Known()


class _Phrases:
    """The forms of one language, by surface and by lemma."""

    def __init__(self, shelf: Shelf) -> None:
        self._get = shelf.get

    def surface(self, *words: str) -> tuple[str, ...]:
        """Return what words mean as they are written."""
        return self._get(_SURFACE + " ".join(words)) or ()

    def lemmas(self, *words: str) -> tuple[str, ...]:
        """Return what words mean by their lemmas."""
        return self._get(_LEMMAS + " ".join(words)) or ()

    def known(self, word: str) -> _Known:
        """Return all that is known of a word by itself; of most words that is nothing."""
        row = self._get(_WORD + word)
        return _Known(*row) if row else _UNKNOWN


def find(words: Sequence[Token], code: str, *, loose: bool = False) -> list[Concept]:
    """Return the concepts in a sentence, left to right, the longest phrase at each place.

    `loose` reads initials in small letters too, as people type them in questions.
    """
    phrases = _phrases(code)
    begun = _openings(code)
    openings = [begun[w.normal] for w in words]
    found, free = [], 0
    for at, opening in enumerate(openings):
        if at < free or not (opening.lengths or opening.alone):
            continue
        goes_on = opening.lengths and _goes_on(openings, at)
        concept = _at(phrases, openings, at) if goes_on else _alone(opening, at)
        if concept and (loose or not _only_small(opening, words[at], concept)):
            found.append(concept)
            free = concept.last + 1
    return found


def within(concept: Concept, words: Sequence[Token], code: str, *, loose: bool = False) -> Iterator[Concept]:
    """Yield what the words of a longer phrase mean each by itself: a foreign minister is a minister.

    Of a noun only the head may be a deed: a strike threat is a threat, and nobody need have struck.
    """
    small = load(code).about.function_words
    head = concept.first if load(code).questions.head_first else concept.last
    deed = any(term.startswith("p.") for term in concept.ids)
    for at in range(concept.first, concept.last + 1) if concept.last > concept.first else ():
        opening = _openings(code)[words[at].normal]
        alone = None if words[at].normal in small else _alone(opening, at)
        if alone and (loose or not _only_small(opening, words[at], alone)):
            ids = alone.ids if deed or at == head else tuple(term for term in alone.ids if not term.startswith("p."))
            yield from [Concept(at, at, ids)] if ids else ()
    yield from _told_of(concept, words, code) if deed else ()


def _told_of(deed: Concept, words: Sequence[Token], code: str) -> Iterator[Concept]:
    """Yield the phrases in one for a deed, behind its verb: "menarik pulang *duta besar*"."""
    for one in find(words[deed.first + 1 : deed.last + 1], code):
        if one.last > one.first:
            yield Concept(one.first + deed.first + 1, one.last + deed.first + 1, one.ids)


def alone(word: str, code: str) -> tuple[str, ...]:
    """Return the concepts of one normalised word that stands alone."""
    return _openings(code)[word].alone


def is_listed(word: str, code: str) -> bool:
    """Tell whether the lexicon has a normalised word as it is written."""
    return bool(_phrases(code).surface(word))


class _Opening(NamedTuple):
    """A word as it may begin a phrase: its forms, whether it is a small word, and how long such phrases are.

    `capitals` are the initials that it is, as they are written.
    """

    normal: str
    bare: str
    lemma: str
    small: bool
    lengths: tuple[int, ...]  # of two words and more, longest first
    seconds: frozenset[str]  # the words that come second in them
    alone: tuple[str, ...]  # what the word means by itself
    capitals: str | None


@cache
def _openings(code: str) -> PerWord[_Opening]:
    return PerWord(lambda word: _opening(word, code))


def _opening(word: str, code: str) -> _Opening:
    bare, base = stem(word, code), lemma(word, code)
    known = {form: _phrases(code).known(form) for form in (word, bare, base)}
    lengths = {n for one in known.values() for n in one.lengths}
    seconds = frozenset[str]().union(*(one.seconds for one in known.values()))
    small = bare in load(code).about.function_words
    alone = known[word].surface or known[bare].surface
    if not alone and not small:
        alone = known[base].lemmas
    longest_first = tuple(sorted(lengths - {1}, reverse=True))
    return _Opening(word, bare, base, small, longest_first, seconds, alone, known[word].capitals)


def _goes_on(openings: Sequence[_Opening], at: int) -> bool:
    """Tell whether the next word may be a phrase's second: few are, and to look for a phrase takes long."""
    seconds = openings[at].seconds
    return at + 1 < len(openings) and (openings[at + 1].normal in seconds or openings[at + 1].lemma in seconds)


def _alone(opening: _Opening, at: int) -> Concept | None:
    return Concept(at, at, opening.alone) if opening.alone else None


def _at(phrases: _Phrases, openings: Sequence[_Opening], at: int) -> Concept | None:
    first = openings[at]
    for length in first.lengths:
        if length > len(openings) - at:
            continue
        rest = [o.normal for o in openings[at + 1 : at + length]]
        ids = phrases.surface(first.normal, *rest)
        if not ids and first.bare != first.normal:
            ids = phrases.surface(first.bare, *rest)
        if not ids and not first.small:
            ids = phrases.lemmas(*(o.lemma for o in openings[at : at + length]))
        if ids:
            return Concept(at, at + length - 1, ids)
    return _alone(first, at)


def _only_small(opening: _Opening, word: Token, concept: Concept) -> bool:
    return opening.capitals is not None and concept.first == concept.last and word.text != opening.capitals


def forms(id_: str, code: str) -> tuple[str, ...]:
    """Return the forms of a concept in one language, most usual first; none for an id that is not there."""
    row = by_id(id_)
    return row.forms[code] if row else ()


@lru_cache(maxsize=4096)
def of_country(id_: str) -> frozenset[str]:
    """Return the place or the adjective that goes with an adjective or a place, where a language says both in one word.

    In the one who speaks for a country its name and its adjective are the same: "Egyptian minister", "Egypt".
    """
    if roles(id_) not in _COUNTRIES:
        return frozenset()
    meant = (phrases.surface(*(w.normal for w in tokens(form))) for phrases, form in _said(id_))
    return frozenset(other for ids in meant for other in ids if roles(other) in _COUNTRIES)


def _said(id_: str) -> Iterator[tuple[_Phrases, str]]:
    """Yield the most usual form of a concept in each language, with the language's forms."""
    for code in CODES:
        yield from ((_phrases(code), form) for form in forms(id_, code)[:1])


def roles(id_: str) -> str:
    """Return how a predicate's arguments stand: agent>patient, mutual, experiencer or speech; a term's kind."""
    row = by_id(id_)
    return row.kind if row else ""


@cache
def _phrases(code: str) -> _Phrases:
    """Return the forms of one language, kept from the last time that the same data were read."""
    return _Phrases(shelved(f"phrases-{code}", sources(code), lambda: _made(code).items()))


def sources(code: str) -> Iterator[bytes]:
    """Yield what the forms of a language are made from."""
    yield from (source(table) for table in TABLES)
    yield (files("newsqa.languages") / code / "lemmas.toml").read_bytes()
    yield version("simplemma").encode()
    names = ("concepts", "lemmas", "lexicon", "shelf", "words")
    yield from ((files(__package__) / f"{name}.py").read_bytes() for name in names)


def _made(code: str) -> dict[str, object]:
    """Return every row of the forms of a language, by key."""
    meant, initials = defaultdict[str, dict[str, None]](dict), dict[str, str]()
    lengths, seconds = defaultdict[str, set[int]](set), defaultdict[str, set[str]](set)
    for row in rows():
        for form in row.forms[code]:
            words = tokens(form)
            if _is_initials(words):
                initials[words[0].normal] = words[0].text
            for table, key in _keys(words, code):
                meant[table + " ".join(key)][row.id] = None
                lengths[key[0]].add(len(key))
                seconds[key[0]].update(key[1:2])
    known = {
        _WORD + word: (
            tuple(meant.get(_SURFACE + word, ())),
            tuple(meant.get(_LEMMAS + word, ())),
            initials.get(word),
            tuple(lengths[word]),
            tuple(seconds[word]),
        )
        for word in lengths
    }
    return {**known, **{key: tuple(found) for key, found in meant.items()}}


def _is_initials(words: Sequence[Token]) -> bool:
    return len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= _INITIALS


def _keys(words: Sequence[Token], code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the tables that a form goes into, each with its key there: initials have no lemma."""
    yield _SURFACE, tuple(w.normal for w in words)
    if not _is_initials(words):
        yield _LEMMAS, tuple(lemma(w.normal, code) for w in words)
