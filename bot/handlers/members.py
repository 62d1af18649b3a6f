"""Owners say who may ask."""

from __future__ import annotations

import datetime as dt
from html import escape

from telegram import Chat, Message, Update
from telegram.constants import ChatMemberStatus, ParseMode

from bot.access import is_owner, owners_only
from bot.context import Context
from newsqa.newsroom import Member

_GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})


@owners_only
async def admit(update: Update, context: Context) -> None:
    """Let in a person (by reply or id), or the group in which it is said."""
    message, owner = update.effective_message, update.effective_user
    if message is None or owner is None:
        return
    person = _person(message, context)
    if person:
        await _admit_person(message, person, owner.id, context)
    elif message.chat.type in _GROUPS:
        await context.desk.state(lambda state, scope: state.admit_chat(message.chat.id, scope, owner.id))
        await message.reply_text(context.say("admitted-group"))
    else:
        await message.reply_text(context.say("admit-whom"))


@owners_only
async def remove(update: Update, context: Context) -> None:
    """Put out a person (by reply or id), or the group in which it is said."""
    message = update.effective_message
    if message is None:
        return
    person = _person(message, context)
    if person:
        user, name = person
        gone = await context.desk.state(lambda state, scope: state.remove(scope, user))
        await message.reply_text(context.say("removed" if gone else "not-a-member", name=name))
    elif message.chat.type in _GROUPS:
        await context.desk.state(lambda state, _: state.remove_chat(message.chat.id))
        await message.reply_text(context.say("removed-group"))
    else:
        await message.reply_text(context.say("admit-whom"))


@owners_only
async def show(update: Update, context: Context) -> None:
    """List the members."""
    message = update.effective_message
    if message is None:
        return
    members = await context.desk.state(lambda state, scope: state.members(scope))
    lines = [f"{escape(m.name)} · <code>{m.user}</code>" for m in members]
    lines += [f"{context.say('owner')} · <code>{user}</code>" for user in sorted(context.desk.settings.newsqa_owners)]
    await message.reply_text(context.say("members", list="\n".join(lines)), parse_mode=ParseMode.HTML)


async def joined(update: Update, context: Context) -> None:
    """Let a group in when an owner adds the bot to it."""
    change = update.my_chat_member
    if change is None or change.chat.type not in _GROUPS:
        return
    await context.prepare(update)
    here = change.new_chat_member.status in {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}
    if here and await is_owner(change.from_user, context):
        await context.desk.state(lambda state, scope: state.admit_chat(change.chat.id, scope, change.from_user.id))


async def migrated(update: Update, context: Context) -> None:
    """Keep what is known of a group when it becomes a supergroup."""
    message = update.effective_message
    if message and (new := message.migrate_to_chat_id):
        await context.desk.state(lambda state, _: state.move_chat(message.chat.id, new))


async def _admit_person(message: Message, person: tuple[int, str], owner: int, context: Context) -> None:
    user, name = person
    member = Member(user=user, name=name, admitted_by=owner, since=dt.datetime.now(dt.UTC))
    await context.desk.state(lambda state, scope: state.admit(scope, member))
    await message.reply_text(context.say("admitted", name=name))


def _person(message: Message, context: Context) -> tuple[int, str] | None:
    """Return the id and name of the person that a command is about."""
    if context.args and context.args[0].isdigit():
        return int(context.args[0]), context.args[0]
    replied = message.reply_to_message.from_user if message.reply_to_message else None
    return (replied.id, replied.full_name) if replied and not replied.is_bot else None
