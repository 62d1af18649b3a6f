"""Which party to a deed a question asks for: who does it, or whom it is done to, with or for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from newsqa.answer.lines import cases
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.text.words import Token

Party = Literal["agent", "patient"]
_BY = "by"  # the sort of the small words behind which stands who does it
_THING = "thing"
# The sorts that say what a thing is to a deed; the others may belong to the verb: "fell through".
_OF_THINGS = frozenset({"with", "from", "for", "about", "of", "to", "on", "as"})
_OTHER: dict[Party, Party] = {"agent": "patient", "patient": "agent"}


def party(words: Sequence[Token], deed: int, code: str, sort: str) -> Party | None:
    """Return the party that a question asks for by "who", or by another word of that sort; None where none does.

    By the small word at the word that asks, or left at the end: "by whom", "traded with". Else by where it stands:
    behind the deed is whom it is done to, before it who does it, where nobody stands between. A passive is turned.
    """
    at = next((i for i, word in enumerate(words) if word.normal in _askers(code, sort)), None)
    if at is None:
        return None
    told = _case(words, at, code)
    if told:
        return "agent" if told == _BY else "patient"
    marked = _marked(words[deed].normal, code) if at < deed else None
    if marked:
        return marked
    place: Party = "agent" if _is_subject(words, at, deed, code) else "patient"
    return _OTHER[place] if is_passive(words, deed, code) else place


def _marked(word: str, code: str) -> Party | None:
    """Return the party that is asked for ahead of a verb which is written in its voice: "siapa yang *ditangkap*"."""
    if not load(code).facts.verbs or not is_formed(word, code):
        return None
    return "patient" if word.startswith(load(code).questions.passive_prefixes) else "agent"


def case(words: Sequence[Token], code: str, sort: str) -> str:
    """Return the sort of the small word that goes with what asks in a question: "with" in "who did X trade with"."""
    at = next((i for i, word in enumerate(words) if word.normal in _askers(code, sort)), None)
    told = _case(words, at, code) if at is not None else None
    return told if told and (sort != _THING or told in _OF_THINGS) else ""


def _case(words: Sequence[Token], at: int, code: str) -> str | None:
    """Return the sort of the small word before the one that asks, or of the one at the end that belongs to it."""
    sorts = cases(code)
    before = sorts.get(words[at - 1].normal) if at else None
    last = None if load(code).questions.head_first or at == len(words) - 1 else sorts.get(words[-1].normal)
    return before or last


def _is_subject(words: Sequence[Token], at: int, deed: int, code: str) -> bool:
    """Tell whether the word that asks stands where the subject of a deed does."""
    language, normals = load(code), [word.normal for word in words]
    if language.questions.head_first:  # one who does it may stand behind the first word that links, "yang *Budi* jual"
        linked = next((i for i in range(deed) if normals[i] in language.asking.linkers), min(at, deed))
        return (at < deed or linked < min(at, deed)) and _only_helps(normals[linked + 1 : deed], code)
    if at > deed:
        return False
    helped = next((i for i in range(at, deed) if normals[i] in language.questions.classes["ask"]), deed)
    return _only_helps(normals[helped:deed], code)


def _only_helps(words: Sequence[str], code: str) -> bool:
    """Tell whether words only help the verb behind them: nobody who could do it stands among them."""
    helpers, adverbs = load(code).facts.helpers, load(code).reporting.adverbs or ("\n",)
    return all(word in helpers or word.endswith(adverbs) for word in words)


def is_passive(words: Sequence[Token], deed: int, code: str) -> bool:
    """Tell whether a question's verb is passive: by how it begins, or by what helps it."""
    questions, participle = load(code).questions, load(code).facts.participle
    if words[deed].normal.startswith(questions.passive_prefixes or ("\n",)):
        return True
    adverbs = load(code).reporting.adverbs or ("\n",)
    at = next((i for i in range(deed - 1, -1, -1) if not words[i].normal.endswith(adverbs)), None)
    before = words[at].normal if at is not None else ""
    return before in questions.passive_before and not words[deed].normal.endswith(participle or ("\n",))


@cache
def _askers(code: str, sort: str) -> frozenset[str]:
    asking = load(code).asking
    return frozenset((*asking.askers[sort], *asking.askers["which"]))
