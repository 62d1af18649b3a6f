"""Rows: what a sentence lists, "A, B and C", item by item as it stands, whatever each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsqa.answer import row_heads as heads
from newsqa.answer.lines import Line
from newsqa.answer.row_ends import NAMES, Part, ends, is_told, last_item, opening, openings, uncounted, verbs, words_of
from newsqa.answer.row_names import LONGEST, apposed, kind_of, name, names, people, sort_of
from newsqa.languages import load
from newsqa.model import Span

_MOST = 10  # items
_BODIES = frozenset({"organisation", "other"})  # kinds of names that may hold a word for and
_BRACKET = re.compile(r"\([^()]*\)")
_HARD = re.compile(r"[;:()\[\]–—]|\s-\s")  # marks between words that part more than items
_FULL = re.compile(r"[.!?][\"”’]?\s")
_SHORT = 4  # letters of a word that a full stop may only shorten


class Row(NamedTuple):
    """What a sentence lists: its items, their kind of name ("noun" for none), and whether a word opens the row."""

    items: tuple[Span, ...]
    kind: str
    opened: bool

    @property
    def span(self) -> Span:
        """Return the words from the first item to the last."""
        return Span(start=self.items[0].start, end=self.items[-1].end)


def rows(line: Line) -> list[Row]:
    """Return the rows of a sentence, left to right."""
    found: list[Row] | None = line.view.page.kept.get(("rows", line.place))
    if found is None:
        found = line.view.page.kept["rows", line.place] = list(_rows(line))
    return found


def _rows(line: Line) -> Iterator[Row]:
    if _joins(line.view.found.language).isdisjoint(word.normal for word in line.words):  # most sentences list nothing
        return
    parts = list(_parts(line))
    for at, part in enumerate(parts):
        if part.joined == "and" and at and not _is_held(line, parts[at : at + 2]):
            held = _held(line, parts[: at + 1])
            row, behind = held[_start(line, held, len(held) - 1) :], parts[at + 1] if at + 1 < len(parts) else None
            items = _told(line, row, behind)
            if len(items) > 1 and not any(is_told(line, item) for item in items) and not _are_times(line, items):
                opened = _is_opened(line, row[0])
                yield Row(items, sort_of(line, items[0]), opened)
                if named := _each_named(line, items):
                    yield Row(named, kind_of(line, named[0]), opened)


def _are_times(line: Line, items: Sequence[Span]) -> bool:
    """Tell whether items are times, between which something is told: "made between *March* and *May*"."""
    times = [note.span for note in line.sentence.notes if note.kind.startswith("time")]
    return all(any(time.meets(item) for time in times) for item in items)


def _told(line: Line, row: Sequence[Part], behind: Part | None) -> tuple[Span, ...]:
    """Return the items of a row: the people whom it tells of, where words for what they are stand among its items."""
    items = uncounted(line, _items(line, row))
    plain = not all(item.of(line.view.text)[0].isupper() for item in items)
    if plain or _is_mixed(line, items) or apposed(line, row[-1], behind):
        items = people(line, _first(line, row[0], doing=False), row, behind) or items
    return items


def _held(line: Line, parts: Sequence[Part]) -> list[Part]:
    """Return parts, those as one that another word joins within an item: "paper *or* card, tins and glass"."""
    found: list[Part] = []
    for part in parts:
        inner = (
            found and part is not parts[-1] and part.joined == "and" and _joint(line, part) != _joint(line, parts[-1])
        )
        found[-1:] = [found[-1]._replace(last=part.last)] if inner else [*found[-1:], part]
    return found


def _is_held(line: Line, parts: Sequence[Part]) -> bool:
    """Tell whether a part belongs to an item, behind which a comma and another word for and stand."""
    part, behind = parts[0], parts[-1]
    gap = line.view.text[line.words[part.last].end : line.words[behind.first - 1].start]
    return behind.joined == "and" and "," in gap and _joint(line, part) != _joint(line, behind)


def _joint(line: Line, part: Part) -> str:
    """Return the word before a part, which joins it to another."""
    return line.words[part.first - 1].normal


def _is_mixed(line: Line, items: Sequence[Span]) -> bool:
    """Tell whether names behind the first one are of people, and it is not: "*the director of Halden*, Ole Brandt"."""
    kinds = [kind_of(line, item) for item in items]
    return bool(kinds) and kinds[0] == "organisation" and kinds[1] == "person"


def _is_opened(line: Line, part: Part) -> bool:
    return opening(line, part) is not None or _is_announced(line, part)


def _each_named(line: Line, items: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the names in items that begin with a number or are joined alike, one of a kind in each: "two in Oslo"."""
    notes = [[n for n in line.sentence.notes if n.kind in NAMES and item.holds(n.span)] for item in items]
    numbers = {n.span.start for n in line.sentence.notes if n.kind.startswith("number")}
    one = all(len(each) == 1 for each in notes) and len({each[0].kind for each in notes}) == 1
    joints = {line.words[line.within(each[0].span)[0] - 1].normal for each in notes} if one else set()
    alike = len(joints) == 1 and joints <= ends(line.view.found.language)
    told = one and (alike or numbers.issuperset(item.start for item in items))
    return tuple(each[0].span for each in notes) if told else ()


