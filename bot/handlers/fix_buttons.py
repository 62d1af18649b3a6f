"""An editor sets something right in an article by buttons: `f:<what>:<argument>:<article>`."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import NamedTuple

from telegram import Update

from bot import archive, corrections
from bot.access import needs
from bot.context import Context
from bot.letters import Keyboard
from bot.scene import Scene
from bot.view import fixes
from bot.view.markup import title
from newsqa.newsroom import Fix, Stored

_ASKED = (*fixes.FIELDS, "someone")


class Press(NamedTuple):
    """One press of a button: of which article, with which argument, under which message, by whom."""

    scene: Scene
    stored: Stored
    argument: str
    message: int
    who: str

    def show(self, view: tuple[str, Keyboard]) -> bool:
        """Put something else in place of the message with the button."""
        self.scene.edit(self.message, *view)
        return True


@needs("editor")
async def button(update: Update, context: Context) -> None:
    """Do what a button says; one whose article, quotation or name is gone is stale."""
    query, scene = update.callback_query, context.scene
    if query is None or query.message is None:
        return
    _, what, argument, article = (query.data or "").split(":", 3)
    stored, done = await archive.held(scene, article), False
    if stored and what in _DEEDS:
        press = Press(scene, stored, argument, query.message.message_id, corrections.who(query.from_user))
        with suppress(ValueError):  # an argument that no button of ours carries
            done = await _DEEDS[what](press)
    elif stored and what in _ASKED:
        done = await _ask(scene, stored, what, argument, query.message.message_id)
    await query.answer("" if done else scene.say("stale"))


async def _open(press: Press) -> bool:
    """Show the menu under the summary, which stays."""
    text, keyboard = await _menu_of(press)
    press.scene.reply(text, press.message, keyboard)
    return True


async def _menu(press: Press) -> bool:
    return press.show(await _menu_of(press))


async def _menu_of(press: Press) -> tuple[str, Keyboard]:
    log = await corrections.log(press.scene, press.stored.article.id)
    return fixes.menu(press.stored, log, press.scene.language)


async def _speaker(press: Press) -> bool:
    """Show the quotations, to choose the one whose speaker is wrong."""
    found, page = fixes.quotes(press.stored), int(press.argument or 0)
    return press.show(fixes.choices(press.stored, "speaker", found, page, press.scene.language))


async def _wrong(press: Press) -> bool:
    """Show what was found, to choose what is none."""
    found, page = fixes.findings(press.stored), int(press.argument or 0)
    return press.show(fixes.choices(press.stored, "wrong", found, page, press.scene.language))


async def _said(press: Press) -> bool:
    """Show who may have said the chosen words."""
    span = fixes.span_of(press.argument)
    known = any(quote.words == span for quote in press.stored.extraction.quotes)
    return known and press.show(fixes.speakers(press.stored, span, press.scene.language))


async def _name(press: Press) -> bool:
    """Give the chosen words to the chosen name."""
    span, _, key = press.argument.partition(".")
    name = _named(press.stored, key)
    return name is not None and await _fix(press, Fix("speaker", name, fixes.span_of(span)))


async def _merge(press: Press) -> bool:
    """Show the names, to choose two that are one; or those that the first may be another form of."""
    return press.show(fixes.persons(press.stored, press.scene.language, press.argument or None))


async def _both(press: Press) -> bool:
    """Make one of the two names that were chosen."""
    one, other = (_named(press.stored, key) for key in press.argument.split("."))
    return one is not None and other is not None and await _fix(press, Fix("merge", other, name=one))


async def _quote(press: Press) -> bool:
    return await _fix(press, Fix("quote", span=fixes.span_of(press.argument)))


async def _fact(press: Press) -> bool:
    return await _fix(press, Fix("fact", span=fixes.span_of(press.argument)))


async def _log(press: Press) -> bool:
    return press.show(await corrections.shown(press.scene, press.stored))


async def _undo(press: Press) -> bool:
    text = await corrections.undone(press.scene, press.stored, int(press.argument))
    return text is not None and press.show((text, fixes.back(press.stored, press.scene.language)))


async def _fix(press: Press, fix: Fix) -> bool:
    made = await corrections.make(press.scene, press.stored.article.id, fix, press.who)
    zone, language = press.scene.settings.zone, press.scene.language
    return made is not None and press.show(fixes.made(press.stored, made, zone, language))


async def _ask(scene: Scene, stored: Stored, what: str, span: str, to: int) -> bool:
    """Ask for what no button can say; the answer is a reply."""
    chat, person = scene.place.chat, scene.place.person
    deed = {"what": "speaker" if what == "someone" else what, "article": stored.article.id, "span": span}
    prompt = await scene.state(lambda state: state.prompts.ask(chat, person, json.dumps(deed)))
    scene.reply(scene.say(f"fix-ask-{what}", title=title(stored.article)), to, prompt=prompt)
    return True


def _named(stored: Stored, key: str) -> str | None:
    """Return the name that a button carried."""
    return next((e.name for e in stored.extraction.entities if fixes.crc(e.name) == key), None)


_DEEDS: Mapping[str, Callable[[Press], Awaitable[bool]]] = {
    "open": _open,
    "menu": _menu,
    "speaker": _speaker,
    "wrong": _wrong,
    "said": _said,
    "name": _name,
    "merge": _merge,
    "first": _merge,
    "both": _both,
    "quote": _quote,
    "fact": _fact,
    "log": _log,
    "undo": _undo,
}
