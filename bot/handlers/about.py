"""A person finds out what this is, and in which language it speaks."""

from __future__ import annotations

from babel import Locale
from telegram import Update

from bot.access import needs
from bot.context import Context
from bot.letters import Button
from bot.messages import LANGUAGES
from bot.scene import Scene


@needs("reader")
async def start(_: Update, context: Context) -> None:
    """Say what this is and how to begin."""
    scene = context.scene
    if scene.place.private:
        scene.reply(scene.say("start", role="editor" if scene.standing.may("editor") else "reader"))
    else:
        scene.reply(scene.say("start-group", bot=context.bot.username))


@needs("reader")
async def help_(_: Update, context: Context) -> None:
    """Say what can be done."""
    context.scene.reply(context.scene.say("help", bot=context.bot.username))


@needs("reader")
async def choose(_: Update, context: Context) -> None:
    """Offer the languages, or take the one that is named."""
    scene = context.scene
    if context.args and context.args[0].lower() in LANGUAGES:
        await _set(scene, context.args[0].lower())
        scene.reply(scene.say("language-set"))
        return
    names = [(code, str(Locale(code).get_language_name(code))) for code in LANGUAGES]
    buttons = tuple(Button(label=name.capitalize(), data=f"language:{code}") for code, name in names)
    scene.reply(scene.say("language-choose"), buttons=(buttons,))


@needs("reader")
async def chosen(update: Update, context: Context) -> None:
    """Take the language whose button was pressed."""
    scene, query = context.scene, update.callback_query
    code = (query.data or "").partition(":")[2] if query else ""
    if query is None or query.message is None or code not in LANGUAGES:
        return
    await _set(scene, code)
    await query.answer()
    scene.edit(query.message.message_id, scene.say("language-set"))


async def stale(update: Update, context: Context) -> None:
    """Say that a button is no longer good."""
    if update.callback_query:
        await update.callback_query.answer(context.scene.say("stale"))


async def _set(scene: Scene, code: str) -> None:
    person = scene.place.person
    await scene.state(lambda state: state.people.remember(person, "language", code))
    scene.language = code
