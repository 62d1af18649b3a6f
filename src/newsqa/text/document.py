"""One article with everything that can be seen in its text before it is understood."""

from __future__ import annotations

from dataclasses import dataclass

from newsqa.languages import load
from newsqa.languages.schema import Language
from newsqa.model import Article, Span
from newsqa.text import clean, languages, sentences, words


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with its words; `paragraph` counts the paragraphs of the article from 0."""

    index: int
    paragraph: int
    span: Span
    tokens: tuple[words.Token, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article, its language, and its sentences, boilerplate left out."""

    article: Article
    language: Language
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.article.text


def annotate(article: Article) -> Document:
    """Return the article with its sentences and words."""
    language = load(article.language or languages.recognise(article.text))
    paragraphs = clean.paragraphs(article.text, language)
    found = [(n, span) for n, p in enumerate(paragraphs) for span in sentences.sentences(article.text, p, language)]
    passages = tuple(
        Passage(i, n, span, tuple(words.tokens(article.text, span.start, span.end)))
        for i, (n, span) in enumerate(found)
    )
    return Document(article, language, tuple(paragraphs), passages)
