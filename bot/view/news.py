"""News for a watch: what was said or done, in which article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.letters import Button, Keyboard
from bot.messages import say
from bot.view.markup import escape, messages, quoted, shortened, source, status, title
from newsqa.model import Article, Span
from newsqa.newsroom import News, Watcher

_SHOWN, _MOST = 5, 500  # pieces of news from one article, characters of each


class Piece(NamedTuple):
    """One piece of news with the article that it stands in."""

    watcher: Watcher
    news: News
    article: Article


def alert(pieces: Sequence[Piece], language: str) -> list[str]:
    """Return news as messages: by watch, in each by article."""
    return messages(list(_blocks(pieces, language)))


def digest(pieces: Sequence[Piece], language: str, hour: str) -> list[str]:
    """Return a day's news as messages, under one heading."""
    return messages([say(language, "digest-head", hour=hour), *_blocks(pieces, language)])


def pause(watcher: Watcher, language: str) -> Keyboard:
    """Return the button under an alert."""
    return ((Button(label=say(language, "button-pause"), data=f"watch:pause:{watcher.id}"),),)


def _blocks(pieces: Sequence[Piece], language: str) -> Iterable[str]:
    ordered = sorted(pieces, key=lambda p: (p.watcher.id, p.news.id))
    for watcher, group in groupby(ordered, key=lambda p: p.watcher):
        head = say(language, "news-head", name=escape(watcher.words))
        for article, inside in groupby(group, key=lambda p: p.article):
            yield f"{head}\n{_told(article, [p.news for p in inside], language)}"


def _told(article: Article, news: Sequence[News], language: str) -> str:
    lines = [_line(article.text, item, language) for item in news[:_SHOWN]]
    if len(news) > _SHOWN:
        lines.append(say(language, "news-more", count=len(news) - _SHOWN))
    where = " · ".join(filter(None, [f"<b>{title(article)}</b>", source(article, language)]))
    return f"{quoted(chr(10).join(lines))}\n{where} · <code>{escape(article.id)}</code>"


def _line(text: str, item: News, language: str) -> str:
    words = escape(shortened(Span(start=item.start, end=item.end).of(text).strip(), _MOST))
    if item.kind == "quote":
        return f"“{words}”" + (f" · {escape(item.speaker)}" if item.speaker else "")
    return " · ".join([f"• {words}", *status(item.status, language)])