def _parts(line: Line) -> Iterator[Part]:
    """Yield the parts of a sentence; what stands in brackets belongs to none."""
    joins, first, before, joined = _joins(line.view.found.language), -1, -1, ""
    for i, word in enumerate(line.words):
        if _in_brackets(line, i):
            continue
        cut = _cut(line, before, i)
        join = word.normal in joins and not _joins_name(line, i)
        if first >= 0 and (cut is not None or join):
            yield Part(first, before, joined)
            first = -1
        if join:
            joined = "and"
        elif first < 0:
            joined = joined if before >= 0 and line.words[i - 1].normal in joins else cut or ""
            first = i
        before = i
    if first >= 0:
        yield Part(first, before, joined)


def _joins_name(line: Line, at: int) -> bool:
    """Tell whether a word for and belongs to a body's name, and no row is opened there: "Fire *and* Rescue Service"."""
    bodies = (n.span for n in line.sentence.notes if n.kind in _BODIES)
    name = next((span for span in bodies if span.start < line.words[at].start < span.end), None)
    first, last = line.within(name) if name else (0, 0)
    again = at < last and line.words[at + 1].normal == line.words[first].normal
    return name is not None and not again and first - 1 not in openings(line)


def _cut(line: Line, before: int, at: int) -> str | None:
    """Return what parts two words: "," or "", where it is more than what parts items; None where nothing does."""
    if before < 0:
        return ""
    gap = _BRACKET.sub("", line.view.text[line.words[before].end : line.words[at].start])
    return "" if _HARD.search(gap) or _ends_sentence(line, gap, before, at) else "," if "," in gap else None


def _ends_sentence(line: Line, gap: str, before: int, at: int) -> bool:
    """Tell whether a full stop between two words ends a sentence; it may only shorten a word."""
    word = line.words[before].text
    least = _SHORT if word[0].isupper() else _SHORT // 2
    return bool(_FULL.match(gap)) and len(word) > least and line.words[at].text[0].isupper()


def _in_brackets(line: Line, at: int) -> bool:
    spans = line.once("brackets", lambda: list(_brackets(line)))
    return any(span.start < line.words[at].start < span.end for span in spans)


def _brackets(line: Line) -> Iterator[Span]:
    span = line.sentence.span
    for mark in _BRACKET.finditer(line.view.text, span.start, span.end):
        yield Span(start=mark.start(), end=mark.end())


def _start(line: Line, parts: Sequence[Part], at: int) -> int:
    """Return the first part of the row that a part ends: where it is opened, else where more stands than an item."""
    first = at - 1
    opens = load(line.view.found.language).modality.openers
    while first and parts[first].joined == "," and at - first < _MOST:
        if line.words[parts[first].first].normal in opens:
            break
        if _breaks_in(line, parts[first - 1], parts[first]):
            break
        first -= 1
    doing = parts[at].first in verbs(line)
    opened = (i for i in range(at - 1, first - 1, -1) if opening(line, parts[i]) is not None)
    plain = (i for i in range(at - 1, first, -1) if not _is_item(line, parts[i], parts[at], doing=doing))
    return next(opened, first if _is_announced(line, parts[first]) else next(plain, first))


def _breaks_in(line: Line, part: Part, behind: Part) -> bool:
    """Tell whether a part only tells of who does something behind it: "the crew, *who left in May*, want …"."""
    relative = line.words[part.first].normal in load(line.view.found.language).facts.relative
    does = not line.words[behind.first].text[0].isupper() and not heads.opens_noun(line, behind.first)
    return part.joined == "," and relative and does


def _is_announced(line: Line, part: Part) -> bool:
    """Tell whether a colon stands before a part."""
    return line.view.text[: line.words[part.first].start].rstrip(' \n"“‘').endswith(":")


