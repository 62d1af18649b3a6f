"""Cues: the words that report speech, and which way they look for their speaker."""

from __future__ import annotations

from dataclasses import dataclass

from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.model import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its first and last word in the frame, and what it is.

    `say` takes its subject before it, `turned` after it, `fused` holds a pronoun, `according` stands before its source.
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


def find(frame: Frame) -> list[Cue]:
    """Return the cues among the words of a frame, left to right."""
    found, at = [], 0
    while at < len(frame.words):
        cue = _cue(frame, at)
        found += [cue] if cue else []
        at = cue.last + 1 if cue else at + 1
    return found


def _cue(frame: Frame, at: int) -> Cue | None:
    rules, found = frame.rules, _form(frame, at)
    if found is None:
        placed = _is_placed(frame, at)
        return Cue(at, at, _span(frame, at, 1), frame.normal(at), turned=at == 0, say=at > 0) if placed else None
    form, length, fused = found
    if _is_in_name(frame, at) or frame.normal(at - 1) in rules.determiners or _is_unsaid(frame, at, form):
        return None
    return Cue(
        at,
        at + length - 1,
        _span(frame, at, length),
        form,
        say=form in rules.say,
        turned=form in rules.turned or form in rules.turned_also,
        fused=fused,
        according=form in rules.according,
        kept=form in rules.kept,
        naming=form in rules.naming,
        passive=form in rules.passive,
    )


def _form(frame: Frame, at: int) -> tuple[str, int, bool] | None:
    """Return the listed form that begins at a word, its length in words, and whether its speaker is part of it."""
    rules, word = frame.rules, frame.normal(at)
    tables = (rules.according, rules.kept, rules.say, rules.turned, rules.passive, rules.naming)
    if length := max(frame.phrase(at, table) for table in tables):
        return " ".join(w.normal for w in frame.words[at : at + length]), length, False
    stem = next((word[: -len(s)] for s in rules.suffixes if word.endswith(s)), word)
    if stem == word or not any(stem in table for table in tables):
        return None
    return stem, 1, stem in rules.turned | rules.according


def _span(frame: Frame, at: int, length: int) -> Span:
    return Span(start=frame.words[at].start, end=frame.words[at + length - 1].end)


def _is_placed(frame: Frame, at: int) -> bool:
    """Tell whether a verb that the language does not list stands where only a cue can: "...!" beamed Ana Ruiz."""
    begins = bool(frame.marks) and QUOTED in frame.joints[0] and frame.marks[0].stops(frame.document.text)
    person = next((m for m in frame.names if m.is_person), None)
    if not begins or person is None or not frame.words[at].text.islower():
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


def _is_in_name(frame: Frame, at: int) -> bool:
    return frame.words[at].text[0].isupper() and any(m.first <= at <= m.last and m.last > m.first for m in frame.names)
