"""Themes: the person whom a sentence is about, whom a pronoun in the next one means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsqa.extract.quotes.frames import Frame, Named
from newsqa.text.names import longest_title

_HEAD = 2  # phrases of a sentence in which the one stands whom it is about
_ROLE = 3  # words before a name in which its preposition stands
_NOUNS = 2  # words at most between a name and the comma behind the noun that it says more of
_LED = 3  # words before a name in which its role ends
_ASIDE = 3  # words of a role at most before a name that only says who was described


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name in the phrase between commas that holds it, from word `first` up to `stop`."""

    name: Named
    first: int
    stop: int

    @property
    def ends(self) -> bool:
        """Tell whether the name ends its phrase."""
        return self.name.last + 1 == self.stop


def theme(frame: Frame) -> Named | None:
    """Return the first person outside the phrases that only tell when, where, by whom or on what occasion."""
    people = list(_people(frame))
    if not people:
        return None
    one, following = people[0], people[1] if len(people) > 1 else None
    owns = frame.normal(one.name.last).endswith(frame.rules.possessives)  # "X's chairman, Y, said"
    described = owns or (one.name.first > one.first and one.ends)  # "the lawyer of X, Y, said"
    described = described or _is_of(frame, one, following)
    if not (described and following and _apposed(one, following)):
        return one.name
    whose = following.name.entity.name in (one.name.entity.role or "")  # "thanks to X, *a sister of Y*"
    return one.name if whose else following.name


def _is_of(frame: Frame, one: _Placed, following: _Placed | None) -> bool:
    """Tell whether a name only says what sort of man or woman the next one is: "his *Tajik* counterpart, Y, said"."""
    if following is None or following.name.first > following.first or not following.ends:
        return False
    nouns = range(one.name.last + 1, one.stop)
    return 0 < len(nouns) <= _NOUNS and all(frame.words[i].text.islower() for i in nouns)


def leads(frame: Frame, name: Named, role: set[str]) -> bool:
    """Tell whether a role leads up to a name, a comma or title between them: "the health *minister*, Dr. Ana Ruiz"."""
    return role <= {frame.normal(i) for i in range(max(0, name.first - _LED), name.first)}


def early(frame: Frame) -> Iterator[Named]:
    """Yield the people in the first phrases of a sentence, before what is told of one with "who"."""
    last = len(frame.words)
    commas = [i for i in range(1, last) if "," in frame.joints[i]]
    who = (i for i in range(last) if frame.normal(i) in frame.rules.who)
    stop = min([*commas[_HEAD - 1 : _HEAD], *who], default=last)
    yield from (m for m in frame.names if m.is_person and m.first < stop and _may_act(frame, m, 0))


def _people(frame: Frame) -> Iterator[_Placed]:
    last = len(frame.words)
    cuts = [0, *(i for i in range(1, last) if any(c in frame.joints[i] for c in ",:")), last]
    phrases = [(a, b) for a, b in pairwise(cuts) if b > a and frame.normal(_begins(frame, a)) not in frame.rules.opens]
    for a, b in phrases[:_HEAD]:
        named = (m for m in frame.names if a <= m.first < b and _may_act(frame, m, a))
        yield from (_Placed(m, a, b) for m in named if not _is_beside(frame, m, a))


def _begins(frame: Frame, at: int) -> int:
    """Return the word with which a phrase begins behind an "and" or "but"."""
    return at + (at == 0 and frame.normal(0) in frame.rules.and_ & frame.rules.opens)


def _apposed(one: _Placed, other: _Placed) -> bool:
    """Tell whether a name stands in the phrase right behind another's, with no more than a role before it."""
    role = range(other.first, other.name.first)
    return other.first == one.stop and len(role) <= _ASIDE and (not role or other.ends)


def is_apposed(frame: Frame, name: Named) -> bool:
    """Tell whether a name stands between commas behind the first phrase, which means it: "the man, *Ana Ruiz*,"."""
    cut = next((i for i in range(1, name.first + 1) if "," in frame.joints[i]), None)
    closed = name.last + 1 < len(frame.words) and "," in frame.joints[name.last + 1]
    return cut is not None and name.first - cut <= _ASIDE and closed


def _is_beside(frame: Frame, name: Named, first: int) -> bool:
    """Tell whether a name only says more of something else: "whoever *killed X*", "led *by X*", "..., *X*."."""
    rules = frame.rules
    if any(frame.normal(i) in rules.who for i in range(first, name.first)):
        return True
    if any(frame.normal(i) in rules.by for i in range(max(first, name.first - _ROLE), name.first)):
        return True
    if 0 < first == name.first and any(frame.normal(i) in rules.beside for i in range(first - _ROLE, first)):
        return True  # "she trains *with* a Cuban coach, *X*, in"
    return first > 0 and name.first == first and name.last + 1 == len(frame.words)


def _may_act(frame: Frame, name: Named, first: int) -> bool:
    """Tell whether a name is a person's, and not that of a place that is like one: "at the school *in Hiri*"."""
    if not name.is_person:
        return name.entity.kind == "other" and first == 0 and _is_led_up_to(frame, name)
    if name.first < name.last:
        return True
    first = name.first
    while first > 0 and frame.words[first - 1].text[0].isupper() and not frame.joints[first].strip():
        first -= 1
    return first == 0 or frame.normal(first - 1) not in frame.rules.opens


def _is_led_up_to(frame: Frame, name: Named) -> bool:
    """Tell whether a sentence begins with a title and a name that may be anything's."""
    return 0 < name.first <= _ASIDE and longest_title(frame.words, 0, frame.document.language.about.code) > 0


def told_of(frame: Frame) -> Sequence[Named]:
    """Return the names of a sentence but those to or by whom something was done: "*asked by* the coach, Ana Ruiz"."""
    rules = frame.rules
    before = ((m, range(max(0, m.first - _ROLE), m.first)) for m in frame.names)
    return [m for m, words in before if not any(frame.normal(i) in rules.by | rules.to for i in words)]
