"""What tells that a candidate is no answer, however near it stands: it may be shown as the closest at most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from newsqa.answer import kinship, owners
from newsqa.answer.ahead import announced
from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text import numbers
from newsqa.text.relations import of_class

_BARE = frozenset({"count", "plain"})  # kinds of numbers that say how many there are
_SURE = 0.6  # how likely a kind of number must be asked for, to be answered by no other


def is_amiss(question: Question, line: Line, candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether a candidate cannot be meant; `told` are its features."""
    if is_of_another_kind(question, candidate.kind, told):
        return True
    if not candidate.kind.startswith("number"):
        return says_nothing(line, candidate) or owners.is_asked_about(question, line, candidate)
    return (
        told.get("dated", 0.0) < 0
        or is_the_asked(question, line, candidate)
        or (told.get("part", 0.0) <= 0 and leaves_out(question, line))
        or owners.is_age_of_another(question, line, candidate)
        or owners.is_of_another(question, line, candidate)
    )


def is_of_another_kind(question: Question, kind: str, told: Mapping[str, float]) -> bool:
    """Tell whether a number is of another kind than the one that is surely asked for: hours of an age, tons of a price.

    How long something is may be told by two times.
    """
    if told.get("age asked", 0.0) < 0 or (question.odds("money") > _SURE and _is_value(kind, "number.money")):
        return True
    lasts = question.odds("duration") + question.odds("age") > _SURE and told.get("age asked", 0.0) <= 0
    return lasts and kind.startswith("number") and kind != "number.duration"


def _is_value(kind: str, besides: str) -> bool:
    return kind.startswith(("number", "time")) and kind != besides


def leaves_out(question: Question, line: Line) -> bool:
    """Tell whether a number is asked for of women, or of children, and a sentence tells of none: it counts them all."""
    sorts = [group for group in question.focus if not of_class("sorts_of_people").isdisjoint(group)]
    return bool(sorts) and not any(line.place in kinship.told_at(line.view, group) for group in sorts)


def is_the_asked(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is the one that the question has itself: "how many of the *eight* divers were men"."""
    value = (candidate.note.value or "").split(" ")[0] if candidate.note else ""
    return value in _numbers(question.text, question.language) and announced(line, candidate.span) is None


@lru_cache(maxsize=256)
def _numbers(text: str, code: str) -> frozenset[str]:
    return frozenset(f"{one.value:g}" for one in numbers.find(text, 0, len(text), load(code)) if one.kind in _BARE)


def says_nothing(line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate says nothing that the question does not: asked which airline, "an airline"."""
    if candidate.named or candidate.told or candidate.kind.startswith("time"):
        return False
    first, last = line.within(candidate.span)
    words = [at for at in range(first, last + 1) if line.words[at].normal not in _small(line.view.found.language)]
    met = {at for m in line.matches for at in range(m.first, m.last + 1)}
    return bool(words) and met.issuperset(words) and not any(line.words[at].text[0].isupper() for at in words)


@lru_cache(maxsize=8)
def _small(code: str) -> frozenset[str]:
    """Return the words that say nothing of their own beside a noun."""
    about, definitions = load(code).about, load(code).definitions
    return frozenset((*about.function_words, *definitions.aside, *definitions.openers, *definitions.determiners))
