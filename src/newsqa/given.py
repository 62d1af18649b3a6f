"""What people give: rows that describe articles, and questions as they are typed."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import ValidationError

from newsqa.errors import UnreadableArticleError, UnreadableQuestionError
from newsqa.model import Article
from newsqa.read import plain as plain_text
from newsqa.text import disguises

LONGEST_QUESTION = 1_000  # characters; what is longer is an article, not a question


def article_of(row: dict[str, Any]) -> Article:
    """Return the article that a plain row describes. Raises UnreadableArticleError where it is not one."""
    known = {key: row[key] for key in Article.model_fields if row.get(key) is not None}
    if not isinstance(known.get("text"), str):
        raise UnreadableArticleError("there is no text", "empty")
    made = {"id": identifier(known["text"]), "title": plain_text.title_of(known["text"])}
    try:
        article = Article(**{**made, **known})
    except ValidationError as error:
        raise UnreadableArticleError(
            "; ".join(f"{e['loc'][0]}: {e['msg']}" for e in error.errors()),
            "field",
            {"name": str(error.errors()[0]["loc"][0])},
        ) from error
    plain_text.checked(article.text)
    return article


def identifier(text: str) -> str:
    """Return the id of an article that came without one: the same text has the same id."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def readable(question: str) -> str:
    """Return a question as it is seen, without stray space. Raises UnreadableQuestionError."""
    seen = disguises.plain(question).text
    text = " ".join("".join(c if c.isprintable() else " " for c in seen).split())
    if not any(c.isalnum() for c in text):
        raise UnreadableQuestionError("there are no words in the question")
    if len(text) > LONGEST_QUESTION:
        raise UnreadableQuestionError(
            f"the question is too long ({len(text):,} characters; at most {LONGEST_QUESTION:,})"
        )
    return text
