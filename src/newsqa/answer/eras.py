"""Of what time a number tells: of now, of what it changed from, of another time, or of the days that are asked for."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from newsqa.answer import days
from newsqa.answer.lines import Line
from newsqa.answer.row_ends import NAMES
from newsqa.answer.spoken import written
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Note, Question
from newsqa.text.phrases import Phrase, Phrases, phrases
from newsqa.text.words import tokens

_APART = 4  # words that may stand between a number and what it was before
_BEFORE, _BEHIND = 4, 5  # words before a number, and behind it, that say it was so at another time
_OPENS = 2  # words within which a sentence begins with a time of all that it tells
_APART_TIME = 8  # words that may stand between a number and a time behind it
_LONG = dt.timedelta(days=40)  # before an article, from which on days are not those that it tells of first
_MARKS = frozenset(",;:")  # behind which a number is of no time that was told before
COUNTS = frozenset({"number.count", "number.plain"})  # kinds of numbers that may count the same


def features(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> dict[str, float]:
    """Return the features of a number from word `first` to word `last`; most are 0 for anything else."""
    back = -1.0 if _asks_back(question, line) else 1.0
    return {
        "changed": back * _changed(line, first, last),
        "was": back * _was(line, candidate, first),
        "earlier": _earlier(question, line, candidate, first, last),
        "then": _then(question, line, candidate.note),
    }


def _changed(line: Line, first: int, last: int) -> float:
    """Return 1 where the candidate is what something changed to, -1 where it is what it changed from."""
    numbers = load(line.view.found.language).numbers
    before, after = line.words[first - 1].normal if first else "", _word(line, last + 1)
    return float(before in numbers.to) - float(before in numbers.from_ and after in numbers.to)


def _asks_back(question: Question, line: Line) -> bool:
    """Tell whether a question asks for what a sentence tells that something was before it changed.

    Not where what it changed to is of the earlier time: "rose to 431 *last year* from 288".
    """
    if not asks_earlier(question.text, question.language):
        return _asks_long_ago(question, line)
    return not line.once("moved earlier", lambda: _moved_earlier(line))


def _moved_earlier(line: Line) -> bool:
    """Tell whether what something changed to is told of an earlier time right behind it."""
    numbers = [line.within(n.span) for n in line.sentence.notes if n.kind.startswith("number")]
    moved = [(first, last) for first, last in numbers if _changed(line, first, last) > 0]
    return any(last < p.first <= last + 1 for p in _found(line) for _, last in moved)


def _was(line: Line, candidate: Candidate, first: int) -> float:
    """Return 1 for what something was before the number of its kind in front: "36,500, up *from 44,000*".

    Right behind that number the word may tell what it is a part of instead: "satu *dari* 29 pasien".
    """
    before = line.words[first - 1].normal if first else ""
    if not candidate.kind.startswith("number") or before not in load(line.view.found.language).numbers.from_:
        return 0.0
    kinds = COUNTS if candidate.kind in COUNTS else {candidate.kind}
    ends = [line.within(n.span)[1] for n in line.sentence.notes if n.kind in kinds]
    among = before in load(line.view.found.language).numbers.among
    return float(any(1 + among < first - end <= _APART for end in ends))


def _earlier(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 where what was so at another time is asked for and told, -1 where it is only asked for or only told."""
    if not candidate.kind.startswith("number"):
        return 0.0
    asked, told = asks_earlier(question.text, question.language), _tells_earlier(line, first, last)
    if not asked and _asks_long_ago(question, line):
        return float(told)
    return 0.0 if not asked and not told else 1.0 if asked == told else -1.0


def _tells_earlier(line: Line, first: int, last: int) -> bool:
    """Tell whether words right before a number, with no other between, or right behind it say it was so before."""
    since, until = _alone(line, first, last)
    return any(
        (p.first < _OPENS and line.clauses[p.last + 1 : p.last + 2] != line.clauses[p.last : p.last + 1])
        or (max(since, first - _BEFORE - 1) < p.last <= first and _reaches(line, p, since, first))
        or (first < p.first <= min(last + _BEHIND, until) and _stays(line, p, last, until))
        for p in _found(line)
    )


