"""Bounds: the words at which what a report tells begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.extract.quotes.reports import Report

_WHOM = 2  # words for those who are told, a word like "the" not counted
_REACH = 16  # words between a cue and the "that" of its clause
_DASHES = frozenset(("-", "--", "–", "—", "―"))


def begins(frame: Frame, report: Report) -> int:
    """Return the first word of the clause behind a cue and its speaker."""
    at, end = report.last + 1, len(frame.words)
    at += frame.normal(at) in frame.rules.whom and "," in frame.joints[min(at + 1, end)]
    opener = that(frame, report, end)
    if opener is not None:
        return opener + (frame.normal(opener) not in frame.rules.if_)
    if at >= end or "," in frame.joints[at] or QUOTED in frame.joints[at]:
        return at
    if report.cue.according:
        described = "(" in frame.joints[at] or frame.normal(at) in frame.rules.who
        return next((i for i in range(at, min(end, at + _REACH)) if described and "," in frame.joints[i]), at)
    return _behind_told(frame, report, at) or _behind_phrase(frame, at, end)


def _behind_told(frame: Frame, report: Report, at: int) -> int | None:
    """Return the word behind those who are told, where a clause begins there: "told the court *she* was"."""
    rules, last = frame.rules, len(frame.words)
    if report.cue.form not in rules.told or not rules.whom or _opens_phrase(frame, at):
        return None
    opens = rules.pronouns | rules.definite | rules.some | rules.owners
    first = at + (frame.normal(at) in opens - rules.whom) + 1
    for i in range(first, min(last, first + _WHOM)):
        if frame.joints[i].strip() or frame.normal(i - 1) in frame.document.language.facts.prepositions:
            return None
        if frame.normal(i) in opens or (frame.words[i].text[0].isupper() and frame.words[i - 1].text[0].islower()):
            return i
    return None


def _behind_phrase(frame: Frame, at: int, end: int) -> int:
    """Return the word behind a phrase that tells when or where something was said."""
    day = next((i for i in range(at, min(end, at + 2)) if frame.is_day(i)), None)
    if day is not None:
        return day + 1
    if not _opens_phrase(frame, at) or frame.normal(at) in frame.rules.to:
        return at
    comma = next((i for i in range(at + 1, min(end, at + _REACH)) if "," in frame.joints[i]), None)
    return at if comma is None or frame.normal(comma) in frame.rules.and_ else comma


def that(frame: Frame, report: Report, end: int) -> int | None:
    """Return the word that opens the reported clause, behind whom was told and when."""
    at = report.last + 1
    rules = frame.rules
    if at < end and frame.normal(at) in rules.if_ and QUOTED not in frame.joints[at]:
        return at
    goes_far = at < end and (
        is_circumstance(frame, at) or report.cue.form in rules.told or len(rules.that) > 1 or report.cue.nominal
    )
    for i in range(at, min(end, at + (_REACH if goes_far else 2))):
        tells = report.cue.form in rules.told or frame.normal(at) in rules.to
        asked = i == at or (tells and not "".join(frame.joints[at + 1 : i + 1]).strip())
        opens = frame.normal(i) in rules.that and (asked or frame.normal(i) not in rules.fronts)
        if opens or (asked and frame.normal(i) in rules.if_):
            return i
        if QUOTED in frame.joints[i]:
            return None
    return None


def is_circumstance(frame: Frame, at: int) -> bool:
    """Tell whether word `at` says when, where or how something was said, or nothing does."""
    rules = frame.rules
    if at >= len(frame.words) or frame.is_day(at) or frame.normal(at) in rules.ends - rules.negations:
        return True
    doing = "," in frame.joints[at] and frame.normal(at).endswith(frame.rules.participles)
    return doing or _opens_phrase(frame, at)


def _opens_phrase(frame: Frame, at: int) -> bool:
    return frame.normal(at) in frame.rules.opens | frame.rules.to


def stops(frame: Frame, report: Report, following: Sequence[Report], quoting: Sequence[Report]) -> int:
    """Return the word before which the clause ends: at a break of the reporter's, else where another cue begins."""
    ends = (_comma_inside, _dash, _fronted, _remark, _related)
    limit = min(end(frame, report) for end in ends)
    for other in following:
        inside = other.subject.first > report.last and not other.turned
        own = other.turned or (inside and "," not in frame.joints[other.cue.first])
        first = other.first if own else other.cue.first
        at = _before_and(frame, first, report.last + 1)
        if inside and not own and not _goes_off(frame, report, other):
            continue
        if own and frame.normal(begins(frame, report)) in frame.rules.opens and "," in frame.joints[at]:
            continue
        if own and report.cue.kept and frame.normal(at - 1) in frame.rules.fronts and at - 1 > report.last + 1:
            return min(at - 1, limit)
        beside = "," in frame.joints[at] or other in quoting or (not own and at < first)
        if beside and at > report.last + 1:
            return min(at, limit)
    return limit


