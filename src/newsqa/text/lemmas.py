"""The lemma of a word: simplemma's, after endings that are words of their own and the language's exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsqa.languages import load
from newsqa.text.kept import shelved
from newsqa.text.shelf import Shelf

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy


@lru_cache(maxsize=131072)
def lemma(word: str, code: str) -> str:
    """Return the lemma of a normalised word in the language `code`; a word that is its own lemma returns itself."""
    if word[:1].isdigit():
        return word
    data = load(code).lemmas
    single = _single(word)
    bare = stem(single, code)
    return data.irregular.get(single) or data.irregular.get(bare) or _lookup(_written(bare, code), code)


@lru_cache(maxsize=131072)
def stem(word: str, code: str) -> str:
    """Return a normalised word without the endings that are words of their own."""
    for clitic in load(code).lemmas.clitics:
        if word.endswith(clitic) and len(word) - len(clitic) >= 4:
            return word[: -len(clitic)].rstrip("-")
    return word


def _written(word: str, code: str) -> str:
    """Return how a spoken form is written, the word itself where it is known or nothing is."""
    data = load(code).lemmas
    forms = (
        prefix + word.removeprefix(spoken).removesuffix(ending) + written
        for ending, written in data.spoken_endings
        if word.endswith(ending)
        for spoken, prefix in data.spoken_prefixes
        if word.startswith(spoken)
    )
    return next((form for form in forms if is_word(form, code)), word)


def _lookup(word: str, code: str) -> str:
    return _lemmatizer().lemmatize(word, code).casefold()


class _Shelved:
    """simplemma's dictionaries on shelves, word by word: whole they fill 21 MB."""

    def get_dictionary(self, lang: str) -> Shelf:
        """Return the dictionary of one language."""
        return _dictionary(lang)


@cache
def _dictionary(code: str) -> Shelf:
    made_from = [version("simplemma").encode(), (files(__package__) / "shelf.py").read_bytes()]
    return shelved(f"words-{code}", made_from, lambda: _shipped(code))


def _shipped(code: str) -> Iterator[tuple[str, str]]:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415  read once for each version

    yield from DefaultDictionaryFactory().get_dictionary(code).items()


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer  # noqa: PLC0415  it loads when the first word is looked up
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415  as above

    return Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(dictionary_factory=_Shelved()))


def _single(word: str) -> str:
    left, hyphen, right = word.partition("-")
    return left if hyphen and left and right.startswith(left) else word


@lru_cache(maxsize=65536)
def is_word(word: str, code: str) -> bool:
    """Tell whether a normalised word is an ordinary word of the language, as far as its dictionary knows."""
    return _known().get_lemma(normalize("NFC", word), code) is not None


@cache
def _known() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy  # noqa: PLC0415  as above

    return DictionaryLookupStrategy(_Shelved())
