"""Who may do what: a handler names the role that it needs."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update

from bot.context import Context
from bot.scene import Scene
from newsqa.newsroom import Role

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def needs(role: Role) -> Callable[[Handler], Handler]:
    """Let the handler run for those with the role; tell others once, politely, how to get it."""

    def guard(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(update: Update, context: Context) -> None:
            scene = context.scene
            if scene.standing.may(role):
                await handler(update, context)
            elif scene.standing.may("reader"):
                await _decline(update, scene, role)
            else:
                await _refuse_once(update, scene)

        return guarded

    return guard


async def _decline(update: Update, scene: Scene, role: Role) -> None:
    if update.callback_query:
        await update.callback_query.answer(scene.say(f"needs-{role}"))
    elif update.effective_message:
        scene.reply(scene.say(f"needs-{role}"), update.effective_message.message_id)


async def _refuse_once(update: Update, scene: Scene) -> None:
    chat, private = scene.place.chat, scene.say("not-member", user=str(scene.place.person))
    if update.callback_query:
        await update.callback_query.answer(scene.say("needs-reader"))
        return
    if update.effective_message is None or not await scene.state(lambda state: state.people.once(chat, "refused")):
        return
    scene.reply(private if scene.place.private else scene.say("group-not-admitted"))
