"""Marked words: which of them somebody said, and who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsqa.extract.quotes import themes
from newsqa.extract.quotes.frames import QUOTED, Frame, Named
from newsqa.extract.quotes.reports import Report
from newsqa.model import QuoteKind, Span
from newsqa.text.marks import Marked
from newsqa.text.words import tokens

_DASHES = frozenset("-–—―")
_CLAUSE = 4  # words; fewer without a cue may be a term
_SENTENCE = 3  # words; fewer without a stop are a name or a term


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words between marks that somebody said.

    `report` is the cue that says so, `signed` the name that stands under it; neither where the speaker goes on.
    `opens` and `closes` tell whether it is the first and the last quotation of its sentence, nothing told before it.
    """

    mark: Marked
    kind: QuoteKind
    report: Report | None = None
    signed: Named | None = None
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark in its frame: the word behind it, what stands right before and behind it, and its words."""

    frame: Frame
    reports: Sequence[Report]
    mark: Marked
    at: int
    before: str
    behind: str
    size: int
    stops: bool
    capital: bool
    titled: bool

    @property
    def opens(self) -> bool:
        """Tell whether nothing stands before the mark in its sentence."""
        return self.at == 0 and not self.before

    @property
    def governing(self) -> Report | None:
        """Return the nearest report before the mark."""
        return next((r for r in reversed(self.reports) if r.cue.last < self.at), None)


def find(frame: Frame, reports: Sequence[Report]) -> list[Spoken]:
    """Return the marks of a frame that hold speech, each by the first rule that sees it."""
    places = [place for i in range(len(frame.marks)) if (place := _place(frame, reports, i)).size]
    found = [said for place in places if not _is_named(place) and (said := _said(place))]
    last = len(found) - 1
    return [replace(said, opens=said.opens and not i, closes=i == last) for i, said in enumerate(found)]


def _said(place: _Place) -> Spoken | None:
    rules = (_told_behind, _introduced, _signed, _alone, _fragment, _ending)
    found = next((said for rule in rules if (said := rule(place))), None)
    return replace(found, opens=place.opens) if found else None


def _place(frame: Frame, reports: Sequence[Report], index: int) -> _Place:
    mark, text = frame.marks[index], frame.document.text
    at = frame.after(mark.outer.end)
    ended = [w.end for w in frame.words[max(0, at - 1) : at]] + [
        m.outer.end for m in frame.marks[max(0, index - 1) : index]
    ]
    left = max([frame.start, *ended])
    nearest = [w.start for w in frame.words[at : at + 1]] + [m.outer.start for m in frame.marks[index + 1 : index + 2]]
    inner = frame.of(mark.inner).strip()
    return _Place(
        frame,
        reports,
        mark,
        at,
        before=text[left : mark.outer.start].strip(),
        behind=text[mark.outer.end : min([frame.passage.span.end, *nearest])].strip(),
        size=len(tokens(inner)),
        stops=mark.stops(text),
        titled=all(word[0].isupper() for word in inner.split() if len(word) >= _SENTENCE),
        capital=inner.lstrip("‘'\"“([…. ")[:1].isupper(),
    )


def _told_behind(place: _Place) -> Spoken | None:
    """See "...," said X and "...," X said."""
    report = next((r for r in place.reports if r.first == place.at and r.cue.first >= place.at), None)
    if report is None or report.cue.according or place.behind.strip(",-–— ") not in {"", "("}:
        return None
    beside = report.turned or place.stops or place.behind.startswith(",")
    full = place.stops or bool(place.behind) or place.size >= _SENTENCE
    whole = place.opens or place.before.endswith((",", ":", ".")) or place.capital
    return Spoken(place.mark, "direct" if whole else "partial", report) if beside and full else None


def _introduced(place: _Place) -> Spoken | None:
    """See X said, "..." and X: "..."."""
    if not place.before.endswith((",", ":")):
        return None
    report = place.governing
    if report is None and not place.before.endswith(":"):
        return None
    resumes = report is not None and QUOTED in place.frame.joints[report.first]
    full = (place.capital and (place.size >= _SENTENCE or place.stops)) or resumes
    return Spoken(place.mark, "direct" if full else "partial", report) if full or report else None


def _signed(place: _Place) -> Spoken | None:
    """See "..." - X."""
    name = next((m for m in place.frame.names if m.first == place.at and m.entity.kind in {"person", "other"}), None)
    full = place.capital and place.size >= _SENTENCE
    if (
        name is None
        or not full
        or place.behind[:1] not in _DASHES
        or place.frame.joints[name.last + 1].strip(f" .,{QUOTED}")
    ):
        return None
    return Spoken(place.mark, "direct", signed=name)


def _alone(place: _Place) -> Spoken | None:
    """See a sentence that is nothing but quotation: its speaker goes on, or is named before it."""
    if not place.opens or not place.capital:
        return None
    ends = place.at == len(place.frame.words)
    sentence = place.size >= _SENTENCE or place.stops if ends else place.stops and place.size > _SENTENCE
    return Spoken(place.mark, "direct") if sentence else None


def _fragment(place: _Place) -> Spoken | None:
    """See a fragment that a cue before it governs: X called it "..."."""
    report = place.governing
    named = report is not None and report.cue.naming and not place.capital
    if report is None or (place.size < 2 and not named) or (place.titled and not report.cue.naming):
        return None
    plain = place.size >= _SENTENCE or not (
        place.capital or place.frame.document.text[place.mark.inner.start].isdigit()
    )
    denied = report.cue.kept and place.size < _SENTENCE
    return Spoken(place.mark, "partial", report) if report.cue.naming or (plain and not denied) else None


def _ending(place: _Place) -> Spoken | None:
    """See a clause that ends a sentence about someone, without a cue: She trusts it "once it smells of kale"."""
    frame = place.frame
    about = themes.theme(frame) is not None or frame.normal(0) in frame.rules.pronouns
    ends = place.at == len(frame.words) and place.at > 1
    if place.reports or place.capital or place.size < _CLAUSE or not (about and ends) or place.before:
        return None
    return Spoken(place.mark, "partial")


def _is_named(place: _Place) -> bool:
    """Tell whether the word before the marks says that they hold a title or a term."""
    return any(place.frame.normal(place.at - back) in place.frame.rules.not_spoken for back in (1, 2))


def words_between(frame: Frame, said: Spoken) -> Span:
    """Return the words between marks without space, and without the comma or full stop before their cue."""
    text, start, end = frame.document.text, said.mark.inner.start, said.mark.inner.end
    drops = ",." if said.report and said.report.first >= frame.after(said.mark.outer.end) else ","
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] in drops and text[end - 2] != ".")):
        end -= 1
    return Span(start=start, end=end)
