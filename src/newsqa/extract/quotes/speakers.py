"""Speakers: the subject of a cue, before or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsqa.extract.quotes.cues import Cue
from newsqa.extract.quotes.frames import QUOTED, Frame, Named
from newsqa.model import Span
from newsqa.text.names import longest_title

_FARTHEST = 40  # words; a subject is not farther from its cue
_QUALIFIED = 4  # words before "for" and the like that it may qualify
_OPENING = 5  # words in which the pronoun stands that a sentence is about
_ROLE = 0.1  # taken from a name behind a role: "the coach of X, *Y*" beats it
_EMBEDDED = 1.0  # the weight of a person's name inside another phrase
_WEIGHTS = {"person": (3.0, 2.0), "other": (1.9, 0.5), "organisation": (1.9, 0.9), "place": (1.2, 0.4)}  # alone, within
_PHRASE = 14  # words; a speaker without a name is not described at greater length


@dataclass(frozen=True, slots=True)
class Subject:
    """Who stands as a cue's subject: first and last word, and the name among them if there is one."""

    first: int
    last: int
    name: Named | None = None
    pronoun: bool = False


def subject(frame: Frame, cue: Cue, earlier: Subject | None, turned: bool) -> Subject | None:
    """Return the subject of a cue; `earlier` is that of the cue before it in the sentence."""
    if cue.fused:
        return Subject(cue.first, cue.last, pronoun=True)
    if cue.according or turned:
        return behind(frame, cue.last + 1 + frame.phrase(cue.last + 1, frame.rules.by))
    return _owner(frame, cue, earlier) if cue.nominal else before(frame, cue, earlier)


def _owner(frame: Frame, cue: Cue, earlier: Subject | None) -> Subject | None:
    """Return whose words a noun tells of: "*Ruiz's* claim that", "*his* claim that", else the sentence's subject."""
    at = cue.first - 1
    if frame.normal(at) in frame.rules.owners:
        return Subject(at, at, pronoun=True)
    name = next((m for m in frame.names if m.last == at), None)
    if name and frame.normal(at).endswith(frame.rules.possessives):
        return Subject(name.first, at, name)
    return earlier or _first_name(frame, cue.first)


def behind(frame: Frame, at: int) -> Subject | None:
    """Return the speaker that a cue is followed by: the likeliest name in one of the next phrases, else the first."""
    return _likeliest(frame, list(_segments_behind(frame, at)))


def _likeliest(frame: Frame, segments: Sequence[tuple[int, int]]) -> Subject | None:
    """Return the name that stands for itself among phrases between commas: "the mayor of Lyon, *Ana Ruiz*, said"."""
    if not segments:
        return None
    named = [(_weight(frame, m, a, b), a, m) for a, b in segments for m in frame.names if a <= m.first <= b]
    weight, first, name = max(named, key=lambda n: n[0], default=(0.0, 0, None))
    if name is None or weight < _EMBEDDED:
        return _phrase(frame, *segments[0])
    return Subject(first, name.last, name)


def _weight(frame: Frame, name: Named, first: int, last: int) -> float:
    """Return how likely a name in a phrase is the one that speaks; of two alike the first."""
    if not _is_wordy(frame.of(name.span)):
        return 0.0
    begins, code = first, frame.document.language.about.code
    if frame.joints[first].endswith("(") or (name.last > name.first and longest_title(frame.words, name.first, code)):
        return _EMBEDDED / 2
    while begins < name.first and (title := longest_title(frame.words, begins, code)):
        begins += title
    bare = begins >= name.first and (name.last >= last or frame.words[name.last + 1].text.isdigit())
    alone, within = _WEIGHTS[name.entity.kind]
    if bare and (name.is_person or begins == first):
        return alone - _ROLE * (begins > first)
    return within if name.last == last or "(" in frame.joints[name.last + 1] or not name.is_person else _EMBEDDED


def _is_wordy(words: str) -> bool:
    """Tell whether a name is more than a degree or an amount: "Ph.D", "RM3mil"."""
    return " " in words or not any(c == "." or c.isdigit() for c in words)


def _segments_behind(frame: Frame, at: int) -> Iterator[tuple[int, int]]:
    """Yield the phrases from `at` on, cut at commas, until a word that ends a speaker."""
    first = at
    for i in range(at, min(len(frame.words), at + _FARTHEST)):
        ends = frame.normal(i) in frame.rules.ends and frame.words[i].text[0].islower() and not _named_at(frame, i)
        cut = i > at and _is_cut(frame.joints[i])
        if (cut or ends) and i > first:
            yield first, i - 1
            first = i
        if ends or (i > at and _is_break(frame.joints[i])):
            return
    if first < min(len(frame.words), at + _FARTHEST):
        yield first, min(len(frame.words), at + _FARTHEST) - 1


