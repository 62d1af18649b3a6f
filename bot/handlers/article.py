"""A person looks at an article, its quotes and facts, or removes it."""

from __future__ import annotations

from telegram import CallbackQuery, Message, Update
from telegram.constants import ParseMode

from bot import view
from bot.access import members_only, owners_only
from bot.context import Context
from bot.handlers.ask import NO_PREVIEW
from newsqa.errors import UnknownArticleError
from newsqa.newsroom import Stored


@members_only
async def show(update: Update, context: Context) -> None:
    """Answer /article ID."""
    message = update.effective_message
    if message and (found := await _named(message, context)):
        await message.reply_text(
            view.stored(found, context.language), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        )


@owners_only
async def delete(update: Update, context: Context) -> None:
    """Answer /delete ID."""
    message = update.effective_message
    if message and (found := await _named(message, context)):
        await context.desk.newsroom(lambda newsroom: newsroom.delete(found.article.id))
        title = view.title(found.article)
        await message.reply_text(context.say("deleted", title=title), parse_mode=ParseMode.HTML)


@members_only
async def button(update: Update, context: Context) -> None:
    """Answer the buttons under an article's summary."""
    query = update.callback_query
    if query is None:
        return
    what, _, article = (query.data or "").partition(":")
    try:
        found = await context.desk.newsroom(lambda newsroom: newsroom.show(article))
    except UnknownArticleError:
        await query.answer(context.say("stale"))
        return
    await query.answer()
    await _say(query, view.quotes(found, context.language) if what == "quotes" else view.facts(found, context.language))


async def _say(query: CallbackQuery, text: str) -> None:
    if isinstance(query.message, Message):
        await query.message.reply_text(text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW)


async def _named(message: Message, context: Context) -> Stored | None:
    """Return the article that a command names; where it names none that is there, say so."""
    if not context.args:
        await message.reply_text(context.say("which-article"))
        return None
    article = context.args[0]
    try:
        return await context.desk.newsroom(lambda newsroom: newsroom.show(article))
    except UnknownArticleError:
        await message.reply_text(context.say("no-article", id=article))
        return None
