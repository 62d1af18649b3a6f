"""Find everything in an article that can answer a question."""

from __future__ import annotations

from collections.abc import Iterator

from newsqa.extract import quotes
from newsqa.model import Article, Extraction, Note, Sentence
from newsqa.text import numbers, times
from newsqa.text.document import Document, Passage, annotate
from newsqa.text.terms import index_terms

RULES = 1  # counts up whenever the rules change what they find, so that an archive knows what to redo


def extract(article: Article) -> Extraction:
    """Return the sentences, entities, quotes and facts of one article."""
    document = annotate(article)
    return Extraction(
        language=document.language.about.code,
        rules=RULES,
        sentences=tuple(_sentence(document, passage) for passage in document.passages),
        quotes=tuple(quotes.find(document)),
    )


def _sentence(document: Document, passage: Passage) -> Sentence:
    return Sentence(
        span=passage.span,
        terms=index_terms(passage.tokens, document.language.about.code),
        notes=tuple(_notes(document, passage)),
    )


def _notes(document: Document, passage: Passage) -> Iterator[Note]:
    """Yield the times of a sentence, then the numbers that are not part of one."""
    text, start, end = document.text, passage.span.start, passage.span.end
    dated = times.find(text, start, end, document.language, document.article.day)
    for time in dated:
        days = f"{time.since}/{time.until}" if time.since and time.since != time.until else str(time.since or "")
        yield Note(span=time.span, kind=f"time.{time.kind}", value=days or None)
    for number in numbers.find(text, start, end, document.language):
        if not any(number.span.meets(time.span) for time in dated):
            head = number.counted.of(text) if number.counted else None
            yield Note(span=number.full, kind=f"number.{number.kind}", value=f"{number.value:g}", head=head)
