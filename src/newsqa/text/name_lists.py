"""What a language knows of names: flags on the words of a sentence, from its lists, the lexicon and CLDR."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from newsqa.languages import load, shared_names
from newsqa.model import EntityKind
from newsqa.text import lexicon
from newsqa.text.terms import countries
from newsqa.text.words import Token, normalise

Phrase = tuple[str, ...]
TITLE, BODY, PLACE, COUNTRY, DAY = "T", "G", "P", "C", "D"  # "Presiden", "Partai", "Sungai", "Chad", "Senin"
KNOWN_BODY, KNOWN_PLACE, NOT_NAME = "B", "L", "X"
PARTICLE, GIVEN, SMALL, BEFORE_PLACE, AFTER_NAME = "A", "V", "S", "I", "Z"  # "bin", "Sri", "yang", "di", "S.H."


class Lists:
    """The flags of one language's words and phrases, by normal form."""

    def __init__(self, code: str) -> None:
        self.words: dict[str, str] = defaultdict(str)
        self.phrases: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        self.whole: dict[str, frozenset[Phrase]] = {}
        for flag, phrases in _tables(code).items():
            self.whole[flag] = frozenset(phrases)
            for phrase in self.whole[flag]:
                self._add(phrase, flag)
        self.words.default_factory = None
        self.phrases.default_factory = None
        self.possessives = load(code).names.possessives
        self.clitics = tuple(load(code).references.clitics)  # endings that say whose something is
        self.role_openers = frozenset(load(code).names.role_openers)
        self.joins = frozenset(load(code).numbers.and_)
        self.currencies = frozenset(map(normalise, load(code).numbers.currencies))
        self.place_before = frozenset(load(code).names.place_before)
        self.sorts = frozenset(map(normalise, load(code).names.sorts))
        self.after_people = frozenset(map(normalise, load(code).names.after_people))
        self.local = frozenset(normalise(title).split()[-1] for title in load(code).names.local_titles)
        self.honours = frozenset(map(normalise, load(code).names.honours))
        self.descent = frozenset(load(code).names.descent)
        self.directions = frozenset(map(normalise, load(code).names.directions))
        places = {phrase[0] for phrase in self.whole[COUNTRY] | self.whole[KNOWN_PLACE] if len(phrase) == 1}
        forms = [form for form in lexicon.of_kind("adjective", code) if " " not in form]
        self.describing = frozenset(map(normalise, forms)) - places
        self.peoples = frozenset(normalise(form) for form in forms if form[0].isupper()) - places
        self.longest = max(map(len, self.whole[TITLE]))
        self.longest_known = max(len(p) for flag in (COUNTRY, KNOWN_PLACE, KNOWN_BODY) for p in self.whole[flag])
        self._titled = frozenset(phrase[0] for phrase in self.whole[TITLE] if phrase)
        kinds: dict[str, EntityKind] = {KNOWN_BODY: "organisation", KNOWN_PLACE: "place"}
        self.known = {one: [(p, kinds[f]) for p, f in found if f in kinds] for one, found in self.phrases.items()}

    def _add(self, phrase: Phrase, flag: str) -> None:
        if len(phrase) == 1:
            self.words[phrase[0]] = "".join(sorted({*self.words[phrase[0]], flag}))
        elif phrase:
            self.phrases[phrase[0]].append((phrase, flag))

    def flags(self, words: Sequence[str]) -> list[str]:
        """Return the flags of each word, given its normal form: its own, and those of the phrases that it stands in."""
        normals = tuple(words)
        found = [self.words.get(word, "") for word in normals]
        for at, word in enumerate(normals[:-1]):
            second = normals[at + 1]
            for phrase, flag in self.phrases.get(word, ()):
                if phrase[1] == second and normals[at : at + len(phrase)] == phrase:
                    for i in range(at, at + len(phrase)):
                        found[i] += flag if flag not in found[i] else ""
        return found

    def title(self, normals: Sequence[str], at: int) -> int:
        """Return how many words the longest title or role that begins at a word has; 0 for none."""
        if at >= len(normals) or normals[at] not in self._titled:
            return 0
        return next((n for n in range(self.longest, 0, -1) if tuple(normals[at : at + n]) in self.whole[TITLE]), 0)

    def is_(self, flag: str, phrase: Phrase) -> bool:
        """Tell whether a phrase, as normal forms, is listed under a flag."""
        return phrase in self.whole[flag]


def _tables(code: str) -> dict[str, Iterable[Phrase]]:
    names, language, shared = load(code).names, load(code), shared_names()
    given = shared.each(f"{shared.masculine},{shared.feminine},{shared.either}")
    return {
        TITLE: (*_phrases(names.titles), *_lexicon("role", code)),
        BODY: _phrases(names.organisation_heads),
        PLACE: _phrases(names.place_heads),
        COUNTRY: countries(code) | {p for p in _lexicon("place", code) if len(p) == 1},
        KNOWN_BODY: _lexicon("organisation", code),
        KNOWN_PLACE: (*_lexicon("place", code), *_phrases(shared.each(shared.places))),
        NOT_NAME: _phrases(names.not_names),
        DAY: _phrases((*language.times.months, *language.times.weekdays)),
        PARTICLE: _phrases(names.particles),
        GIVEN: _phrases((*names.given_names, *given)),
        SMALL: _phrases(language.about.function_words),
        BEFORE_PLACE: _phrases(names.place_before),
        AFTER_NAME: _phrases(names.after_name),
    }


def _phrases(forms: Iterable[str]) -> list[Phrase]:
    return [tuple(normalise(word) for word in form.replace(".", " ").split()) for form in forms]


def _lexicon(kind: str, code: str) -> list[Phrase]:
    return _phrases(lexicon.of_kind(kind, code))


@cache
def lists(code: str) -> Lists:
    """Return the lists of one language."""
    return Lists(code)


def is_named(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a small word names a country or body here: behind "the", or in capitals, "the us", "on the WHO"."""
    if {COUNTRY, KNOWN_PLACE, KNOWN_BODY}.isdisjoint(lists(code).words.get(words[at].normal, "")) or not at:
        return False
    capitals = words[at].text.isupper() and not all(word.text.isupper() for word in words)
    return capitals or words[at - 1].normal in load(code).references.words.before


def as_named(terms: Iterable[str]) -> list[str]:
    """Return the terms of what a small word names, without those of the word: "the *US*" are not we."""
    return [term for term in terms if (row := lexicon.by_id(term)) and row.kind in {"place", "organisation"}]