def _goes_off(frame: Frame, report: Report, other: Report) -> bool:
    """Tell whether a report leaves the clause that its subject stands in: "..., whose head, *Ana Ruiz, called*"."""
    rules, first = frame.rules, other.subject.name.first if other.subject.name else other.subject.first
    while first > report.last and "," not in frame.joints[first]:
        first -= 1
    between = (i for i in range(report.last + 1, first) if "," in frame.joints[i])
    related = any(frame.normal(i) in rules.who | rules.apposes for i in between)
    return related or any(other.cue.form.endswith(ending) for ending in frame.rules.participles)


def _comma_inside(frame: Frame, report: Report) -> int:
    """Return the word behind the last mark if it ends in a comma of its own, where the clause ends: "..., “x,” but"."""
    last = frame.marks[-1] if frame.marks else None
    at = frame.after(last.outer.end) if last and frame.of(last.inner).rstrip().endswith(",") else 0
    return at if at > report.last + 1 else len(frame.words)


def _fronted(frame: Frame, report: Report) -> int:
    """Return the word behind the comma that ends a clause before the main one: "When X said so, *the crowd* left"."""
    rules, last = frame.rules, len(frame.words)
    opener = 1 if frame.normal(0) in rules.and_ else 0
    if frame.normal(opener) not in rules.fronts or any("," in j for j in frame.joints[1 : report.last + 1]):
        return last
    return next((i for i in range(report.last + 2, last) if "," in frame.joints[i]), last)


def _related(frame: Frame, report: Report) -> int:
    """Return the word behind the comma that ends a relative clause: "..., who called it late, *stayed*"."""
    last, who = len(frame.words), report.subject.last + 1
    relative = frame.normal(who) in frame.rules.who and who < report.cue.first and "," in frame.joints[who]
    if not relative or any("," in joint for joint in frame.joints[who + 1 : report.cue.first + 1]):
        return last
    return next((i for i in range(report.last + 2, last) if "," in frame.joints[i]), last)


def _remark(frame: Frame, report: Report) -> int:
    """Return the word behind the last comma where the reporter goes on: "..., *although* she had no proof"."""
    last = len(frame.words)
    commas = [i for i in range(report.last + 2, last) if "," in frame.joints[i]]
    return commas[-1] if commas and frame.normal(commas[-1]) in frame.rules.remarks else last


def _dash(frame: Frame, report: Report) -> int:
    """Return the word behind a semicolon, or behind the only dash, that follows a report."""
    last = len(frame.words)
    behind = range(report.last + 2, last)
    dashes = [at for at in behind if frame.joints[at].strip() in _DASHES]
    ends = [at for at in behind if ";" in frame.joints[at]] + (dashes if len(dashes) == 1 else [])
    return min(ends, default=last)


def _before_and(frame: Frame, at: int, least: int) -> int:
    """Return where "and also" before word `at` begins, `at` itself where there is no "and"."""
    first = at
    while first > least and frame.normal(first - 1) in frame.rules.between and not frame.joints[first].strip():
        first -= 1
    joined = first > least and frame.normal(first - 1) in frame.rules.and_ and not frame.joints[first].strip()
    return first - 1 if joined else at
