"""Numerals: digits and number words, as values."""

from __future__ import annotations

import re
from functools import cache

from newsqa.languages.schema import Numbers
from newsqa.text.words import normalise

DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_DIGITS = re.compile(DIGITS)
_LETTERS = {" ": r"[\s-]"}
_MORE_CASES = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}  # that ignoring case ignores too
_Tree = dict[str, "_Tree"]  # what may follow each letter; "" where a form ends
_LOOKED_AT = 3  # letters
_ANY = "any"  # follows where a form ends with a sign
_GAP = re.compile(r"[\s-]+")


def plain(text: str, numbers: Numbers) -> float | None:
    """Return the value of a numeral in digits, by the language's separators; None where it is not one."""
    if not _DIGITS.fullmatch(text):
        return None
    whole, mark, rest = text.rpartition(numbers.decimal)
    if mark and len(rest) == 3 and numbers.thousands not in text and whole.count(numbers.decimal):
        mark = ""  # "1,234,567" where the comma is the decimal mark: a foreign way of grouping
    digits = [re.sub(r"\D", "", part) for part in ((whole, rest) if mark else (text, ""))]
    return float(f"{digits[0] or 0}.{digits[1] or 0}")


def value(text: str, numbers: Numbers) -> float | None:
    """Return the value of a numeral, in digits or in words; None where it is neither."""
    return plain(text, numbers) or spelled(text, numbers)


def spelled(text: str, numbers: Numbers) -> float | None:
    """Return the value of number words, "forty-two thousand"; None where they are not number words."""
    total, current, words = 0.0, 0.0, _GAP.split(normalise(text))
    at = 0
    while at < len(words):
        length = 2 if " ".join(words[at : at + 2]) in numbers.words else 1
        word = " ".join(words[at : at + length])
        at += length
        if word in numbers.words:
            current += numbers.words[word]
        elif word in numbers.scales:
            current = (current or 1) * numbers.scales[word]
            total, current = (total + current, 0.0) if numbers.scales[word] >= 1000 else (total, current)
        else:
            return None
    return total + current


def _words(numbers: Numbers) -> dict[str, int]:
    return numbers.words


@cache
def alternation(forms: tuple[str, ...]) -> str:
    """Return a regular expression for any of the forms, longest first, spaces free; at least one form is needed.

    Forms that begin alike share their beginning: hundreds of them are looked for at the speed of a few.
    """
    tree: _Tree = {}
    for form in forms:
        node = tree
        for letter in " ".join(form.split()):
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?=[{initials(*forms)}])(?:{_either(tree)})" if len(tree) > 1 and "" not in tree else _either(tree)


def initials(*forms: str) -> str:
    """Return the first letters of forms for a set in a regular expression.

    To look at a letter once is faster than once for each way in which a form may begin.
    """
    return "".join(sorted(re.escape(letter) for letter in {form.strip()[0] for form in forms if form.strip()}))


def beginnings(*forms: str, end: str = r"(?![^\W\d_])") -> str:
    """Return a regular expression that looks ahead for the first letters of any of the forms.

    A form as short as that must be followed by what `end` looks for.
    """
    tree: _Tree = {}
    for form in (" ".join(form.lower().split()) for form in forms):
        node = tree
        for letter in form[:_LOOKED_AT]:
            node = node.setdefault(letter, {})
        if len(form) < _LOOKED_AT:
            node["" if form[-1].isalpha() else _ANY] = {}
    return f"(?=[{initials(*forms)}])(?=(?-i:{_begins(tree, end)}))"


def _begins(tree: _Tree, end: str) -> str:
    """Return what may follow a letter among the first of a form."""
    if not tree or _ANY in tree:
        return ""
    last = "".join(_cased(letter) for letter, below in tree.items() if letter and not below)
    ways = [*([f"[{last}]"] if last else []), *([end] if "" in tree else [])]
    ways += [f"[{_cased(letter)}]{_begins(below, end)}" for letter, below in tree.items() if below]
    return f"(?:{'|'.join(ways)})"


def _cased(letter: str) -> str:
    """Return a letter in both cases, for a set: which of many sets a text goes on in is found fastest."""
    cases = {letter, letter.upper(), *_MORE_CASES.get(letter, "")}
    return r"\s\-" if letter == " " else "".join(re.escape(case) for case in sorted(cases))


def _either(tree: _Tree) -> str:
    ordered = sorted(tree.items(), key=lambda branch: -_depth(branch[1]))
    longer = [_LETTERS.get(letter, re.escape(letter)) + _rest(below) for letter, below in ordered if letter]
    return "|".join([*longer, *([""] if "" in tree else [])])


def _rest(tree: _Tree) -> str:
    """Return what may follow a letter, in brackets where there is a choice."""
    rest = _either(tree)
    return f"(?:{rest})" if len(tree) > 1 else rest


def _depth(tree: _Tree) -> int:
    return max((1 + _depth(below) for letter, below in tree.items() if letter), default=0)
