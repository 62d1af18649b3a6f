"""What tells whether a number is the one asked for: what it counts, of what it is a part, of when it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsqa.answer import eras, figures, quantities
from newsqa.answer.eras import COUNTS
from newsqa.answer.kinship import matches
from newsqa.answer.lines import Line
from newsqa.answer.row_ends import NAMES
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Note, Question
from newsqa.text.phrases import Phrases, phrases
from newsqa.text.words import normalise

_APART = 4  # words that may stand between a part and the whole that it is counted of
_SOME = 2  # words from a part to the noun of the whole
_LIKE = 0.8  # what a number counts that names nothing, by the one before it
_ASKED = 0.3  # how likely an age is asked for where one may answer
_BEHIND_NAME = frozenset({", ", " ("})  # between a name and an age
_PARTS = COUNTS | {"number.vague", "number.percent"}  # kinds of numbers that may be a part of what is counted


def features(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> dict[str, float]:
    """Return the features of a number from word `first` to word `last`; most are 0 for anything else."""
    return {
        "part": _part(line, candidate, first, last),
        **eras.features(question, line, candidate, first, last),
        "counts": _counts(question, line, candidate, first, last),
        "one": _one(candidate),
        **_age(question, line, candidate),
        "label": _label(line, candidate),
        **figures.features(question, line, candidate),
    }


def _part(line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 for a number of some among a whole, -1 for the number of the whole: "118 *of* 340", "*Dari* 92, 17"."""
    if candidate.kind not in _PARTS:
        return 0.0
    among = load(line.view.found.language).numbers.among
    spans = [line.within(n.span) for n in line.sentence.notes if n.kind in _PARTS]
    whole = any(_whole_of(line, *one) is not None for one in spans if 0 < first - one[1] <= _APART)
    opens = first > 0 and _word(line, first - 1) in among and _begins(line, first - 1)
    ahead = opens and any(line.clauses[start] > line.clauses[last] for start, _ in spans)
    of = _whole_of(line, first, last) is not None
    those = _of_those(line, first, last)
    if those and not of and _is_described(line, first, last):
        return -1.0
    return float(of or those) - float(whole or ahead)


def _whole_of(line: Line, first: int, last: int) -> Note | None:
    """Return the number of the whole of which the one that ends with a word is a part: "260 *of its 410 drivers*"."""
    numbers = load(line.view.found.language).numbers
    changed = first > 0 and line.words[first - 1].normal in numbers.to  # "rose to 14 *from* 9" tells of no part
    if _word(line, last + 1) not in numbers.among or _begins(line, last + 1) or changed:
        return None
    wholes = (n for n in line.sentence.notes if n.kind in _PARTS)
    return next((n for n in wholes if 0 < line.within(n.span)[0] - last <= _APART), None)


def _of_those(line: Line, first: int, last: int) -> bool:
    """Tell whether words right before or behind a number, or in it, say that it is a part of what was told of."""
    found = line.once("those", lambda: list(_those(line.view.found.language).find(line.words)))
    return any(p.first <= last + 1 and p.last >= first - 1 for p in found)


def _is_described(line: Line, first: int, last: int) -> bool:
    """Tell whether a part is told in no words of the question, and by no deed: "41 were hurt, *nine of them badly*"."""
    clause = [at for at in range(len(line.words)) if line.clauses[at] == line.clauses[last] and at >= first]
    groups = line.view.page.groups_of(line.place)
    done = any(g.first in clause and any(term[:2] == "p." for term in g.terms) for g in groups)
    return not done and not any(m.first in clause for m in line.matches)


@cache
def _those(code: str) -> Phrases:
    return phrases(("those", load(code).numbers.those))


def _begins(line: Line, at: int) -> bool:
    """Tell whether a clause begins with a word."""
    return not at or line.clauses[at] != line.clauses[at - 1]


def _counts(question: Question, line: Line, candidate: Candidate, first: int, last: int) -> float:
    """Return 1 where a number counts what is asked for, less where that only stands near, below 0 for another thing."""
    if not candidate.kind.startswith("number") or not question.focus:
        return 0.0
    own = _counts_here(question, line, first, last)
    if whole := _whole_of(line, first, last):
        return max(own, _counts_here(question, line, *line.within(quantities.whole(line, whole))))
    if own == 1 or (own and not _describes(line, candidate)):
        return own
    if _names_nothing(line, candidate):
        return _LIKE * max((0.0, *(_counts_here(question, *one) for one in _before(line, first))))
    return -0.5 if candidate.note and candidate.note.head else 0.0


def _describes(line: Line, candidate: Candidate) -> bool:
    """Tell whether a number only describes the noun behind it, which is no other's: "a *four-storey* house"."""
    return candidate.note is not None and quantities.describes(line, candidate.note)


