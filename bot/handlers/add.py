"""A person adds an article."""

from __future__ import annotations

from telegram import (
    Message,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    ReactionTypeEmoji,
    Update,
)
from telegram.constants import ParseMode, ReactionEmoji
from telegram.error import TelegramError

from bot import view
from bot.access import members_only
from bot.context import Context
from bot.handlers import ask
from newsqa.errors import UnreadableArticleError

LONG = 400  # characters; a private text at least this long is an article, a shorter one a question


@members_only
async def command(update: Update, context: Context) -> None:
    """Add the message that /add replies to, or the text after it."""
    message = update.effective_message
    if message is None:
        return
    replied = message.reply_to_message
    given = (message.text or "").partition(" ")[2].strip()
    if replied and (replied.text or replied.caption):
        await add(message, replied, context)
    elif given:
        await add(message, message, context, given)
    else:
        await message.reply_text(context.say("empty-add"))


@members_only
async def private(update: Update, context: Context) -> None:
    """Add a forwarded or long message, take any other as a question."""
    message = update.effective_message
    if message is None:
        return
    text = message.text or message.caption or ""
    if message.forward_origin or len(text) >= LONG:
        await add(message, message, context)
    else:
        await ask.answer(message, text, context)


async def add(request: Message, holder: Message, context: Context, text: str | None = None) -> None:
    """Add the article that `holder` holds: acknowledge at once, then say in one message what was found."""
    await _acknowledge(request)
    row = _row(holder, text)
    try:
        added = await context.desk.newsroom(lambda newsroom: newsroom.add_row(row))
    except UnreadableArticleError as error:
        await request.reply_text(context.say("unreadable", reason=str(error)))
        return
    await request.reply_text(
        view.added(added, context.language),
        parse_mode=ParseMode.HTML,
        link_preview_options=ask.NO_PREVIEW,
        reply_markup=view.added_buttons(added, context.language),
        do_quote=True,
    )


async def _acknowledge(message: Message) -> None:
    try:
        await message.set_reaction(ReactionTypeEmoji(ReactionEmoji.THUMBS_UP))
    except TelegramError:
        return  # a chat may forbid reactions; the summary that follows says the same


def _row(holder: Message, text: str | None) -> dict[str, object]:
    """Return what the message tells of the article; a text pasted without its origin tells no date."""
    row: dict[str, object] = {"text": text or holder.text or holder.caption or ""}
    origin = holder.forward_origin
    return row if origin is None else row | {"published": origin.date.date().isoformat()} | _source(origin)


def _source(origin: MessageOrigin) -> dict[str, object]:
    """Return who a forward comes from: outlet, and the link to the message of a public channel."""
    if isinstance(origin, MessageOriginChannel):
        name = origin.chat.username
        link = {"url": f"https://t.me/{name}/{origin.message_id}"} if name else {}
        return {"outlet": origin.chat.title, **link}
    if isinstance(origin, MessageOriginChat):
        return {"outlet": origin.sender_chat.title}
    if isinstance(origin, MessageOriginHiddenUser):
        return {"origin": origin.sender_user_name}
    return {"origin": origin.sender_user.full_name} if isinstance(origin, MessageOriginUser) else {}
