"""What a yes/no question measures beside what a sentence does: how much of a whole, how many, when, up or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from newsqa.answer import days
from newsqa.answer.lines import Line
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text import numbers
from newsqa.text.numbers import Number
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token, normalise, tokens

_SORTS = ("every", "most_of", "half_of", "but_for", "rises", "falls")
_COUNTED = frozenset({"count", "plain"})  # kinds of numbers of which one may be a part of another
_COMPARED = frozenset({"count", "money", "percent", "duration", "measure"})  # kinds that a question may have wrong
_UNITED = frozenset({"money", "measure"})  # kinds that are compared in one unit alone
_CLOSE = 0.01  # how far apart two numbers may be that are the same
_ROUGH = 0.1  # how far, where one is only told roughly
_HALF = 0.5
_PARTS = 3  # words behind a number that say more than its unit or what it counts
_LEAD = 16  # characters before a number in which the word before it stands
_BEFORE = 3  # words before a number in which it is said that more than it is asked for, or less
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600,
    "decade": 315576000, "century": 3155760000,
}  # fmt: skip


def about(question: Question, line: Line) -> dict[str, float]:
    """Return whether a sentence measures what a question does, whichever way it answers."""
    return {
        "part told": abs(portion(question, line)),
        "amount told": abs(amount(question, line)),
        "way told": abs(way(question, line)),
    }


def against(question: Question, line: Line) -> dict[str, float]:
    """Return what speaks for a no, or against it where it is below nought."""
    return {
        "another part": portion(question, line),
        "another amount": amount(question, line),
        "another day": day(question, line),
        "another way": way(question, line),
        "every asked": float("every" in _asked(question.text, question.language)),
    }


def portion(question: Question, line: Line) -> float:
    """Return 1 where a sentence tells of a smaller part than a question asks about, -1 where of as much, else 0."""
    asked, told = _asked(question.text, question.language), _told(line)
    most = "most_of" in asked or "half_of" in asked
    if not most and "every" not in asked:
        return 0.0
    shares = list(_shares(line))
    if shares:
        return 1.0 if max(shares) <= (_HALF if most else 1 - _CLOSE) else -1.0
    if not most and not told.isdisjoint(("but_for", "most_of")):
        return 1.0
    return -1.0 if "every" in told or (most and "most_of" in told) else 0.0


def _shares(line: Line) -> Iterator[float]:
    """Yield the parts of a whole that a sentence tells: "31 persen", "four of the five", "dari 17 orang, 14"."""
    among, text = load(line.view.found.language).numbers.among, line.view.text
    found = numbers_of(line)
    yield from (n.value / 100 for n in found if n.kind == "percent" and n.value <= 100)
    for one, other in pairwise(n for n in found if n.kind in _COUNTED):
        gap = f" {text[one.full.end : other.full.start].strip().casefold()} "
        before = text[max(0, one.full.start - _LEAD) : one.full.start].split()[-1:]
        if one.value <= other.value > 0 and any(f" {word} " in gap for word in among):
            yield one.value / other.value
        elif other.value <= one.value > 0 and before and before[0].casefold() in among:
            yield other.value / one.value


def amount(question: Question, line: Line) -> float:
    """Return 1 where a sentence gives another amount than a question asks about, -1 where that, else 0.

    Of several that it gives, the first is the one to be more or less than what is asked.
    """
    fits = [
        _fits(one, side, told)
        for one, side in _measured(question.text, question.language)
        for told in list(_alike(question, line, one))[: 1 if side else None]
    ]
    return 0.0 if not fits else -1.0 if any(fits) else 1.0


def _fits(one: Number, side: str, told: Number) -> bool:
    """Tell whether an amount is what a question asks about, or more, or less, as it asks."""
    asked, value = _size(one), _size(told)
    if side == "over":
        return value >= asked
    if side == "under":
        return value < asked
    return abs(value - asked) <= (_ROUGH if one.hedge else _CLOSE) * asked


def _size(one: Number) -> float:
    return one.value * _SECONDS.get(one.unit or "", 1) if one.kind == "duration" else one.value


def _alike(question: Question, line: Line, one: Number) -> Iterator[Number]:
    """Yield the numbers of a sentence that are of the same kind as one in a question, and of the same thing.

    None is a duration that goes on in a smaller unit.
    """
    word = normalise(one.counted.of(question.text)) if one.counted else ""
    group = next((i for i, terms in enumerate(line.asked) if word and word in terms), None)
    met = {m.last for m in line.matches if m.group == group}
    for told in numbers_of(line):
        behind = line.view.text[told.span.end : told.full.end]
        if told.kind == one.kind and (one.kind not in _UNITED or told.unit == one.unit) and behind.count(" ") < _PARTS:
            at = line.within(told.counted)[1] if told.counted else None
            if one.kind != "count" or at in met:
                yield told


def numbers_of(line: Line) -> Sequence[Number]:
    """Return the numbers of a sentence, with their units."""
    span = line.sentence.span
    return line.once(
        "numbers", lambda: numbers.find(line.view.text, span.start, span.end, load(line.view.found.language))
    )


@lru_cache(maxsize=256)
def _measured(text: str, code: str) -> Sequence[tuple[Number, str]]:
    """Return the amounts that a question asks about, and whether more or less than each is asked for."""
    found = [n for n in numbers.find(text, 0, len(text), load(code)) if n.kind in _COMPARED and n.high is None]
    words = tokens(text)
    return [(one, _side(one, words, code)) for one in found]


def _side(one: Number, words: Sequence[Token], code: str) -> str:
    """Return whether a question asks for more than a number or less: by words in or before it."""
    at = next((i for i, word in enumerate(words) if word.end > one.span.start), len(words))
    before = list(words[max(0, at - _BEFORE) : at])
    return next((sort for sort in ("over", "under") if any(True for _ in _class(code, sort).find(before))), "")


def day(question: Question, line: Line) -> float:
    """Return 1 where a sentence names other days than a question does, -1 where one of those, else 0."""
    asked = days.named(question.text, question.language, line.view.page.stored.article.day)
    told = list(days.told(line.sentence)) if asked else []
    return 0.0 if not told else -1.0 if days.meet(asked, told) else 1.0


def way(question: Question, line: Line) -> float:
    """Return 1 where a sentence tells of a fall and a question asks about a rise, or the other way round, -1 alike."""
    asked, told = _way(_asked(question.text, question.language)), _way(_told(line))
    return float(-asked * told)


def _way(sorts: frozenset[str]) -> int:
    return ("rises" in sorts) - ("falls" in sorts)


def _told(line: Line) -> frozenset[str]:
    return line.once("measured", lambda: _sorts(line.words, line.view.found.language))


@lru_cache(maxsize=256)
def _asked(text: str, code: str) -> frozenset[str]:
    return _sorts(tokens(text), code)


def _sorts(words: Sequence[Token], code: str) -> frozenset[str]:
    """Return the sorts of measuring words among some words."""
    return frozenset(found.name for found in _every(code).find(list(words)))


@cache
def _every(code: str) -> Phrases:
    return phrases(*((sort, load(code).questions.classes[sort]) for sort in _SORTS))


@cache
def _class(code: str, sort: str) -> Phrases:
    return phrases((sort, load(code).questions.classes[sort]))
