"""A person has a chat told when somebody speaks or something happens: at once, or once a day."""

from __future__ import annotations

import datetime as dt

from telegram import Message, Update

from bot.access import needs
from bot.context import Context
from bot.letters import Button, Keyboard
from bot.messages import clock, meant
from bot.news import following
from bot.scene import Scene
from bot.view.markup import escape
from newsqa.newsroom import MOST_WATCHES, Digest, Watcher, hour, watch_of, zone_named

_LONGEST = 100  # characters of what is watched for


@needs("reader")
async def watch(update: Update, context: Context) -> None:
    """Answer /watch NAME and /watch "phrase"."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    text = (message.text or "").partition(" ")[2]
    if not text.strip():
        await _list(scene, message)
        return
    scene.reply(await _begin(scene, text), message.message_id)


async def _begin(scene: Scene, text: str) -> str:
    wanted, place = watch_of(text), scene.place
    have = await scene.state(lambda state: len(state.watching.of(place.chat)))
    if wanted is None or len(text) > _LONGEST:
        return scene.say("watch-how")
    if have >= MOST_WATCHES:
        return scene.say("watch-too-many", most=MOST_WATCHES)
    watcher = Watcher(
        id=0,
        chat=place.chat,
        thread=place.thread or 0,
        person=place.person,
        words=wanted.words,
        phrase=wanted.phrase,
        language=scene.language,
        state="on",
    )
    new = await scene.state(lambda state: state.watching.add(watcher, wanted.key))
    digest = await scene.state(lambda state: state.watching.digest(place.chat))
    name, kind = escape(wanted.words), "phrase" if wanted.phrase else "name"
    return scene.say("watch-begun" if new else "watch-known", name=name, kind=kind, at=_at(digest, scene.language))


@needs("reader")
async def watches(update: Update, context: Context) -> None:
    """Answer /watches with what this chat watches for."""
    if update.effective_message:
        await _list(context.scene, update.effective_message)


async def _list(scene: Scene, message: Message) -> None:
    scene.reply(*await _listed(scene, message.message_id))


async def _listed(scene: Scene, to: int) -> tuple[str, int, Keyboard]:
    chat = scene.place.chat
    mine, digest = await scene.state(lambda state: (state.watching.of(chat), state.watching.digest(chat)))
    if not mine:
        return scene.say("watch-how"), to, ()
    lines = [f"{number}. {_line(scene, watcher)}" for number, watcher in enumerate(mine, 1)]
    text = scene.say("watch-list", list="\n".join(lines), at=_at(digest, scene.language), zone=_zone(digest))
    return text, to, tuple(_buttons(scene, number, watcher) for number, watcher in enumerate(mine, 1))


def _line(scene: Scene, watcher: Watcher) -> str:
    words = escape(f"“{watcher.words}”" if watcher.phrase else watcher.words)
    return words if watcher.state == "on" else f"{words} · <i>{scene.say('watch-paused')}</i>"


def _buttons(scene: Scene, number: int, watcher: Watcher) -> tuple[Button, ...]:
    turn = "pause" if watcher.state == "on" else "resume"
    return tuple(
        Button(label=scene.say(f"button-{what}-watch", number=number), data=f"watch:{what}:{watcher.id}:list")
        for what in (turn, "remove")
    )


@needs("reader")
async def button(update: Update, context: Context) -> None:
    """Pause, resume or remove the watch whose button was pressed: `watch:<what>:<watch>[:list]`."""
    query, scene = update.callback_query, context.scene
    if query is None or query.message is None:
        return
    _, what, number, *rest = (query.data or "").split(":")
    chat, id_ = scene.place.chat, int(number) if number.isdigit() else 0
    done = await scene.state(
        lambda state: (
            state.watching.remove(id_, chat)
            if what == "remove"
            else state.watching.turn(id_, chat, "on" if what == "resume" else "paused")
        )
    )
    await query.answer(scene.say("stale") if not done else "" if rest else scene.say("watch-now-paused"))
    if done and rest:
        text, _, buttons = await _listed(scene, 0)
        scene.edit(query.message.message_id, text, buttons)


@needs("reader")
async def digest(update: Update, context: Context) -> None:
    """Answer /digest HH:MM [zone] and /digest off: news once a day, or at once."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    words, chat = " ".join(context.args or ()), scene.place.chat
    if words and meant(words, ("lift",)):
        await scene.state(lambda state: state.watching.end_digest(chat))
        said = scene.say("digest-off")
    else:
        said = await _set(scene, words) if words else await _now(scene)
    scene.reply(said, message.message_id)


async def _set(scene: Scene, words: str) -> str:
    found = hour(words)
    if found is None:
        return scene.say("digest-how")
    zone = str(found.zone or scene.settings.zone)
    made = Digest(
        chat=scene.place.chat,
        thread=scene.place.thread or 0,
        at=f"{found.time:%H:%M}",
        zone=zone,
        next=dt.datetime.now(dt.UTC),
        language=scene.language,
    )
    made = made.model_copy(update={"next": following(made, made.next)})
    await scene.state(lambda state: state.watching.set_digest(made))
    return scene.say("digest-set", at=_at(made, scene.language), zone=_zone(made))


async def _now(scene: Scene) -> str:
    chat = scene.place.chat
    found = await scene.state(lambda state: state.watching.digest(chat))
    return (
        scene.say("digest-set", at=_at(found, scene.language), zone=_zone(found)) if found else scene.say("digest-how")
    )


def _at(digest: Digest | None, language: str) -> str:
    """Return the hour of a digest as people write it."""
    return clock(dt.time.fromisoformat(digest.at), language) if digest else "none"


def _zone(digest: Digest | None) -> str:
    """Return a time zone as people name it."""
    return digest.next.astimezone(zone_named(digest.zone)).tzname() or digest.zone if digest else "none"
