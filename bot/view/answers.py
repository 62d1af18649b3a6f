"""Replies to questions: the words, how sure they are, the sentence they stand in, where it is from."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.letters import Button, Keyboard
from bot.messages import day, say
from bot.view.markup import escape, fits, marked, quoted, shortened, source, status, title
from newsqa.model import Answer, Span
from newsqa.newsroom import enclosed

PAGE = 3  # answers that a phone shows without scrolling past the question
_LONGEST = 600  # characters of an answer above its sentence
_LESS = (1200, 600, 300, 120)  # characters of one evidence, as many as fit into one message
_YES, _NO = frozenset({"yes", "ya"}), frozenset({"no", "tidak"})


class Page(NamedTuple):
    """One page of what was found: with `context` each answer in its paragraph; `asked` where a question was put."""

    number: int = 0
    context: bool = False
    asked: bool = True

    def of(self, answers: Sequence[Answer]) -> list[tuple[int, Answer]]:
        """Return the answers that the page shows, each with its place among all."""
        return list(enumerate(answers))[self.number * PAGE : (self.number + 1) * PAGE]


_FIRST = Page()


def found(answers: Sequence[Answer], language: str, page: Page = _FIRST) -> str:
    """Return one page of answers. Of what is too long, as much as fits."""
    pages = (_page(answers, language, page, most) for most in _LESS)
    return next((text for text in pages if fits(text)), _page(answers, language, page, _LESS[-1]))


def _page(answers: Sequence[Answer], language: str, page: Page, most: int) -> str:
    """Return answers under their numbers, what stands in the same sentence together, one source for each article."""
    blocks = []
    for _, inside in groupby(page.of(answers), key=lambda pair: pair[1].evidence.article.id):
        placed = list(inside)
        for _, group in groupby(placed, key=lambda pair: pair[1].evidence.span):
            places, together = zip(*group, strict=True)
            numbers = [place + 1 for place in places] if len(answers) > 1 else ()
            blocks.append(_together(together, numbers, language, most, context=page.context))
        blocks[-1] += "\n" + _source(placed[0][1], language)
    return "\n\n".join(blocks)


def untold(shown: Sequence[Answer], language: str) -> str:
    """Return that what was shown does not say more, with what was shown."""
    return "\n\n".join([say(language, "not-told"), f"{_evidence(shown[:1])}\n{_source(shown[0], language)}"])


def nothing(closest: Sequence[Answer], language: str) -> str:
    """Return that the archive does not say, and what comes closest in it."""
    lines = [say(language, "not-on-record")]
    if closest:
        lines += [say(language, "closest"), f"{_evidence(closest[:1])}\n{_source(closest[0], language)}"]
    return "\n\n".join(lines)


def buttons(turn: int, answers: Sequence[Answer], language: str, page: Page = _FIRST) -> Keyboard:
    """Return the buttons under a page of answers; each carries the id of the question, or look-up, and a number."""
    wider = "less" if page.context else "context"
    first = [Button(label=say(language, f"button-{wider}"), data=f"t:{wider}:{turn}:{page.number}")]
    if any(a.speaker for a in answers):
        first.append(Button(label=say(language, "button-voices"), data=f"t:voices:{turn}:0"))
    last = list(_turning(turn, len(answers), language, page.number))
    if page.asked:
        last.append(Button(label=say(language, "button-wrong"), data=f"t:wrong:{turn}:0"))
    articles = _articles(turn, page.of(answers), language)
    rows = ([*first, *articles], last) if len(articles) == 1 else (first, articles, last)
    return tuple(tuple(row) for row in rows if row)


def _articles(turn: int, shown: Iterable[tuple[int, Answer]], language: str) -> list[Button]:
    """Return a button for each article of a page, under the number of the first answer that stands in it."""
    first: dict[str, int] = {}
    for place, value in shown:
        first.setdefault(value.evidence.article.id, place)
    label, several = say(language, "button-article"), len(first) > 1
    return [
        Button(label=f"{label} {place + 1}" if several else label, data=f"t:article:{turn}:{mark(article)}")
        for article, place in first.items()
    ]


def mark(article: str) -> str:
    """Return by what a button names an article, whose id may be long."""
    return f"{zlib.crc32(article.encode()):08x}"


def _turning(turn: int, count: int, language: str, page: int) -> Iterable[Button]:
    if page > 0:
        yield Button(label=say(language, "button-back"), data=f"t:page:{turn}:{page - 1}")
    left = count - (page + 1) * PAGE
    if left > 0:
        yield Button(label=say(language, "button-more", count=left), data=f"t:page:{turn}:{page + 1}")


def _together(answers: Sequence[Answer], numbers: Sequence[int], language: str, most: int, *, context: bool) -> str:
    """Return answers that stand in the same sentence, the sentence once."""
    heads = [_head(answer, language) for answer in answers]
    if numbers:
        heads = [f"{number}. {head}".strip() for number, head in zip(numbers, heads, strict=True)]
    return "\n".join(filter(None, [*heads, _evidence(answers, most, context=context)]))


def _evidence(answers: Sequence[Answer], most: int = _LESS[0], *, context: bool = False) -> str:
    evidence = answers[0].evidence
    text = evidence.article.text
    shown = around(text, evidence.span) if context else evidence.span
    return quoted(marked(text, shown, (a.span for a in answers if a.span), most))


def _source(value: Answer, language: str) -> str:
    article = value.evidence.article
    return source(article, language) or title(article)


def cited(value: Answer, language: str) -> str:
    """Return one answer as a message that stands by itself: its words, its sentence, its source."""
    return f"{_together([value], (), language, _LESS[0], context=False)}\n{_source(value, language)}"


def around(text: str, span: Span) -> Span:
    """Return the paragraph around a span; where that is no more than the span, with the paragraphs beside it."""
    own = _paragraphs(text, span)
    if own.of(text).strip() != span.of(text).strip():
        return own
    before, after = len(text[: own.start].rstrip()), len(text) - len(text[own.end :].lstrip())
    return _paragraphs(text, Span(start=max(before - 1, 0), end=min(after + 1, len(text))))


def _paragraphs(text: str, span: Span) -> Span:
    """Return the lines that a span touches."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start=start, end=len(text) if end < 0 else end)


