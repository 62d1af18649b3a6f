"""Indirect speech: the clause that a cue reports, before, behind or on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.extract.quotes.marked import Spoken
from newsqa.extract.quotes.reports import Report
from newsqa.model import Span
from newsqa.text.marks import Marked
from newsqa.text.names import longest_title

_REACH = 16  # words between a cue and the "that" of its clause
_SHORTEST = 2  # words of a clause
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_TOLD = 2  # words from a verb to the name of whom it tells
_LEAD = 4  # words; what is shorter before a speaker tells where or when, not what


@dataclass(frozen=True, slots=True)
class _Sides:
    """The words of a frame that a report may tell: `first` up to `stop` behind it, `direct` the marks that end them."""

    frame: Frame
    report: Report
    first: int
    stop: int
    direct: tuple[Marked, ...]

    @property
    def size(self) -> int:
        """Return how many words stand behind the report."""
        return self.stop - self.first

    def behind(self) -> Span | None:
        """Return the clause behind the report."""
        return self.span(self.first) if self.size >= _SHORTEST or self.holds_marks() else None

    def span(self, first: int) -> Span | None:
        """Return the words from `first` to the end of the clause, before the quotation that it introduces."""
        words = span(self.frame, first, self.stop)
        begins = [m.outer.start for m in self.direct if words and words.start <= m.outer.start < words.end]
        return trimmed(self.frame, words.start, min(begins)) if words and begins else words

    def holds_marks(self) -> bool:
        """Tell whether marks stand among the words behind the report."""
        joints = self.frame.joints[self.first : self.stop + 1]
        return any(QUOTED in joint for joint in joints)


def find(frame: Frame, reports: Sequence[Report], spoken: Sequence[Spoken]) -> Iterator[tuple[Report, Span]]:
    """Yield each report that tells a clause, with the clause."""
    quoting = [s.report for s in spoken if s.report and s.kind == "direct"]
    direct = tuple(s.mark for s in spoken if s.kind == "direct")
    kept = 0  # where a denial or promise ends, in which what others say is not said
    for index, report in enumerate(reports):
        if report.cue.span.start < kept:
            continue
        stop = _stops(frame, report, reports[index + 1 :], quoting)
        sides = _Sides(frame, report, _begins(frame, report), stop, direct)
        for words in _clauses(sides, told=report in quoting):
            kept = words.end if report.cue.kept else kept
            yield report, words


def _clauses(sides: _Sides, *, told: bool) -> Iterator[Span]:
    """Yield what a report tells: with its verb, behind it, before it, or behind it and then both sides as one."""
    frame, report = sides.frame, sides.report
    behind = sides.behind()
    if report.cue.kept:
        kept = replace(sides, stop=max(sides.stop, report.cue.last + 1)).span(_verb(frame, report))
        yield from [kept] if kept else []
        return
    if report.cue.naming and not report.cue.say and not sides.holds_marks():
        return
    if (told or report.cue.passive) and _that(frame, report, sides.stop) is None:
        return
    if not _is_aside(frame, report):
        yield from [behind] if behind else []
        return
    before = span(frame, 0, report.first)
    if before and not _is_medial(sides) and _is_last(sides):
        yield before
    elif behind:
        yield behind
        whole = sides.span(0)
        yield from [whole] if whole and _is_medial(sides) and report.first >= _SHORTEST else []


def _is_last(sides: _Sides) -> bool:
    """Tell whether nothing but who, where and when follows a report."""
    frame, report = sides.frame, sides.report
    if report.turned or report.cue.according or sides.size < _SHORTEST:
        return True
    if report.first <= _LEAD and frame.normal(0) in frame.rules.opens:
        return False
    return _is_circumstance(frame, _behind_told(frame, report)) and _that(frame, report, sides.stop) is None


def _behind_told(frame: Frame, report: Report) -> int:
    """Return the word behind a report and whom it says was told."""
    at = report.last + 1
    if report.cue.form not in frame.rules.told:
        return at
    name = next((m for m in frame.names if at <= m.first <= at + _TOLD), None)
    return name.last + 1 if name else at + 1


def _is_circumstance(frame: Frame, at: int) -> bool:
    """Tell whether word `at` says when, where or how something was said, or nothing does."""
    if at >= len(frame.words) or frame.is_day(at) or frame.normal(at) in frame.rules.ends:
        return True
    doing = "," in frame.joints[at] and frame.normal(at).endswith(frame.rules.participles)
    return doing or _opens_phrase(frame, at)


def _is_medial(sides: _Sides) -> bool:
    """Tell whether a report stands between two commas inside the clause that it tells."""
    frame, report = sides.frame, sides.report
    at = report.last + 1
    at += frame.normal(at) in frame.rules.whom
    if at >= len(frame.words) or "," not in frame.joints[at]:
        return False
    apposed = frame.normal(at) in frame.rules.apposes or longest_title(
        frame.words, at, frame.document.language.about.code
    )
    if report.subject.pronoun:
        return True
    longer = len(frame.words) - at > report.first
    return not apposed and (longer or (not report.turned and not _leaves(frame, at)))


def _leaves(frame: Frame, at: int) -> bool:
    """Tell whether word `at`, behind a comma, says how or when something was said."""
    rules, word = frame.rules, frame.normal(at)
    told = word in rules.fronts | rules.remarks | rules.who | rules.and_ or word.endswith(rules.participles)
    return told or frame.phrase(at, rules.according) > 0


def _verb(frame: Frame, report: Report) -> int:
    """Return where a kept verb begins, the adverbs right before it included."""
    first = report.cue.first
    while (
        first > report.subject.last + 1
        and report.subject.last < report.cue.first
        and frame.normal(first - 1) in frame.rules.between
    ):
        first -= 1
    return first


def _is_aside(frame: Frame, report: Report) -> bool:
    """Tell whether a report stands behind a comma, so that what it tells may stand before it."""
    return report.first > (_SHORTEST if report.cue.according else 0) and "," in frame.joints[report.first]


def _begins(frame: Frame, report: Report) -> int:
    """Return the first word of the clause behind a cue and its speaker."""
    at, end = report.last + 1, len(frame.words)
    at += frame.normal(at) in frame.rules.whom and "," in frame.joints[min(at + 1, end)]
    that = _that(frame, report, end)
    if that is not None:
        return that + (frame.normal(that) not in frame.rules.if_)
    if at >= end or "," in frame.joints[at] or QUOTED in frame.joints[at]:
        return at
    if report.cue.according:
        described = "(" in frame.joints[at] or frame.normal(at) in frame.rules.who
        return next((i for i in range(at, min(end, at + _REACH)) if described and "," in frame.joints[i]), at)
    return _behind_phrase(frame, at, end)


def _behind_phrase(frame: Frame, at: int, end: int) -> int:
    """Return the word behind a phrase that tells when or where something was said."""
    day = next((i for i in range(at, min(end, at + 2)) if frame.is_day(i)), None)
    if day is not None:
        return day + 1
    if not _opens_phrase(frame, at) or frame.normal(at) in frame.rules.to:
        return at
    comma = next((i for i in range(at + 1, min(end, at + _REACH)) if "," in frame.joints[i]), None)
    return at if comma is None or frame.normal(comma) in frame.rules.and_ else comma


def _opens_phrase(frame: Frame, at: int) -> bool:
    return frame.normal(at) in frame.rules.opens | frame.rules.to


def _that(frame: Frame, report: Report, end: int) -> int | None:
    """Return the word that opens the reported clause, behind whom was told and when."""
    at = report.last + 1
    rules = frame.rules
    if at < end and frame.normal(at) in rules.if_ and QUOTED not in frame.joints[at]:
        return at
    goes_far = at < end and (
        _is_circumstance(frame, at) or report.cue.form in rules.told or len(rules.that) > 1 or report.cue.nominal
    )
    for i in range(at, min(end, at + (_REACH if goes_far else 2))):
        asked = i == at or (report.cue.form in rules.told and not "".join(frame.joints[at + 1 : i + 1]).strip())
        if frame.normal(i) in rules.that or (asked and frame.normal(i) in rules.if_):
            return i
        if QUOTED in frame.joints[i]:
            return None
    return None


def _stops(frame: Frame, report: Report, following: Sequence[Report], quoting: Sequence[Report]) -> int:
    """Return the word before which the clause ends: at a break of the reporter's, else where another cue begins."""
    ends = (_comma_inside, _dash, _fronted, _remark, _related)
    limit = min(end(frame, report) for end in ends)
    for other in following:
        own = other.turned or (other.subject.first > report.last and "," not in frame.joints[other.cue.first])
        first = other.first if own else other.cue.first
        at = _before_and(frame, first, report.last + 1)
        if own and frame.normal(_begins(frame, report)) in frame.rules.opens and "," in frame.joints[at]:
            continue
        if own and report.cue.kept and frame.normal(at - 1) in frame.rules.fronts and at - 1 > report.last + 1:
            return min(at - 1, limit)
        beside = "," in frame.joints[at] or other in quoting or (not own and at < first)
        if beside and at > report.last + 1:
            return min(at, limit)
    return limit


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


def span(frame: Frame, first: int, stop: int) -> Span | None:
    """Return words `first` up to `stop` with the marks among and beside them, without the stops around them."""
    last = len(frame.words)
    start = frame.start if first == 0 else frame.words[first].start if first < last else frame.passage.span.end
    if first and first <= last and QUOTED in frame.joints[first]:
        left = frame.words[first - 1].end
        start = min([start, *(m.outer.start for m in frame.marks if left <= m.outer.start < start)])
    end = frame.words[stop].start if stop < last else frame.passage.span.end
    return trimmed(frame, start, end)


def trimmed(frame: Frame, start: int, end: int) -> Span | None:
    """Return the characters without the space and the stops around them, None where nothing is left."""
    text = frame.document.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:-–—"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
        start += 1
    return Span(start=start, end=end) if end > start else None
