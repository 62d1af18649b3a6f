"""The lemma of a word: simplemma's, after endings that are words of their own and the language's exceptions."""

from __future__ import annotations

from functools import lru_cache

from newsqa.languages import load


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
    from simplemma import lemmatize  # noqa: PLC0415  its tables load when the first word is looked up

    return lemmatize(word, lang=code).casefold()


def _single(word: str) -> str:
    left, hyphen, right = word.partition("-")
    return left if hyphen and left and right.startswith(left) else word


@lru_cache(maxsize=65536)
def is_word(word: str, code: str) -> bool:
    """Tell whether a normalised word is an ordinary word of the language, as far as its dictionary knows."""
    from simplemma import is_known  # noqa: PLC0415  its tables load when the first word is looked up

    return is_known(word, lang=code)
