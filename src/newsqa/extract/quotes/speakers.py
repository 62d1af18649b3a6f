"""Speakers: the subject of a cue, before or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsqa.extract.quotes.cues import Cue
from newsqa.extract.quotes.frames import QUOTED, Frame, Named
from newsqa.extract.quotes.phrases import (
    PHRASE,
    Subject,
    employed,
    is_break,
    is_cut,
    is_deed,
    likeliest,
    named_at,
    owned,
    past_titles,
    phrase,
    segments_behind,
    segments_to,
    told_of,
    within_name,
)
from newsqa.model import Span

_QUALIFIED = 4  # words before "for" and the like that it may qualify
_DAY = 2  # words before a day in which its preposition stands
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_OPENING = 5  # words in which the pronoun stands that a sentence is about


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
    if frame.normal(at) in frame.rules.pronouns and (at + 1 == len(frame.words) or is_cut(frame.joints[at + 1])):
        return Subject(at, at, pronoun=True)  # "according to *her*, the mayor's house"
    return told_of(frame, at) or likeliest(frame, list(segments_behind(frame, at)))


def before(frame: Frame, cue: Cue, earlier: Subject | None) -> Subject | None:
    """Return the subject that a cue is preceded by."""
    at = _before_adverbs(frame, cue.first - 1)
    if frame.joints[at + 1].strip() in _DASHES:
        at = _before_dashes(frame, at)
    joint = frame.joints[at + 1]
    if _is_participle(frame, cue) and frame.normal(at) in frame.document.language.facts.prepositions:
        told = earlier and frame.normal(at) not in frame.rules.opens_doing  # "accused the mayor of hiding"
        return None if told else earlier or _first_name(frame, cue.first)
    if at < 0 or is_break(joint) or frame.normal(at) in frame.rules.and_ | frame.rules.fronts:
        return earlier or _first_name(frame, cue.first)
    if frame.normal(at) in frame.rules.who:
        return _antecedent(frame, at)
    if "," in joint:
        return _introduced(frame, at) or _resumed(frame, cue, earlier) or earlier or _apposed(frame, at)
    found = _adjacent(frame, _before_bracket(frame, at) if ")" in joint else at)
    return _wanting(frame, found, earlier) if found and frame.normal(cue.first - 1) in frame.rules.to else found


def _introduced(frame: Frame, at: int) -> Subject | None:
    """Return the person whom a phrase before introduces between commas: "its head, *Ana Ruiz*, said"."""
    name = next((m for m in frame.names if m.last == at and m.is_person), None)
    if name is None or name.first < 2 or "," not in frame.joints[name.first]:
        return None
    described = frame.words[name.first - 1].text[0].islower() and not _ends_before(frame, name.first - 1)
    begins = next((i for i in range(name.first - 1, -1, -1) if frame.joints[i].strip()), 0)
    aside = QUOTED in frame.joints[begins] or frame.normal(begins) in frame.rules.remarks
    first = begins if aside else name.first
    return Subject(first, at, name) if described else None


def _resumed(frame: Frame, cue: Cue, earlier: Subject | None) -> Subject | None:
    """Return who goes on behind a comma: the earlier subject if it is someone, else that of a participle's sentence."""
    if earlier and (earlier.name or earlier.pronoun):
        return earlier
    return _first_name(frame, cue.first) if _is_participle(frame, cue) else None


def _wanting(frame: Frame, subject: Subject, earlier: Subject | None) -> Subject:
    """Return the name that a phrase begins with which ends in another verb: "*Ruiz* tried to deny"."""
    if subject.pronoun or (subject.name and subject.name.last == subject.last):
        return subject
    if "," in frame.joints[subject.first] and subject.name is None:
        return earlier or _first_name(frame, subject.first) or subject
    name = next((m for m in frame.names if subject.first <= m.first and m.last < subject.last), None)
    return Subject(subject.first, name.last, name) if name else subject


def _is_participle(frame: Frame, cue: Cue) -> bool:
    return cue.form.endswith(frame.rules.participles)


