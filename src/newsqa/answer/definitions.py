"""Questions what something is: what an article calls it, behind a word that joins the two, aside, or in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from newsqa.answer.lines import Line, Match
from newsqa.answer.marks import before_marks
from newsqa.answer.reading import Asked
from newsqa.answer.view import Group, View
from newsqa.languages import load
from newsqa.model import Answer, Evidence, Question, Span
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import Token, tokens

_SURE = 0.8  # share of what is asked about, by weight, that must stand where it is said what that is
_FIELD = 0.6  # share of the field that it is of that an article must say somewhere
_LONGEST = 60  # words of a definition; nobody reads on
_ASIDE = 14  # words that stand aside at most
_LEAD = 0.1  # what the first sentence of an article counts more
_ALONE = 0.3  # what it counts that nothing else is said to be it
_PLAIN = 0.3  # what it counts that it is not said in brackets
_TIMES = 3  # words for each initial, at most
_FULL = 1.0  # what a full name counts for initials
_INITIALS = "initials"  # the kind of a question for what initials stand for
_UNTRUE = frozenset({"negated", "denied"})


class Defined(NamedTuple):
    """What an article says that something is: the words, and how surely they are said of what is asked about."""

    line: Line
    span: Span
    score: float

    @property
    def parts(self) -> dict[str, float]:
        """Return what the score is made of."""
        return {"named": self.score}


def find(question: Question, _: Asked, views: Iterable[View]) -> list[Defined]:
    """Return what the articles say that it is, what says it most plainly first."""
    pages = list(views)
    found = [one for view in pages for one in _defined(question, view, question.terms)]
    found = found or [one for view in pages for one in _defined(question, view, _core(question, view))]
    return sorted(found, key=lambda one: -one.score)


def _core(question: Question, view: View) -> Sequence[Group]:
    """Return what is asked about without the field that it is of, "markets *in economics*", where an article has that.

    Nothing, where no field is named or the article says nothing of it.
    """
    words, code = [word.normal for word in tokens(question.text)], question.language
    fields = [at for at, word in enumerate(words) if word in load(code).definitions.fields]
    behind = set(words[fields[-1] :]) if fields else set()
    field = [group for group in question.terms if group[0] in behind]
    core = tuple(group for group in question.terms if group[0] not in behind)
    said = sum(view.weight(group) for group in field if view.places(group))
    return core if field and said >= _FIELD * sum(map(view.weight, field)) else ()


def _defined(question: Question, view: View, asked: Sequence[Group]) -> Iterator[Defined]:
    meant = question.kind != _INITIALS
    for place in sorted({place for group in asked for place in view.places(group)}):
        if place >= 0:
            line = Line(view, place, asked)
            lead = _LEAD / (1 + place)
            said = (*_joined(line), *_aside(line)) if meant else ()
            found = (*said, *_written_out(asked, line))
            yield from (Defined(line, span, score + lead) for span, score in found)


def _written_out(asked: Sequence[Group], line: Line) -> Iterator[tuple[Span, float]]:
    """Yield the full name beside what is asked about, where that is its initials: in brackets, or before some."""
    short = "".join(group[0] for group in asked)
    words = line.words if line.has((short,)) else ()
    for at in (i for i, word in enumerate(words) if word.normal == short and word.text[:1].isupper()):
        if "(" in _gap(line, at) or "/" in _gap(line, at):
            first = _spelled(words[:at], short)
            if first is not None:
                yield Span(start=words[first].start, end=words[at - 1].end), _FULL
        last = next((i for i in range(at + 1, len(words) - 1) if ")" in _gap(line, i + 1)), len(words) - 1)
        if last > at and "(" in _gap(line, at + 1) and _spelled(words[at + 1 : last + 1], short) == 0:
            yield Span(start=words[at + 1].start, end=words[last].end), _FULL


def _spelled(words: Sequence[Token], short: str) -> int | None:
    """Return the word from which the last of the words spell initials, in the manner of Schwartz and Hearst (2003).

    From the right each letter stands somewhere in the words, the first one at the beginning of a word.
    """
    at, left = len(words) - 1, len(words[-1].normal) if words else 0
    for no, letter in enumerate(reversed(short)):
        first = no == len(short) - 1
        while at >= 0 and len(words) - at <= _TIMES * len(short):
            found = (0 if words[at].normal[:1] == letter else -1) if first else words[at].normal.rfind(letter, 0, left)
            if found >= 0 and (not first or left > 0):
                left = found
                break
            at -= 1
            left = len(words[at].normal) if at >= 0 else 0
        else:
            return None
    return at if at < len(words) - 1 else None


def _joined(line: Line) -> Iterator[tuple[Span, float]]:
    """Yield what stands behind each word that joins it to what is asked about."""
    begins, joins = load(line.view.found.language).definitions.begins, _joins(line.view.found.language)
    for mark in joins.find(line.words) if line.has(joins.lengths) else ():
        first = mark.last + 1
        fits = first < len(line.words) and (not begins or line.words[first].normal in begins)
        score = _subject(line, mark.first) if fits and line.statuses[mark.first] not in _UNTRUE else 0.0
        if score:
            yield Span(start=line.words[first].start, end=line.words[_end(line, first)].end), score


def _end(line: Line, first: int) -> int:
    """Return the last word of what begins at `first`: of the sentence, or of the brackets that it stands in.

    What stands in brackets at the end of a sentence is left out.
    """
    open_, last = first in _bracketed(line, first + 1), min(len(line.words), first + _LONGEST) - 1
    last = max(first, before_marks(line, last))
    marks = {at: _gap(line, at) for at in range(first + 1, last + 1)}
    last = next((at - 1 for at, gap in marks.items() if open_ and ")" in gap), last)
    aside = [] if open_ else sorted(at for at in _bracketed(line, last + 1) if at > first)
    while aside and aside[-1] == last:
        last = aside.pop() - 1
    return last


def _subject(line: Line, end: int) -> float:
    """Return how surely the words before `end` name what is asked about, and that alone; 0 where they do not."""
    small, inside = load(line.view.found.language).about.function_words, _bracketed(line, end)
    met = {
        at: m.group for m in line.matches if m.last < end and _is_whole(line, m) for at in range(m.first, m.last + 1)
    }
    if not met:
        return 0.0
    begin = max(at for at in range(min(met) + 1) if not at or "," in _gap(line, at))
    begin, stop = _alternative(line, begin, max(met), end)
    said = [at for at in range(begin, stop) if at not in inside and line.words[at].normal not in small]
    share, own = _share(line, met.values()), sum(at in met for at in said) / (len(said) or 1)
    named = share >= _SURE and (min(met) <= min(said, default=end) or max(met) >= max(said, default=0))
    outside = 0.0 if inside and end in _bracketed(line, end + 1) else _PLAIN
    return share + _ALONE * own + outside if named or (own == 1 and _is_head(line, set(met.values()))) else 0.0


def _alternative(line: Line, begin: int, last: int, end: int) -> tuple[int, int]:
    """Return where the one of several names begins and ends that holds a word: "Lenu, *Tarsi* or Bonegu is"."""
    others = load(line.view.found.language).definitions.others
    begin = max((at + 1 for at in range(begin, last) if line.words[at].normal in others), default=begin)
    return begin, next((at for at in range(last + 1, end) if line.words[at].normal in others), end)


def _is_whole(line: Line, match: Match) -> bool:
    """Tell whether a match is of a whole word of the question: what is not X is not met by X."""
    word = line.asked[match.group][0]
    return "-" not in word or any(line.words[at].normal == word for at in range(match.first, match.last + 1))


def _is_head(line: Line, met: AbstractSet[int]) -> bool:
    """Tell whether all but the sort of thing is met that stands first: geometry for the science of geometry."""
    weights = [line.view.weight(group) for group in line.asked]
    return len(line.asked) > 1 and met == set(range(1, len(line.asked))) and weights[0] <= sum(weights[1:])


def _share(line: Line, groups: Iterable[int]) -> float:
    """Return the share of what is asked about that is met, by weight."""
    weights, met = [line.view.weight(group) for group in line.asked], set(groups)
    return sum(weights[i] for i in met) / (sum(weights) or 1.0)


def _bracketed(line: Line, end: int) -> frozenset[int]:
    """Return the words before `end` that stand in brackets."""
    found, depth = [], 0
    for at in range(end):
        gap = _gap(line, at)
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        found += [at] if depth else []
    return frozenset(found)


def _aside(line: Line) -> Iterator[tuple[Span, float]]:
    """Yield what stands behind a comma right after what is asked about, up to the next comma: "X, a Y, did Z"."""
    aside = load(line.view.found.language).definitions.aside
    words = line.words if line.has(aside) else ()
    for at in range(1, len(words)):
        if words[at].normal in aside and "," in _gap(line, at):
            met = [m for m in line.matches if m.last < at and not _cut(line, m.last, at)]
            near = any(m.last == at - 1 for m in met) and not _is_case(line, min(m.first for m in met) - 1)
            share = _share(line, (m.group for m in met)) if near else 0.0
            rest = list(takewhile(lambda i: not _stops(line, i), range(at + 1, len(words))))
            if share >= _SURE and 1 <= len(rest) <= _ASIDE:
                yield Span(start=words[at].start, end=words[rest[-1]].end), share


def _is_case(line: Line, at: int) -> bool:
    """Tell whether a small word stands there that makes what follows a place or a time: what is aside may go on."""
    return at >= 0 and line.words[at].normal in line.cases


def _gap(line: Line, at: int) -> str:
    """Return what stands before a word."""
    return line.view.text[line.words[at - 1].end if at else line.sentence.span.start : line.words[at].start]


def _cut(line: Line, first: int, last: int) -> bool:
    return any(_stops(line, at) for at in range(first + 1, last))


def _stops(line: Line, at: int) -> bool:
    return not {",", ";", ":", "–", "—", "("}.isdisjoint(_gap(line, at))


@cache
def _joins(code: str) -> Phrases:
    return phrases(("means", load(code).definitions.means))


def chosen(found: Sequence[Defined], _: float) -> list[Defined]:
    """Return what it is, most plainly said first."""
    return list(found)


def answer(_: Question, one: Defined) -> Answer:
    """Return the words that say what it is, in their sentence."""
    view = one.line.view
    return Answer(
        text=one.span.of(view.text),
        kind="fact",
        status=one.line.statuses[one.line.within(one.span)[0]],
        evidence=Evidence(article=view.page.stored.article, span=one.line.sentence.span),
        score=round(one.score, 3),
        span=one.span,
    )
