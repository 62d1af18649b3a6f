"""The words of a question as an article would write them: shorthand, abbreviations and spoken forms spelled out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from newsqa.languages import load
from newsqa.text import concepts
from newsqa.text.lemmas import is_word, lemma, stem
from newsqa.text.name_lists import GIVEN, KNOWN_PLACE, lists
from newsqa.text.words import Token, normalise

_NAMES = frozenset((GIVEN, KNOWN_PLACE))
_SHORTEST = 3  # letters; a shorter word may be short for too much
_ROOT = 3  # letters that an ending or a prefix must leave
_SOUNDING = 4  # letters of a root whose sounds may be others: short words are like too many


def written(words: Sequence[Token], code: str) -> list[Token]:
    """Return the words as they would be written; the offsets stay those of the words as they were typed.

    Their text is still what was typed: an article may have it too.
    """
    return [part for word in words for part in _parts(word, code)]


def typed(word: Token) -> tuple[str, ...]:
    """Return the normal form of a word as it was typed, where it is read as another; else nothing."""
    form = normalise(word.text)
    return () if form == word.normal else (form,)


def _parts(word: Token, code: str) -> list[Token]:
    slang = load(code).questions.slang
    short = None if word.text.isupper() else slang.get(word.normal)
    if short is not None:
        return [word._replace(text=word.normal, normal=part) for part in short.split()]
    joined = next(_joined(word.normal, code), None) if not word.normal.isalnum() else None
    meant = joined or ((word.normal,) if word.text[:1].isupper() else _meant(word.normal, code))
    return [word] if meant == (word.normal,) else [word._replace(normal=part) for part in meant]


def _joined(word: str, code: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that are written as one, without an ending that only tells whose something is."""
    ends = ((end, meant) for end, meant in load(code).spoken.joined if word.endswith(end) and word != end)
    yield from ((word.removesuffix(end), *meant.split()) for end, meant in ends)


@lru_cache(maxsize=65536)
def _meant(word: str, code: str) -> tuple[str, ...]:
    """Return the words that a normalised word stands for, itself where it is known or nothing is."""
    if len(word) < _SHORTEST or not word.isalnum() or word.isdigit() or is_word(word, code):
        return (word,)
    readers: tuple[Callable[[str, str], Iterator[str]], ...] = (_dropped, _itself, _clitic, _doubled, _office, _spoken)
    return next((tuple(meant.split()) for read in readers for meant in read(word, code)), (word,))


def _dropped(word: str, code: str) -> Iterator[str]:
    """Yield a word with the prefix that is left off in speech, where that makes a word."""
    whole = load(code).spoken.dropped_prefix + word
    if is_word(whole, code):
        yield whole


def _itself(word: str, code: str) -> Iterator[str]:
    """Yield a word that the lexicon has, alone or before an ending: by its lemma alone it may be written otherwise."""
    ended = word.endswith(tuple(load(code).lemmas.clitics)) and concepts.alone(word, code)
    if ended or concepts.is_listed(word, code):
        yield word


def _clitic(word: str, code: str) -> Iterator[str]:
    """Yield what shorthand with an ending that is a word of its own stands for, without it."""
    slang = load(code).questions.slang
    ends = (clitic for clitic in load(code).lemmas.clitics if word.endswith(clitic))
    yield from filter(None, (slang.get(word.removesuffix(clitic)) for clitic in ends))


def _doubled(word: str, code: str) -> Iterator[str]:
    """Yield a word that is written once with the sign for twice: once, or twice where more than an ending follows."""
    once, sign, rest = word.partition(load(code).spoken.doubling or "\n")
    if sign and once.isalpha() and (rest.isalpha() or not rest):
        left = " ".join(_meant(once, code))
        yield left if not rest or rest in load(code).lemmas.clitics else f"{left}-{left}{rest}"


def _office(word: str, code: str) -> Iterator[str]:
    """Yield what an abbreviation stands for that is put together from those of an office and of its field."""
    data = load(code).spoken
    for short, office in data.offices.items():
        field = data.fields.get(word.removeprefix(short)) if word.startswith(short) else None
        if field:
            yield f"{office} {field}"


def _spoken(word: str, code: str) -> Iterator[str]:
    """Yield how a spoken form is written: as it is known, else with another ending, as its lemma is; names are none."""
    if not _NAMES.isdisjoint(lists(code).words.get(word, "")):
        return
    forms = [form for one in dict.fromkeys((word, stem(word, code))) for form in _forms(one, code)]
    yield from (form for form, _ in forms if is_word(form, code) or concepts.is_listed(form, code))
    yield from (form for form, ended in forms if ended and lemma(form, code) != form and _is_known(form, code))


def _is_known(word: str, code: str) -> bool:
    """Tell whether the dictionary has a word or its lemma, or the lexicon what it means."""
    return is_word(word, code) or is_word(lemma(word, code), code) or bool(concepts.alone(word, code))


def _forms(word: str, code: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms that a spoken form may be written in, and whether its ending is changed: that tells it surely."""
    data = load(code).spoken
    for ending, as_written in data.endings:
        root = word.removesuffix(ending)
        for sounding in _soundings(root, code) if word.endswith(ending) and len(root) >= _ROOT else ():
            for spoken, prefix in data.prefixes:
                if sounding.startswith(spoken) and len(sounding) - len(spoken) >= _ROOT:
                    yield prefix + sounding.removeprefix(spoken) + as_written, ending != as_written


def _soundings(root: str, code: str) -> Iterator[str]:
    """Yield a root as it is, and with each of the sounds changed that are spoken otherwise."""
    yield root
    for spoken, as_written in _sounds(code) if len(root) >= _SOUNDING else ():
        changed = spoken.sub(as_written, root, count=1)
        if changed != root:
            yield changed


@cache
def _sounds(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(spoken), as_written) for spoken, as_written in load(code).spoken.sounds)
