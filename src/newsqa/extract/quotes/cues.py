"""Cues: the words that report speech, and which way they look for their speaker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsqa.extract.quotes.frames import QUOTED, Frame, lengths_of
from newsqa.languages import load
from newsqa.model import Span
from newsqa.text.words import PerWord

_APOSTROPHES = frozenset("'’")
_NEAR = 4  # words from a noun to the "that" of its clause


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its first and last word in the frame, and what it is.

    `say` takes its subject before it, `turned` after it, `fused` holds a pronoun, `according` stands before its source;
    `nominal` is a noun that its clause says more of: "the mayor's claim that ...".
    """

    first: int
    last: int
    span: Span
    form: str
    say: bool = False
    turned: bool = False
    fused: bool = False
    according: bool = False
    kept: bool = False
    naming: bool = False
    passive: bool = False
    nominal: bool = False


def find(frame: Frame) -> list[Cue]:
    """Return the cues among the words of a frame, left to right."""
    may_begin, unlisted = _may_begin(frame.document.language.about.code), _may_be_unlisted(frame)
    found, free = [], 0
    for at, word in enumerate(frame.words):
        if at >= free and (unlisted or may_begin[word.normal]) and (cue := _cue(frame, at)):
            found.append(cue)
            free = cue.last + 1
    return found


@cache
def _may_begin(code: str) -> PerWord[bool]:
    """Return whether a listed form may begin with a word; few do, and every word of an article is asked."""
    begins, suffixes = lengths_of(_forms(code)), load(code).reporting.suffixes
    return PerWord(lambda word: word in begins or word.endswith(suffixes))


def _may_be_unlisted(frame: Frame) -> bool:
    """Tell whether words in marks begin a sentence as what somebody says does: any verb may report them."""
    return bool(frame.marks) and QUOTED in frame.joints[0] and frame.marks[0].stops(frame.document.text)


def _cue(frame: Frame, at: int) -> Cue | None:
    rules, found = frame.rules, _form(frame, at)
    if found is None:
        placed = _is_placed(frame, at)
        return Cue(at, at, _span(frame, at, 1), frame.normal(at), turned=at == 0, say=at > 0) if placed else None
    form, length, fused = found
    if _is_in_name(frame, at):
        return None
    if _is_noun(frame, at, length, form):
        return _account(frame, at, form)
    first = _denied_from(frame, at, form)
    if (first == at and _is_unsaid(frame, at, form)) or (
        form in rules.clausal and not _opens_clause(frame, at + length)
    ):
        return None
    return Cue(
        first,
        at + length - 1,
        _span(frame, first, at - first + length),
        form,
        say=form in rules.say or form in rules.clausal,
        turned=form in rules.turned or form in rules.turned_also,
        fused=fused,
        according=form in rules.according,
        kept=form in rules.kept or first < at,
        naming=form in rules.naming,
        passive=form in rules.passive,
    )


def _form(frame: Frame, at: int) -> tuple[str, int, bool] | None:
    """Return the listed form that begins at a word, its length in words, and whether its speaker is part of it."""
    rules, word, forms = frame.rules, frame.normal(at), _forms(frame.document.language.about.code)
    if length := frame.phrase(at, forms):
        return " ".join(w.normal for w in frame.words[at : at + length]), length, False
    stem = next((word[: -len(s)] for s in rules.suffixes if word.endswith(s)), word)
    if stem == word or stem not in forms:
        return None
    return stem, 1, stem in rules.turned | rules.according


@cache
def _forms(code: str) -> frozenset[str]:
    """Return every form of a cue in a language."""
    rules = load(code).reporting
    told = rules.say | rules.kept | rules.clausal | rules.turned | rules.passive | rules.naming
    return told | rules.according | rules.accounts


def _span(frame: Frame, at: int, length: int) -> Span:
    return Span(start=frame.words[at].start, end=frame.words[at + length - 1].end)


def _is_placed(frame: Frame, at: int) -> bool:
    """Tell whether a verb that the language does not list stands where only a cue can: "...!" beamed Ana Ruiz."""
    person = next((m for m in frame.names if m.is_person), None)
    if not _may_be_unlisted(frame) or person is None or not frame.words[at].text.islower():
        return False
    ends = at + 1 == len(frame.words) or bool(frame.joints[at + 1].strip())
    return (at == 0 and person.first == 1) or (person.first == 0 and at == person.last + 1 and ends)


def _is_unsaid(frame: Frame, at: int, form: str) -> bool:
    """Tell whether a cue is denied, passive or a noun: "did not say", "was accused", "a warning for"."""
    before, rules = frame.normal(at - 1), frame.rules
    if form.endswith(rules.participles):
        verbal = frame.joints[at].strip() or before in rules.auxiliaries | rules.opens | rules.and_ | rules.between
        return not verbal and frame.normal(at + len(form.split())) in rules.opens - rules.that
    return before in rules.auxiliaries or (before in rules.negations and form not in rules.kept)


def _denied_from(frame: Frame, at: int, form: str) -> int:
    """Return where what denies a belief begins, which stays with what is told: "*could not* confirm that"."""
    rules, first = frame.rules, at
    if form not in rules.beliefs:
        return at
    while frame.normal(first - 1) in rules.unable and first > 0:
        first -= 1
    return first - 1 if first > 0 and frame.normal(first - 1) in rules.negations - rules.determiners else at


def _opens_clause(frame: Frame, at: int) -> bool:
    return frame.normal(at) in frame.rules.that | frame.rules.if_


def _account(frame: Frame, at: int, form: str) -> Cue | None:
    """Return a noun as the cue of the clause behind it, unless that clause only describes it: "a claim that is old"."""
    rules = frame.rules
    that = next((i for i in range(at + 1, at + _NEAR) if frame.normal(i) in rules.that), None)
    if that is None or any(frame.joints[i].strip() for i in range(at + 1, that + 1)):
        return None
    between = all(frame.normal(i) in rules.auxiliaries or frame.is_day(i) for i in range(at + 1, that))
    described = frame.normal(that + 1) in rules.auxiliaries | rules.between
    return Cue(at, at, _span(frame, at, 1), form, nominal=True) if between and not described else None


def _is_noun(frame: Frame, at: int, length: int, form: str) -> bool:
    """Tell whether a cue is a noun by the word before it: "another report", "the mayor's plan", "reports of"."""
    rules, before = frame.rules, frame.normal(at - 1)
    if form in rules.accounts and not (form in rules.say or form in rules.kept or form in rules.clausal):
        return True
    if before in rules.standing and (form not in rules.nouns or frame.normal(at + length) in rules.that):
        return False
    if before in rules.determiners or (form in rules.nouns and frame.normal(at - 2) in rules.some):
        return True
    owner = next((before[: -len(p)] for p in rules.possessives if before.endswith(p)), "")
    if owner and owner not in rules.pronouns and form.endswith(rules.participles):
        return True  # "the mayor's planning director"
    owned = before.endswith(rules.possessives) or frame.joints[at].strip() in _APOSTROPHES
    nominal = owned or (before in frame.document.language.facts.before_noun and before not in rules.that)
    return form in rules.nouns and (nominal or frame.normal(at + 1) in rules.of)


def _is_in_name(frame: Frame, at: int) -> bool:
    return frame.words[at].text[0].isupper() and any(m.first <= at <= m.last and m.last > m.first for m in frame.names)
