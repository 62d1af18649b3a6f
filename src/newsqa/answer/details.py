"""What more an article tells of what was shown of it: when, where, who, why, how many, who says so.

Asked by a bare "when?", it is looked for where the quotation or fact stands, and nowhere else: another sentence of the
same article tells of something else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsqa.answer import standing
from newsqa.answer.clauses import RESULT, clauses
from newsqa.answer.lines import Line
from newsqa.answer.page import Page, opened
from newsqa.answer.typed import Candidate, candidates, day
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Answer, Detail, Evidence, Quote, Span
from newsqa.store.protocol import Stored
from newsqa.text.words import Token

_NAMES = ("place", "organisation", "other")
_NEAR = 1  # sentences from a quotation, in which its speaker says when and where
_EARLY = 3  # words of a sentence, within which a word opens it that gives the reason for the one before


def details(stored: Stored, shown: Answer, detail: Detail) -> tuple[Answer, ...]:
    """Return what an article tells of one answer that was shown from it, in the order in which it stands there."""
    scene = _Scene(opened(stored), shown)
    found = sorted(dict.fromkeys(_FINDERS[detail](scene)), key=lambda one: one.span.start)
    return tuple(_answer(scene, one) for one in found)


class _Told(NamedTuple):
    """One thing that is told: where, in which words, and which day it means."""

    span: Span
    text: str
    day: dt.date | None = None


@dataclass(frozen=True)
class _Scene:
    """An answer in its article."""

    page: Page
    shown: Answer

    @cached_property
    def quote(self) -> Quote | None:
        """Return the quotation that was shown, if it was one."""
        span, said = self.shown.span, self.page.found.quotes
        return next((q for q in said if q.words == span), None) if self.shown.kind == "quote" else None

    @cached_property
    def lines(self) -> list[Line]:
        """Return the sentences that were shown."""
        return [self.line(i) for i, s in enumerate(self.page.sentences) if s.span.meets(self.shown.evidence.span)]

    def line(self, place: int) -> Line:
        """Return one sentence of the article."""
        return Line(View(self.page), place, ())

    @cached_property
    def around(self) -> list[Line]:
        """Return the sentences that tell of the same, its own first: of words also where the speaker talks on."""
        quote, own = self.quote, self.lines
        if quote is None or not own:
            return own
        said = {self.page.at(q.words) for q in self.page.found.quotes if q.speaker == quote.speaker}
        first, last = own[0].place, own[-1].place
        near = {*range(first - _NEAR, first), *range(last + 1, last + 1 + _NEAR)} & said
        return [*own, *(self.line(place) for place in sorted(near) if place >= 0)]

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.page.text

    def fits(self, line: Line, span: Span) -> bool:
        """Tell whether something is said of what was shown: of words outside of all words, of a fact not by itself."""
        if self.quote is not None:
            return not any(q.words.holds(span) for q in self.page.found.quotes if line.sentence.span.meets(q.words))
        own = self.shown.span
        return own is None or own == self.shown.evidence.span or not own.meets(span)


def _typed(scene: _Scene, *kinds: str) -> Iterator[tuple[Line, Candidate]]:
    """Yield what is of some kinds in the first sentence that has any; in the clause that was shown if that has any."""
    for line in scene.around:
        found = [one for one in candidates(line, frozenset(kinds)) if scene.fits(line, one.span)]
        if found:
            yield from ((line, one) for one in _in_clause(scene, line, found))
            return


def _in_clause(scene: _Scene, line: Line, found: list[Candidate]) -> list[Candidate]:
    own = scene.shown.span
    if scene.quote is not None or own is None or not line.sentence.span.holds(own):
        return found
    clause = line.clauses[line.within(own)[0]]
    return [one for one in found if line.clauses[line.within(one.span)[0]] == clause] or found


def _times(scene: _Scene) -> Iterator[_Told]:
    yield from (_Told(one.span, one.span.of(scene.text), day(one)) for _, one in _typed(scene, "time"))


def _numbers(scene: _Scene) -> Iterator[_Told]:
    yield from (_Told(one.span, one.span.of(scene.text)) for _, one in _typed(scene, "number"))


def _places(scene: _Scene) -> Iterator[_Told]:
    """Yield names behind a word of place, and what stands behind one that leads to nothing else; of two the longer."""
    found = [one for line, one in _typed(scene, *_NAMES, "phrase") if _is_place(scene, line, one)]
    for one in found:
        if not any(other.span.holds(one.span) for other in found if other.span != one.span):
            yield _Told(one.span, one.span.of(scene.text))


def _is_place(scene: _Scene, line: Line, one: Candidate) -> bool:
    """Tell whether something stands behind a word of place, or is a place to which something is done."""
    language, first = load(line.view.found.language), line.within(one.span)[0]
    before = line.words[max(first - 1, 0) : first]
    if one.kind != "phrase":
        objects = () if scene.quote else (fact.object for fact in line.facts)
        if one.kind == "place" and any(o.span.meets(one.span) for o in objects if o):
            return True
        return any(word.normal in language.names.place_before for word in before)
    other = any(n.span.meets(one.span) for n in line.sentence.notes if n.kind not in _NAMES)
    return not other and any(_leads(line.words[max(first - 1, 0) :], lead) for lead in language.followups.located)


def _leads(words: Sequence[Token], lead: str) -> bool:
    """Tell whether words begin with a phrase."""
    parts = lead.split()
    return [word.normal for word in words[: len(parts)]] == parts


def _people(scene: _Scene) -> Iterator[_Told]:
    """Yield who says the words, or of a fact the people in its sentence; the answer itself where it is somebody."""
    if scene.quote is not None:
        yield from _sayers(scene)
        return
    own = scene.shown.span
    for line in scene.lines:
        people = list(candidates(line, frozenset({"person"})))
        answers = [one for one in people if own and own != line.sentence.span and own.meets(one.span)]
        yield from (_Told(one.span, _name(one) or one.span.of(scene.text)) for one in answers or people)


def _name(one: Candidate) -> str | None:
    return one.note.value if one.note else None


def _sayers(scene: _Scene) -> Iterator[_Told]:
    """Yield who says the words that were shown, or in which the fact stands."""
    area = scene.shown.span or scene.shown.evidence.span
    said = [scene.quote] if scene.quote else [q for q in scene.page.found.quotes if q.words.meets(area)]
    yield from (_Told(q.mention, q.speaker) for q in said if q.mention and q.speaker)


def _reasons(scene: _Scene) -> Iterator[_Told]:
    """Yield the clauses behind words that give a reason and nothing else, also where the next sentence opens so."""
    for line in scene.lines:
        yield from _because(scene, line)
    after = scene.lines[-1].place + 1 if scene.lines else len(scene.page.sentences)
    if after < len(scene.page.sentences):
        line = scene.line(after)
        early = {word.start for word in line.words[1 : 1 + _EARLY]}
        yield from (one for one in _because(scene, line) if one.span.start in early)


def _because(scene: _Scene, line: Line) -> Iterator[_Told]:
    own, sure = scene.shown.span, {*load(line.view.found.language).reasons.sure, RESULT}
    for span in (c.span for c in clauses(scene.page, line.place, shortest=1) if c.sort in sure and not c.cut):
        if scene.quote or own is None or not span.holds(own):
            yield _Told(span, span.of(scene.text))


_FINDERS: dict[Detail, Callable[[_Scene], Iterable[_Told]]] = {
    "time": _times,
    "place": _places,
    "person": _people,
    "reason": _reasons,
    "number": _numbers,
    "sayer": _sayers,
}


def _answer(scene: _Scene, told: _Told) -> Answer:
    """Return what is told as an answer, in the sentence that it stands in."""
    line = scene.line(scene.page.at(told.span))
    return Answer(
        text=told.text,
        kind="fact",
        status="said" if scene.quote else standing.status(line.view, line.place, told.span),
        evidence=Evidence(article=scene.shown.evidence.article, span=line.sentence.span),
        score=1.0,
        span=told.span,
        day=told.day,
    )
