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
from newsqa.model import CorrectionKind, Quote
from newsqa.newsroom import Fix, Stored

_FIELDS: dict[str, CorrectionKind] = {"title": "title", "outlet": "outlet", "published": "published"}
_WORDS = (*_FIELDS, "speaker", "merge", "undo", "log")  # what can follow /fix, in any language: the messages `word-…`


@needs("editor")
async def command(update: Update, context: Context) -> None:
    """Answer /fix [ARTICLE] [title TITLE | outlet NAME | date DATE | speaker NAME | same A = B | undo | log]."""
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
    elif what == "speaker":
        await _give(scene, message, stored, value)
    else:
        await _set(scene, message, stored, _FIELDS[what], value)


async def _give(scene: Scene, message: Message, stored: Stored, name: str) -> None:
    """Give the quotation of the answer that a command replies to its speaker; of others, ask which."""
    quote = await _quote_behind(scene, message, stored)
    if quote and name:
        await _fix(scene, message, stored, Fix("speaker", name, quote.words))
        return
    view = (
        fixes.speakers(stored, quote.words, scene.language)
        if quote
        else fixes.choices(stored, "speaker", fixes.quotes(stored), 0, scene.language)
    )
    scene.reply(view[0], message.message_id, view[1])


async def _quote_behind(scene: Scene, message: Message, stored: Stored) -> Quote | None:
    """Return the quotation that is the answer in the message replied to."""
    chat, replied = message.chat.id, replied_to(message)
    turn = await scene.state(lambda state: state.record.replied(chat, replied.message_id)) if replied else None
    shown = turn.answers[0] if turn and turn.answers else None
    if shown is None or shown.article != stored.article.id:
        return None
    return next((q for q in stored.extraction.quotes if q.words == (shown.span or shown.evidence)), None)


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
        text, keyboard = fixes.made(stored, made, scene.settings.zone, scene.language)
        scene.reply(text, message.message_id, keyboard)


async def _behind(scene: Scene, message: Message) -> Stored | None:
    """Return the article in or behind the message that a command replies to."""
    replied = replied_to(message)
    article = await article_behind(scene, replied) if replied else None
    return await archive.held(scene, article) if article else None
