"""An article filed: recognised if the archive has it, added if not, redone if its message was edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.scene import Scene
from newsqa.errors import UnknownArticleError
from newsqa.newsroom import ALIKE, Added, Newsroom, Stored, identifier, sketch

Parts = Sequence[tuple[int, str]]


class Filed(NamedTuple):
    """What became of an article; `before` is what the archive held of it, `known` says that nothing was done."""

    added: Added
    known: bool = False
    before: Stored | None = None


async def file(scene: Scene, row: dict[str, Any], parts: Parts, link: str | None = None) -> Filed:
    """Add an article that came in messages, (id, text) each, unless the desk has it.

    Raises UnreadableArticleError, StoreError; then nothing is kept.
    """
    known = await _known(scene, row["text"], parts, link)
    if known:
        stored = await scene.inside(lambda newsroom: newsroom.show(known))
        await _remember(scene, known, parts, link)
        return Filed(Added(stored.article, stored.extraction), known=True)
    return await put(scene, row, parts, link)


async def put(scene: Scene, row: dict[str, Any], parts: Parts, link: str | None = None) -> Filed:
    """Add an article, in place of what the archive held under its id."""
    before = await inside(scene, row["id"]) if "id" in row else None
    added = await scene.newsroom(lambda newsroom: newsroom.add_row(row))
    scope, article, hashes = scene.standing.scope, added.article.id, sketch(row["text"])
    await scene.state(lambda state: state.record.sketch(scope, article, hashes))
    await _remember(scene, article, parts, link)
    return Filed(added, before=before)


async def held(scene: Scene, article: str) -> Stored | None:
    """Return an article of the desk, None where it has none of that id that may be shown here."""
    return await scene.newsroom(lambda newsroom: shown(newsroom, article))


async def inside(scene: Scene, article: str) -> Stored | None:
    """Return an article of the desk, under embargo or not: to work on, not to show."""
    return await scene.inside(lambda newsroom: shown(newsroom, article))


def shown(newsroom: Newsroom, article: str) -> Stored | None:
    """Return an article of a newsroom, None where it shows none of that id."""
    try:
        return newsroom.show(article)
    except UnknownArticleError:
        return None


async def remove(scene: Scene, article: str) -> None:
    """Remove an article and all that is known of where it came from. Raises UnknownArticleError."""
    scope = scene.standing.scope
    await scene.newsroom(lambda newsroom: newsroom.delete(article))
    await scene.state(lambda state: state.record.forget(scope, article))


async def _known(scene: Scene, text: str, parts: Parts, link: str | None) -> str | None:
    """Return the article that a text is, by its first post, its words, or words nearly the same."""
    scope, hashes = scene.standing.scope, sketch(text)
    candidates = [identifier(text)]
    if link and (linked := await scene.state(lambda state: state.record.linked(scope, link))):
        candidates.append(linked)
    alike = await scene.state(lambda state: state.record.alike(scope, hashes))
    if alike and alike[1] >= ALIKE * len(hashes):
        candidates.append(alike[0])
    chat, numbers = scene.place.chat, [number for number, _ in parts]
    own = await scene.state(lambda state: [state.record.article_in(scope, chat, number) for number in numbers])
    for article in candidates:
        if article not in own and await inside(scene, article):
            return article
    return None


async def _remember(scene: Scene, article: str, parts: Parts, link: str | None) -> None:
    scope, chat = scene.standing.scope, scene.place.chat
    await scene.state(lambda state: state.record.holds(scope, article, chat, parts))
    if link:
        await scene.state(lambda state: state.record.link(scope, article, link))
