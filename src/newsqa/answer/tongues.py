"""In which language a question is asked."""

from __future__ import annotations

from functools import cache

from newsqa.languages import CODES, load
from newsqa.text import concepts
from newsqa.text.words import Token, tokens

_ASKS = 3  # what a word says of it that asks, at the beginning: names and titles follow in any language
_LEXICON = 0.4  # what a word of the lexicon says of a question's language, where a function word says 1


def told_in(text: str) -> str:
    """Return the language that most of the words belong to, the language's own short and careless forms included."""
    words = tokens(text)
    own = {code: _familiar(words, code) for code in CODES}
    best = max(own, key=lambda code: own[code])
    if all(own[best] - own[code] > _LEXICON * len(words) for code in CODES if code != best):
        return best  # whatever the lexicon says
    return max(CODES, key=lambda code: own[code] + _LEXICON * _known(words, code))


def _known(words: list[Token], code: str) -> int:
    """Return how many of the words stand for a concept in a language."""
    return sum(c.last - c.first + 1 for c in concepts.find(words, code))


def _familiar(words: list[Token], code: str) -> float:
    """Return how many of the words are small or asking words of a language."""
    language = load(code)
    small, slang = frozenset(language.about.function_words), language.questions.slang
    own = sum(
        (w.normal in small or w.normal in slang) + (w.normal in load(code).questions.classes["stop"]) for w in words
    )
    return own + _ASKS * any(w.normal in _askers(code) for w in words[:1])


@cache
def _askers(code: str) -> frozenset[str]:
    """Return the words with which a question begins that asks in a language."""
    return frozenset(form.split()[0] for forms in load(code).asking.askers.values() for form in forms)
