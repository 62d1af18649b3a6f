"""Links that let one person in, each once and not for ever."""

from __future__ import annotations

import datetime as dt

from telegram import Update

from bot.access import needs
from bot.context import Context
from bot.handlers import about
from bot.handlers.desks import called
from bot.letters import Button
from bot.messages import meant, moment
from bot.view.markup import escape
from newsqa.newsroom import ROLES

GOOD_FOR = dt.timedelta(days=3)


@needs("owner")
async def invite(update: Update, context: Context) -> None:
    """Answer /invite [role] with a link to send to one person."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    if not scene.place.private:
        scene.reply(scene.say("invite-privately"), message.message_id)
        return
    named = {meant(word, ROLES) for word in context.args or ()}
    role = next((role for role in ROLES if role in named), ROLES[0])
    until, scope = dt.datetime.now(scene.settings.zone) + GOOD_FOR, scene.standing.scope
    code = await scene.state(lambda state: state.people.invite(scope, role, scene.place.person, until))
    link = address(context.bot.username, code)
    said = scene.say("invited", link=link, role=role, until=moment(until, scene.language), desk=called(scope, scene))
    back = Button(label=scene.say("button-revoke"), data=f"invitation:{code}")
    scene.reply(said, message.message_id, ((back,),))


@needs("owner")
async def revoke(update: Update, context: Context) -> None:
    """Take back the invitation whose button was pressed."""
    query, scene = update.callback_query, context.scene
    if query is None or query.message is None:
        return
    code, scope = (query.data or "").partition(":")[2], scene.standing.scope
    gone = await scene.state(lambda state: state.people.revoke(scope, code))
    await query.answer()
    scene.edit(query.message.message_id, scene.say("invitation-revoked" if gone else "invitation-was-used"))


async def accept(update: Update, context: Context) -> None:
    """Let in who comes with an invitation, and say how to begin."""
    message, scene = update.effective_message, context.scene
    user = update.effective_user
    if message is None or user is None:
        return
    code, now = (message.text or "").partition(" ")[2].strip(), dt.datetime.now(dt.UTC)
    invitation = await scene.state(lambda state: state.people.accept(code, user.id, user.full_name, now))
    if invitation:
        scene.reply(scene.say("welcome", role=invitation.role, name=escape(user.first_name)), message.message_id)
        scene.reply(scene.say("start", role=invitation.role))
    elif scene.standing.may("reader"):
        await about.start(update, context)
    else:
        scene.reply(scene.say("invitation-spent"), message.message_id)


def address(bot: str, code: str) -> str:
    """Return the link that carries a code to the bot."""
    return f"https://t.me/{bot}?start={code}"
