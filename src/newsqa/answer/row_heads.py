"""Items of a row that hold small words themselves, "*a cap on fares*, a ban and", and where the first begins."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import Part, ends, verbs, words_of
from newsqa.answer.row_names import LONGEST
from newsqa.languages import load
from newsqa.model import Span

_ROW = 3  # parts from which on a row shows by the others how its first item begins


def is_whole(line: Line, part: Part, end: Part) -> bool:
    """Tell whether a part is one item with what small words join to it, by how the last part of its row begins.

    Both begin with what opens a noun, "*a* cap on fares and *the* end", or a comma stands before the word for and.
    """
    nouns = opens_noun(line, part.first) and opens_noun(line, end.first)
    comma = "," in line.view.text[line.words[end.first - 2].end : line.words[end.first - 1].start]
    return (nouns or (comma and _is_plain(line, part.first) and _is_plain(line, end.first))) and not _tells(line, part)


def widened(line: Line, parts: Sequence[Part], head: Span) -> Span:
    """Return the first item with what small words join to it, where it begins as the others of its row do."""
    part, others = parts[0], parts[1:]
    if len(parts) < _ROW or any(line.words[p.first].text[0].isupper() for p in others):
        return head
    nouns = all(opens_noun(line, p.first) for p in others)
    at = _noun(line, part) if nouns else _behind_deed(line, part, head)
    wider = at is not None and at < line.within(head)[0] and part.last - at < LONGEST
    return words_of(line, at, part.last) if at is not None and wider else head


def _noun(line: Line, part: Part) -> int | None:
    """Return the last word of a part that opens a noun and that no preposition stands before."""
    first = max((at + 1 for at in range(part.first, part.last) if at in verbs(line)), default=part.first)
    opens = (at for at in range(part.last, first - 1, -1) if opens_noun(line, at))
    small = ends(line.view.found.language)
    free = (
        at
        for at in opens
        if not (part.joined if at == part.first else opens_noun(line, at - 1) or line.words[at - 1].normal in small)
    )
    return next(free, None)


def _behind_deed(line: Line, part: Part, head: Span) -> int | None:
    """Return the word behind the last verb of a part, where its last word is a name and none of the others is."""
    deed = max((at for at in range(part.first, part.last) if at in verbs(line)), default=None)
    named = head.of(line.view.text)[0].isupper()
    return deed + 1 if named and deed is not None and _is_plain(line, deed + 1) else None


def _is_plain(line: Line, at: int) -> bool:
    """Tell whether a word is no name and no small one."""
    word = line.words[at]
    return not word.text[0].isupper() and word.normal not in ends(line.view.found.language) and at not in verbs(line)


def opens_noun(line: Line, at: int) -> bool:
    """Tell whether a noun begins with a word: a number or what a language puts before nouns."""
    word, language = line.words[at], load(line.view.found.language)
    counts = any(n.kind.startswith("number") and n.span.start <= word.start < n.span.end for n in line.sentence.notes)
    return counts or word.normal in language.definitions.determiners


def _tells(line: Line, part: Part) -> bool:
    """Tell whether a part holds a verb, what helps one or what opens a clause of its own."""
    language = load(line.view.found.language)
    helps = language.facts.helpers - language.facts.prepositions
    opens = helps | language.facts.relative | frozenset(language.modality.openers)
    return any(at in verbs(line) or line.words[at].normal in opens for at in range(part.first, part.last + 1))
