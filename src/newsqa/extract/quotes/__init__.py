"""Quotations: what was said, in marks or in the reporter's words, who said it, and the cue that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.extract.entities import Entities
from newsqa.extract.quotes import headlines, indirect, interviews, marked, reports, themes, via
from newsqa.extract.quotes.frames import Frame, frames
from newsqa.extract.quotes.marked import Spoken
from newsqa.extract.quotes.people import People
from newsqa.extract.quotes.phrases import Subject
from newsqa.extract.quotes.reports import Report
from newsqa.extract.quotes.wholes import Part, told_later, whole
from newsqa.model import Quote
from newsqa.text.document import Document


def find(document: Document, known: Entities) -> Iterator[Quote]:
    """Yield the quotations of a document: the words in marks, then indirect speech, then statements in several parts.

    An indirect quotation may hold others: a clause with a fragment in marks, a statement in several parts.
    """
    people = People.of(document, known)
    parts: list[Part] = []
    clauses: list[Quote] = []
    told_in = frames(document, known)
    interview = interviews.find(told_in, known)
    for frame in told_in:
        if interview.holds(frame):
            answer = interview.quoted(frame)
            clauses += [answer] if answer else []
            continue
        if frame.passage.index in interview.opened:
            people.asked(frame, interview.speaker)
        answers = frame.passage.paragraph in interview.marked
        before = (interview.speaker if answers else None) or _going_on(frame, parts) or people.last
        told = [] if _is_asked(frame) else reports.find(frame, people)
        spoken = marked.find(frame, told)
        passed = via.outlets(frame)
        parts += [
            Part(frame, said, _quote(frame, said, _led_up_to(frame, said, people) or before, passed)) for said in spoken
        ]
        if spoken and not told:
            people.going_on(frame, before)
        clauses += [*_headline(frame), *_indirect(frame, told, spoken, passed)]
        if not any(r.subject.pronoun or r.subject.name for r in told):
            people.meet(frame, before=told[0].cue.first if told else len(frame.words))
        people.passed = frame
    parts = [*told_later(parts)][::-1]
    yield from (part.quote for part in parts)
    yield from _innermost_first([*clauses, *whole(parts)])


def _is_asked(frame: Frame) -> bool:
    """Tell whether a sentence is a question that the reporter puts to somebody, which reports nothing."""
    addressed = any(word.normal in frame.rules.addressing for word in frame.words)
    return addressed and not frame.marks and "?" in frame.joints[-1]


def _innermost_first(told: Sequence[Quote]) -> list[Quote]:
    """Return clauses in reading order, one that stands inside another before it."""
    return sorted(told, key=lambda quote: (quote.words.end, -quote.words.start))


def _going_on(frame: Frame, parts: Sequence[Part]) -> str | None:
    """Return who spoke in the sentence just before a frame."""
    last = parts[-1] if parts else None
    return last.quote.speaker if last and last.frame.passage.index == frame.passage.index - 1 else None


def _led_up_to(frame: Frame, said: Spoken, people: People) -> str | None:
    """Return the person whom a sentence is about that leads up to marks without a cue: "Ana Ruiz was briefer: ..."."""
    if said.opens or said.report or said.signed:
        return None
    name = themes.theme(frame)
    if name and name.span.end <= said.mark.outer.start:
        return name.entity.name
    return people.name(frame, Subject(0, 0, pronoun=True)) if frame.normal(0) in frame.rules.pronouns else None


def _quote(frame: Frame, said: Spoken, going_on: str | None, passed: tuple[str, ...]) -> Quote:
    report, signed = said.report, said.signed
    return Quote(
        kind=said.kind,
        words=marked.words_between(frame, said),
        sentence=frame.passage.span,
        speaker=report.speaker if report else signed.entity.name if signed else going_on,
        mention=report.mention if report else signed.span if signed else None,
        cue=report.cue.span if report else None,
        via=tuple(o for o in passed if report and o != report.speaker),
    )


def _headline(frame: Frame) -> Iterator[Quote]:
    if found := headlines.find(frame):
        name, words = found
        yield Quote(
            kind="indirect", words=words, sentence=frame.passage.span, speaker=name.entity.name, mention=name.span
        )


def _indirect(
    frame: Frame, told: Sequence[Report], spoken: Sequence[Spoken], passed: tuple[str, ...]
) -> Iterator[Quote]:
    for report, span in indirect.find(frame, told, spoken):
        yield Quote(
            kind="indirect",
            words=span,
            sentence=frame.passage.span,
            speaker=report.speaker,
            mention=report.mention,
            cue=report.cue.span,
            via=tuple(o for o in passed if o != report.speaker),
        )
