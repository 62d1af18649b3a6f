"""Indirect speech: the clause that a cue reports, before, behind or on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsqa.extract.quotes import bounds
from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.extract.quotes.marked import Spoken
from newsqa.extract.quotes.reports import Report
from newsqa.model import Span
from newsqa.text.marks import Marked
from newsqa.text.names import longest_title

_SHORTEST = 2  # words of a clause
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
        stop = bounds.stops(frame, report, reports[index + 1 :], quoting)
        sides = _Sides(frame, report, bounds.begins(frame, report), stop, direct)
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
    if (told or report.cue.passive) and bounds.that(frame, report, sides.stop) is None:
        return
    described = _is_described(frame, report)
    if not _is_aside(frame, report) or (described and sides.size):
        yield from [behind] if behind else []
        yield from _around(sides) if behind and not described else []
        return
    before = span(frame, 0, _before_role(frame, report) if described else report.first)
    if before and not _is_medial(sides) and _is_last(sides):
        yield before
    elif behind:
        yield behind
        yield from _around(sides)


def _is_described(frame: Frame, report: Report) -> bool:
    """Tell whether what stands before a report says who its speaker is: "The village head, *Ana Ruiz, said* so"."""
    name = report.subject.name
    if name is None or report.turned or report.cue.according or report.first != name.first:
        return False
    return "," in frame.joints[name.last + 1] and report.cue.first == name.last + 1


def _before_role(frame: Frame, report: Report) -> int:
    """Return the word behind what is told before a role and a name: "The panel meets, *its head*, Ana Ruiz, said"."""
    return next((i for i in range(report.first - 1, 0, -1) if "," in frame.joints[i]), 0)


def _around(sides: _Sides) -> Iterator[Span]:
    """Yield both sides of a report that stands between two commas as one: "The bridge, *she said*, is safe"."""
    frame, report = sides.frame, sides.report
    told = report.first > 0 and "," in frame.joints[report.first] and _is_medial(sides)
    opens = report.first < _SHORTEST or report.cue.according
    if told and not (opens and frame.normal(0) in frame.rules.opens | frame.rules.and_):
        yield from [whole] if (whole := sides.span(0)) else []


def _is_last(sides: _Sides) -> bool:
    """Tell whether nothing but who, where and when follows a report."""
    frame, report = sides.frame, sides.report
    if report.turned or report.cue.according or sides.size < _SHORTEST:
        return True
    if report.first <= _LEAD and frame.normal(0) in frame.rules.opens:
        return False
    return bounds.is_circumstance(frame, _behind_told(frame, report)) and bounds.that(frame, report, sides.stop) is None


def _behind_told(frame: Frame, report: Report) -> int:
    """Return the word behind a report and whom it says was told."""
    at = report.last + 1
    if report.cue.form not in frame.rules.told:
        return at
    name = next((m for m in frame.names if at <= m.first <= at + _TOLD), None)
    return name.last + 1 if name else at + 1


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
    if report.cue.according and longer and _ends_open(frame, at):
        return True
    return not apposed and (longer or (not report.turned and not _leaves(frame, at)))


def _ends_open(frame: Frame, at: int) -> bool:
    """Tell whether no comma closes what begins at word `at`, which is then no description of whom stands before it."""
    return frame.normal(at) not in frame.rules.who and not any("," in joint for joint in frame.joints[at + 1 :])


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
