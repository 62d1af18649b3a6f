"""What is under embargo says so wherever its editors see it, and what comes with an embargo in its text gets one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.messages import moment
from bot.scene import Scene
from bot.view.markup import title
from newsqa.model import Article
from newsqa.newsroom import Embargo, Newsroom, embargo_in, identifier


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


async def as_it_says(scene: Scene, row: dict[str, object]) -> None:
    """Keep an article back, from before it is added, that opens with a line saying until when; say so."""
    now, zone, text = dt.datetime.now(dt.UTC), scene.settings.zone, str(row["text"])
    until = embargo_in(text, now, zone)
    if until is None:
        return
    article, person = str(row.get("id") or identifier(text)), scene.place.person
    await scene.inside(lambda newsroom: newsroom.keep_back(article, until, person))
    if person > 0:  # in a channel nobody speaks, and the bot does not either
        scene.reply(scene.say("embargo-found", until=_until(scene, until)))


def _until(scene: Scene, until: dt.datetime) -> str:
    return moment(until.astimezone(scene.settings.zone), scene.language)
