"""When articles were edited, and what that changed: said where somebody looks at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.messages import moment
from bot.scene import Scene
from bot.view import articles
from bot.view.markup import title
from newsqa.model import Article
from newsqa.newsroom import Stored


async def told(scene: Scene, desk: str, stored: Stored) -> str:
    """Return what the last edit changed in an article, nothing where there was none."""
    article = stored.article.id
    version = await scene.state(lambda state: state.record.version(desk, article))
    if version is None or version.before is None:
        return ""
    was, at = version.before, _when(scene, version.at)
    before = await scene.newsroom(lambda newsroom: newsroom.at(desk).reading(was))
    return articles.edited(before, stored, at, scene.language)


async def marked(scene: Scene, text: str, sources: Iterable[tuple[str, Article]]) -> str:
    """Return a text with a line under it for each of its articles, (desk, article), that was edited."""
    shown = {(desk, article.id): article for desk, article in sources}
    desks = {desk for desk, _ in shown}
    edited = await scene.state(
        lambda state: {desk: state.record.edited(desk, [a for d, a in shown if d == desk]) for desk in desks}
    )
    lines = [
        scene.say("edited-mark", at=_when(scene, edited[desk][number]), title=title(article))
        for (desk, number), article in shown.items()
        if number in edited[desk]
    ]
    return "\n\n".join([text, "\n".join(lines)]) if lines else text


def _when(scene: Scene, at: dt.datetime) -> str:
    return moment(at.astimezone(scene.settings.zone), scene.language)
