"""An article filed from outside of the chats: recognised if the desk has it, added if not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsqa.errors import UnknownArticleError
from newsqa.given import identifier
from newsqa.model import Article
from newsqa.newsroom import Added, Newsroom, State
from newsqa.text.sketch import ALIKE, sketch


def file(newsroom: Newsroom, state: State, row: dict[str, Any], links: Sequence[str]) -> Added:
    """Return the article that the desk has by a link, by its words or by words nearly the same; else add it.

    Raises UnreadableArticleError, StoreError; then nothing is kept.
    """
    added = _known(newsroom, state, row["text"], links)
    if added is None:
        added = newsroom.add_row(row)
        state.record.sketch(newsroom.scope, added.article.id, sketch(row["text"]))
    state.record.link(newsroom.scope, added.article.id, links)
    return added


def counting(newsroom: Newsroom, articles: Iterable[Article], counts: Counter[str]) -> Iterator[Article]:
    """Yield articles about to be added, and count which will be `added`, which `updated`, and which are `known`."""
    texts: dict[str, str] = {}
    for article in articles:
        before = texts.get(article.id) or _text(newsroom, article.id)
        counts["added" if before is None else "known" if before == article.text else "updated"] += 1
        texts[article.id] = article.text
        yield article


def _text(newsroom: Newsroom, article: str) -> str | None:
    try:
        return newsroom.show(article).article.text
    except UnknownArticleError:
        return None


def _known(newsroom: Newsroom, state: State, text: str, links: Sequence[str]) -> Added | None:
    scope, hashes = newsroom.scope, sketch(text)
    candidates = [identifier(text), *(state.record.linked(scope, link) for link in links)]
    alike = state.record.alike(scope, hashes)
    if alike and alike[1] >= ALIKE * len(hashes):
        candidates.append(alike[0])
    for article in filter(None, candidates):
        try:
            stored = newsroom.show(article)
        except UnknownArticleError:
            continue
        return Added(stored.article, stored.extraction, known=True)
    return None
