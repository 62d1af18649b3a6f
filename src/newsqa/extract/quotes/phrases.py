"""Phrases: the stretches between commas in which a speaker stands, and the name that stands for itself in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsqa.extract.quotes.frames import QUOTED, Frame, Named
from newsqa.text import concepts
from newsqa.text.names import longest_title

_FARTHEST = 40  # words; a subject is not farther from its cue
_ROLE = 0.1  # taken from a name behind a role: "the coach of X, *Y*" beats it
_OFFICE = 5  # words between a body and whom it employs
_EMBEDDED = 1.0  # the weight of a person's name inside another phrase
_WEIGHTS = {"person": (3.0, 2.0), "other": (1.9, 0.5), "organisation": (1.9, 0.9), "place": (1.2, 0.4)}  # alone, within
PHRASE = 14  # words; a speaker without a name is not described at greater length


@dataclass(frozen=True, slots=True)
class Subject:
    """Who stands as a cue's subject: first and last word, and the name among them if there is one."""

    first: int
    last: int
    name: Named | None = None
    pronoun: bool = False


def told_of(frame: Frame, at: int) -> Subject | None:
    """Return the person who ends a role that goes on with "of" and the like: "the head of the club, *Ana Ruiz*"."""
    cut = next((i for i in range(at + 1, min(len(frame.words), at + PHRASE)) if "," in frame.joints[i]), None)
    name = next((m for m in frame.names if m.first == cut and m.is_person), None)
    if (
        name is None
        or frame.normal(at) in frame.rules.ends | frame.rules.pronouns
        or not frame.words[at].text[0].islower()
    ):
        return None
    ends = name.last + 1 == len(frame.words) or frame.joints[name.last + 1].strip()
    people = any(m.is_person and at <= m.first < name.first for m in frame.names)
    broken = any(is_break(frame.joints[i]) for i in range(at + 1, name.first))
    return Subject(at, name.last, name) if ends and not people and not broken else None


def likeliest(frame: Frame, segments: Sequence[tuple[int, int]]) -> Subject | None:
    """Return the name that stands for itself among phrases between commas: "the mayor of Lyon, *Ana Ruiz*, said"."""
    if not segments:
        return None
    named = [(_weight(frame, m, a, b), a, m) for a, b in segments for m in frame.names if a <= m.first <= b]
    weight, first, name = max(named, key=lambda n: n[0], default=(0.0, 0, None))
    pointed = frame.normal(segments[0][1]) in frame.rules.definite and segments[0][0] < segments[0][1]
    if name is None or weight < _EMBEDDED or (pointed and first == segments[0][0]):
        return phrase(frame, *segments[0])
    return Subject(first, name.last, name)


def _weight(frame: Frame, name: Named, first: int, last: int) -> float:
    """Return how likely a name in a phrase is the one that speaks; of two alike the first."""
    if not _is_wordy(frame.of(name.span)):
        return 0.0
    code = frame.document.language.about.code
    titled = name.last > name.first and not name.is_person and longest_title(frame.words, name.first, code)
    if frame.joints[first].endswith("(") or titled:
        return _EMBEDDED / 2
    begins = past_titles(frame, first, name.first)
    ends = name.last >= last or frame.words[name.last + 1].text.isdigit() or "(" in frame.joints[name.last + 1]
    bare = begins >= name.first and ends
    alone, within = _WEIGHTS[name.entity.kind]
    if name.entity.kind == "place" and any(m.last == name.first - 1 and m.entity.kind == "place" for m in frame.names):
        return within  # "Lyon, *France*"
    if bare and (name.is_person or begins == first):
        return alone - _ROLE * (begins > first)
    return within if name.last == last or "(" in frame.joints[name.last + 1] or not name.is_person else _EMBEDDED


def past_titles(frame: Frame, at: int, stop: int | None = None) -> int:
    """Return the place of the first word from `at` on, up to `stop`, that is of no title."""
    code = frame.document.language.about.code
    while (stop is None or at < stop) and (title := longest_title(frame.words, at, code)):
        at += title
    return at


def _is_wordy(words: str) -> bool:
    """Tell whether a name is more than a degree or an amount: "Ph.D", "RM3mil"."""
    return " " in words or not any(c == "." or c.isdigit() for c in words)


