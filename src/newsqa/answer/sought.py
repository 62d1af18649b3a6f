"""The noun by which somebody is asked for: "the beekeeper who fed the driver", "sopir truk yang menabrak ..."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from newsqa.answer.verbs import is_formed
from newsqa.languages import CODES, load
from newsqa.text.expects import expected
from newsqa.text.numerals import value
from newsqa.text.relations import doers, of_class
from newsqa.text.words import Token

Group = tuple[str, ...]
_LONGEST = 6  # words of the noun with what describes it


def sought(words: Sequence[Token], grouped: Sequence[Group], content: Sequence[int], code: str) -> tuple[Group, ...]:
    """Return the noun that a question asks for, its head first, then what describes it.

    It is the first run of content words, up to a small word or a deed told of it. Where a deed is asked for it is who
    does that by office, "who *owns* the mill", and nothing where no office is known for it.
    """
    first = content[0] if content else 0
    run = [at for at, place in zip(content[:_LONGEST], range(first, len(words)), strict=False) if at == place]
    if not run or _asks_of_another(words, code):
        return ()
    if first and _asks_for_deed(words[first - 1], first - 1, grouped[first], code):
        office = doers(grouped[first])
        return ((*grouped[first], *office),) if office else ()
    noun = [first, *takewhile(lambda at: not is_deed(words[at], grouped[at], code), run[1:])]
    head = _head(words, grouped, noun, code)
    return (grouped[head], *(grouped[at] for at in noun if at != head))


def _head(words: Sequence[Token], grouped: Sequence[Group], noun: Sequence[int], code: str) -> int:
    """Return the word that says what somebody is: one for a role, the first or last as the language has it."""
    language = load(code)
    plain = [at for at in noun if words[at].normal not in language.definitions.openers] or noun
    roles = [at for at in plain if is_role(grouped[at])] or plain
    return roles[0] if language.questions.head_first else roles[-1]


def is_role(group: Group) -> bool:
    """Tell whether a word may say what somebody is."""
    return not of_class("people").isdisjoint(group) or "person" in expected(group)


def names_somebody(words: Sequence[Token], grouped: Sequence[Group], code: str) -> bool:
    """Tell whether the noun behind a word for a name says that it is somebody's: "name of the *captain* held"."""
    language = load(code)
    naming, small = _class(code, "frames_person"), language.about.function_words
    start = next((at for at, word in enumerate(words) if word.normal in naming), len(words))
    opening = [word.normal in small or bool(value(word.text, language.numbers)) for word in words]
    first = next((at for at in range(start + 1, len(words)) if not opening[at]), len(words))
    run = takewhile(lambda at: not opening[at], range(first, len(words)))
    told = list(takewhile(lambda at: not is_deed(words[at], grouped[at], code), run))
    return bool(told) and is_role(grouped[told[0] if language.questions.head_first else told[-1]])


def asks_age(words: Sequence[Token], own: Sequence[Group], code: str) -> bool:
    """Tell whether the first word of a question that says something is one for an age: "*umur* sopirnya berapa"."""
    asks = {word for forms in load(code).asking.askers.values() for word in forms}
    small = asks.union(load(code).about.function_words)
    first = next((group for word, group in zip(words, own, strict=True) if word.normal not in small), ())
    return not of_class("ages").isdisjoint(first)


def _asks_of_another(words: Sequence[Token], code: str) -> bool:
    """Tell whether a question says of somebody else what they did: "who did the mayor blame"."""
    helpers = set(_class(code, "ask")) - set(_class(code, "be"))
    asks = load(code).asking.askers["person"]
    return len(words) > 1 and words[0].normal in asks and words[1].normal in helpers


def _asks_for_deed(before: Token, at: int, group: Group, code: str) -> bool:
    """Tell whether a word says what somebody did: right behind the word that asks, or behind one like "that"."""
    asking, questions = load(code).asking, load(code).questions
    if before.normal in asking.linkers:
        return at > 0
    asks = {word for forms in asking.askers.values() for word in forms}
    if before.normal in asks and not questions.head_first:
        return True
    return before.normal in asks | set(_class(code, "ask")) and _is_told(group) and not is_role(group)


def is_deed(word: Token, group: Group, code: str) -> bool:
    """Tell whether a word behind a noun tells what it does: "bank pausing loans"."""
    endings = _class(code, "deed_endings")
    told = _is_told(group) and not is_role(group)
    return word.normal.endswith(endings) or (told and is_formed(word.normal, code)) if endings else told


def _is_told(group: Group) -> bool:
    """Tell whether what a word means first of all is a deed."""
    return next((term for term in group if term[1:2] == "." and term[0] in "pt"), "").startswith("p.")


@cache
def _class(code: str, name: str) -> tuple[str, ...]:
    return tuple(load(code).questions.classes.get(name, ()))


@cache
def others() -> frozenset[str]:
    """Return the words of all languages that make another role of one: deputy, former."""
    return frozenset(word for code in CODES for word in _class(code, "other_role"))