def _counts_here(question: Question, line: Line, first: int, last: int) -> float:
    """Return 1 where the words of a number name what is asked for, or that stands right behind; less where near it."""
    places = [i for i, group in enumerate(line.asked) if group in question.focus]
    found = [m.first for m in line.matches if m.group in places]
    if any(first <= at <= last + 1 for at in found):
        return 1.0
    kin = max((share for at, group, share in matches(line) if group in places and first <= at <= last + 1), default=0.0)
    near = any(figures.is_near(line, first, last, at) for at in found)
    return max(kin, 0.6 if near or (kin and found) else 0.0)


def _names_nothing(line: Line, candidate: Candidate) -> bool:
    """Tell whether a number counts what stands elsewhere: "17 of them", "delapan lainnya"."""
    head = candidate.note.head if candidate.note else None
    counters = load(line.view.found.language).numbers.counters
    return candidate.kind in COUNTS and (not head or normalise(head) in counters)


def _before(line: Line, first: int) -> Iterator[tuple[Line, int, int]]:
    """Yield the nearest number before one that says what it counts: in its sentence, or in the one before."""
    here = list(_named_before(line, first))
    last = Line(line.view, line.place - 1, line.asked) if line.place and not here else None
    yield from here or (_named_before(last, len(last.words)) if last else ())


def _named_before(line: Line, first: int) -> Iterator[tuple[Line, int, int]]:
    found = [(n, *line.within(quantities.whole(line, n))) for n in line.sentence.notes if n.kind in COUNTS]
    before = [(n, at, end, _some_of(line, end)) for n, at, end in found if end < first]
    named = [one for one in before if one[-1] or not _names_nothing(line, Candidate(one[0].span, one[0].kind, one[0]))]
    for _, at, end, some in named[-1:]:
        yield line, at, end + _SOME * some


def _some_of(line: Line, last: int) -> bool:
    """Tell whether a number says that it counts some of what stands right behind it: "26 *of the searches*"."""
    return _word(line, last + 1) in load(line.view.found.language).numbers.among and not _begins(line, last + 1)


def _age(question: Question, line: Line, candidate: Candidate) -> dict[str, float]:
    """Return 1 for how old somebody is, by whether that is asked for; -1 for what else stands there then."""
    told, asked = is_age(line, candidate), question.odds("age") > _ASKED
    return {"age asked": 1.0 if told else -1.0} if asked else {"age": float(told)}


def is_age(line: Line, candidate: Candidate) -> bool:
    """Tell whether a number is how old somebody is: "Haddad, 66, won", "a 12-year-old boy"."""
    note, numbers = candidate.note, load(line.view.found.language).numbers
    if note is None or candidate.kind not in {"number.plain", "number.duration"}:
        return False
    told = note.span.of(line.view.text).casefold()
    before = line.view.text[line.sentence.span.start : note.span.start].rstrip().casefold()
    if f" {before}".endswith(tuple(f" {age}" for age in numbers.ages)):
        return True
    return told.endswith(numbers.ages) if candidate.kind == "number.duration" else aged(line, candidate) is not None


def aged(line: Line, candidate: Candidate) -> str | None:
    """Return the name right behind which a number stands, as somebody's age does: "*Haddad*, 66, won"."""
    start = candidate.note.span.start if candidate.note else candidate.span.start
    people = (note for note in line.sentence.notes if note.kind == "person")
    return next((n.value for n in people if line.view.text[n.span.end : start] in _BEHIND_NAME), None)


def _label(line: Line, candidate: Candidate) -> float:
    """Return 1 for a number by which one of several is called, where the question says nothing of it: "gate 11".

    So is one that stands within a name: "the *Two* Rivers mill" and "SDN Lanting *4*" count nothing.
    """
    if candidate.kind not in COUNTS or candidate.note is None:
        return 0.0
    if _is_in_name(line, candidate.note):
        return 1.0
    at = line.within(candidate.note.span)[0] - 1
    labels = load(line.view.found.language).numbers.labels
    return float(at >= 0 and line.words[at].normal in labels and not any(m.first == at for m in line.matches))


def _is_in_name(line: Line, number: Note) -> bool:
    """Tell whether a name goes on with a number, right behind a word in capitals."""
    names = (note.span for note in line.sentence.notes if note.kind in NAMES)
    first, _ = line.within(number.span)
    capital = first > 0 and line.words[first - 1].text[0].isupper()
    return capital and any(name.start < number.span.start < name.end for name in names)


def _one(candidate: Candidate) -> float:
    """Return 1 for a number that says no more than that it is one: "sebuah rumah sakit", "one of them"."""
    return float(candidate.kind in COUNTS and candidate.note is not None and candidate.note.value == "1")


def _word(line: Line, at: int) -> str:
    return line.words[at].normal if at < len(line.words) else ""
