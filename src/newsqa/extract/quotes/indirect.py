"""Indirect speech: the clause that a cue reports, before or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.extract.quotes.frames import QUOTED, Frame
from newsqa.extract.quotes.reports import Report
from newsqa.model import Span

_REACH = 12  # words between a cue and the "that" of its clause
_SHORTEST = 2  # words of a clause


def find(frame: Frame, reports: Sequence[Report], quoting: Sequence[Report]) -> Iterator[tuple[Report, Span]]:
    """Yield each report that tells a clause, with the clause; `quoting` reports have told words between marks."""
    for index, report in enumerate(reports):
        following = reports[index + 1] if index + 1 < len(reports) else None
        span = _clause(frame, report, following, told=report in quoting)
        if span is not None:
            yield report, span


def _clause(frame: Frame, report: Report, following: Report | None, *, told: bool) -> Span | None:
    first, stop = _begins(frame, report), _stops(frame, report, following)
    after = _span(frame, first, stop) if stop - first >= _SHORTEST else None
    if told or report.cue.kept or _is_before(frame, report, first, stop) is False:
        return None if told and not _has_that(frame, report, stop) else _kept(frame, report, after, stop)
    return _span(frame, 0, report.first) if report.first >= _SHORTEST else after


def _kept(frame: Frame, report: Report, after: Span | None, stop: int) -> Span | None:
    if not report.cue.kept:
        return after
    return _span(frame, report.cue.first, max(stop, report.cue.last + 1))


def _has_that(frame: Frame, report: Report, stop: int) -> bool:
    return _that(frame, report.last + 1, stop) is not None


def _begins(frame: Frame, report: Report) -> int:
    """Return the first word of the clause behind a cue and its speaker."""
    at, end = report.last + 1, len(frame.words)
    that = _that(frame, at, end)
    if that is not None:
        return that + 1
    if at < end and "," in frame.joints[at]:
        return at
    comma = next((i for i in range(at + 1, min(end, at + _REACH)) if "," in frame.joints[i]), None)
    if at < end and frame.normal(at) in frame.rules.ends | frame.rules.to | frame.rules.opens:
        return comma if comma is not None else end
    return at


def _that(frame: Frame, at: int, end: int) -> int | None:
    for i in range(at, min(end, at + _REACH)):
        if QUOTED in frame.joints[i]:
            return None
        if frame.normal(i) in frame.rules.that:
            return i
    return None


def _stops(frame: Frame, report: Report, following: Report | None) -> int:
    """Return the word before which the clause ends: the next cue with its own clause, or the sentence's end."""
    end = len(frame.words)
    if following is None or following.cue.first <= report.last + 2:
        return end
    at = following.first if following.first > report.last else following.cue.first
    while at > report.last + 1 and frame.normal(at - 1) in frame.rules.and_ | frame.rules.between:
        at -= 1
    return at


def _is_before(frame: Frame, report: Report, first: int, stop: int) -> bool:
    """Tell whether the clause stands before cue and speaker: a comma there, and nothing of weight behind them."""
    if report.first == 0 or "," not in frame.joints[report.first]:
        return False
    if report.cue.according and report.first <= _SHORTEST:
        return False
    if report.turned or report.cue.according:
        medial = report.last + 1 < len(frame.words) and "," in frame.joints[report.last + 1]
        return not (medial and stop - first > report.first)
    return stop - first < _SHORTEST


def _span(frame: Frame, first: int, stop: int) -> Span | None:
    """Return words `first` up to `stop` with the marks among and beside them, without the stops around them."""
    text = frame.document.text
    start = (
        frame.start if first == 0 else frame.words[first].start if first < len(frame.words) else frame.passage.span.end
    )
    if first and QUOTED in frame.joints[first] and first <= len(frame.words):
        start = min(
            [start, *(m.outer.start for m in frame.marks if frame.words[first - 1].end <= m.outer.start < start)]
        )
    end = frame.words[stop].start if stop < len(frame.words) else frame.passage.span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:-–—"):
        end -= 1
    return Span(start=start, end=end) if end > start else None
