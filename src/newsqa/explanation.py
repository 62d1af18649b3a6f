"""Why a reply says what it says, for `newsqa why`."""

from __future__ import annotations

from newsqa.model import Answer, Question, Value


class Weighed(Value):
    """One candidate of an explanation: the answer it would be, whether it answers, and what its score is made of."""

    answer: Answer
    answers: bool
    parts: dict[str, float]


class Explanation(Value):
    """Why a reply says what it says: the question as read, the path taken, the articles and candidates looked at.

    `articles` are ids with how much of the question each says; `candidates` best first.
    """

    question: Question
    path: str
    articles: tuple[tuple[str, float], ...]
    candidates: tuple[Weighed, ...]
