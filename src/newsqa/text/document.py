"""One article with everything that can be seen in its text before it is understood."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from newsqa.languages import CODES, load
from newsqa.languages.schema import Language
from newsqa.model import Article, Span
from newsqa.text import clean, languages, marks, sentences, times, words

_HEAD = 3  # sentences in which an article gives its own day
_OLD = dt.timedelta(days=10)  # before it was sent, from which a day makes an old text
_DATELINE = 40  # characters in which the date of a dateline stands
_FIRST = 4  # lines in which an article gives its day
_BESIDE = 25  # characters that may stand in one line with nothing but a day
_DASH = re.compile(r"[^\n]{0,30}? [-–—]{1,2} ")


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
    # from which "yesterday" counts: the publishing day, else the first full date in the text; of an old text that was
    # sent lately the day that it gives itself
    day: dt.date | None = None

    @property
    def text(self) -> str:
        """Return the article's text, in which every span counts."""
        return self.article.text


def annotate(article: Article, *, dated: bool = False) -> Document:
    """Return the article with its sentences and words; one that was `dated` by somebody has no day of its own."""
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
    own = None if dated else _own_day(article, passages[:_HEAD], language)
    day = own or article.day or _dated(article.text, language)
    return Document(article, language, tuple(paragraphs), passages, tuple(marked), day)


def told_day(article: Article) -> dt.date | None:
    """Return the day that an article gives itself, in its dateline or in a line of its own at its head."""
    text = article.text
    head = [line for line in text.splitlines() if line.strip()][:_FIRST]
    language = load(article.language if article.language in CODES else languages.recognise(text))
    found = times.find(text, 0, text.find(head[-1]) + len(head[-1]) if head else 0, language)
    return next((t.since for t in found if t.kind == "day" and t.since and _dates(text, t.span)), None)


def _dates(text: str, day: Span) -> bool:
    """Tell whether a day stands where it dates the article: before the dash of a dateline, or alone in its line."""
    start = text.rfind("\n", 0, day.start) + 1
    line = text[start:].partition("\n")[0].strip()
    dateline = day.end - start < _DATELINE and _DASH.match(text, day.end)
    return bool(dateline) or len(line) - len(day) <= _BESIDE


def _sentences(text: str, paragraph: Span, language: Language, marked: list[marks.Marked]) -> list[Span]:
    return sentences.sentences(text, paragraph, language, marks.within(marked, paragraph))


def _is_title(line: str, article: Article) -> bool:
    """Tell whether a line only repeats the title, which founds no name and answers nothing by itself."""
    return article.title is not None and line.lstrip("# ").strip() == article.title.strip()


def _own_day(article: Article, head: tuple[Passage, ...], language: Language) -> dt.date | None:
    """Return the day of an old text: one that its dateline gives, or a weekday with its date, long before it was sent.

    None where there is none: what is told of a day long ago is no old text, and names no weekday with it.
    """
    if article.day is None or not head:
        return None
    latest = article.day - _OLD
    found = times.find(article.text, head[0].span.start, head[-1].span.end, language)
    own = (t.since for t in found if t.kind == "day" and _is_own(article.text, t, head[0].span.start, language))
    return next((day for day in own if day and day < latest), None)


def _is_own(text: str, time: times.Time, start: int, language: Language) -> bool:
    first, *_ = words.tokens(text, time.span.start, time.span.end)
    led = first.normal in map(words.normalise, language.times.weekdays)
    return led or (time.span.end - start < _DATELINE and bool(_DASH.match(text, time.span.end)))


def _dated(text: str, language: Language) -> dt.date | None:
    found = times.find(text, 0, len(text), language)
    return next((time.since for time in found if time.kind == "day" and time.since), None)
