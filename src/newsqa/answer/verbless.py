"""Whether what may ask what, or whether, can only ask what: "apakah tugas utama satgas" has no verb to be so or not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.text import concepts
from newsqa.text.lemmas import lemma
from newsqa.text.name_lists import is_named
from newsqa.text.words import Token

Group = tuple[str, ...]
_NOUNS = frozenset({"noun", "role"})


def asks_what(words: Sequence[Token], own: Sequence[Group], code: str) -> bool:
    """Tell whether a question only asks what a noun of it is; `own` are the terms of its words.

    It asks with its first word, a common noun stands behind that, and no verb but in a clause that describes it.
    """
    asks = len(words) > 1 and words[0].normal in load(code).asking.askers["thing"]
    if not asks or is_named(words, 1, code) or not _is_noun(words[1].normal, own[1], code):
        return False
    told = [_tells(word.normal, terms, code) for word, terms in zip(words[2:], own[2:], strict=True)]
    relative = load(code).facts.relative
    opens = next((at for at, word in enumerate(words[2:]) if word.normal in relative), len(told))
    return not any(told[:opens]) and sum(told[opens:]) <= 1


def _tells(word: str, terms: Group, code: str) -> bool:
    """Tell whether a word is a verb, or tells in the place of one."""
    deed = any(term.startswith("p.") for term in terms) and not _is_noun(word, terms, code)
    return deed or is_formed(word, code) or word in _telling(code)


def _is_noun(word: str, terms: Group, code: str) -> bool:
    """Tell whether a word is a noun, that of a deed too: "*penyebab*"."""
    if any(concepts.roles(term) in _NOUNS for term in terms):
        return True
    return lemma(word, code) != word and any(term.startswith("p.") for term in terms) and not is_formed(word, code)


@cache
def _telling(code: str) -> frozenset[str]:
    """Return the words of a question that tell something of its noun, beside verbs as they are formed."""
    facts, classes = load(code).facts, load(code).questions.classes
    return frozenset((*facts.helpers, *facts.bare, *classes.get("marks", ()), *classes.get("is", ())))
