"""The verb of a question: which of its words says what was done, told from the nouns that are written like one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsqa.answer.turning import planning
from newsqa.languages import load
from newsqa.text.lemmas import is_word, lemma
from newsqa.text.words import Token

# What speaks for a word's being the verb, and against it; they add up, and of equals the first word is taken.
_FORMED = 3  # it is written as a verb is
_HELPED = 2  # it stands right behind a word that asks, helps a verb or begins a clause about someone
_OPENS = 2  # it opens the clause about whom is asked for, where verbs are told by how they begin: "siapa yang *protes*"
_PLAIN = 4  # it is as the dictionary has it, behind a word that leaves the verb so, where its phrase ends
_NOUN = -2  # it stands behind a word that a noun stands behind
_DESCRIBES = -2  # it is written as what describes a noun is, and nothing helps it: "the *shipping* rules"
_LIGHT = -4  # it only says that something was done or held, as a noun tells
_INNER = -6  # it stands in a clause of its own, behind the one that asks: "sell *to pay* his workers"


def verb(words: Sequence[Token], may_be: Sequence[int], code: str) -> int | None:
    """Return the place of the likeliest verb among the words that may be one; of equals, and of nouns, the first.

    Where the clause that asks has none of them, its verb is the word that is plainly one: "what did he *cling* to".
    """
    senses = {at: _sense(words, at, code) for at in may_be}
    inner = _inner(words, code)
    outer = [at for at in may_be if at < inner and senses[at] > 0]
    late = not outer and any(at > inner for at in may_be)
    plain = [at for at in range(inner) if at not in senses and _is_verb(words, at, code)] if late else ()
    if outer or plain:
        senses = {at: sense + _INNER * (at > inner) for at, sense in senses.items()} | dict.fromkeys(plain, _PLAIN)
    best = max(senses, key=lambda at: senses[at], default=None)
    return best if best is None or senses[best] > 0 else may_be[0]


def _inner(words: Sequence[Token], code: str) -> int:
    """Return where a clause within the question begins, or behind its last word: a goal that is planned is none."""
    facts, bound = load(code).facts, {at for p in planning(code).find(words) for at in range(p.first, p.last + 1)}
    begins = (i for i, w in enumerate(words) if i > 1 and w.normal in facts.subordinate and i not in bound)
    return next(begins, len(words))


def _is_verb(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a word of no known meaning stands as a verb in its plain form does, and is no name."""
    known = is_word(words[at].normal, code) and words[at].normal not in load(code).about.function_words
    before = words[at - 1].normal if at else ""
    return known and before not in load(code).facts.before_noun and _is_plain(words, at, code)


def _sense(words: Sequence[Token], at: int, code: str) -> int:
    before = words[at - 1].normal if at else ""
    facts = load(code).facts
    found = _FORMED if is_formed(words[at].normal, code) else _PLAIN if _is_plain(words, at, code) else 0
    light = words[at].normal in load(code).questions.classes["light"]
    doing = words[at].normal.endswith(facts.participle or ("\n",)) and before not in facts.passive_before
    return (
        found
        + _DESCRIBES * doing
        + _HELPED * (before in _helpers(code) and not _is_subject(words, at, code))
        + _OPENS * _opens(words, at, code)
        + _NOUN * (before in facts.before_noun)
        + _LIGHT * light
    )


def _opens(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether nothing but what helps a verb stands between a word and what links it to who is asked for."""
    language = load(code)
    asker = next((i for i, word in enumerate(words[:at]) if word.normal in language.asking.askers["person"]), None)
    if not language.facts.verbs or asker is None:
        return False
    linked = max((i for i in range(asker, at) if words[i].normal in language.asking.linkers), default=None)
    return linked is not None and all(word.normal in language.facts.helpers for word in words[linked + 1 : at])


def _is_subject(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a word stands where the subject does: "what did *nurse* Ann want"."""
    askers, before = load(code).asking.askers, [word.normal for word in words[max(0, at - 2) : at]]
    turned = len(before) > 1 and before[1] in load(code).facts.before_plain
    return turned and any(before[0] in forms for sort, forms in askers.items() if sort != "person")


@cache
def is_formed(word: str, code: str) -> bool:
    """Tell whether a word is written as only verbs are: by its beginning or its ending, or as no noun is."""
    facts, bare = load(code).facts, lemma(word, code)
    if facts.verbs:
        return word in facts.bare or (word.startswith(facts.verbs) and bare != word)
    return bare != word and not word.endswith(facts.noun_endings)


def _is_plain(words: Sequence[Token], at: int, code: str) -> bool:
    """Tell whether a word is a verb in its plain form, "did the train hit the lorry": what follows begins anew."""
    language = load(code)
    plain_behind = language.facts.before_plain
    if not plain_behind or not any(w.normal in plain_behind for w in words[:at]):
        return False
    after = words[at + 1].normal if at + 1 < len(words) else ""
    ends = not after or after in language.about.function_words or after in language.facts.before_noun
    return ends and lemma(words[at].normal, code) == words[at].normal


@cache
def _helpers(code: str) -> frozenset[str]:
    """Return the words right behind which a verb stands."""
    language = load(code)
    askers = frozenset(language.asking.askers["person"])
    return language.facts.helpers | askers | language.facts.relative
