"""Numbers: what is counted or measured, how much, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from newsqa.languages import load
from newsqa.languages.schema import Language, Numbers
from newsqa.model import Span
from newsqa.text.lemmas import lemma
from newsqa.text.numerals import DIGITS, alternation, beginnings, plain, spelled
from newsqa.text.words import normalise

Kind = Literal["count", "money", "percent", "measure", "duration", "ordinal", "score", "plain", "vague"]
_DURATIONS = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")  # longest first
_RANGED = frozenset({"money", "percent", "measure", "duration"})  # kinds whose unit may stand at both ends of a range
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"[ \t]+(?P<noun>[^\W\d_][\w’'-]*)(?:[ \t]+(?P<after>[^\W\d_]+))?")
_TALLIED = frozenset({"count", "plain"})  # kinds of which two may stand against each other
_AMONG = 4  # words between a part and the number of the whole, at most
_NAMING = 16  # characters before a number in which the unit that stands there is written


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    `span` covers the numeral and its scale, `full` also the hedge, the currency or unit and the thing counted;
    `unit` is a currency code, a unit sign or the normal form of what is counted; `high` ends a range.
    """

    span: Span
    full: Span
    value: float
    kind: Kind
    unit: str | None = None
    high: float | None = None
    hedge: Span | None = None
    counted: Span | None = None


def find(text: str, start: int, end: int, language: Language) -> list[Number]:
    """Return the numbers between two offsets, left to right."""
    matches = _pattern(language.about.code).finditer(text, start, end)
    found = _together(text, [n for m in matches for n in _number(m, language, end)], language.numbers)
    rough = [_rough(m, language, end) for m in _roughly(language.about.code).finditer(text, start, end)]
    return sorted(_apart(found, rough) if rough else found, key=lambda n: n.full.start)


def _apart(found: list[Number], rough: list[Number]) -> Iterator[Number]:
    """Yield the numbers and the rough amounts, but none that a longer one beside it says with it."""
    yield from (n for n in found if not any(r.full.holds(n.full) for r in rough))
    yield from (r for r in rough if not any(n.full.meets(r.full) and not r.full.holds(n.full) for n in found))


def _rough(m: re.Match[str], language: Language, end: int) -> Number:
    """Return an amount without a number, with what it counts: "dozens of houses"."""
    numbers = language.numbers
    span = Span(start=m.start("amount"), end=m.end("amount"))
    unit = _by_fold(numbers.currencies, m["money"]) if m["money"] else None
    counted = None if unit else _counted(m, language, end)
    stop = counted.end if counted else m.end()
    value = numbers.vague[" ".join(m["amount"].casefold().split())]
    kind: Kind = "money" if unit else "vague"
    begin = m.start("hedge") if m["hedge"] else span.start
    return Number(
        span,
        Span(start=begin, end=stop),
        value,
        kind,
        unit or (normalise(counted.of(m.string)) if counted else None),
        counted=counted,
    )


def _together(text: str, found: list[Number], numbers: Numbers) -> list[Number]:
    """Return the numbers with the two ends of a range as one, the parts of a duration as one, a share of a whole named.

    "Rp9 miliar sampai Rp12 miliar", "12 hours, 8 minutes and 41 seconds"; in "27 of 35 members" 27 counts members too.
    """
    kept: list[Number] = []
    for number in found:
        before = kept[-1] if kept else None
        gap = text[before.full.end : number.full.start].strip().casefold() if before else ""
        if before and _is_range(before, number, gap, numbers):
            kept[-1] = replace(before, full=_over(before.full, number.full), high=number.value)
        elif before and _is_score(text, before, number, gap, numbers):
            kept[-1] = replace(before, full=_over(before.full, number.full), kind="score", high=number.value)
        elif before and _goes_on(before, number, gap, numbers):
            kept[-1] = replace(before, full=_over(before.full, number.full))
            kept[-1] = replace(kept[-1], unit=number.unit)
        elif before and before.kind == "plain" and number.counted and _is_among(gap, numbers):
            kept[-1:] = [replace(before, kind="count", unit=number.unit, counted=number.counted), number]
        else:
            kept.append(number)
    return kept


def _is_among(gap: str, numbers: Numbers) -> bool:
    """Tell whether what stands between two numbers makes the one a part of the other: "40 of the orchestra's 82"."""
    lead = next((word for word in numbers.among if gap == word or gap.startswith(f"{word} ")), None)
    return lead is not None and gap.count(" ") < _AMONG and not set(",;") & set(gap)


def _is_range(low: Number, high: Number, gap: str, numbers: Numbers) -> bool:
    same = low.kind == high.kind and low.unit == high.unit and low.kind in _RANGED
    return same and low.high is None and high.high is None and gap in numbers.between and not high.hedge


