"""The noun by which somebody is asked for: "the beekeeper who fed the driver", "sopir truk yang menabrak ..."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from newsqa.languages import load
from newsqa.text.words import Token

Group = tuple[str, ...]
_LONGEST = 6  # words of the noun with what describes it


def sought(words: Sequence[Token], grouped: Sequence[Group], content: Sequence[int], code: str) -> tuple[Group, ...]:
    """Return the noun that a question asks for, its head first, then what describes it; nothing where a deed does.

    It is the first run of content words, up to a small word or a deed told of it.
    """
    first = content[0] if content else 0
    run = [at for at, place in zip(content[:_LONGEST], range(first, len(words)), strict=False) if at == place]
    noun = [first, *takewhile(lambda at: not is_deed(words[at], grouped[at], code), run[1:])] if run else []
    if not noun or (first and _asks_for_deed(words[first - 1], grouped[first], code)):
        return ()
    head = noun[0] if load(code).questions.head_first else noun[-1]
    return (grouped[head], *(grouped[at] for at in noun if at != head))


def _asks_for_deed(before: Token, group: Group, code: str) -> bool:
    """Tell whether a word says what somebody did: right behind the word that asks, or behind one like "that"."""
    asking = load(code).asking
    asks = {word for forms in asking.askers.values() for word in forms} | set(_class(code, "ask"))
    return before.normal in asking.linkers or (before.normal in asks and _is_told(group))


def is_deed(word: Token, group: Group, code: str) -> bool:
    """Tell whether a word behind a noun tells what it does: "bank pausing loans"."""
    endings = _class(code, "deed_endings")
    return word.normal.endswith(endings) if endings else _is_told(group)


def _is_told(group: Group) -> bool:
    """Tell whether what a word means first of all is a deed."""
    return next((term for term in group if term[1:2] == "." and term[0] in "pt"), "").startswith("p.")


@cache
def _class(code: str, name: str) -> tuple[str, ...]:
    return tuple(load(code).questions.classes.get(name, ()))
