"""A person finds out what this is, and in which language it speaks."""

from __future__ import annotations

from babel import Locale
from telegram import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode

from bot.access import members_only
from bot.context import Context
from bot.messages import LANGUAGES


@members_only
async def start(update: Update, context: Context) -> None:
    """Say what this is and how to begin."""
    if update.effective_message and update.effective_chat:
        message = "start" if update.effective_chat.type == Chat.PRIVATE else "start-group"
        await update.effective_message.reply_text(context.say(message), parse_mode=ParseMode.HTML)


@members_only
async def help_(update: Update, context: Context) -> None:
    """Say what can be done."""
    if update.effective_message:
        await update.effective_message.reply_text(context.say("help"), parse_mode=ParseMode.HTML)


@members_only
async def choose(update: Update, context: Context) -> None:
    """Offer the languages, or take the one that is named."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    if context.args and context.args[0] in LANGUAGES:
        await _set(user.id, context.args[0], context)
        await message.reply_text(context.say("language-set"))
        return
    names = [(code, str(Locale(code).get_language_name(code))) for code in LANGUAGES]
    buttons = [InlineKeyboardButton(name.capitalize(), callback_data=f"language:{code}") for code, name in names]
    await message.reply_text(context.say("language-choose"), reply_markup=InlineKeyboardMarkup([buttons]))


@members_only
async def chosen(update: Update, context: Context) -> None:
    """Take the language whose button was pressed."""
    query = update.callback_query
    code = (query.data or "").partition(":")[2] if query else ""
    if query and code in LANGUAGES:
        await _set(query.from_user.id, code, context)
        await query.answer()
        await query.edit_message_text(context.say("language-set"))


async def _set(user: int, code: str, context: Context) -> None:
    await context.desk.state(lambda state, _: state.remember(user, "language", code))
    context.language = code
