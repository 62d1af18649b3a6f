"""Owners say who may ask and who may add."""

from __future__ import annotations

import datetime as dt
from html import escape

from telegram import Message, Update
from telegram.constants import ChatMemberStatus

from bot import corrections, post
from bot.access import needs
from bot.context import Context
from bot.messages import meant
from bot.scene import Scene, is_group, replied_to
from bot.view.markup import messages
from newsqa.newsroom import ROLES, Member, Role


@needs("owner")
async def admit(update: Update, context: Context) -> None:
    """Let in a person (by reply or id) or the group in which it is said, with a role if one is named."""
    message = update.effective_message
    if message is None:
        return
    scene, role = context.scene, _role(context)
    person = _person(message, context)
    if person:
        await _admit_person(scene, message, person, role or "editor")
    elif is_group(message.chat):
        await _admit_chat(scene, message.chat.id, role or "reader")
        scene.reply(scene.say("admitted-group", role=role or "reader"), message.message_id)
    else:
        scene.reply(scene.say("admit-whom"), message.message_id)


@needs("owner")
async def remove(update: Update, context: Context) -> None:
    """Put out a person (by reply or id), or the group in which it is said."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    person = _person(message, context)
    if person:
        scope, user = scene.standing.scope, person[0]
        gone = await scene.state(lambda state: state.people.remove(scope, user))
        said = scene.say("removed" if gone else "not-a-member", name=escape(person[1]))
    elif is_group(message.chat):
        await scene.state(lambda state: state.people.remove_chat(message.chat.id))
        said = scene.say("removed-group")
    else:
        said = scene.say("admit-whom")
    scene.reply(said, message.message_id)


@needs("owner")
async def show(update: Update, context: Context) -> None:
    """List the members."""
    scene, message = context.scene, update.effective_message
    scope = scene.standing.scope
    owners, asks = sorted(scene.settings.newsqa_owners), scene.place.person
    name = corrections.who(update.effective_user)
    await scene.state(lambda state: state.people.remember(asks, "name", name))
    named = await corrections.names(scene, {*owners})
    people = [(m.user, m.name, m.role) for m in await scene.state(lambda state: state.people.members(scope))]
    people += [(user, named[user], "owner") for user in owners]
    lines = [_line(scene, *person) for person in people]
    for text in messages([scene.say("members"), *lines], "\n"):
        scene.reply(text, message.message_id if message else None)


def _line(scene: Scene, user: int, name: str, role: Role) -> str:
    known = [escape(name)] if name != str(user) else []
    return " · ".join([*known, f"<code>{user}</code>", scene.say(f"role-{role}")])


async def joined(update: Update, context: Context) -> None:
    """Let a group or channel in when an owner adds the bot to it; keep silent where the bot is put out."""
    change, scene = update.my_chat_member, context.scene
    if change is None:
        return
    here = change.new_chat_member.status in {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}
    chat, owner = change.chat.id, scene.standing.may("owner")
    await scene.state(lambda state: state.watching.resume(chat) if here else state.silence(chat))
    if scene.place.private:
        return
    known = await scene.state(lambda state: state.people.chat_scope(chat))
    if here and owner and known is None:
        await _admit_chat(scene, chat, "reader")


async def migrated(update: Update, context: Context) -> None:
    """Keep what is known of a group when it becomes a supergroup."""
    message, desk = update.effective_message, context.scene.desk
    if message and (new := message.migrate_to_chat_id):
        await post.move(desk, message.chat.id, new)
    elif message and (old := message.migrate_from_chat_id):
        await post.move(desk, old, message.chat.id)


async def _admit_chat(scene: Scene, chat: int, role: Role) -> None:
    scope, by = scene.standing.scope, scene.place.person
    await scene.state(lambda state: state.people.admit_chat(chat, scope, role, by))


async def _admit_person(scene: Scene, message: Message, person: tuple[int, str], role: Role) -> None:
    user, name = person
    scope, now = scene.standing.scope, dt.datetime.now(dt.UTC)
    member = Member(user=user, name=name, role=role, admitted_by=scene.place.person, since=now)
    await scene.state(lambda state: state.people.admit(scope, member))
    scene.reply(scene.say("admitted", name=escape(name), role=role), message.message_id)


def _role(context: Context) -> Role | None:
    """Return the role that a command names, in any language."""
    named = {meant(word, ROLES) for word in context.args or ()}
    return next((role for role in ROLES if role in named), None)


def _person(message: Message, context: Context) -> tuple[int, str] | None:
    """Return the id and name of the person that a command is about."""
    numbers = [word for word in context.args or () if word.isascii() and word.isdigit()]
    if numbers:
        return int(numbers[0]), numbers[0]
    replied = replied_to(message)
    user = replied.from_user if replied else None
    return (user.id, user.full_name) if user and not user.is_bot else None