def before(frame: Frame, cue: Cue, earlier: Subject | None) -> Subject | None:
    """Return the subject that a cue is preceded by."""
    at = _before_adverbs(frame, cue.first - 1)
    joint = frame.joints[at + 1]
    if _is_participle(frame, cue) and frame.normal(at) in frame.document.language.facts.prepositions:
        told = earlier and frame.normal(at) not in frame.rules.opens_doing  # "accused the mayor of hiding"
        return None if told else earlier or _first_name(frame, cue.first)
    if at < 0 or _is_break(joint) or frame.normal(at) in frame.rules.and_:
        return earlier or _first_name(frame, cue.first)
    if frame.normal(at) in frame.rules.who:
        return _antecedent(frame, at)
    if "," in joint:
        return _resumed(frame, cue, earlier) or earlier or _apposed(frame, at)
    found = _adjacent(frame, _before_bracket(frame, at) if ")" in joint else at)
    return _wanting(frame, found) if found and frame.normal(cue.first - 1) in frame.rules.to else found


def _resumed(frame: Frame, cue: Cue, earlier: Subject | None) -> Subject | None:
    """Return who goes on behind a comma: the earlier subject if it is someone, else that of a participle's sentence."""
    if earlier and (earlier.name or earlier.pronoun):
        return earlier
    return _first_name(frame, cue.first) if _is_participle(frame, cue) else None


def _wanting(frame: Frame, subject: Subject) -> Subject:
    """Return the name that a phrase begins with which ends in another verb: "*Ruiz* tried to deny"."""
    if subject.pronoun or (subject.name and subject.name.last == subject.last):
        return subject
    name = next((m for m in frame.names if subject.first <= m.first and m.last < subject.last), None)
    return Subject(subject.first, name.last, name) if name else subject


def _is_participle(frame: Frame, cue: Cue) -> bool:
    return cue.form.endswith(frame.rules.participles)


def _before_bracket(frame: Frame, at: int) -> int:
    """Return the last word before the bracket that closes behind word `at`, `at` where it opens nowhere near."""
    return next((i - 1 for i in range(at, max(0, at - _PHRASE), -1) if "(" in frame.joints[i]), at)


def _before_adverbs(frame: Frame, at: int) -> int:
    """Return the last word before the adverbs and the day that stand between a subject and its verb."""
    while at >= 0 and not _is_break(frame.joints[at + 1]) and "," not in frame.joints[at + 1]:
        if frame.normal(at) in frame.rules.between or frame.normal(at).endswith(frame.rules.adverbs):
            at -= 1
        elif at > 1 and (
            frame.is_day(at) or (frame.words[at].text.isdigit() and frame.normal(at - 1) in frame.rules.opens)
        ):
            at -= 2 if frame.normal(at - 1) in frame.rules.opens else 1
        else:
            break
    return at


def _adjacent(frame: Frame, at: int) -> Subject | None:
    """Return the phrase that ends with word `at`, by the name that it ends with, or begins with to go on "of"."""
    if frame.normal(at) in frame.rules.pronouns:
        return Subject(at, at, pronoun=True)
    first = _phrase_start(frame, at)
    if frame.normal(first) in frame.rules.pronouns:
        return Subject(first, first, pronoun=True)
    if frame.normal(first) in frame.rules.who:
        return _antecedent(frame, first)
    named = [m for m in frame.names if first <= m.first and m.last <= at]
    if (head := _head(frame, first)) is not None:
        return head
    if named and named[-1].last == at:
        return Subject(first, at, _held(frame, named))
    name = next((m for m in named if m.first == first and frame.normal(m.last + 1) in frame.rules.opens), None)
    return Subject(first, at, name)


def _head(frame: Frame, first: int) -> Subject | None:
    """Return what a phrase describes that begins with word `first`: "*friends* on the trail"; None where nothing."""
    opener, rules = first - 1, frame.rules
    links = frame.normal(opener) in frame.document.language.facts.prepositions
    if not links or frame.normal(opener) in rules.fronts | rules.that or _is_cut(frame.joints[first]):
        return None
    begins = stop = opener
    while begins > 0 and not _is_cut(frame.joints[begins]) and frame.normal(begins - 1) not in rules.and_ | rules.that:
        begins -= 1
        stop = begins if _ends_before(frame, begins) else stop
    stop = next((i for i in range(begins, opener) if frame.normal(i) in rules.who), stop)
    return _phrase(frame, begins, stop - 1) if begins < stop else None


