"""Question forms as regular expressions over the words of a question, one space behind each word.

`<class>` is one word of a class, `{slot}` the words of a slot, `{slot:class}` a slot that ends with such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count

from newsqa.languages import load
from newsqa.languages.schema import Form
from newsqa.model import Wanted

# The most words that may stand in a slot; a longer stretch is not what the slot means.
_MOST = {
    "speaker": 8,
    "focus": 3,
    "source": 8,
    "about": 8,
    "term": 6,
    "mixed": 12,
    "addressee": 8,
    "before": 30,
    "topic": 40,
    "any": 60,
    "plain": 60,
}


@dataclass(frozen=True, slots=True)
class Fit:
    """The form that reads a question, and the places of the words (first, behind last) in each of its slots."""

    form: Form
    slots: dict[str, tuple[int, int]]


def fit(words: list[str], code: str, wanted: Wanted | None = None, *, bare: bool = True) -> Fit | None:
    """Return the first form of the language that reads the words, normal forms without slang.

    With `wanted` only forms for that are tried, those too that may read the words otherwise; forms that must be `bare`
    are left out where it is said so.
    """
    line = "".join(f"{word} " for word in words)
    for form, pattern in _compiled(code):
        tried = form.wanted == wanted if wanted else not form.maybe and (bare or not form.bare)
        found = pattern.fullmatch(line) if tried else None
        if found:
            return Fit(form, {name: _places(line, found.span(name)) for name in found.groupdict() if found[name]})
    return None


def _places(line: str, span: tuple[int, int]) -> tuple[int, int]:
    return line.count(" ", 0, span[0]), line.count(" ", 0, span[1])


@cache
def _compiled(code: str) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    questions = load(code).questions
    return tuple((form, re.compile(_source(form.form, questions.classes))) for form in questions.forms)


def _source(form: str, classes: dict[str, tuple[str, ...]]) -> str:
    number = count()
    return "".join(_part(part, classes, number) for part in form.split())


def _part(part: str, classes: dict[str, tuple[str, ...]], number: count[int]) -> str:
    if part.startswith("["):
        return f"(?:{_part(part[1:-1], classes, number)})?"
    if part.startswith("{"):
        name, _, last = part[1:-1].partition(":")
        group = f"{name}{next(number)}" if name == "any" else name
        never = "|".join(map(re.escape, classes.get(f"not_{name}", ())))
        word = rf"(?:{f'(?!(?:{never}) )' if never else ''}\S+ )"
        ending = _one_of(classes[last]) if last else ""
        return f"(?P<{group}>{word}{{{0 if last else 1},{_MOST[name]}}}?{ending})"
    names = part[1:-1].split("|") if part.startswith("<") else []
    return _one_of([word for name in names for word in classes[name]] or part.split("|"))


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))}) "