def _before_bracket(frame: Frame, at: int) -> int:
    """Return the last word before the bracket that closes behind word `at`, `at` where it opens nowhere near."""
    return next((i - 1 for i in range(at, max(0, at - PHRASE), -1) if "(" in frame.joints[i]), at)


def _before_dashes(frame: Frame, at: int) -> int:
    """Return the last word before the dash that another behind word `at` answers: "*Ana Ruiz* - no kin - said"."""
    return next((i - 1 for i in range(at, max(0, at - PHRASE), -1) if frame.joints[i].strip() in _DASHES), at)


def _before_time(frame: Frame, at: int) -> int:
    """Return the last word before the day that ends with word `at`: "*the council* on Monday (25/3) that"."""
    day = _before_bracket(frame, at) if ")" in frame.joints[at + 1] else at
    if not frame.is_day(day):
        return at
    opener = next((i for i in range(day - 1, max(-1, day - 1 - _DAY), -1) if frame.normal(i) in frame.rules.opens), day)
    return opener - 1


def _before_adverbs(frame: Frame, at: int) -> int:
    """Return the last word before the adverbs and the day that stand between a subject and its verb."""
    while at >= 0 and not is_break(frame.joints[at + 1]) and "," not in frame.joints[at + 1]:
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
    pronoun = first + (frame.normal(first) in frame.rules.opens | frame.rules.and_ and first < at)
    if frame.normal(pronoun) in frame.rules.pronouns:
        return Subject(pronoun, pronoun, pronoun=True)
    if frame.normal(first) in frame.rules.who:
        told = first < at and frame.normal(at) not in frame.rules.definite  # "which *the mayor* said"
        return phrase(frame, first + 1, at) if told else _antecedent(frame, first)
    named = [m for m in frame.names if first <= m.first and m.last <= at]
    if (head := _head(frame, first) or _described(frame, first, at)) is not None:
        return head
    if named and named[-1].last == at:
        return Subject(first, at, _held(frame, named))
    name = next((m for m in named if m.first == first and frame.normal(m.last + 1) in frame.rules.opens), None)
    return Subject(first, at, name)


def _described(frame: Frame, first: int, at: int) -> Subject | None:
    """Return what a phrase from `first` to `at` is about that "who" goes on: "*a source* whom AFP quotes"."""
    pointed = frame.normal(at) in frame.rules.definite
    who = None if pointed else next((i for i in range(first + 1, at) if frame.normal(i) in frame.rules.who), None)
    return _adjacent(frame, who - 1) if who is not None and not frame.joints[who].strip() else None


def _head(frame: Frame, first: int) -> Subject | None:
    """Return what a phrase describes that begins with word `first`: "*friends* on the trail"; None where nothing."""
    opener, rules = first - 1, frame.rules
    aside = opener > 0 and "," in frame.joints[opener] and frame.normal(opener) in rules.opens
    if aside and any(m.is_person and m.last == opener - 1 for m in frame.names):
        return _apposed(frame, opener - 1)  # "the mayor, Ana Ruiz, *in* a letter said"
    if opener > 0 and "," in frame.joints[opener] and frame.normal(opener) in rules.to:
        return _apposed(frame, opener - 1)  # "the mayor, Ana Ruiz, *to* reporters said"
    links = frame.normal(opener) in frame.document.language.facts.prepositions
    if not links or frame.normal(opener) in rules.fronts | rules.that or is_cut(frame.joints[first]):
        return None
    begins = stop = opener
    while begins > 0 and not is_cut(frame.joints[begins]) and frame.normal(begins - 1) not in rules.and_ | rules.that:
        begins -= 1
        stop = begins if _ends_before(frame, begins) else stop
    stop = next((i for i in range(begins, opener) if frame.normal(i) in rules.who), stop)
    return phrase(frame, begins, stop - 1) if begins < stop else None


