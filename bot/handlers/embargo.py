"""An editor keeps an article back until a time, sees what is kept back, and lets it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import islice

from telegram import Message, Update

from bot import acknowledge, archive, sources
from bot.access import needs
from bot.context import Context
from bot.handlers.article import article_behind
from bot.letters import Button
from bot.messages import meant, moment
from bot.scene import Scene, replied_to
from bot.view.markup import escape, title
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import Embargo, Newsroom, Stored, identifier
from newsqa.newsroom import moment as read_moment

_LISTED = 10  # embargoes in one message


@needs("editor")
async def command(update: Update, context: Context) -> None:
    """Answer /embargo [ARTICLE] [until WHEN | lift]; without either, list what is kept back."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    words, replied = list(context.args or ()), replied_to(message)
    named = await archive.inside(scene, words[0]) if words else None
    rest = words[1:] if named else words
    if not words and replied is None:
        await _list(scene, message)
    elif rest and meant(rest[0], ("lift",)):
        await _lift(scene, message, named or await _behind(scene, replied), rest[1:])
    else:
        await _keep(scene, message, named, " ".join(rest))


async def _keep(scene: Scene, message: Message, stored: Stored | None, when: str) -> None:
    """Keep an article back; one that a message holds and the archive does not is added, kept back from the first."""
    now, zone = dt.datetime.now(dt.UTC), scene.settings.zone
    until, replied = read_moment(when, now, zone), replied_to(message)
    stored = stored or await _behind(scene, replied)
    holds = (
        replied is not None and bool(sources.text_of(replied)) and not (replied.from_user and replied.from_user.is_bot)
    )
    if stored is None and not holds:
        scene.reply(scene.say("embargo-how"), message.message_id)
    elif until is None:
        scene.reply(scene.say("embargo-when"), message.message_id)
    elif until <= now:
        scene.reply(scene.say("embargo-past", until=moment(until, scene.language)), message.message_id)
    elif stored or (replied and (stored := await _added(scene, message, replied, until))):
        await _put(scene, stored.article.id, until)
        _say(scene, message, "embargoed", stored, until=moment(until, scene.language))


async def _put(scene: Scene, article: str, until: dt.datetime) -> None:
    person = scene.place.person
    await scene.inside(lambda newsroom: newsroom.keep_back(article, until, person))


async def _added(scene: Scene, message: Message, holder: Message, until: dt.datetime) -> Stored | None:
    """Add the article that a message holds, under an embargo from before it is there."""
    row = sources.row([holder], scene.settings.zone)
    early = identifier(row["text"])
    await _put(scene, early, until)
    try:
        filed = await archive.file(scene, row, [(holder.message_id, row["text"])], sources.identity(holder))
    except UnreadableArticleError as error:
        await scene.inside(lambda newsroom: newsroom.let_out(early))
        acknowledge.refused(scene, error, message.message_id)
        return None
    if filed.added.article.id != early:
        await scene.inside(lambda newsroom: newsroom.let_out(early))
    return Stored(article=filed.added.article, extraction=filed.added.extraction)


async def _lift(scene: Scene, message: Message, stored: Stored | None, words: Sequence[str]) -> None:
    stored = stored or (await archive.inside(scene, words[0]) if words else None)
    if stored is None:
        scene.reply(scene.say("embargo-how"), message.message_id)
        return
    article = stored.article.id
    gone = await scene.inside(lambda newsroom: newsroom.let_out(article))
    _say(scene, message, "embargo-lifted" if gone else "embargo-none", stored)


def _say(scene: Scene, message: Message, what: str, stored: Stored, **values: str) -> None:
    """Answer about an article; where others listen, by its id alone."""
    id_ = f"<code>{escape(stored.article.id)}</code>"
    about = f"<b>{title(stored.article)}</b> · {id_}" if _alone(scene) else id_
    scene.reply(scene.say(what, article=about, **values), message.message_id)


async def _list(scene: Scene, message: Message) -> None:
    if not _alone(scene):
        scene.reply(scene.say("embargo-privately"), message.message_id)
        return
    kept = await scene.inside(_kept)
    if not kept:
        scene.reply(scene.say("embargo-nothing"), message.message_id)
        return
    lines = [_line(scene, number, *pair) for number, pair in enumerate(kept, 1)]
    buttons = [
        Button(label=scene.say("button-lift", number=number), data=f"embargo:{embargo.article}")
        for number, (embargo, _) in enumerate(kept, 1)
        if len(embargo.article.encode()) <= 56  # of the 64 bytes that a button carries
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    scene.reply(scene.say("embargo-list", list="\n".join(lines)), message.message_id, rows)


def _kept(newsroom: Newsroom) -> list[tuple[Embargo, Stored]]:
    now = dt.datetime.now(dt.UTC)
    kept = ((e, archive.shown(newsroom, e.article)) for e in newsroom.embargoes() if e.until > now)
    return list(islice(((embargo, stored) for embargo, stored in kept if stored), _LISTED))


def _line(scene: Scene, number: int, embargo: Embargo, stored: Stored) -> str:
    until = moment(embargo.until.astimezone(scene.settings.zone), scene.language)
    return f"{number}. <b>{title(stored.article)}</b> · <code>{escape(embargo.article)}</code> · {until}"


@needs("editor")
async def button(update: Update, context: Context) -> None:
    """Lift the embargo whose button was pressed."""
    query, scene = update.callback_query, context.scene
    if query is None or query.message is None:
        return
    article = (query.data or "").partition(":")[2]
    gone = await scene.inside(lambda newsroom: newsroom.let_out(article))
    await query.answer("" if gone else scene.say("stale"))
    if gone:
        scene.reply(scene.say("embargo-lifted", article=f"<code>{escape(article)}</code>"), query.message.message_id)


def _alone(scene: Scene) -> bool:
    """Tell whether none but the desk's editors listen."""
    return scene.standing.scope in scene.standing.edits


async def _behind(scene: Scene, replied: Message | None) -> Stored | None:
    article = await article_behind(scene, replied) if replied else None
    return await archive.inside(scene, article) if article else None
