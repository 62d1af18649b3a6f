"""An editor sets right what the rules, or the source, got wrong in an article, by words."""

from __future__ import annotations

import datetime as dt
import json

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from bot import archive, corrections
from bot.access import needs
from bot.context import Context
from bot.handlers.article import article_behind
from bot.messages import meant
from bot.scene import Scene, replied_to
from bot.view import fixes
from bot.view.markup import escape
from newsqa.model import CorrectionKind
from newsqa.newsroom import Fix, Stored

_FIELDS: dict[str, CorrectionKind] = {"title": "title", "outlet": "outlet", "published": "published"}
_WORDS = (*_FIELDS, "merge", "undo", "log")  # what can follow /fix, in any language: the messages `word-…`


@needs("editor")
async def command(update: Update, context: Context) -> None:
    """Answer /fix [ARTICLE] [title TITLE | outlet NAME | date DATE | same A = B | undo | log]."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    words = list(context.args or ())
    named = await archive.held(scene, words[0]) if words else None
    stored = named or await _behind(scene, message)
    rest = words[1:] if named else words
    what = meant(rest[0], _WORDS) if rest else None
    if stored is None or (rest and what is None):
        scene.reply(scene.say("fix-how"), message.message_id)
    elif what is None:
        log = await corrections.log(scene, stored.article.id)
        text, keyboard = fixes.menu(stored, log, scene.language)
        scene.reply(text, message.message_id, keyboard if fixes.fits(stored) else ())
    else:
        await _do(scene, message, stored, what, " ".join(rest[1:]))


async def _do(scene: Scene, message: Message, stored: Stored, what: str, value: str) -> None:
    if what == "log":
        text, keyboard = await corrections.shown(scene, stored)
        scene.reply(text, message.message_id, keyboard)
    elif what == "undo":
        log = await corrections.log(scene, stored.article.id)
        last = next((c.no for c in reversed(log) if c.undone_at is None), 0)
        scene.reply(await corrections.undone(scene, stored, last) or scene.say("fix-no-log"), message.message_id)
    elif what == "merge":
        name, _, after = (part.strip() for part in value.partition("="))
        await _fix(scene, message, stored, Fix("merge", after, name=name))
    else:
        await _set(scene, message, stored, _FIELDS[what], value)


async def answered(update: Update, context: Context) -> None:
    """Take a reply that was asked for; any other is left to the handlers that follow."""
    message, scene = update.effective_message, context.scene
    replied = replied_to(message)
    if message is None or replied is None or not message.text:
        return
    chat, number = message.chat.id, replied.message_id
    prompt = await scene.state(lambda state: state.prompts.behind(chat, number))
    if prompt is None or prompt.person != scene.place.person or not scene.standing.may("editor"):
        return
    deed = json.loads(prompt.deed)
    stored = await archive.held(scene, deed["article"])
    if stored is None:
        scene.reply(scene.say("no-article", id=escape(deed["article"])), message.message_id)
    elif deed["what"] == "speaker":
        await _fix(scene, message, stored, Fix("speaker", message.text, fixes.span_of(deed["span"])))
    else:
        await _set(scene, message, stored, _FIELDS[deed["what"]], message.text)
    raise ApplicationHandlerStop


async def _set(scene: Scene, message: Message, stored: Stored, field: CorrectionKind, value: str) -> None:
    """Give a field of the article another value."""
    after: str | None = " ".join(value.split())
    if field == "published":
        after = corrections.published(value, dt.datetime.now(dt.UTC), scene.settings.zone)
    if after is None:
        scene.reply(scene.say("fix-no-date"), message.message_id)
    else:
        await _fix(scene, message, stored, Fix(field, after))


async def _fix(scene: Scene, message: Message, stored: Stored, fix: Fix) -> None:
    made = await corrections.make(scene, stored.article.id, fix, corrections.who(message.from_user))
    if made is None:
        scene.reply(scene.say("fix-nothing"), message.message_id)
    else:
        text, keyboard = fixes.made(stored, made, scene.language)
        scene.reply(text, message.message_id, keyboard)


async def _behind(scene: Scene, message: Message) -> Stored | None:
    """Return the article in or behind the message that a command replies to."""
    replied = replied_to(message)
    article = await article_behind(scene, replied) if replied else None
    return await archive.held(scene, article) if article else None