def _held(frame: Frame, named: Sequence[Named]) -> Named:
    """Return the last name of a phrase, or the person before it where it only tells where that person is from."""
    last = named[-1]
    linked = frame.normal(last.first - 1) in frame.rules.opens
    people = [m for m in named if m.is_person]
    if people and (linked or not last.is_person) and people[-1].first == named[0].first:
        return people[-1]
    bodies = [m for m in named if m.entity.kind == "organisation"]
    return bodies[-1] if bodies and last.entity.kind == "place" else last


def _antecedent(frame: Frame, who: int) -> Subject | None:
    """Return what a relative pronoun stands for: the name before it, else the noun with one word before it."""
    at = _before_time(frame, who - 1)
    if at < 0:
        return None
    name = next((m for m in frame.names if m.last == at), None)
    first = max(_phrase_start(frame, at), at - 1)
    first += first < at and is_deed(frame, first)
    if name is None and "," in frame.joints[first]:  # "*Ana Ruiz*, a doctor who"
        name = next((m for m in frame.names if m.is_person and m.last == first - 1), None)
    return Subject(name.first, name.last, name) if name else phrase(frame, first, at)


def _apposed(frame: Frame, at: int) -> Subject | None:
    """Return the subject before one or more phrases between commas."""
    rules = frame.rules
    phrases = [_without_and(frame, *s) for s in segments_to(frame, at)]
    told = [s for s in phrases if frame.normal(s[0]) not in rules.opens]
    segments = [s for s in told if not frame.normal(s[0]).endswith(rules.participles)] or told
    found = likeliest(frame, segments)
    begins = segments[0][0] if segments else at
    return replace(found, first=begins) if found and QUOTED in frame.joints[begins] else found


def _without_and(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Return a phrase without the "and" or "but" before the person with whom it begins, or before their title."""
    joins = frame.normal(first) in frame.rules.and_
    named = past_titles(frame, first + 1) if joins else -1
    return first + any(m.is_person and m.first == named for m in frame.names), last


def _phrase_start(frame: Frame, at: int) -> int:
    """Return where the phrase that ends with word `at` begins; "of" and the like are part of one that begins before."""
    first = at
    while first > 0 and at - first < PHRASE and (within_name(frame, first) or not is_cut(frame.joints[first])):
        if _ends_before(frame, first - 1):
            qualified = _qualified(frame, first - 1)
            return first if qualified is None else qualified
        first -= 1
    return first


def _ends_before(frame: Frame, at: int) -> bool:
    """Tell whether word `at` opens or joins a phrase, and is no part of a name."""
    joins = frame.normal(at) in frame.rules.opens | frame.rules.and_
    return joins and frame.words[at].text[0].islower() and not named_at(frame, at)


def _qualified(frame: Frame, opener: int) -> int | None:
    """Return where "a spokesman *for* the bank" begins, a short phrase that a word like "for" goes on."""
    first = opener
    while first > 0 and opener - first < _QUALIFIED and not is_cut(frame.joints[first]):
        if _ends_before(frame, first - 1):
            return None
        first -= 1
    begins = first == 0 or is_cut(frame.joints[first])
    return (
        first if begins and first < opener and frame.normal(first) in frame.rules.some | frame.rules.definite else None
    )


def _first_name(frame: Frame, stop: int) -> Subject | None:
    """Return what a sentence begins with, or the first name before word `stop`, as the subject of all its verbs."""
    pronoun = next((i for i in range(min(stop, _OPENING)) if frame.normal(i) in frame.rules.pronouns), None)
    if pronoun is not None:
        return Subject(pronoun, pronoun, pronoun=True)
    name = next((m for m in frame.names if m.last < stop and m.entity.kind in {"person", "organisation"}), None)
    if name:
        name = owned(frame, name, stop) or employed(frame, name, stop) or name
        return Subject(name.first, name.last, name)
    described = stop > 2 and frame.normal(0) in frame.rules.definite | frame.rules.some
    return Subject(0, 1) if described else None


def words_of(frame: Frame, subject: Subject) -> Span:
    """Return the characters of a subject."""
    return Span(start=frame.words[subject.first].start, end=frame.words[subject.last].end)
