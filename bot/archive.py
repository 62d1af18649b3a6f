"""An article filed: recognised if the archive has it, added if not, redone if its message was edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot import kept, versions
from bot.material import Find
from bot.scene import Scene
from newsqa.errors import UnknownArticleError
from newsqa.model import Article
from newsqa.newsroom import ALIKE, Added, Newsroom, Stored, Version, identifier, sketch

Parts = Sequence[tuple[int, str]]


class Filed(NamedTuple):
    """What became of an article; `before` is what the archive held of it, `known` says that nothing was done.

    Of one that is known `first` is the chat and message that it came in, if it came in one; `differs` says that it came
    in other words this time.
    """

    added: Added
    known: bool = False
    before: Stored | None = None
    first: tuple[int, int] | None = None
    differs: bool = False


async def add(scene: Scene, find: Find) -> Filed:
    """Add an article that messages bring, unless the desk has it. Raises UnreadableArticleError, StoreError."""
    return await file(scene, *find)


async def linked(scene: Scene, link: str, message: int) -> Filed | None:
    """Return the article that the desk has from a page already, and that another message leads to now."""
    scope = scene.standing.scope
    article = await scene.state(lambda state: state.record.linked(scope, link))
    return await _repeated(scene, article, [message]) if article else None


async def file(scene: Scene, row: dict[str, Any], parts: Parts, links: Sequence[str] = ()) -> Filed:
    """Add an article that came in messages, (id, text) each; of one that the desk has, a newer version.

    Raises UnreadableArticleError, StoreError; then nothing is kept.
    """
    scope, known = scene.standing.scope, await _known(scene, row["text"], parts, links)
    stored = await inside(scene, known) if known else None
    if known is None or stored is None:
        return await put(scene, row, parts, links)
    if begun := await changing(scene, known, parts):  # the bot died before this was said
        return await put(scene, versions.renewed(row, begun.before) if begun.before else row, parts, links)
    if "id" not in row and versions.is_newer(row, stored.article, same=known in await _linked(scene, links)):
        await scene.state(lambda state: state.record.superseded(scope, known))
        return await put(scene, versions.renewed(row, stored.article), parts, links)
    filed = await _repeated(scene, known, [number for number, _ in parts])
    await scene.state(lambda state: state.record.link(scope, known, links))
    differs = versions.says_more(row["text"], stored.article.text)
    return filed._replace(differs=differs) if filed else await put(scene, row, parts, links)


async def _repeated(scene: Scene, article: str, messages: Sequence[int]) -> Filed | None:
    """Return an article of the desk that came once more, and where it came first; None where it is gone."""
    scope, chat, stored = scene.standing.scope, scene.place.chat, await inside(scene, article)
    if stored is None:
        return None
    first = await scene.state(lambda state: state.record.first_seen(scope, article))
    await scene.state(lambda state: state.record.repeats(scope, article, chat, messages))
    return Filed(Added(stored.article, stored.extraction), known=True, first=first)


async def put(scene: Scene, row: dict[str, Any], parts: Parts, links: Sequence[str] = ()) -> Filed:
    """Add an article, in place of what the archive held under its id."""
    before = await _before(scene, row, parts)
    added = await scene.newsroom(lambda newsroom: newsroom.add_row(row))
    scope, article, hashes = scene.standing.scope, added.article.id, sketch(row["text"])
    await scene.state(lambda state: state.record.sketch(scope, article, hashes))
    await _remember(scene, article, parts, links)
    if before is None:
        await kept.told(scene, article)
    return Filed(added, before=before)


async def changing(scene: Scene, article: str, parts: Parts) -> Version | None:
    """Return what an article was before these very messages, now in hand, changed it; None where they did not yet."""
    scope, cause = scene.standing.scope, _cause(scene, parts)
    version = await scene.state(lambda state: state.record.version(scope, article)) if scene.cause else None
    return version if version and version.cause == cause else None


def _cause(scene: Scene, parts: Parts) -> str:
    return f"{scene.cause}:{parts[0][0]}" if parts else scene.cause


async def _before(scene: Scene, row: dict[str, Any], parts: Parts) -> Stored | None:
    """Return an article as it is before it is put, and note that; if the bot died after, as it was then."""
    article = row.get("id") or identifier(row["text"])
    begun = await changing(scene, article, parts)
    if begun:
        return await _read(scene, begun.before)
    before = await inside(scene, article) if "id" in row else None
    scope, cause, was = scene.standing.scope, _cause(scene, parts), before.article if before else None
    await scene.state(lambda state: state.record.changing(scope, article, cause, was))
    return before


async def _read(scene: Scene, article: Article | None) -> Stored | None:
    return await scene.inside(lambda newsroom: newsroom.reading(article)) if article else None


def known(stored: Stored) -> Filed:
    """Return that an article is there as it came."""
    return Filed(Added(stored.article, stored.extraction), known=True)


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


async def _known(scene: Scene, text: str, parts: Parts, links: Sequence[str]) -> str | None:
    """Return the article that a text is, by its first post, its words, or words nearly the same."""
    scope, hashes = scene.standing.scope, sketch(text)
    candidates = [identifier(text)]
    candidates += await _linked(scene, links)
    alike = await scene.state(lambda state: state.record.alike(scope, hashes))
    if alike and alike[1] >= ALIKE * len(hashes):
        candidates.append(alike[0])
    chat, numbers = scene.place.chat, [number for number, _ in parts]
    own = await scene.state(lambda state: state.record.made_of(scope, chat, numbers))
    for article in candidates:
        if article in own and await changing(scene, article, parts) is None:
            continue
        if await inside(scene, article):
            return article
    return None


async def _linked(scene: Scene, links: Sequence[str]) -> list[str]:
    """Return the articles that the desk has from posts and pages."""
    scope = scene.standing.scope
    found = await scene.state(lambda state: [state.record.linked(scope, link) for link in links])
    return [article for article in found if article]


async def _remember(scene: Scene, article: str, parts: Parts, links: Sequence[str]) -> None:
    scope, chat = scene.standing.scope, scene.place.chat
    await scene.state(lambda state: state.record.holds(scope, article, chat, parts))
    await scene.state(lambda state: state.record.link(scope, article, links))
