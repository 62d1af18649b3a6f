"""News for a watch: what was said or done, in which article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.letters import MOST_DATA, Button, Keyboard
from bot.messages import clock, say
from bot.view.markup import escape, heading, messages, quoted, shortened, source, status, title
from newsqa.model import Article, Span
from newsqa.newsroom import News, Watcher, enclosed

_SHOWN, _MOST = 5, 500  # pieces of news from one article, characters of each
_OPENED, _LABEL = 4, 40  # articles that have a button, characters of its title


class Piece(NamedTuple):
    """One piece of news with the article that it stands in."""

    watcher: Watcher
    news: News
    article: Article


def alert(pieces: Sequence[Piece], language: str) -> list[str]:
    """Return news as messages: by watch, in each by article."""
    return messages([f"{head}\n{told}" for head, told, _ in _blocks(pieces, language)])


def digest(pieces: Sequence[Piece], language: str, hour: str) -> list[str]:
    """Return a day's news as messages, under one heading."""
    blocks = (f"{head}\n{told} · <code>{escape(a.id)}</code>" for head, told, a in _blocks(pieces, language))
    return messages([say(language, "digest-head", hour=clock(dt.time.fromisoformat(hour), language)), *blocks])


def buttons(watcher: Watcher, pieces: Iterable[Piece], language: str) -> Keyboard:
    """Return the buttons under an alert: its articles, by title where there are several, and a pause."""
    articles = list({piece.article.id: piece.article for piece in pieces}.values())[:_OPENED]
    several = len(articles) > 1
    opened = [
        Button(label=heading(a)[:_LABEL] if several else say(language, "button-article"), data=f"a:article:{a.id}")
        for a in articles
    ]
    pause = Button(label=say(language, "button-pause"), data=f"watch:pause:{watcher.id}")
    shown = [button for button in opened if len(button.data.encode()) <= MOST_DATA]
    return (*((button,) for button in shown), (pause,)) if several else ((*shown, pause),)


def _blocks(pieces: Sequence[Piece], language: str) -> Iterable[tuple[str, str, Article]]:
    """Yield of each article under its watch the heading, what is new or set right, and the article."""
    ordered = sorted(pieces, key=lambda p: (p.watcher.id, p.news.gone is None, p.news.id))
    for (watcher, new), group in groupby(ordered, key=lambda p: (p.watcher, p.news.gone is None)):
        head = say(language, "news-head" if new else "news-corrected", name=escape(watcher.words))
        for article, inside in groupby(group, key=lambda p: p.article):
            yield head, _told(article, [p.news for p in inside], language), article


def _told(article: Article, news: Sequence[News], language: str) -> str:
    lines = [_line(article.text, item, language) for item in news[:_SHOWN]]
    if len(news) > _SHOWN:
        lines.append(say(language, "news-more", count=len(news) - _SHOWN))
    where = " · ".join(filter(None, [f"<b>{title(article)}</b>", source(article, language)]))
    return f"{quoted(chr(10).join(lines))}\n{where}"


def _line(text: str, item: News, language: str) -> str:
    """Return one piece of news; of what was set right, struck out, what was told before."""
    words = shortened(Span(start=item.start, end=item.end).of(text).strip(), _MOST)
    quoted_so = enclosed(text, Span(start=item.start, end=item.end))
    said = _said(escape(words), item, language, marks="“”" if quoted_so else "")
    if item.gone is None:
        return said
    gone = f"<s>{escape(shortened(item.gone, _MOST))}</s>"
    return f"{gone}\n→ {said}" if words else f"{_said(gone, item, language)} · <i>{say(language, 'news-gone')}</i>"


def _said(words: str, item: News, language: str, marks: str = "“”") -> str:
    if item.kind == "quote":
        return f"{marks[:1]}{words}{marks[1:]}" + (f" · {escape(item.speaker)}" if item.speaker else "")
    return " · ".join([f"• {words}", *status(item.status, language)])
