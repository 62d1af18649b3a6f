"""How many are asked for by number, "which *two* judges", beside how many an article lists."""

from __future__ import annotations

from functools import lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import NAMES
from newsqa.answer.rows import rows
from newsqa.answer.typed import Candidate
from newsqa.languages import load
from newsqa.languages.schema import Language
from newsqa.model import Question
from newsqa.text.numerals import value
from newsqa.text.words import tokens

_LISTED = frozenset({"person", "organisation", "place", "thing"})  # wants that several may answer
_MOST = 100  # more are not asked for by number


def is_of_others(question: Question, line: Line, candidate: Candidate) -> bool:
    """Tell whether a candidate is of a list of others, asked which two voted, the four who did not; or one alone.

    It is not alone where a sentence names as many: "*Ada* plays *Ida* in the final".
    """
    count = _asked(question) if question.wanted in _LISTED and not candidate.kind.startswith("time") else 0
    if not count:
        return False
    row = candidate.told.row if candidate.told else None
    row = row or next((one for one in rows(line) if one.span.meets(candidate.span)), None)
    return len(row.items) != count if row else _named(line) < count


def _named(line: Line) -> int:
    """Return how many a sentence names, those apart who only say it."""
    names = (note for note in line.sentence.notes if note.kind in NAMES)
    return len({note.value for note in names if not any(note.span.meets(said) for said in line.speakers)})


def _asked(question: Question) -> int:
    """Return how many are asked for, by the number with which the noun begins; 0 where none does."""
    noun = tuple(group[0] for group in (*question.sought, *question.focus))
    return _first(question.text, question.language, noun)


@lru_cache(maxsize=256)
def _first(text: str, code: str, noun: tuple[str, ...]) -> int:
    language = load(code)
    small = _small(language)
    word = next((word for word in tokens(text) if word.normal not in small), None)
    count = value(word.text, language.numbers) if word and word.normal in noun else None
    return int(count) if count and 1 < count < _MOST and count == int(count) else 0


def _small(language: Language) -> frozenset[str]:
    """Return the words that may stand before the number: who, which, the names of, the other."""
    askers = (word for forms in language.asking.askers.values() for phrase in forms for word in phrase.split())
    classes = language.questions.classes
    return language.about.function_words | {*askers, *classes["frames_person"], *classes["besides"]}
