"""What is under embargo says so wherever its editors see it, and what comes with an embargo in its text gets one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.messages import moment
from bot.scene import Scene
from bot.view.markup import title
from newsqa.model import Article
from newsqa.newsroom import Embargo, Newsroom


async def marked(scene: Scene, text: str, sources: Iterable[tuple[str, Article]]) -> str:
    """Return a text with a warning under it for each of its articles, (desk, article), that is under embargo."""
    articles = {(desk, article.id): article for desk, article in sources if desk in scene.reader.edits}
    if not articles:
        return text
    kept = await scene.newsroom(lambda newsroom: _kept(newsroom, {desk for desk, _ in articles}))
    lines = [_line(scene, e, articles[e.scope, e.article]) for e in kept if (e.scope, e.article) in articles]
    return "\n\n".join([text, *lines])


def _kept(newsroom: Newsroom, desks: Iterable[str]) -> list[Embargo]:
    now = dt.datetime.now(dt.UTC)
    return [e for desk in sorted(desks) for e in newsroom.at(desk).embargoes() if e.until > now]


def _line(scene: Scene, embargo: Embargo, article: Article) -> str:
    return scene.say("embargo-mark", until=_until(scene, embargo.until), title=title(article))


async def told(scene: Scene, article: str) -> None:
    """Say that an article was kept back because it says so at its head, if it was; not in a channel."""
    if scene.place.person < 0:
        return
    desk = scene.standing.scope
    kept = await scene.inside(lambda newsroom: _kept(newsroom, [desk]))
    until = next((embargo.until for embargo in kept if embargo.article == article and not embargo.by), None)
    if until:
        scene.reply(scene.say("embargo-found", until=_until(scene, until)))


def _until(scene: Scene, until: dt.datetime) -> str:
    return moment(until.astimezone(scene.settings.zone), scene.language)
