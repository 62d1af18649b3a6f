"""A person asks."""

from __future__ import annotations

from telegram import LinkPreviewOptions, Message, MessageEntity, Update
from telegram.constants import ParseMode

from bot import view
from bot.access import members_only
from bot.context import Context
from newsqa.errors import UnreadableQuestionError

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@members_only
async def command(update: Update, context: Context) -> None:
    """Answer /ask QUESTION."""
    if update.effective_message:
        await answer(update.effective_message, " ".join(context.args or ()), context)


@members_only
async def addressed(update: Update, context: Context) -> None:
    """Answer a question in a group that mentions the bot or replies to it."""
    if update.effective_message:
        await answer(update.effective_message, without_mention(update.effective_message, context), context)


async def answer(message: Message, question: str, context: Context) -> None:
    """Reply to a message with what the archive says to the question in it."""
    if not question.strip():
        await message.reply_text(context.say("empty-question"))
        return
    try:
        reply = await context.desk.newsroom(lambda newsroom: newsroom.ask(question))
    except UnreadableQuestionError as error:
        await message.reply_text(context.say("unreadable", reason=str(error)))
        return
    await message.reply_text(
        view.reply(reply, context.language), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, do_quote=True
    )


def without_mention(message: Message, context: Context) -> str:
    """Return a message's text without the mention of the bot that addressed it."""
    text = message.text or message.caption or ""
    for entity, words in message.parse_entities([MessageEntity.MENTION]).items():
        if words.casefold() == f"@{context.bot.username}".casefold():
            encoded = text.encode("utf-16-le")
            rest = encoded[: entity.offset * 2] + encoded[(entity.offset + entity.length) * 2 :]
            return rest.decode("utf-16-le").strip(" ,:")
    return text