def _reaches(line: Line, phrase: Phrase, since: int, first: int) -> bool:
    """Tell whether a phrase before a number, behind the word `since`, is told of it: no mark and no joint parts them.

    Nor does it say of what it was that it was so before: "11 this year, *last year* from 9".
    """
    numbers, between = load(line.view.found.language).numbers, range(phrase.last + 1, first)
    parts = any(line.words[at].normal in numbers.and_ for at in between)
    marks = not _MARKS.isdisjoint(line.view.text[line.words[phrase.last].end : line.words[first].start])
    was = first > 0 and line.words[first - 1].normal in numbers.from_ and since + 1 == phrase.first
    return not (parts or marks or was or _leads_to_another(line, phrase, first))


def _leads_to_another(line: Line, phrase: Phrase, first: int) -> bool:
    """Tell whether a phrase before a number leads to another's, not to another time's: "*against Moss's* 790"."""
    prepositions = load(line.view.found.language).facts.prepositions
    names = (line.within(n.span)[0] for n in line.sentence.notes if n.kind in NAMES)
    return line.words[phrase.last].normal in prepositions and any(phrase.last < at < first for at in names)


def _stays(line: Line, phrase: Phrase, last: int, until: int) -> bool:
    """Tell whether a phrase behind a number is in its clause, and leads to no other: "31 votes *against* 12"."""
    at, clause = phrase.last + 1, line.clauses[last]
    leads = at == until < len(line.words) and line.clauses[at] == clause
    return line.clauses[phrase.first] == clause and not leads


def _found(line: Line) -> list[Phrase]:
    return line.once("earlier", lambda: list(_times(line.view.found.language).find(line.words)))


def _alone(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return the last word of the number before, and the first word of the next one."""
    numbers = [line.within(n.span) for n in line.sentence.notes if n.kind.startswith("number")]
    since = max((end for _, end in numbers if end < first), default=-1)
    return since, min((start for start, _ in numbers if start > last), default=len(line.words))


def _then(question: Question, line: Line, number: Note | None) -> float:
    """Return 1 where a number is told of the days that the question names, -1 where it is told of others."""
    asked = days.named(question.text, question.language, line.view.page.stored.article.day)
    if not asked or number is None or not number.kind.startswith("number"):
        return 0.0
    time = _time_of(line, *line.within(number.span))
    return 0.0 if time is None else 1.0 if days.meet(asked, [days.of(time)]) else -1.0


def _time_of(line: Line, first: int, last: int) -> Note | None:
    """Return the time that stands behind a number in its clause, else before it, with no number between."""
    since, until = _alone(line, first, last)
    times = [note for note in line.sentence.notes if note.kind.startswith("time.") and note.value]
    found = [(note, *line.within(note.span)) for note in times]
    behind = (n for n, at, _ in found if last < at < until and _is_near(line, last, at))
    before = (n for n, _, end in reversed(found) if since < end < first)
    return next(behind, None) or next(before, None)


def _is_near(line: Line, last: int, at: int) -> bool:
    """Tell whether a time stands in a number's clause or soon behind it in the next."""
    apart = line.clauses[at] - line.clauses[last]
    return apart == 0 or (apart == 1 and at - last <= _APART_TIME)


def _asks_long_ago(question: Question, line: Line) -> bool:
    """Tell whether a question names only days long before an article."""
    day = line.view.page.stored.article.day
    asked = days.named(question.text, question.language, day)
    return day is not None and bool(asked) and all(until < day - _LONG for _, until in asked)


@lru_cache(maxsize=1024)
def asks_earlier(text: str, code: str) -> bool:
    """Tell whether a question asks for what was so at another time."""
    return any(True for _ in _times(code).find(written(tokens(text), code)))


@cache
def _times(code: str) -> Phrases:
    return phrases(("earlier", load(code).numbers.earlier))


def _word(line: Line, at: int) -> str:
    return line.words[at].normal if at < len(line.words) else ""


def counts_same(one: Candidate, other: Candidate) -> bool:
    """Tell whether two numbers may be of the same: of one kind, of the same noun; a bare count may be of any."""
    heads = {c.note.head.casefold() if c.note and c.note.head else None for c in (one, other)}
    kinds = {one.kind, other.kind}
    return (len(kinds) == 1 and len(heads) == 1) or (kinds <= COUNTS and None in heads)
