"""The noun of what a question counts: "how many cakra busana workers got", "kasus campak harrowthwaite berapa"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from newsqa.answer.forms import Fit
from newsqa.answer.sought import is_deed
from newsqa.answer.view import FRAMES
from newsqa.languages import load
from newsqa.text.expects import expected
from newsqa.text.words import Token

Group = tuple[str, ...]
_LONGEST = 5  # words of the noun with what describes it
_TOLD = 2  # words of it that are looked for
_NUMBER = "count"  # what a noun lets expect that is a number of them


def counted(
    words: Sequence[Token], grouped: Sequence[Group], places: Iterable[int], found: Fit | None, code: str
) -> tuple[Group, ...]:
    """Return the noun behind the words that ask how many, its head first.

    Where nothing stands behind them, or only what anything is counted in, it is the noun before them.
    """
    content = [at for at in places if FRAMES not in grouped[at]]
    slots = found.slots.items() if found and found.form.wanted == "number" else ()
    behind = max((last for name, (_, last) in slots if name == "before"), default=0)
    noun = _noun(words, grouped, [at for at in content if at >= behind], code)
    counters = load(code).numbers.counters | load(code).numbers.units.keys()
    if all(words[at].normal in counters for at in noun):
        noun += _noun(words, grouped, [at for at in content if at < behind], code)[:1]
    return tuple(grouped[at] for at in noun)


def _noun(words: Sequence[Token], grouped: Sequence[Group], places: Sequence[int], code: str) -> list[int]:
    """Return the first of some words that stand together, its head first and no name, up to what tells a deed.

    A word that says itself that a number is asked for is the head wherever it stands: "death *toll* mill fire".
    """
    first = places[0] if places else 0
    run = [at for at, place in zip(places[:_LONGEST], range(first, len(words)), strict=False) if at == place]
    noun = [*run[:1], *takewhile(lambda at: not is_deed(words[at], grouped[at], code), run[1:])]
    ordered = noun if load(code).questions.head_first else noun[::-1]
    amounts = load(code).questions.classes["amount"]
    heads = [at for at in ordered if words[at].normal in amounts and _NUMBER in expected(grouped[at])]
    ordered = [*heads[:1], *(at for at in ordered if at not in heads[:1])]
    return [at for at in ordered if at == ordered[0] or _is_known(grouped[at])][:_TOLD]


def _is_known(group: Group) -> bool:
    """Tell whether a word means something, as a name does not."""
    return any(term[1:2] == "." and term[0] in "pt" for term in group)
