"""What of a named place is meant, by the words before it: "a clinic in Seiyun", "kantor KPPU"."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from newsqa.answer.lines import Line
from newsqa.answer.located import away
from newsqa.answer.rows import rows
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.model import Question, Span

_SITED = frozenset({"place", "organisation"})  # kinds of names before which words may say what of it is meant
_NAMED = _SITED | {"other"}  # kinds of names that a place may hold
_TOLD = _NAMED | {"phrase"}  # kinds of candidates that are told with what holds them
_BETWEEN = 2  # words from the word for in to the place that holds another
_LONGEST = 6  # words before a name in which the site begins
_JOINS = frozenset({None, "of", "at"})  # sorts of the small words that may stand within it


def sited(question: Question, kind: str) -> bool:
    """Tell whether a place of a kind is told with what says which it is: not where a town or a court is asked for."""
    return question.wanted == "place" and kind in _TOLD and not question.focus


def around(line: Line, span: Span, kind: str) -> Span:
    """Return a place with the smaller one in it, how far it is from that, and the larger one that holds it."""
    whole = _smaller(line, span) if kind in _SITED else span
    far = next((one for one in away(line) if one.holds(whole)), whole)
    return far if _is_listed(line, far) else _held(line, _holding(line, far))


def _smaller(line: Line, span: Span) -> Span:
    """Return a name with the words for the smaller place in which it, or one behind it, stands; itself in none."""
    span = name(line, span)
    named = (n.span for n in line.sentence.notes if n.kind in _SITED and n.span.start >= span.start)
    sites = (site(line, one if not one.meets(span) else span) for one in named)
    return next((whole for whole in sites if whole.holds(span)), span)


def _is_listed(line: Line, span: Span) -> bool:
    return any(row.span.meets(span) for row in rows(line))


def _holding(line: Line, span: Span) -> Span:
    """Return a place with the one before it that it holds: "di *Balai Rondu*, Kota Tarsi"."""
    text = line.view.text
    before = (n.span for n in line.sentence.notes if n.kind in _NAMED and text[n.span.end : span.start] == ", ")
    held = next((one for one in before if _is_opened(line, one)), None)
    return Span(start=held.start, end=span.end) if held else span


def _is_opened(line: Line, span: Span) -> bool:
    """Tell whether a word of place stands before a name."""
    first, _ = line.within(span)
    return first > 0 and line.words[first - 1].normal in _opens(line.view.found.language)


def _held(line: Line, span: Span) -> Span:
    """Return a place with those that hold it: "Balai Rondu*, Kota Tarsi*", "a school hall *in nearby Lenu*"."""
    behind = (n.span for n in line.sentence.notes if n.kind == "place" and n.span.start > span.end)
    larger = next((one for one in behind if _holds(line, span, one)), None)
    return _held(line, Span(start=span.start, end=larger.end)) if larger else span


def _holds(line: Line, span: Span, larger: Span) -> bool:
    """Tell whether a comma joins a place to the one that holds it, or a word for in with one word more at most."""
    if line.view.text[span.end : larger.start] == ", ":
        return _is_closed(line, larger)
    joint, first = line.within(span)[1] + 1, line.within(larger)[0]
    near = joint < first <= joint + _BETWEEN and line.clauses[joint - 1] == line.clauses[first]
    return near and line.cases.get(line.words[joint].normal) == "at"


def _is_closed(line: Line, span: Span) -> bool:
    """Tell whether no deed follows a name, whose doer it would be: "in Surabaya, *Thailand beat* …"."""
    behind = line.within(span)[1] + 1
    if behind >= len(line.words) or line.view.text[span.end : line.words[behind].start].strip():
        return True
    word = line.words[behind]
    return not word.text[0].islower() or word.normal in load(line.view.found.language).about.function_words


def name(line: Line, span: Span) -> Span:
    """Return a name with what goes on with it, up to a word in capitals or for a sort of place: "Salto *del Negro*".

    Not where somebody is named there: "in *Salto* Mayor Ana Ruiz said".
    """
    last = line.within(span)[1]
    run = list(takewhile(lambda at: _goes_on(line, at), range(last + 1, min(last + _LONGEST, len(line.words)))))
    ends = [at for at in run if line.words[at].text[0].isupper() or line.words[at].normal in _sites(line)]
    behind = Span(start=span.end, end=line.words[run[-1]].end + 1) if ends else span
    people = (n.span for n in line.sentence.notes if n.kind == "person" and n.span.meets(behind))
    owned = all(line.view.text.startswith(_owning(line), one.end) for one in people)
    return Span(start=span.start, end=line.words[ends[-1]].end) if ends and owned else span


def _goes_on(line: Line, at: int) -> bool:
    """Tell whether a word may go on with the name before it: nothing but a space parts them."""
    parted = not line.view.text[line.words[at - 1].end : line.words[at].start].isspace()
    return not parted and line.clauses[at] == line.clauses[at - 1] and _may_name(line, at)


def _owning(line: Line) -> tuple[str, ...]:
    """Return what stands behind the name of somebody, or a saint, whose place it is."""
    return tuple(load(line.view.found.language).names.possessives)


def _sites(line: Line) -> tuple[str, ...]:
    return load(line.view.found.language).questions.classes["sites"]


def site(line: Line, span: Span) -> Span:
    """Return a place with what stands between it and the word of place that begins it; itself where nothing does."""
    first, _ = line.within(span)
    nouns = 0
    for at in range(first - 1, max(-1, first - _LONGEST - 2), -1):
        word = line.words[at].normal
        if nouns and word in _opens(line.view.found.language):
            return Span(start=line.words[at + 1].start, end=span.end)
        if line.clauses[at] != line.clauses[first] or not (_joins(line, word) or _may_name(line, at)):
            break
        nouns += not _joins(line, word)
    return span


def _joins(line: Line, word: str) -> bool:
    language = load(line.view.found.language)
    return (word in language.facts.before_noun or word in line.cases) and line.cases.get(word) in _JOINS


def _may_name(line: Line, at: int) -> bool:
    """Tell whether a word may belong to the name of a site: no small word, no number or time, no deed."""
    word, language = line.words[at], load(line.view.found.language)
    if word.normal in language.about.function_words or not word.text[0].isalpha():
        return False
    if any(n.kind.startswith("time.") and n.span.start <= word.start < n.span.end for n in line.sentence.notes):
        return False
    groups = line.view.page.groups_of(line.place)
    meant = any(g.first == g.last == at and any(term[:2] == "p." for term in g.terms) for g in groups)
    return not (meant and is_formed(word.normal, language.about.code))


@cache
def _opens(code: str) -> frozenset[str]:
    """Return the words behind which only places stand, and those that say where something is."""
    language = load(code)
    return frozenset((*language.names.only_place_before, *language.facts.cases["at"]))
