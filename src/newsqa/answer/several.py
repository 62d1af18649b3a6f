"""Whether a question asks for several: by a word or a number that says so, or by how its noun is written."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsqa.answer.forms import Fit
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.model import Wanted
from newsqa.text import concepts, numerals
from newsqa.text.lemmas import lemma
from newsqa.text.words import Token

_LISTED: frozenset[Wanted] = frozenset({"person", "organisation", "place", "thing"})
_NOUNS = frozenset({"noun", "role"})  # what a word must be to be several when it is doubled


def several(words: Sequence[Token], content: Sequence[int], found: Fit | None, wanted: Wanted, code: str) -> bool:
    """Tell whether several are asked for, or may be: what is named first in some languages does not tell."""
    first, last = found.slots.get("focus", (0, 0)) if found else (0, 0)
    nouns = [i for i in content if first <= i < last] or [
        *(content[:1] if not _is_deed(words, content, code) else ()),
        *(_described(words, content, code) if wanted in _LISTED else ()),
    ]
    classes = load(code).questions.classes
    said = any(word.normal in classes["many"] for word in words)
    named = content and words[content[0]].normal in classes["several"] and _is_open(words, content[0], code)
    counted = any((numerals.spelled(words[i].normal, load(code).numbers) or 0) > 1 for i in content[:1])
    doubled = any(_is_doubled(word.text, code) for word in words[: content[0] + 1 if content else 0])
    return bool(said or named) or counted or doubled or any(_is_plural(words[i].normal, code) for i in nouns)


def _is_deed(words: Sequence[Token], content: Sequence[int], code: str) -> bool:
    """Tell whether the first word that says something is a verb right behind "who": "who *heads* the fund"."""
    askers = load(code).asking.askers["person"]
    behind = bool(content) and content[0] > 0 and words[content[0] - 1].normal in askers
    return behind and not load(code).questions.head_first


def named(words: Sequence[Token], content: Sequence[int], code: str) -> list[int]:
    """Return where the noun may stand by which something is asked for: the first that counts nothing, or the last."""
    numbers = load(code).numbers
    plain = [i for i in content if not numerals.spelled(words[i].normal, numbers) and not words[i].text[0].isdigit()]
    return plain[:1] if load(code).questions.head_first else _described(words, plain, code)


def _described(words: Sequence[Token], content: Sequence[int], code: str) -> list[int]:
    """Return where the noun that is asked for may stand behind what describes it: "possible *opponents* for", "which".

    It stands before a preposition and what helps a verb or is one; where "who" asks, no noun is asked for.
    """
    language = load(code)
    askers = language.asking.askers
    if language.questions.head_first or any(w.normal in askers["person"] for w in words):
        return []
    asks = {form for kind in ("thing", "which") for form in askers[kind]}
    first = next((i + 1 for i, w in enumerate(words) if w.normal in asks), 0)
    ends = language.facts.prepositions.union(language.facts.helpers, language.questions.classes["ask"])
    until = next((i for i in range(first, len(words)) if _ends(words[i].normal, ends, code)), len(words))
    return [i for i in content if first <= i < until][-1:]


def _ends(word: str, ends: AbstractSet[str], code: str) -> bool:
    return word in ends or is_formed(word, code)


def _is_open(words: Sequence[Token], noun: int, code: str) -> bool:
    """Tell whether nothing asks which one, or what, and nothing asks before the noun: "*siapa* saksi"."""
    askers = load(code).asking.askers
    which = {form for kind, forms in askers.items() if kind != "person" for form in forms}
    return which.isdisjoint(w.normal for w in words) and not any(w.normal in askers["person"] for w in words[:noun])


def _is_doubled(word: str, code: str) -> bool:
    """Tell whether a noun is written twice, or once with the sign for twice, which says several: "nama-nama"."""
    sign, whole = load(code).spoken.doubling, word.casefold()
    once, _, again = whole.partition("-")
    short = whole.removesuffix(sign) if sign else whole
    noun = short if short != whole else once if once == again else ""
    return bool(sign and noun) and any(concepts.roles(term) in _NOUNS for term in concepts.alone(noun, code))


def _is_plural(word: str, code: str) -> bool:
    """Tell whether a word is written as several of what its lemma is."""
    bare = lemma(word, code)
    return any(word.endswith(ending) and word != bare for ending in load(code).facts.noun_endings)
