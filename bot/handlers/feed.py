"""An owner says which feeds a desk follows."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot import acknowledge
from bot.access import needs
from bot.context import Context
from bot.messages import meant
from bot.scene import Scene
from bot.view.markup import escape, messages
from newsqa.errors import UnreadableArticleError
from newsqa.feeds import Feed, look, refusal


@needs("owner")
async def command(update: Update, context: Context) -> None:
    """Answer /feed add LINK, /feed list and /feed remove NUMBER or LINK."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    words = list(context.args or ())
    deed = meant(words[0], tuple(_DEEDS)) if words else None
    named = words[1] if len(words) > 1 else ""
    said = await _DEEDS[deed](scene, named) if deed and (named or deed == "followed") else scene.say("feed-how")
    scene.reply(said, message.message_id)


async def _follow(scene: Scene, url: str) -> str:
    """Follow a feed, if it can be read; what is in it comes at once."""
    person = scene.place.person
    try:
        feed = await scene.newsroom(lambda newsroom: newsroom.feeds.begin(_absolute(url), person))
        found = await asyncio.to_thread(look, feed)
    except UnreadableArticleError as error:
        return scene.say("feed-refused", reason=acknowledge.why(error, scene.language, advised=False))
    await scene.newsroom(lambda newsroom: newsroom.feeds.follow(found.feed))
    scene.desk.feeds.set()
    return scene.say("feed-followed", feed=_name(found.feed), count=len(found.entries))


async def _list(scene: Scene, _: str) -> str:
    feeds = await scene.newsroom(lambda newsroom: newsroom.feeds.all())
    lines = [f"{number}. {_line(scene, feed)}" for number, feed in enumerate(feeds, 1)]
    return scene.say("feed-list", list=messages(lines, "\n", most=1)[0]) if lines else scene.say("feed-how")


async def _unfollow(scene: Scene, named: str) -> str:
    feeds = await scene.newsroom(lambda newsroom: newsroom.feeds.all())
    feed = next((f for number, f in enumerate(feeds, 1) if named in {str(number), f.url}), None)
    if feed is None:
        return scene.say("feed-unknown")
    await scene.newsroom(lambda newsroom: newsroom.feeds.remove(feed.url))
    return scene.say("feed-removed", feed=_name(feed))


def _line(scene: Scene, feed: Feed) -> str:
    name = f'<a href="{escape(feed.url)}">{_name(feed)}</a>'
    error = refusal(feed)
    if error is None:
        return name
    return f"{name} — {scene.say('feed-error', reason=acknowledge.why(error, scene.language, advised=False))}"


def _name(feed: Feed) -> str:
    return escape(feed.title or feed.url)


def _absolute(url: str) -> str:
    return url if "://" in url else f"https://{url}"


_DEEDS = {"follow": _follow, "followed": _list, "unfollow": _unfollow}
