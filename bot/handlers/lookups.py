"""What can be looked up: quotations of somebody, who somebody is, what is new, a timeline, the archive itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from telegram import Message, Update

from bot import kept, questions, tables
from bot.access import needs
from bot.context import Context
from bot.handlers import ask
from bot.messages import LANGUAGES, say
from bot.scene import Scene, replied_to
from bot.view import lookups as view
from bot.view.markup import escape
from newsqa.model import Answer
from newsqa.newsroom import Lookups, Newsroom, Outlet, Profile, Turn, shown_row, table

Find = Callable[[Lookups], Sequence[Answer]]
_OUTLETS = 100  # are shown, and exported, those with most articles: two messages' worth
_FORMS = ("csv", "jsonl")
_BOM = "\ufeff"  # by which spreadsheets know that a table is UTF-8


@needs("reader")
async def quotes(update: Update, context: Context) -> None:
    """Answer /quotes NAME [about TOPIC]: what somebody said, newest first."""
    message, scene = update.effective_message, context.scene
    name, topic = _about(_argument(message))
    if message and name:
        await _list(scene, message, lambda lookups: lookups.quotes(name, topic or None))
    elif message:
        scene.reply(scene.say("whose-quotes"), message.message_id)


@needs("reader")
async def timeline(update: Update, context: Context) -> None:
    """Answer /timeline NAME: what somebody said and did, by day."""
    message, scene = update.effective_message, context.scene
    name = _argument(message)
    if message and name:
        await _list(scene, message, lambda lookups: lookups.timeline(name), ordered=False)
    elif message:
        scene.reply(scene.say("whose-timeline"), message.message_id)


@needs("reader")
async def latest(update: Update, context: Context) -> None:
    """Answer /latest with the newest articles."""
    message, scene = update.effective_message, context.scene
    if message:
        await _list(scene, message, lambda lookups: lookups.latest())


@needs("reader")
async def who(update: Update, context: Context) -> None:
    """Answer /who NAME with what the archive knows of somebody."""
    message, scene = update.effective_message, context.scene
    name = _argument(message)
    if message is None or (name and not ask.may_ask(scene, message.message_id)):
        return
    if not name:
        scene.reply(scene.say("who-is-whom"), message.message_id)
        return
    desks = await questions.readable(scene)
    found = await scene.newsroom(lambda newsroom: _profiles(newsroom, desks, name))
    if not found:
        scene.reply(scene.say("nothing-of-them"), message.message_id)
        return
    latest = [(desk, profile.latest) for desk, profile in found if profile.latest]
    asked = questions.Asked(
        message.text or "", True, latest, rows=[row for _, profile in found for row in tables.person(profile)]
    )
    text = "\n\n".join(view.profile(profile, scene.language) for _, profile in found)
    await _tell(scene, message, [await kept.marked(scene, text, asked.sources)], asked)


@needs("reader")
async def sources(update: Update, context: Context) -> None:
    """Answer /sources with the outlets whose articles the archive holds."""
    message, scene = update.effective_message, context.scene
    if message:
        whole = tables.summed(await _outlets(scene))
        outlets = whole[:_OUTLETS]
        asked = questions.Asked(message.text or "", True, (), rows=[tables.outlet(outlet) for outlet in outlets])
        await _tell(scene, message, view.sources(outlets, len(whole) - len(outlets), scene.language), asked)


@needs("reader")
async def stats(update: Update, context: Context) -> None:
    """Answer /stats with how much the archive holds."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    desks, outlets = await questions.readable(scene), await _outlets(scene)
    found = await scene.newsroom(lambda newsroom: [newsroom.at(desk).stats() for desk in desks])
    row = tables.archive(found, outlets)
    asked = questions.Asked(message.text or "", True, (), rows=[row])
    await _tell(scene, message, [view.stats(row, scene.language)], asked)


@needs("reader")
async def export(update: Update, context: Context) -> None:
    """Answer /export [csv|jsonl] with a file of exactly what was shown last, or in the message replied to."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    form, turn = (_argument(message) or _FORMS[0]).casefold(), await _shown(scene, message)
    asked = await questions.remembered(scene, turn) if turn else None
    rows = asked.rows or [shown_row(answer) for answer in asked.answers] if asked else []
    if form not in _FORMS:
        scene.reply(scene.say("export-forms"), message.message_id)
    elif asked is None or not rows:
        scene.reply(scene.say("nothing-shown"), message.message_id)
    else:
        content = table([{"question": asked.question, **row} for row in rows], form)
        name = f"newsqa-{dt.datetime.now(scene.settings.zone):%Y%m%d-%H%M%S}.{form}"
        counted = "exported-rows" if asked.rows else "exported"
        said = scene.say(counted, count=len(rows), question=escape(asked.question))
        caption = await kept.marked(scene, said, asked.sources)
        scene.hand_over(name, (_BOM if form == "csv" else "") + content, caption, message.message_id)


async def _list(scene: Scene, message: Message, find: Find, *, ordered: bool = True) -> None:
    """Reply with what a look-up finds, as pages; it is remembered as a question is."""
    if not ask.may_ask(scene, message.message_id):
        return
    asked = await questions.look_up(scene, message.text or "", find, ordered=ordered)
    if asked.found:
        await ask.show(scene, message.message_id, asked)
    else:
        scene.reply(scene.say("nothing-of-them"), message.message_id)


async def _tell(scene: Scene, message: Message, texts: Sequence[str], asked: questions.Asked) -> None:
    """Reply with what was counted; it is remembered, to be exported as it was shown."""
    turn = await questions.keep(scene, message.message_id, asked) if asked.rows else None
    for text in texts:
        scene.reply(text, message.message_id, turn=turn)


async def _shown(scene: Scene, message: Message) -> Turn | None:
    replied, chat = replied_to(message), scene.place.chat
    if replied is None:
        return await questions.last(scene)
    return await scene.state(lambda state: state.record.replied(chat, replied.message_id))


async def _outlets(scene: Scene) -> list[Outlet]:
    desks = await questions.readable(scene)
    return await scene.newsroom(lambda newsroom: [o for desk in desks for o in newsroom.at(desk).lookups.sources()])


def _profiles(newsroom: Newsroom, desks: Sequence[str], name: str) -> list[tuple[str, Profile]]:
    found = ((desk, newsroom.at(desk).lookups.who(name)) for desk in desks)
    return [(desk, tables.told(profile)) for desk, profile in found if profile]


def _argument(message: Message | None) -> str:
    return " ".join(((message.text if message else "") or "").split()[1:])


def _about(argument: str) -> tuple[str, str]:
    """Return the name and the topic of "NAME about TOPIC", in whatever language the word between them is."""
    between = [word.strip() for language in LANGUAGES for word in say(language, "word-about").split(",")]
    words = argument.split()
    at = next((i for i, word in enumerate(words) if i and word.casefold() in between), len(words))
    return " ".join(words[:at]), " ".join(words[at + 1 :])
