"""One article with everything that can be seen in its text before it is understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsqa.languages import CODES, load
from newsqa.languages.schema import Language
from newsqa.model import Article, Span
from newsqa.text import clean, languages, marks, sentences, times, words


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with its words; `paragraph` counts the paragraphs of the article from 0."""

    index: int
    paragraph: int
    span: Span
    tokens: tuple[words.Token, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article, its language, its sentences, boilerplate left out, and what stands in quotation marks."""

    article: Article
    language: Language
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]
    marked: tuple[marks.Marked, ...] = ()
    # from which "yesterday" counts: the publishing day, else the first full date in the text
    day: dt.date | None = None

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.article.text


def annotate(article: Article) -> Document:
    """Return the article with its sentences and words."""
    code = article.language if article.language in CODES else languages.recognise(article.text)
    language = load(code)
    lines = clean.paragraphs(article.text, language)
    paragraphs = [line for line in lines if not _is_title(line.of(article.text), article)] or lines
    marked = marks.find(article.text, paragraphs)
    found = [(n, span) for n, p in enumerate(paragraphs) for span in _sentences(article.text, p, language, marked)]
    passages = tuple(
        Passage(i, n, span, tuple(words.tokens(article.text, span.start, span.end)))
        for i, (n, span) in enumerate(found)
    )
    day = article.day or _dated(article.text, language)
    return Document(article, language, tuple(paragraphs), passages, tuple(marked), day)


def _sentences(text: str, paragraph: Span, language: Language, marked: list[marks.Marked]) -> list[Span]:
    return sentences.sentences(text, paragraph, language, marks.within(marked, paragraph))


def _is_title(line: str, article: Article) -> bool:
    """Tell whether a line only repeats the title, which founds no name and answers nothing by itself."""
    return article.title is not None and line.lstrip("# ").strip() == article.title.strip()


def _dated(text: str, language: Language) -> dt.date | None:
    found = times.find(text, 0, len(text), language)
    return next((time.since for time in found if time.kind == "day" and time.since), None)