def _is_item(line: Line, part: Part, end: Part, *, doing: bool) -> bool:
    """Tell whether a part may be an item, or tell of the one before it; in a row of deeds it begins with one."""
    plain = _tail(line, part) == part.first or heads.is_whole(line, part, end)
    begins = part.first in verbs(line) if doing else plain
    return begins and part.last - part.first < LONGEST


def _items(line: Line, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Return the items of the parts of a row; in one of people, whatever names none only tells of one."""
    doing = parts[-1].first in verbs(line)
    head = _first(line, parts[0], doing=doing)
    kind = kind_of(line, head) if head else ""
    tail = name(line, parts[-1], kind) if kind else None
    tail = tail or (
        last_item(line, parts[-1], alike=head, opened=doing or _is_opened(line, parts[0])) if head else None
    )
    if head is None or tail is None:
        return ()
    head = head if _is_opened(line, parts[0]) else heads.widened(line, parts, head)
    head, tail = _parallel(line, parts, head, tail)
    kind = kind_of(line, head)
    named = [name(line, part, kind) if kind else None for part in parts[1:-1]]
    if kind == "person" and kind_of(line, tail):
        return (head, *(one for one in named if one), tail)
    told = (one or words_of(line, p.first, p.last) for one, p in zip(named, parts[1:-1], strict=True))
    return tuple(_bare(line, item) for item in (head, *told, tail))


def _parallel(line: Line, parts: Sequence[Part], head: Span, tail: Span) -> tuple[Span, Span]:
    """Return the first and last item without what one preposition joins to each: "*rye* in Oslo and *oats* in Riga"."""
    before, last = line.within(head)[0] - 1, parts[-1]
    word = line.words[before].normal if before > parts[0].first else ""
    until = line.within(tail)[1] + 1
    same = (at for at in range(last.first + 1, min(until + 1, last.last)) if line.words[at].normal == word)
    at = next(same, None) if word in load(line.view.found.language).facts.prepositions else None
    first = (
        _first(line, parts[0]._replace(last=before - 1), doing=False) if at and last.first not in verbs(line) else None
    )
    return (first, words_of(line, last.first, at - 1)) if first and at else (head, tail)


def _bare(line: Line, item: Span) -> Span:
    """Return an item without what stands before a noun, where the rest is a name: "the *Halden Trust*"."""
    first, last = line.within(item)
    names = (n.span for n in line.sentence.notes if n.kind in NAMES and n.span.end == item.end)
    small = load(line.view.found.language).facts.before_noun
    at = first + (first < last and line.words[first].normal in small)
    return next((name for name in names if name.start == line.words[at].start), item)


def _first(line: Line, part: Part, *, doing: bool) -> Span | None:
    """Return the item at the end of a part: behind a word that opens a row, else behind the last small one."""
    before, found = opening(line, part), names(line, part)
    before = part.first - 1 if before is None and _is_announced(line, part) else before
    if before is not None:
        opened = part._replace(first=_past_small(line, before + 1, part.last) if doing else before + 1)
        return name(line, opened) or words_of(line, opened.first, opened.last)
    deed = next((i for i in range(part.last, part.first - 1, -1) if i in verbs(line)), None)
    if found and found[-1].end >= line.words[part.last].end and not (doing and deed is not None):
        return found[-1]
    at = deed if doing else _tail(line, part)
    return words_of(line, at, part.last) if at is not None and part.last - at < LONGEST else None


def _past_small(line: Line, first: int, last: int) -> int:
    """Return the first word that is no small one: "antara lain untuk *membeli*"."""
    small = ends(line.view.found.language)
    return next((at for at in range(first, last) if line.words[at].normal not in small), first)


def _tail(line: Line, part: Part) -> int | None:
    """Return where what stands behind the last small word or verb of a part begins; None where nothing does."""
    small, at = ends(line.view.found.language), part.last
    if line.words[at].normal in small and not _within_name(line, at):
        return None
    while at > part.first and (line.words[at - 1].normal not in small or _within_name(line, at)):
        if at - 1 in verbs(line):
            break
        at -= 1
    return at


def _within_name(line: Line, at: int) -> bool:
    """Tell whether a name goes on with a word: "University of *Torvik*"."""
    start = line.words[at].start
    return any(n.kind in NAMES and n.span.start < start < n.span.end for n in line.sentence.notes)


@cache
def _joins(code: str) -> frozenset[str]:
    return frozenset(load(code).questions.row_joins)
