"""Each chat served in its own order, all chats side by side."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import time
from collections.abc import Callable

import structlog
from telegram import Update
from telegram.ext import ExtBot

from bot import inbox, post
from bot.context import App
from bot.desk import Desk
from bot.poll import KINDS
from bot.scene import CURRENT, Scene, enter, letters_of, place_of
from bot.settings import Settings
from newsqa.newsroom import TRIES, Held, Incoming, Outgoing, State

log = structlog.get_logger()
Due = Outgoing | Incoming | list[Held]
_LONGEST_HELD = 20  # times the quiet that is waited for, after which a chat that is never quiet is served
_ALONE = 5.0  # seconds that all other chats wait for what was in hand when the bot died
PATIENCE = 10.0  # seconds that a stop waits for what is in hand


class Lanes:
    """One task for each chat that has something to do: send what is due, then take the next update."""

    def __init__(self, app: App, desk: Desk, settings: Settings) -> None:
        self.ring: Callable[[], None] = lambda: None  # told whenever something was done that may be news
        self._app, self._desk, self._settings = app, desk, settings
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()
        self._stopping = False

    @property
    def bot(self) -> ExtBot[None]:
        """Return the bot that serves."""
        return self._app.bot

    async def resume(self) -> None:
        """Take up what an earlier run left undone.

        What was in hand when that died comes first, one chat after another: what kills the bot is then alone in hand,
        and is set aside without what was beside it.
        """
        for chat in await self._desk.state(lambda state: state.mail.suspects()):
            self._lanes[chat] = alone = asyncio.create_task(self._alone(chat), name=f"chat {chat}, alone")
            await asyncio.wait({alone}, timeout=_ALONE)
        for chat in await self._desk.state(lambda state: {*state.mail.waiting(), *state.mail.holding()}):
            self.wake(chat)

    def wake(self, chat: int) -> None:
        """Serve a chat, now or once it is through with what it has in hand."""
        if self._stopping:
            return
        if chat in self._lanes:
            self._again.add(chat)
        else:
            self._lanes[chat] = asyncio.create_task(self._serve(chat), name=f"chat {chat}")

    async def stop(self) -> None:
        """Finish what is in hand; what waits is kept for the next start."""
        self._stopping = True
        if self._lanes:
            _, late = await asyncio.wait(self._lanes.values(), timeout=PATIENCE)
            for task in late:
                task.cancel()

    async def _alone(self, chat: int) -> None:
        """Deal with what is in hand of a chat, then serve it as any other."""
        try:
            while not self._stopping and await self._next(chat, _in_hand):
                pass
        except Exception:
            log.exception("a chat's lane broke; its next update opens it again", chat=chat)
        finally:
            del self._lanes[chat]
        self.wake(chat)

    async def _serve(self, chat: int) -> None:
        try:
            while not self._stopping:
                self._again.discard(chat)
                if not await self._next(chat, _due) and chat not in self._again:
                    return
        except Exception:
            log.exception("a chat's lane broke; its next update opens it again", chat=chat)
        finally:
            del self._lanes[chat]

    async def _next(self, chat: int, look: Callable[[State, int], Due]) -> bool:
        """Do what a chat waits for; False where that is nothing, or not yet."""
        began = time.perf_counter()
        due = await self._desk.state(lambda state: look(state, chat))
        if isinstance(due, Outgoing):
            await self._send(due)
        elif isinstance(due, Incoming):
            await self._handle(due, began)
        else:
            return bool(due) and await self._release(chat, due)
        return True

    async def _send(self, letter: Outgoing) -> None:
        moved = await post.deliver(self.bot, self._desk, letter)
        if moved is not None:
            self.wake(moved)

    async def _handle(self, given: Incoming, began: float) -> None:
        if given.tries >= TRIES:
            await self._desk.state(lambda state: state.mail.set_aside(given.id))
        try:
            update = Update.de_json(json.loads(given.body), self.bot)
            scene = await self._scene(update)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("an update cannot be read", update=given.id, error=repr(error))
            return
        if given.tries >= TRIES:
            await self._give_up(given, scene, update)
            return
        scene.cause = f"update:{given.id}"
        CURRENT.set(scene)
        if scene.place.private and update.message:  # elsewhere nothing is held until its sender is quiet
            scene.ahead = await self._ahead(given)
        await self._app.process_update(update)
        await self._desk.state(lambda state: state.mail.finish(given.id, letters_of(scene)))
        self._note(update, began)
        self._wake_others(scene, given.chat)

    async def _give_up(self, given: Incoming, scene: Scene, update: Update) -> None:
        """Tell the person that an update is set aside which the bot died of again and again."""
        log.error("an update is set aside: the bot died of it", update=given.id, tries=given.tries)
        message = update.effective_message
        scene.reply(scene.say("sorry", reference=str(given.id)), message.message_id if message else None)
        posted = [(chat, body, f"aside:{given.id}") for chat, body in letters_of(scene)]
        await self._desk.state(lambda state: state.mail.post(posted))

    def _note(self, update: Update, began: float) -> None:
        """Write down that an update was dealt with, by number and kind; its words only where the settings say so."""
        kind = next((kind for kind in KINDS if getattr(update, kind, None)), "unknown")
        words = {"text": getattr(update.effective_message, "text", None)} if self._settings.newsqa_log_texts else {}
        milliseconds = round((time.perf_counter() - began) * 1000, 1)
        log.info("handled", update=update.update_id, kind=kind, ms=milliseconds, **words)

    async def _scene(self, update: Update) -> Scene:
        code = update.effective_user.language_code if update.effective_user else None
        return await enter(self._desk, self.bot, self._settings, place_of(update), code)

    async def _ahead(self, given: Incoming) -> Update | None:
        """Return the update that waits behind this one, if it can be read."""
        following = await self._desk.state(lambda state: state.mail.following(given.chat, given.id))
        try:
            return Update.de_json(json.loads(following.body), self.bot) if following else None
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    async def _release(self, chat: int, held: list[Held]) -> bool:
        """Make articles of what is held once its sender is quiet; else look again when that may be."""
        quiet = (dt.datetime.now(dt.UTC) - held[-1].came).total_seconds()
        waited = (dt.datetime.now(dt.UTC) - min(item.came for item in held)).total_seconds()
        if 0 <= quiet < self._settings.newsqa_quiet and waited < _LONGEST_HELD * self._settings.newsqa_quiet:
            asyncio.get_running_loop().call_later(self._settings.newsqa_quiet - quiet, self.wake, chat)
            return False
        scene = await inbox.release(self._desk, self.bot, self._settings, chat, held)
        self._wake_others(scene, chat)
        return True

    def _wake_others(self, scene: Scene, chat: int) -> None:
        if not scene.only_asked:
            self.ring()
        for other in {letter.chat for letter in scene.letters} - {chat}:
            self.wake(other)


def _due(state: State, chat: int) -> Due:
    """Return what a chat waits for, found in one look: its oldest letter, else its oldest update, else what is held."""
    return state.mail.next_letter(chat) or _in_hand(state, chat)


def _in_hand(state: State, chat: int) -> Due:
    """Return the oldest update of a chat, its try counted, else what is held of it."""
    return state.mail.begin(chat) or state.mail.held(chat)