def _head(value: Answer, language: str) -> str:
    """Return an answer's words and what is to be known of them; a sentence says its words itself."""
    says_itself = value.text == value.evidence.words
    words = [] if says_itself else [f"<b>{escape(shortened(_words(value, language), _LONGEST))}</b>"]
    return " · ".join([*words, *_asides(value, language, bare=says_itself)])


def _words(value: Answer, language: str) -> str:
    if value.text in _YES | _NO:
        return say(language, "yes" if value.text in _YES else "no")
    return said(value)


def said(value: Answer) -> str:
    """Return an answer's words, in quotation marks where the article has them so: what it retells is no quotation."""
    span, text = value.span, value.evidence.article.text
    marked = value.kind == "quote" and span is not None and enclosed(text, span)
    return f"“{value.text}”" if marked else value.text


def _asides(value: Answer, language: str, *, bare: bool) -> Iterable[str]:
    """Yield the day, the speaker and the status of an answer; with `bare` the day even of words that name it."""
    if value.day and (bare or str(value.day.year) not in value.text):
        yield _dated(value.day, "" if bare else value.text, language)
    if value.speaker and value.kind == "quote":
        yield escape(value.speaker)
    if value.kind == "quote" and value.status == "denied":  # the words deny, nobody denies them
        yield f"<i>{say(language, 'denial')}</i>"
    elif not (value.text in _NO and value.status == "negated"):  # a no says so itself
        yield from status(value.status, language)


def _dated(value: dt.date, words: str, language: str) -> str:
    """Return a day, of one that the words begin to name the rest: "4 April · 2026"."""
    whole = day(value, language)
    rest = whole.removeprefix(words).strip()
    return rest if words and rest.isdecimal() else whole
