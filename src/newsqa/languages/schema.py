"""What a language folder may hold: one model a file, no field that is not named here."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """A frozen table of language data that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class About(Data):
    """The language itself: its code, its name in itself, and the words by which it is recognised."""

    code: str
    name: str
    function_words: tuple[str, ...]


class Sentences(Data):
    """Where sentences end, and where they only seem to."""

    abbreviations: tuple[str, ...]


class Boilerplate(Data):
    """Lines that a site puts between paragraphs; a line that starts so, or is so, is never evidence."""

    starts: tuple[str, ...]
    lines: tuple[str, ...]


class Reporting(Data):
    """Words that report speech."""

    cues: tuple[str, ...]


class Questions(Data):
    """Words that ask, and words that say nothing in a question."""

    wanted: dict[str, tuple[str, ...]]
    stop: tuple[str, ...]


class Language(Data):
    """Everything newsqa knows of one language."""

    about: About
    sentences: Sentences
    boilerplate: Boilerplate
    reporting: Reporting
    questions: Questions
