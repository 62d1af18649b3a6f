"""Who may ask: owners, whom they admitted, and groups that they let in."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Chat, Update, User
from telegram.constants import ParseMode

from bot.context import Context

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def members_only(handler: Handler) -> Handler:
    """Let the handler run for members; tell others once, politely, how to become one."""

    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        await context.prepare(update)
        if await may_ask(update, context):
            await handler(update, context)
        else:
            await _refuse_once(update, context)

    return guarded


def owners_only(handler: Handler) -> Handler:
    """Let the handler run for owners."""

    @wraps(handler)
    async def guarded(update: Update, context: Context) -> None:
        await context.prepare(update)
        if update.effective_user and await is_owner(update.effective_user, context):
            await handler(update, context)
        elif update.effective_message and await may_ask(update, context):
            await update.effective_message.reply_text(context.say("owners-only"))
        else:
            await _refuse_once(update, context)

    return guarded


async def is_owner(user: User, context: Context) -> bool:
    """Tell whether someone owns the archive, by the settings or by admission."""
    if user.id in context.desk.settings.newsqa_owners:
        return True
    member = await context.desk.state(lambda state, scope: state.member(scope, user.id))
    return member is not None and member.role == "owner"


async def may_ask(update: Update, context: Context) -> bool:
    """Tell whether the person may ask here: as a member anywhere, as anyone in a group that was let in."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return False
    if chat.type in {Chat.GROUP, Chat.SUPERGROUP}:
        return await context.desk.state(lambda state, scope: state.desk_of(chat.id) == scope)
    member = await context.desk.state(lambda state, scope: state.member(scope, user.id))
    return member is not None or await is_owner(user, context)


async def _refuse_once(update: Update, context: Context) -> None:
    chat, user, message = update.effective_chat, update.effective_user, update.effective_message
    if chat is None or user is None or message is None:
        return
    told = await context.desk.state(lambda state, _: state.recall(chat.id, "refused"))
    if told is None:
        text = (
            context.say("not-member", user=str(user.id))
            if chat.type == Chat.PRIVATE
            else context.say("group-not-admitted")
        )
        await message.reply_text(text, parse_mode=ParseMode.HTML)
        await context.desk.state(lambda state, _: state.remember(chat.id, "refused", "told"))
