"""Whether a small word says what is asked for of a thing, or of a place: where something comes from, or goes to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.spoken import written
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.words import tokens

_WAYS = frozenset({"from", "to", "until"})  # sorts of the small words that tell a way
_TO = "to"
_NOUN = 2  # words that may stand between such a word and the one that asks: "dari *pulau* mana"


def told(question: Question, case: str) -> dict[str, float]:
    """Return 1 for a place behind a small word of the way that is asked for, -1 for any other; nothing for no way."""
    way = asked(question.text, question.language) if question.wanted == "place" else None
    return {"way": 1.0 if case == way else -1.0} if way else {}


def cased(question: Question, line: Line, case: str) -> dict[str, float]:
    """Return 1 where the small word before a candidate is of the sort that the question has, -1 where of another.

    Another language may have another one for a thing: "made *of*", "dibuat *dari*".
    """
    if not question.case:
        return {}
    same = 1.0 if case == question.case else -1.0
    if question.wanted != "thing":
        return {"case": same}
    return {"case of things": max(same, 0.0) if line.view.found.language != question.language else same}


@lru_cache(maxsize=1024)
def asked(text: str, code: str) -> str | None:
    """Return the way that a question asks for, by the small word before what asks, or the last one: "where … from".

    Without any a verb tells that it is where somebody goes to: "where did they *fly*", not "where did it *take place*".
    """
    words, cases = [word.normal for word in written(tokens(text), code)], _cases(code)
    asks = next((at for at, word in enumerate(words) if word in _askers(code)), None)
    if asks is None:
        return None
    before = [cases[word] for word in words[max(0, asks - 1 - _NOUN) : asks] if word in cases]
    case = before[-1] if before else cases.get(words[-1])
    return case if case in _WAYS else _TO if _goes(words[asks + 1 :], code) else None


def _goes(words: Sequence[str], code: str) -> bool:
    """Tell whether one of the words is a verb of going somewhere, and means that by the two words behind it."""
    classes = load(code).questions.classes
    going, other = classes["going"], frozenset(classes["going_nowhere"])
    return any(word in going and other.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))


@cache
def _cases(code: str) -> dict[str, str]:
    return {word: case for case, words in load(code).facts.cases.items() for word in words}


@cache
def _askers(code: str) -> frozenset[str]:
    """Return the words that ask for a place, or for one of several, each the last of its phrase."""
    askers = load(code).asking.askers
    return frozenset(form.split()[-1] for sort in ("place", "which", "thing") for form in askers[sort])
