"""The names in the parts of a row: which each begins with, of which kind, and the people whom they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import NAMES, Part, ends, verbs, words_of
from newsqa.languages import load
from newsqa.model import Note, Span

LONGEST = 8  # words of an item that is no name
_ROLE = 6  # words before a name in its item


def kind_of(line: Line, span: Span) -> str:
    """Return the kind of name that a span is or begins with; "" for what is none.

    Nobody is named with an article, as a train is: "*the* Maria Lund".
    """
    note = next((n for n in line.sentence.notes if n.kind in NAMES and n.span.meets(span)), None)
    return "" if note is None else "other" if note.kind == "person" and _is_thing(line, span, note.span) else note.kind


def _is_thing(line: Line, span: Span, named: Span) -> bool:
    """Tell whether all that stands before a name is an article."""
    (first, _), articles = line.within(span), load(line.view.found.language).definitions.aside
    return named.start > span.start and line.within(named)[0] == first + 1 and line.words[first].normal in articles


def sort_of(line: Line, item: Span) -> str:
    """Return the kind of name that an item is or begins with; "noun" for one in which a name only tells of a noun."""
    first, last = line.within(item)
    note = next((n for n in line.sentence.notes if n.kind in NAMES and n.span.meets(item)), None)
    at, small = line.within(note.span)[0] if note else last, ends(line.view.found.language)
    plain = any(line.words[i].normal in small or i in verbs(line) for i in range(first, at))
    return "noun" if plain else kind_of(line, item) or "noun"


def names(line: Line, part: Part, kind: str = "") -> list[Span]:
    """Return the names in a part, of a kind where it is said, each with the words in capitals behind it."""
    notes = _notes(line, part)
    return [_capitals(line, part, note, alone=kind in {"", "person"}) for note in notes if kind in {"", note.kind}]


def _notes(line: Line, part: Part) -> list[Note]:
    start, end = line.words[part.first].start, line.words[part.last].end
    return [n for n in line.sentence.notes if n.kind in NAMES and start <= n.span.start and n.span.end <= end]


def _capitals(line: Line, part: Part, note: Note, *, alone: bool) -> Span:
    """Return a name with the words in capitals behind it; with those before it too, where no one but it is named so."""
    first, last = line.within(note.span)
    while last < part.last and line.words[last + 1].text[0].isupper() and _adjoins(line, last):
        last += 1
    last = _called(line, last, part.last) if note.kind == "person" else last
    alone = alone and note.kind == "person"
    while first > part.first and line.words[first - 1].text[0].isupper() and not (alone and _is_apart(line, first)):
        first -= 1
    return words_of(line, first, last)


def _called(line: Line, last: int, until: int) -> int:
    """Return the last word of what somebody is called besides, behind a name: "Rudi *alias Botak*"."""
    calling = load(line.view.found.language).names.calling
    called = last + 2 <= until and line.words[last + 1].normal in calling and line.words[last + 2].text[0].isupper()
    return last + 2 if called and _adjoins(line, last) else last


def _adjoins(line: Line, at: int) -> bool:
    return "(" not in line.view.text[line.words[at].end : line.words[at + 1].start]


def _is_apart(line: Line, at: int) -> bool:
    """Tell whether a word does not go on with a name of no kind: "*Tanah* Pinoh", all of which names a place."""
    before = line.words[at - 1].start
    return not any(n.kind == "other" and n.span.start <= before < n.span.end for n in line.sentence.notes)


def name(line: Line, part: Part, kind: str = "") -> Span | None:
    """Return the name that a part begins with, or with what its bearer is: "opposition MP Avril Thomas"."""
    found = names(line, part, kind) or [_capitals(line, part, n, alone=False) for n in _notes(line, part)]
    if not found:
        return None
    (at, last), small = line.within(found[0]), ends(line.view.found.language)
    near = at - part.first < _ROLE and not any(line.words[i].normal in small for i in range(part.first, at))
    whose = _tells_of_noun(line, part, last) or (at > part.first and _is_owner(line, part, found[0]))
    return found[0] if near and not whose else None


def _is_owner(line: Line, part: Part, named: Span) -> bool:
    """Tell whether a name only says whose or what sort the noun before it is: "dua kapal *Polairud*"."""
    plain = not line.words[part.first].text[0].isupper()
    return load(line.view.found.language).questions.head_first and plain and kind_of(line, named) != "person"


def _tells_of_noun(line: Line, part: Part, last: int) -> bool:
    """Tell whether a name only says which of the noun behind it: "a *German* carmaker"."""
    language = load(line.view.found.language)
    if language.questions.head_first or last >= part.last:
        return False
    behind, small = line.words[last + 1], ends(line.view.found.language)
    return behind.text[0].islower() and behind.normal not in small and last + 1 not in verbs(line)


def people(line: Line, head: Span | None, parts: Sequence[Part], behind: Part | None) -> tuple[Span, ...]:
    """Return the people whom the parts of a row name, where its last one does or what stands behind tells whom it is.

    "a farmer, *Mimin Suminar*, and her nephew, *Fikri*, 9": whatever names none only tells of one.
    """
    last = apposed(line, parts[-1], behind)
    known = frozenset({"person", "other"}) if last else frozenset({"person"})
    last = last or (name(line, parts[-1], "person") if _is_person(line, parts[-1]) else None)
    named = [_person_of(line, head, known) if head else None]
    named += [name(line, part, "person") for part in parts[1:-1]]
    others = [one for one in named if one and kind_of(line, one) != "place"]
    return (*others, last) if last and others else ()


def _person_of(line: Line, head: Span, known: frozenset[str]) -> Span | None:
    """Return a row's first item where it names one of some kinds, or the person whose name it ends with."""
    persons = (note.span for note in line.sentence.notes if note.kind == "person")
    last = next((span for span in persons if span.end == head.end and head.holds(span)), None)
    return head if kind_of(line, head) in known else last


def _is_person(line: Line, part: Part) -> bool:
    """Tell whether the name that a part begins with, or with what its bearer is, is one person's."""
    found = name(line, part)
    return found is not None and kind_of(line, found) == "person"


def apposed(line: Line, part: Part, behind: Part | None) -> Span | None:
    """Return the name that alone stands behind a part that names nobody, which says whose it is."""
    if behind is None or behind.joined != "," or behind.last - behind.first >= _ROLE:
        return None
    alone = words_of(line, behind.first, behind.last)
    capitals = all(line.words[i].text[0].isupper() for i in range(behind.first, behind.last + 1))
    short = part.last - part.first < LONGEST
    people = (note for note in _notes(line, part) if note.kind == "person" and not _owns(line, note.span))
    named = any(people) and not _is_borne(line, part, alone)
    return alone if capitals and short and not named else None


def _owns(line: Line, named: Span) -> bool:
    """Tell whether a name only says whose somebody is: "*Ida's* sister"."""
    return line.view.text.startswith(tuple(load(line.view.found.language).names.possessives), named.end)


def _is_borne(line: Line, part: Part, alone: Span) -> bool:
    """Tell whether a person's name stands behind a part that begins with no name, but with what somebody is."""
    first = line.words[part.first]
    plain = first.text[0].islower() and first.normal not in ends(line.view.found.language)
    return plain and kind_of(line, alone) == "person" and _first_name(line, part) > part.first + 1


def _first_name(line: Line, part: Part) -> int:
    """Return the word of a part with which its first name begins."""
    return min((line.within(note.span)[0] for note in _notes(line, part)), default=part.last)
