"""Whether the name of something is asked for, "which hotel", "nama kapalnya", and whether a candidate has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.relations import of_class
from newsqa.text.words import tokens

_NOUN = 3  # words of the noun beside the word that asks, or behind the one for a name
_HAVE_NAMES = frozenset({"person", "organisation", "place"})  # wants that only a name answers where one is asked for
_NAMES = frozenset({"person", "organisation", "place", "other"})  # kinds of notes that are names


def asks(question: Question) -> bool:
    """Tell whether a name is asked for by that word, or something that has one: a ship, a school, a town.

    What a dish or disease is called is no name.
    """
    groups = {group[0]: group for group in question.terms}
    head = question.focus[0 if load(question.language).questions.head_first else -1][0] if question.focus else ""
    by_name, called, beside = _nouns(question.text, question.language, question.predicate[:1])
    nouns = (*called, *(noun for noun in beside if noun == head or not head))
    named = any(not of_class("named").isdisjoint(groups.get(noun, ())) for noun in nouns)
    return named or (by_name and question.wanted in _HAVE_NAMES)


def names_nothing(line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate has no word of a name but those of the question: "a hospital bed", "another"."""
    if candidate.kind == "title" or candidate.told or candidate.named or candidate.kind.startswith("time"):
        return False
    first, last = line.within(candidate.span)
    met = {at for match in line.matches for at in range(match.first, match.last + 1)}
    return not any(at not in met and _is_name(line, at) for at in range(first, last + 1))


def _is_name(line: Line, at: int) -> bool:
    """Tell whether a word is of a name: it has a capital, tells no time, and does not only open the sentence."""
    word = line.words[at]
    if not word.text[0].isupper():
        return False
    kinds = {note.kind for note in line.sentence.notes if note.span.start <= word.start < note.span.end}
    return not kinds.isdisjoint(_NAMES) or (at > 0 and not any(kind.startswith("time") for kind in kinds))


@lru_cache(maxsize=256)
def _nouns(text: str, code: str, deed: tuple[str, ...]) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """Return whether a question has the word for a name, the words behind it, and those beside one that asks which."""
    words, language = [word.normal for word in tokens(text)], load(code)
    askers = {*language.asking.askers["which"], *language.asking.askers["thing"]}
    names, small = language.questions.classes["frames_person"], language.about.function_words
    at = next((at for at, word in enumerate(words) if word in names), len(words))
    called = [word for word in words[at + 1 :] if word not in small][:_NOUN]
    beside = _beside(words, askers, small | {*deed}, head_first=language.questions.head_first)
    return at < len(words), tuple(called), tuple(beside)


def _beside(words: Sequence[str], askers: set[str], edges: frozenset[str], *, head_first: bool) -> Iterator[str]:
    """Yield the words of the noun with which it is asked which: up to a small word or deed, "what *sank* the ferry"."""
    for at, word in enumerate(words):
        if word in askers:
            near = words[max(0, at - 1) : at] if head_first else words[at + 1 : at + 1 + _NOUN]
            yield from takewhile(lambda one: one not in edges, near)
