"""Marked words: which of them somebody said, and who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsqa.extract.quotes.frames import Frame
from newsqa.extract.quotes.reports import Report
from newsqa.model import QuoteKind, Span
from newsqa.text.marks import Marked
from newsqa.text.words import tokens

_ENDS = frozenset(",.?!…")
_SENTENCE = 3  # words; fewer without a stop are a name or a term


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words between marks that somebody said; `report` is the cue that says so, None where the speaker goes on.

    `opens` and `closes` tell whether it is the first and the last quotation of its sentence, nothing told before it.
    """

    mark: Marked
    kind: QuoteKind
    report: Report | None
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark in its frame: the word behind it, what stands right before and behind it, and its words."""

    mark: Marked
    at: int
    before: str
    behind: str
    size: int
    stops: bool
    capital: bool


def find(frame: Frame, reports: Sequence[Report]) -> list[Spoken]:
    """Return the marks of a frame that hold speech, each by the first rule that sees it."""
    spoken = []
    for index in range(len(frame.marks)):
        place = _place(frame, index)
        for rule in (_told_behind, _introduced, _alone, _fragment):
            if place.size and not _is_named(frame, place) and (found := rule(frame, place, reports)):
                last = index == len(frame.marks) - 1
                spoken.append(replace(found, opens=place.at == 0 and index == 0 and not place.before, closes=last))
                break
    return spoken


def _place(frame: Frame, index: int) -> _Place:
    mark, text = frame.marks[index], frame.document.text
    at = frame.after(mark.outer.end)
    left = max(
        frame.start, *(w.end for w in frame.words[:at][-1:]), *(m.outer.end for m in frame.marks[:index][-1:]), 0
    )
    right = min(
        frame.passage.span.end,
        *(w.start for w in frame.words[at:][:1]),
        *(m.outer.start for m in frame.marks[index + 1 :][:1]),
        len(text),
    )
    inner = frame.of(mark.inner).strip()
    return _Place(
        mark,
        at,
        text[left : mark.outer.start].strip(),
        text[mark.outer.end : right].strip(),
        len(tokens(inner)),
        inner[-1:] in _ENDS,
        inner.lstrip("‘'\"“([…. ")[:1].isupper(),
    )


def _told_behind(_: Frame, place: _Place, reports: Sequence[Report]) -> Spoken | None:
    """See "...," said X and "...," X said."""
    report = next((r for r in reports if r.first == place.at and r.cue.first >= place.at), None)
    if report is None or report.cue.according or place.behind.strip(",-–— ") not in {"", "("}:
        return None
    beside = report.turned or place.stops or place.behind.startswith(",")
    return (
        Spoken(place.mark, "direct", report)
        if beside and (place.stops or place.behind or place.size >= _SENTENCE)
        else None
    )


def _introduced(frame: Frame, place: _Place, reports: Sequence[Report]) -> Spoken | None:
    """See X said, "..." and X: "..."."""
    if not place.before.endswith((",", ":")):
        return None
    report = _governing(place, reports)
    if report is None and not place.before.endswith(":"):
        return None
    full = place.capital and place.size >= _SENTENCE
    return Spoken(place.mark, "direct" if full else "partial", report) if full or report else None


def _alone(frame: Frame, place: _Place, reports: Sequence[Report]) -> Spoken | None:
    """See a sentence that is nothing but quotation: its speaker goes on, or is named before it."""
    begins = place.at == 0 and not place.before
    ends = place.at == len(frame.words)
    if begins and ends and place.capital and (place.size >= _SENTENCE or place.stops):
        return Spoken(place.mark, "direct", None)
    if begins and place.stops and place.capital and place.size > _SENTENCE:
        return Spoken(place.mark, "direct", None)
    return None


def _fragment(frame: Frame, place: _Place, reports: Sequence[Report]) -> Spoken | None:
    """See a fragment that a cue before it governs: X called it "..."."""
    report = _governing(place, reports)
    if report is None or place.size < 2:
        return None
    near = report.cue.naming or place.size >= _SENTENCE
    return Spoken(place.mark, "partial", report) if near else None


def _governing(place: _Place, reports: Sequence[Report]) -> Report | None:
    return next((r for r in reversed(reports) if r.cue.last < place.at and r.cue.first < place.at), None)


def _is_named(frame: Frame, place: _Place) -> bool:
    """Tell whether the word before the marks says that they hold a title or a term."""
    return any(frame.normal(place.at - back) in frame.rules.not_spoken for back in (1, 2))


def words_between(frame: Frame, said: Spoken) -> Span:
    """Return the words between marks without space, and without the comma or full stop before their cue."""
    text, start, end = frame.document.text, said.mark.inner.start, said.mark.inner.end
    drops = ",." if said.report and said.report.first >= frame.after(said.mark.outer.end) else ","
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] in drops and text[end - 2] != ".")):
        end -= 1
    return Span(start=start, end=end)
