"""Find everything in an article that can answer a question."""

from __future__ import annotations

from newsqa.extract import quotes
from newsqa.model import Article, Extraction, Sentence
from newsqa.text.document import Document, annotate

RULES = 1  # counts up whenever the rules change what they find, so that an archive knows what to redo


def extract(article: Article) -> Extraction:
    """Return the sentences, entities, quotes and facts of one article."""
    document = annotate(article)
    return Extraction(
        language=document.language.about.code,
        rules=RULES,
        sentences=_sentences(document),
        quotes=tuple(quotes.find(document)),
    )


def _sentences(document: Document) -> tuple[Sentence, ...]:
    return tuple(Sentence(span=p.span, terms=tuple(t.normal for t in p.tokens)) for p in document.passages)