def _held(frame: Frame, named: Sequence[Named]) -> Named:
    """Return the last name of a phrase, or the person before it where it only tells where that person is from."""
    last = named[-1]
    linked = frame.normal(last.first - 1) in frame.rules.opens
    people = [m for m in named if m.is_person]
    return people[-1] if people and (linked or not last.is_person) and people[-1].first == named[0].first else last


def _antecedent(frame: Frame, who: int) -> Subject | None:
    """Return what a relative pronoun stands for: the name before it, else the noun with one word before it."""
    at = who - 1
    if at < 0:
        return None
    name = next((m for m in frame.names if m.last == at), None)
    return Subject(name.first, at, name) if name else _phrase(frame, max(_phrase_start(frame, at), at - 1), at)


def _apposed(frame: Frame, at: int) -> Subject | None:
    """Return the subject before one or more phrases between commas."""
    rules = frame.rules
    told = [s for s in _segments_to(frame, at) if frame.normal(s[0]) not in rules.opens]
    segments = [s for s in told if not frame.normal(s[0]).endswith(rules.participles)] or told
    return _likeliest(frame, segments)


def _segments_to(frame: Frame, at: int) -> list[tuple[int, int]]:
    start = next((i for i in range(at, 0, -1) if _is_break(frame.joints[i])), 0)
    cuts = [start, *(i for i in range(start + 1, at + 1) if "," in frame.joints[i]), at + 1]
    return [(a, b - 1) for a, b in pairwise(cuts) if b > a]


def _phrase_start(frame: Frame, at: int) -> int:
    """Return where the phrase that ends with word `at` begins; "of" and the like are part of one that begins before."""
    first = at
    while first > 0 and at - first < _PHRASE and not _is_cut(frame.joints[first]):
        if _ends_before(frame, first - 1):
            qualified = _qualified(frame, first - 1)
            return first if qualified is None else qualified
        first -= 1
    return first


def _ends_before(frame: Frame, at: int) -> bool:
    """Tell whether word `at` opens or joins a phrase, and is no part of a name."""
    joins = frame.normal(at) in frame.rules.opens | frame.rules.and_
    return joins and frame.words[at].text[0].islower() and not _named_at(frame, at)


def _qualified(frame: Frame, opener: int) -> int | None:
    """Return where "a spokesman *for* the bank" begins, a short phrase that a word like "for" goes on."""
    first = opener
    while first > 0 and opener - first < _QUALIFIED and not _is_cut(frame.joints[first]):
        if _ends_before(frame, first - 1):
            return None
        first -= 1
    begins = first == 0 or _is_cut(frame.joints[first])
    return (
        first if begins and first < opener and frame.normal(first) in frame.rules.some | frame.rules.definite else None
    )


def _named_at(frame: Frame, at: int) -> bool:
    return any(m.first <= at <= m.last for m in frame.names)


def _phrase(frame: Frame, first: int, last: int) -> Subject | None:
    if first > last:
        return None
    if frame.normal(first) in frame.rules.pronouns:
        return Subject(first, first, pronoun=True)
    last = min(last, first + _PHRASE)
    if frame.normal(last) in frame.rules.definite:
        return Subject(first, last)
    name = next(
        (m for m in frame.names if first <= m.first and m.last <= last and m.entity.kind == "organisation"), None
    )
    name = name or next((m for m in frame.names if first <= m.first and m.last <= last), None)
    return Subject(first, last, name)


def _first_name(frame: Frame, stop: int) -> Subject | None:
    """Return what a sentence begins with, or the first name before word `stop`, as the subject of all its verbs."""
    pronoun = next((i for i in range(min(stop, _OPENING)) if frame.normal(i) in frame.rules.pronouns), None)
    if pronoun is not None:
        return Subject(pronoun, pronoun, pronoun=True)
    name = next((m for m in frame.names if m.last < stop and m.entity.kind in {"person", "organisation"}), None)
    if name:
        return Subject(name.first, name.last, name)
    described = stop > 2 and frame.normal(0) in frame.rules.definite | frame.rules.some
    return Subject(0, 1) if described else None


def _is_cut(joint: str) -> bool:
    return any(c in joint for c in ",;:–—()") or _is_break(joint)


def _is_break(joint: str) -> bool:
    return QUOTED in joint or any(c in joint for c in ";:?!")


def words_of(frame: Frame, subject: Subject) -> Span:
    """Return the characters of a subject."""
    return Span(start=frame.words[subject.first].start, end=frame.words[subject.last].end)
