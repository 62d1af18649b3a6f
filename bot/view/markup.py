"""The pieces that every view is made of: escaped words, sources, blockquotes, messages that fit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from html import escape, unescape

from bot.messages import day, say
from newsqa.model import Article, Span, Status

__all__ = [
    "escape",
    "fits",
    "heading",
    "marked",
    "messages",
    "plainly",
    "quoted",
    "shortened",
    "source",
    "status",
    "title",
]

_LIMIT = 4096 - 300  # UTF-16 units, with room for a line above and below
_TAG = re.compile(r"<[^<>]*>")
_LONG = 300  # characters; a longer evidence is folded away behind its first lines
MOST = 1200  # characters of one evidence; of a longer one only what stands around the answer is shown
_PLAIN: frozenset[Status] = frozenset({"happened", "said"})  # statuses that need no warning
_WEB = ("http://", "https://")


def source(article: Article, language: str) -> str:
    """Return outlet, date and link of an article, whichever there are."""
    parts = [escape(article.outlet)] if article.outlet else []
    parts += [day(article.day, language)] if article.day else []
    url = article.url or ""
    parts += [f'<a href="{escape(url)}">{say(language, "link")}</a>'] if url.startswith(_WEB) else []
    return " · ".join(parts)


def heading(article: Article) -> str:
    """Return the title, or the first words of an article without one."""
    return textwrap.shorten(article.title or article.text[:400], 120, placeholder=" …")


def title(article: Article) -> str:
    """Return the title as markup."""
    return escape(heading(article))


def shortened(words: str, most: int) -> str:
    """Return words, cut between two of them where they are many."""
    return words if len(words) <= most else words[:most].rsplit(None, 1)[0] + " …"


def status(value: Status, language: str) -> list[str]:
    """Return the warning that goes with what is not plain fact."""
    return [] if value in _PLAIN else [f"<i>{say(language, value)}</i>"]


def quoted(markup: str) -> str:
    """Return a blockquote, folded where it is long."""
    return f"<blockquote{' expandable' if len(markup) > _LONG else ''}>{markup}</blockquote>"


def marked(text: str, evidence: Span, spans: Iterable[Span], most: int = MOST) -> str:
    """Return the evidence as it stands in `text`, with the spans inside it underlined; `most` characters of it."""
    inside = sorted({span for span in spans if evidence.holds(span) and span != evidence}, key=lambda s: s.start)
    shown = _window(evidence, inside[0] if inside else evidence, most)
    pieces, at = [], shown.start
    for span in inside:
        if at <= span.start and span.end <= shown.end:
            pieces += [escape(text[at : span.start]), f"<u>{escape(span.of(text))}</u>"]
            at = span.end
    pieces.append(escape(text[at : shown.end]))
    before, after = ("… " if shown.start > evidence.start else ""), (" …" if shown.end < evidence.end else "")
    return f"{before}{''.join(pieces).strip()}{after}"


def _window(evidence: Span, around: Span, most: int) -> Span:
    """Return as much of a long evidence as a phone shows, with the answer in it."""
    if len(evidence) <= most:
        return evidence
    start = max(evidence.start, min(around.start - most // 3, evidence.end - most))
    return Span(start=start, end=min(evidence.end, start + most))


def fits(markup: str) -> bool:
    """Tell whether Telegram takes a text in one message: 4,096 UTF-16 units of what is left once it is parsed."""
    return len(unescape(_TAG.sub("", markup)).encode("utf-16-le")) // 2 <= _LIMIT


def plainly(markup: str, most: int) -> str:
    """Return the words of a text without its markup, cut where they are many."""
    return escape(shortened(unescape(_TAG.sub("", markup)), most))


def messages(blocks: Sequence[str], gap: str = "\n\n", most: int = 4) -> list[str]:
    """Return blocks as messages that Telegram takes, no block cut in two; at most so many messages.

    A block must fit by itself: what it shows is to be shortened before it is marked up.
    """
    filled: list[str] = []
    for block in blocks:
        if filled and fits(filled[-1] + gap + block):
            filled[-1] += gap + block
        elif len(filled) < most:
            filled.append(block)
        else:
            break
    return filled
