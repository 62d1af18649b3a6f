"""Where a row of items begins and ends: the words that open it, and how far its last item goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsqa.answer.lines import Line
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.model import Span
from newsqa.text.numerals import value
from newsqa.text.phrases import Phrases, phrases

NAMES = frozenset({"person", "organisation", "place", "other"})
_LAST = 9  # words of the last item
_TOLD = 4  # words, with the relative one, of a clause that an item keeps
_PAIR = 2  # items that a number would announce at least


class Part(NamedTuple):
    """Words between commas and words for and: first and last word, and what joins it to the part before."""

    first: int
    last: int
    joined: str  # "," or "and"; "" where nothing does


def opening(line: Line, part: Part) -> int | None:
    """Return the last word in a part behind which a row begins: "the suspects are", "tiga desa, yakni"."""
    return max((last for last in openings(line) if part.first <= last < part.last), default=None)


def openings(line: Line) -> list[int]:
    """Return the last words of what opens a row in a sentence."""
    return line.once("row opens", lambda: list(_openings(line)))


def _openings(line: Line) -> Iterator[int]:
    """Yield the last words of what opens a row; what only helps a verb opens none: "the boys *were* held in a hut"."""
    code = line.view.found.language
    helps = load(code).questions.passive_before
    for found in _opens(code).find(line.words):
        behind = line.words[found.last + 1 : found.last + 2]
        if behind and not (line.words[found.last].normal in helps and is_formed(behind[0].normal, code)):
            yield found.last


def last_item(line: Line, part: Part, alike: Span, *, opened: bool) -> Span | None:
    """Return the item at the beginning of a part: up to what helps a verb, or tells where or when.

    What is told of it behind a relative word belongs to it, unless the items are but one word; so does a place in a row
    that is `opened`, or that something is done to or by: "the airport in Lusaka are closed".
    """
    language = load(line.view.found.language)
    if line.words[part.first].normal in ends(line.view.found.language):
        return None
    stop = min(part.last + 1, part.first + _LAST)
    for at in range(part.first + 1, stop):
        word = line.words[at].normal
        if word in language.facts.relative:
            first, last = line.within(alike)
            told = last > first and not (at + 1 in verbs(line) and stop - at > _TOLD)
            return words_of(line, part.first, stop - 1 if told else at - 1)
        placed = word in language.names.place_before and _is_placed(line, part, at)
        placed = placed and not opened and not _is_helped(line, at, stop)
        deed = _does(line, part, at) and not _is_for(line, part, at)
        if placed or (deed and not _is_within(line, at)):
            return words_of(line, part.first, at - 1)
    return words_of(line, part.first, stop - 1)


def _does(line: Line, part: Part, at: int) -> bool:
    """Tell whether a word helps a verb, or is one in a part that begins with none."""
    helps = line.words[at].normal in load(line.view.found.language).facts.helpers
    return helps or (at in verbs(line) and part.first not in verbs(line))


def _is_for(line: Line, part: Part, at: int) -> bool:
    """Tell whether a small word joins a word to a noun that an article opens: "an end *to fines*", "a plan to move"."""
    facts, articles = load(line.view.found.language).facts, load(line.view.found.language).definitions.determiners
    joins = facts.helpers & facts.prepositions
    return line.words[part.first].normal in articles and any(line.words[i].normal in joins for i in (at - 1, at))


def _is_helped(line: Line, at: int, stop: int) -> bool:
    """Tell whether what only helps a verb follows a word within its part."""
    helpers = load(line.view.found.language).facts.helpers
    return any(line.words[i].normal in helpers for i in range(at + 1, stop))


def _is_placed(line: Line, part: Part, at: int) -> bool:
    """Tell whether a place or time is named in a part behind a word."""
    start, end = line.words[at].end, line.words[part.last].end
    notes = (n for n in line.sentence.notes if n.kind == "place" or n.kind.startswith("time"))
    return any(start < note.span.start < end for note in notes)


def verbs(line: Line) -> frozenset[int]:
    """Return where single words that are deeds stand."""
    return line.once(
        "deeds",
        lambda: frozenset(
            g.first
            for g in line.view.page.groups_of(line.place)
            if g.first == g.last and any(term[:2] == "p." for term in g.terms) and _is_deed(line, g.first)
        ),
    )


def _is_deed(line: Line, at: int) -> bool:
    """Tell whether a word is written as a verb and stands behind no article, or behind what only helps a verb.

    A word in capitals within a name is none: "*Lower* Torvik".
    """
    if line.words[at].text[0].isupper() and in_name(line, at):
        return False
    language, before = load(line.view.found.language), line.words[at - 1].normal if at else ""
    formed = is_formed(line.words[at].normal, line.view.found.language)
    again = before in language.facts.bare and _is_within(line, at - 1)  # "pembukaan *kembali* sekolah"
    helped = before in language.facts.helpers and not again
    return (formed and before not in language.facts.before_noun) or helped


def _is_within(line: Line, at: int) -> bool:
    """Tell whether a word goes on with a phrase of several words that means one thing: "pembukaan *kembali*"."""
    return any(g.first < at <= g.last for g in line.view.page.groups_of(line.place))


def in_name(line: Line, at: int) -> bool:
    """Tell whether a word belongs to a name of several words."""
    start, end = line.words[at].start, line.words[at].end
    names = (n.span for n in line.sentence.notes if n.kind in NAMES)
    return any(name.start <= start and end <= name.end and (name.start, name.end) != (start, end) for name in names)


def words_of(line: Line, first: int, last: int) -> Span:
    """Return the span of words, with the signs of the numbers at its ends: "$18,000"."""
    start, end = line.words[first].start, line.words[last].end
    meet = [n.span for n in line.sentence.notes if n.kind.startswith("number")]
    start = min((span.start for span in meet if span.start < start < span.end), default=start)
    return Span(start=start, end=max((span.end for span in meet if span.start < end < span.end), default=end))


def is_told(line: Line, item: Span) -> bool:
    """Tell whether words are no item but what is told of one: "*will fall* on staff in Chicago"."""
    return line.words[line.within(item)[0]].normal in load(line.view.found.language).facts.before_plain


def uncounted(line: Line, items: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return items without a first one that only says how many names follow, or where: "three towns, Oslo, Riga, …"."""
    language = load(line.view.found.language)
    first = line.within(items[0])[0] if items else 0
    named = len(items) > _PAIR and all(item.of(line.view.text)[0].isupper() for item in items[1:])
    if (
        named
        and first
        and line.words[first].text[0].islower()
        and line.words[first - 1].normal in language.facts.prepositions
    ):
        return items[1:]
    if len(items) <= _PAIR:
        return items
    counts = [value(line.words[line.within(item)[0]].normal, language.numbers) for item in items]
    begins, ends = line.within(items[0])
    held = {value(line.words[at].normal, language.numbers) for at in range(begins, ends)}
    return items[1:] if len(items) - 1 in held and not any(counts[1:]) else items


@cache
def ends(code: str) -> frozenset[str]:
    """Return the small words that stand between items: prepositions, what helps a verb, what opens a clause."""
    language = load(code)
    return frozenset((*language.facts.prepositions, *language.facts.helpers, *language.modality.openers))


@cache
def _opens(code: str) -> Phrases:
    return phrases(("opens", load(code).questions.row_opens))