def _is_score(text: str, one: Number, other: Number, gap: str, numbers: Numbers) -> bool:
    """Tell whether one number stands against another: "24 votes to 15"; what something rose to does not."""
    if gap not in numbers.versus or {one.kind, other.kind} - _TALLIED or other.counted or one.high is not None:
        return False
    return (one.counted is not None or one.value > other.value) and not _is_from(text, one.full.start, numbers)


def _is_from(text: str, start: int, numbers: Numbers) -> bool:
    """Tell whether the word before a number says that something changed from it."""
    before = text[max(0, start - _NAMING) : start].split()
    return bool(before) and before[-1].casefold() in numbers.from_


def _goes_on(one: Number, other: Number, gap: str, numbers: Numbers) -> bool:
    """Tell whether a duration goes on in a smaller unit."""
    if not one.kind == other.kind == "duration" or one.high is not None:
        return False
    joins = (*numbers.and_, ",", *(f", {word}" for word in numbers.and_), "")
    return gap in joins and _DURATIONS.index(other.unit or "") > _DURATIONS.index(one.unit or "")


def _over(one: Span, other: Span) -> Span:
    return Span(start=one.start, end=other.end)


@cache
def _roughly(code: str) -> re.Pattern[str]:
    numbers = load(code).numbers
    money = alternation(tuple(sign for sign in numbers.currencies if sign.islower()))
    return re.compile(
        rf"(?<!\w)(?:(?P<hedge>{alternation(numbers.hedges)})\s+)?"
        rf"(?P<amount>{alternation(tuple(numbers.vague))})(?!\w)(?:\s(?P<money>{money})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile("".join(_sources(load(code).numbers)), re.IGNORECASE)


def _sources(numbers: Numbers) -> tuple[str, ...]:
    words = alternation(tuple(numbers.words))
    scales = alternation(tuple(numbers.scales))
    money = alternation(tuple(numbers.currencies))
    signs = tuple(sign for sign in numbers.currencies if not sign.islower())
    units = alternation(tuple(numbers.units))
    between = tuple(b for b in numbers.between if b[0].isalpha())
    per = tuple(p for p in numbers.per if p.isalpha())
    after = beginnings(*numbers.scales, *numbers.currencies, *numbers.units, *per, *between, end=r"(?!\w)")
    more = rf"\s?[-–]|[\s-]?{after}"
    return (
        rf"(?:(?=\d)(?<![\d_.,/:])|(?<![^\W\d_]){beginnings(*numbers.hedges, *signs, *numbers.words)}",
        rf"(?:(?<!\w)(?P<hedge>{alternation(numbers.hedges)})\s+)?",
        rf"(?:(?<![^\W\d_])(?P<before>{alternation(signs)})\s?)?)",
        rf"(?:(?<![\w.,/:])(?:(?P<timed>\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?|[.,]\d{{1,3}}))(?![\d:])|(?P<digits>{DIGITS})(?!:\d))",
        # without a currency before it, what joins a word is only passed over, with its unit
        rf"|(?<=[a-z$€£¥₱₹])(?P<joined>(?>{DIGITS}))(?(before)|(?={more}))",
        rf"|(?<!\w)(?P<words>(?:{words})(?:[\s-](?:{words}|{scales})(?!\w)){{0,8}})(?![\w]))",
        rf"(?:(?={more})",
        rf"(?:(?P<between>\s?[-–]\s?|\s(?:{alternation(between)})\s)(?P<high>{DIGITS})(?![\d.,:/]*\d))?",
        rf"(?P<scale>(?:[\s-]?(?:{scales})(?!\w)){{0,2}})",
        rf"(?:[\s-](?P<after>{money})(?!\w))?",
        rf"(?:[\s-]?(?P<unit>{units})(?!\w))?",
        rf"(?P<per>\s?(?:{alternation(per)})\s[^\W\d_]+)?)?",
    )


def _number(m: re.Match[str], language: Language, end: int) -> Iterator[Number]:
    numbers = language.numbers
    if m["timed"]:
        yield _timed(m)
        return
    if _is_behind_year(m, numbers):
        found = _pattern(language.about.code).match(m.string, m.start("high"), end)
        yield from _number(found, language, end) if found else ()
        return
    digits = m["digits"] or m["joined"]
    if m["joined"] and not m["before"]:
        return
    base = plain(digits, numbers) if digits else spelled(m["words"], numbers)
    if base is None:
        return
    scaled = (m["scale"] or "").strip(" -\n\t")
    scale = spelled(scaled, numbers) if scaled else 1.0
    first = m.start("digits") if m["digits"] else m.start("joined") if m["joined"] else m.start("words")
    last = max(m.end(g) for g in ("digits", "joined", "words", "high", "scale") if m[g])
    kind, unit = _measured(m, numbers, first)
    counted = None if unit else _counted(m, language, end)
    begin = m.start("hedge") if m["hedge"] else m.start("before") if m["before"] else first
    stop = counted.end if counted else _tail(m, kind, last)
    high = plain(m["high"], numbers) if m["high"] else None
    yield Number(
        span=Span(start=first, end=last),
        full=Span(start=begin, end=stop),
        value=base * (scale or 1.0),
        kind="count" if counted else kind,
        unit=unit or (normalise(counted.of(m.string)) if counted else None),
        high=high * (scale or 1.0) if high is not None else None,
        hedge=Span(start=m.start("hedge"), end=m.end("hedge")) if m["hedge"] else None,
        counted=counted,
    )


def _is_behind_year(m: re.Match[str], numbers: Numbers) -> bool:
    """Tell whether what seems a range is a year, and what something rose to from then: "from 9 *in 2010 to 14*"."""
    year, high = m["digits"] or "", plain(m["high"] or "", numbers)
    if high is None or not _YEAR.fullmatch(year) or not m["between"].strip().isalpha():
        return False
    return high < float(year) and not _is_from(m.string, m.start("digits"), numbers)


def _timed(m: re.Match[str]) -> Number:
    """Return what a clock ran for, hours, minutes and seconds, as the result that it is."""
    span = Span(start=m.start("timed"), end=m.end("timed"))
    *hours, minutes, seconds = m["timed"].replace(",", ".").split(":")
    whole = sum(map(int, hours)) * 3600 + int(minutes) * 60 + float(seconds)
    return Number(span=span, full=span, value=whole, kind="score")


def _measured(m: re.Match[str], numbers: Numbers, first: int) -> tuple[Kind, str | None]:
    money = m["before"] or m["after"]
    if money:
        return "money", _by_fold(numbers.currencies, money)
    if m["unit"]:
        unit = _by_fold(numbers.units, m["unit"])
        return ("percent" if unit == "%" else "duration" if unit in _DURATIONS else "measure"), unit
    named = _named(m.string[max(0, first - _NAMING) : first], numbers)
    if named:
        return ("duration" if named in _DURATIONS else "measure"), named
    return ("score" if _is_tally(m, numbers, first) else "plain"), None


def _is_tally(m: re.Match[str], numbers: Numbers, first: int) -> bool:
    """Tell whether two numbers stand against each other: "2-1", "26 to 25"; those of a range rise."""
    low, high = plain(m["digits"] or "", numbers), plain(m["high"] or "", numbers)
    if low is None or high is None:
        return bool(m["high"]) and "-" in m["between"]
    versus = m["between"].strip() in numbers.versus and low > high and not _is_from(m.string, first, numbers)
    return "-" in m["between"] or versus


def _named(before: str, numbers: Numbers) -> str | None:
    """Return the unit that stands before a number, which begins with what precedes it: "magnitude 5.9"."""
    written = before.rstrip(" -")
    ends = (form for form in numbers.named if written.endswith(form))
    return next((numbers.named[form] for form in ends if not written.removesuffix(form)[-1:].isalnum()), None)


def _by_fold(table: dict[str, str], form: str) -> str | None:
    folded = " ".join(form.casefold().replace("-", " ").split())
    return table.get(form) or next((unit for name, unit in table.items() if name.casefold() == folded), None)


def _counted(m: re.Match[str], language: Language, end: int) -> Span | None:
    noun = _COUNTED.match(m.string, m.end(), end)
    if noun is None or not _may_be_counted(normalise(noun["noun"]), normalise(noun["after"] or ""), language):
        return None
    return Span(start=noun.start("noun"), end=noun.end("noun"))


def _may_be_counted(word: str, after: str, language: Language) -> bool:
    numbers = language.numbers
    small = word in language.about.function_words or word in language.facts.prepositions
    goes_on = word in numbers.uncounted or word in numbers.versus
    return not small and not goes_on and not _is_verb(word, after, language)


def _is_verb(word: str, after: str, language: Language) -> bool:
    """Tell whether a word behind a number says what was done: by its beginning, or its ending and what follows."""
    numbers = language.numbers
    if numbers.verbs:
        return word.startswith(numbers.verbs) and lemma(word, language.about.code) != word
    return word.endswith(numbers.verb_endings) and after in numbers.objects


def _tail(m: re.Match[str], kind: Kind, last: int) -> int:
    ends = [m.end(g) for g in ("after", "unit") if m[g]]
    if m["per"] and kind in {"money", "measure", "percent"}:
        ends.append(m.end("per"))
    return max([last, *ends])