def segments_behind(frame: Frame, at: int) -> Iterator[tuple[int, int]]:
    """Yield the phrases from `at` on, cut at commas, until a word that ends a speaker."""
    first = at
    for i in range(at, min(len(frame.words), at + _FARTHEST)):
        ends = frame.normal(i) in frame.rules.ends and frame.words[i].text[0].islower() and not named_at(frame, i)
        cut = i > at and is_cut(frame.joints[i])
        if (cut or ends) and i > first:
            yield first, i - 1
            first = i
        if ends or (i > at and is_break(frame.joints[i])):
            return
    if first < min(len(frame.words), at + _FARTHEST):
        yield first, min(len(frame.words), at + _FARTHEST) - 1


def segments_to(frame: Frame, at: int) -> list[tuple[int, int]]:
    """Return the phrases from the last break to word `at`, cut at commas."""
    start = next((i for i in range(at, 0, -1) if is_break(frame.joints[i].replace(f"{QUOTED} ", ""))), 0)
    cuts = [start, *(i for i in range(start + 1, at + 1) if "," in frame.joints[i]), at + 1]
    return [(a, b - 1) for a, b in pairwise(cuts) if b > a]


def named_at(frame: Frame, at: int) -> bool:
    """Tell whether word `at` is part of a name."""
    return any(m.first <= at <= m.last for m in frame.names)


def within_name(frame: Frame, at: int) -> bool:
    """Tell whether what stands before word `at` is inside a name: "Badan Siber (BS) *Nasional*"."""
    return any(m.first < at <= m.last for m in frame.names)


def phrase(frame: Frame, first: int, last: int) -> Subject | None:
    """Return the words `first` to `last` as a subject, by its body or another name in it that is no mere place."""
    if first > last:
        return None
    if frame.normal(first) in frame.rules.pronouns:
        return Subject(first, first, pronoun=True)
    last = min(last, first + PHRASE)
    if frame.normal(last) in frame.rules.definite:
        return Subject(first, last)
    name = next(
        (m for m in frame.names if first <= m.first and m.last <= last and m.entity.kind == "organisation"), None
    )
    name = name or next((m for m in frame.names if first <= m.first and m.last <= last), None)
    placed = name is not None and name.entity.kind == "place" and name.first > first
    return Subject(first, last, None if placed else name)


def owned(frame: Frame, owner: Named, stop: int) -> Named | None:
    """Return the person between commas whom the first phrase tells of: "Boeing's chief, *Ana Ruiz*, said"."""
    cut = next((i for i in range(owner.last + 1, stop) if "," in frame.joints[i]), None)
    name = next((m for m in frame.names if m.first == cut and m.is_person), None)
    ends = name is not None and name.last + 1 < stop and "," in frame.joints[name.last + 1]
    belongs = frame.normal(owner.last).endswith(frame.rules.possessives) or (
        frame.words[owner.first - 1].text[0].islower() and owner.first > 0
    )
    return name if ends and belongs else None


def employed(frame: Frame, body: Named, stop: int) -> Named | None:
    """Return the person whose role begins with the name of their body: "*Boeing* chief engineer *Ana Ruiz* put"."""
    name = next((m for m in frame.names if m.is_person and body.last < m.first and m.last < stop), None)
    if name is None or body.is_person or name.first - body.last > _OFFICE:
        return None
    role, code = range(body.last + 1, name.first), frame.document.language.about.code
    joined = not any(frame.joints[i].strip() for i in (*role, name.first))
    titled = joined and any(longest_title(frame.words, i, code) == name.first - i for i in role)
    return name if titled and not any(is_deed(frame, i) for i in role[:-1]) else None


def is_deed(frame: Frame, at: int) -> bool:
    """Tell whether word `at` is one for what is done, so that what stands behind is its object."""
    found = concepts.find(frame.words[at : at + 1], frame.document.language.about.code)
    return any(i.startswith("p.") for one in found for i in one.ids)


def is_cut(joint: str) -> bool:
    """Tell whether a joint ends a phrase."""
    return any(c in joint for c in ",;:–—()") or is_break(joint)


def is_break(joint: str) -> bool:
    """Tell whether a joint ends a clause."""
    return QUOTED in joint or any(c in joint for c in ";:?!")
