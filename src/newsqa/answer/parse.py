"""A question's words, read: what is wanted, about whom, about what."""

from __future__ import annotations

from newsqa.languages import load
from newsqa.model import Question
from newsqa.text.languages import recognise
from newsqa.text.words import tokens


def parse(text: str) -> Question:
    """Return the question as it was read."""
    code = recognise(text)
    language = load(code)
    terms = tuple((t.normal,) for t in tokens(text) if t.normal not in language.questions.stop)
    return Question(text=text, language=code, wanted="thing", terms=terms)
