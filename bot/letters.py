"""What the bot says, as it waits in the outbox and as Telegram takes it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.ext import ExtBot

Bot = ExtBot[None]


MOST_DATA = 64  # bytes that a button sends back


class Button(BaseModel):
    """One button: what it says, and what pressing it sends back, at most MOST_DATA bytes."""

    model_config = ConfigDict(frozen=True)

    label: str
    data: str


Keyboard = tuple[tuple[Button, ...], ...]


class Letter(BaseModel):
    """One thing for Telegram to do in a chat: send a message or a file, edit or delete a message that was sent."""

    model_config = ConfigDict(frozen=True)

    chat: int
    text: str = ""
    kind: Literal["send", "edit", "delete", "file"] = "send"
    thread: int | None = None
    reply_to: int | None = None
    message: int | None = None  # the one to edit or delete
    buttons: Keyboard = ()
    turn: int | None = None  # the question that this message answers
    prompt: int | None = None  # what this message asks for; its answer is a reply to it
    preview: str | None = None  # the one link that may be previewed
    quiet: bool = False  # without a sound
    name: str = ""  # of a file
    content: str = ""  # of a file


async def send(bot: Bot, letter: Letter) -> int | None:
    """Do what a letter says; return the id of the message that was sent. Raises TelegramError."""
    if letter.kind == "delete" and letter.message:
        await bot.delete_message(letter.chat, letter.message)
        return None
    if letter.kind == "edit" and letter.message:
        await bot.edit_message_text(
            letter.text,
            letter.chat,
            letter.message,
            parse_mode=ParseMode.HTML,
            link_preview_options=_preview(letter),
            reply_markup=keyboard(letter.buttons),
        )
        return None
    return (await _send(bot, letter)).message_id


async def _send(bot: Bot, letter: Letter) -> Message:
    reply = ReplyParameters(letter.reply_to, allow_sending_without_reply=True) if letter.reply_to else None
    if letter.kind == "file":
        return await bot.send_document(
            letter.chat,
            InputFile(letter.content.encode(), letter.name),
            caption=letter.text or None,
            parse_mode=ParseMode.HTML,
            message_thread_id=letter.thread,
            reply_parameters=reply,
            disable_notification=letter.quiet,
        )
    return await bot.send_message(
        letter.chat,
        letter.text,
        parse_mode=ParseMode.HTML,
        message_thread_id=letter.thread,
        reply_parameters=reply,
        link_preview_options=_preview(letter),
        reply_markup=ForceReply(selective=True) if letter.prompt else keyboard(letter.buttons),
        disable_notification=letter.quiet,
    )


def keyboard(buttons: Keyboard) -> InlineKeyboardMarkup | None:
    """Return buttons as Telegram takes them."""
    rows = [[InlineKeyboardButton(b.label, callback_data=b.data) for b in row] for row in buttons]
    return InlineKeyboardMarkup(rows) if rows else None


def _preview(letter: Letter) -> LinkPreviewOptions:
    return LinkPreviewOptions(url=letter.preview) if letter.preview else LinkPreviewOptions(is_disabled=True)
