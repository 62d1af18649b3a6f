"""Answers and articles as Telegram HTML and keyboards: the only markup there is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.messages import day, say
from newsqa.model import Answer, Article, Quote, Reply, Span
from newsqa.newsroom import Added, Stored

MOST_ANSWERS = 4  # what a phone shows without scrolling past the question
_LONG = 300  # characters; a longer evidence is folded away behind its first lines
_PLAIN = frozenset({"happened", "said"})  # statuses that need no warning
_WEB = ("http://", "https://")
_FULL = 4096 - 200  # characters of one message, some kept for entities that grow when they are escaped


def reply(value: Reply, language: str) -> str:
    """Return a reply: its answers, or that there is none and what comes closest."""
    if value.found:
        return _fitting([answer(a, language) for a in value.answers], language)
    lines = [say(language, "not-on-record")]
    if value.closest:
        lines += [say(language, "closest"), answer(value.closest[0], language)]
    return "\n\n".join(lines)


def answer(value: Answer, language: str) -> str:
    """Return one answer: the words in bold, how sure they are, the evidence with the words marked, and the source."""
    head = [f"<b>{escape(_headline(value, language))}</b>", *_asides(value, language)]
    evidence = _quoted(_marked(value), value.evidence.words)
    return f"{' · '.join(head)}\n{evidence}\n{source(value.evidence.article, language)}"


def source(article: Article, language: str) -> str:
    """Return outlet, date and link of an article, whichever there are, else its id."""
    parts = [escape(article.outlet)] if article.outlet else []
    parts += [day(article.day, language)] if article.day else []
    url = article.url or ""
    parts += [f'<a href="{escape(url)}">{say(language, "link")}</a>'] if url.startswith(_WEB) else []
    return " · ".join(parts) or f"<code>{escape(article.id)}</code>"


def added(value: Added, language: str) -> str:
    """Return in a few lines what an article holds."""
    title = escape(heading(value.article))
    if value.known:
        return say(language, "added-known", title=title)
    found = value.extraction
    people = [escape(entity.name) for entity in found.entities if entity.kind == "person"][:5]
    return say(
        language,
        "added",
        title=title,
        about=f"{source(value.article, language)} · <code>{escape(value.article.id)}</code>",
        quotes=len(found.quotes),
        facts=len(found.facts),
        people=", ".join(people) or "none",
    )


def added_buttons(value: Added, language: str) -> InlineKeyboardMarkup:
    """Return the buttons under the summary of an article."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(say(language, f"button-{what}"), callback_data=f"{what}:{value.article.id}"[:64])
                for what in ("quotes", "facts")
            ]
        ]
    )


def stored(value: Stored, language: str) -> str:
    """Return an article: its title, source and the beginning of its text, folded."""
    text = textwrap.shorten(value.article.text, 3000, placeholder=" …")
    return f"<b>{escape(heading(value.article))}</b>\n{source(value.article, language)}\n{_quoted(escape(text), text)}"


def quotes(value: Stored, language: str) -> str:
    """Return the quotations of an article, speaker first."""
    if not value.extraction.quotes:
        return say(language, "no-quotes")
    return _fitting([_quote(q, value.article) for q in value.extraction.quotes], language, len(value.extraction.quotes))


def facts(value: Stored, language: str) -> str:
    """Return the facts of an article, each as it stands."""
    if not value.extraction.facts:
        return say(language, "no-facts")
    spans = dict.fromkeys((fact.span, fact.status) for fact in value.extraction.facts)
    lines = [
        " ".join(["• " + escape(span.of(value.article.text)), *_status(status, language)]) for span, status in spans
    ]
    return _fitting(lines, language, len(lines))


def title(article: Article) -> str:
    """Return the title as markup."""
    return escape(heading(article))


def heading(article: Article) -> str:
    """Return the title, or the first words of an article without one."""
    return article.title or textwrap.shorten(article.text, 80, placeholder=" …")


def _headline(value: Answer, language: str) -> str:
    if value.text in {"yes", "no", "ya", "tidak"}:
        return say(language, "yes" if value.text in {"yes", "ya"} else "no")
    return f"“{value.text}”" if value.kind == "quote" else value.text


def _asides(value: Answer, language: str) -> Iterable[str]:
    if value.day and str(value.day.year) not in value.text:
        yield day(value.day, language)
    if value.speaker and value.kind == "quote":
        yield escape(value.speaker)
    yield from _status(value.status, language)


def _status(status: str, language: str) -> Iterable[str]:
    if status not in _PLAIN:
        yield f"<i>{say(language, status)}</i>"


def _marked(value: Answer) -> str:
    words, evidence, span = value.evidence.words, value.evidence.span, value.span
    if span is None or not evidence.holds(span) or span == evidence:
        return escape(words)
    inner = Span(start=span.start - evidence.start, end=span.end - evidence.start)
    return f"{escape(words[: inner.start])}<u>{escape(inner.of(words))}</u>{escape(words[inner.end :])}"


def _quoted(markup: str, plain: str) -> str:
    return f"<blockquote{' expandable' if len(plain) > _LONG else ''}>{markup}</blockquote>"


def _quote(value: Quote, article: Article) -> str:
    speaker = f"<b>{escape(value.speaker)}</b>: " if value.speaker else ""
    return f"{speaker}“{escape(value.words.of(article.text))}”"


def _fitting(blocks: list[str], language: str, most: int = MOST_ANSWERS) -> str:
    """Return as many blocks as one message holds, never a part of one, and how many are left."""
    taken: list[str] = []
    for block in blocks[:most]:
        if sum(map(len, taken)) + len(block) > _FULL and taken:
            break
        taken.append(block)
    left = len(blocks) - len(taken)
    return "\n\n".join([*taken, *([say(language, "more", count=left)] if left else [])])
