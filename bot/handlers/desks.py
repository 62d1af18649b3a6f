"""Desks: which archive a chat belongs to, and which other ones it may read."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from telegram import Message, Update

from bot.access import needs
from bot.context import Context
from bot.messages import listed, meant
from bot.scene import Scene, is_group
from bot.view.markup import escape
from newsqa.newsroom import DESK, Member, Role

_LONGEST = 40  # characters of a desk's name
_CHAT = re.compile(r"-\d{5,}")


@needs("reader")
async def command(update: Update, context: Context) -> None:
    """Answer /desk: which desk this is; or make one, move a chat, share one's articles, as the words after it say."""
    message, scene = update.effective_message, context.scene
    if message is None:
        return
    words = list(context.args or ())
    deed = meant(words[0], tuple(_DEEDS)) if words else None
    if not words:
        said = await _about(scene)
    elif deed is None or not (name := named(words[1:])):
        said = scene.say("desk-how")
    elif deed != "use" and not scene.standing.may("owner"):
        said = scene.say("needs-owner")
    else:
        said = await _DEEDS[deed](scene, message, await _meant(scene, name))
    scene.reply(said, message.message_id)


def named(words: list[str]) -> str:
    """Return the name of a desk as it is kept: small letters, digits and dashes."""
    text = unicodedata.normalize("NFKC", " ".join(w for w in words if not _CHAT.fullmatch(w))).casefold()
    return "-".join(re.findall(r"\w+", text))[:_LONGEST]


def called(desk: str, scene: Scene) -> str:
    """Return a desk's name as its reader says it: the first one has a name in each language."""
    return scene.say(f"word-{DESK}") if desk == DESK else escape(desk)


async def _meant(scene: Scene, name: str) -> str:
    """Return the desk of a name, which for the first one may be said in any language."""
    known = await scene.state(lambda state: state.people.desks())
    return name if name in known else meant(name, (DESK,)) or name


async def _about(scene: Scene) -> str:
    scope, person, owner = scene.standing.scope, scene.place.person, scene.owner
    readable, mine = await scene.state(
        lambda state: (state.people.readable(scope), state.people.desks_of(person, owner=owner))
    )
    lines = [scene.say("desk-here", desk=called(scope, scene))]
    if len(readable) > 1:
        lines.append(scene.say("desk-reads", desks=_names(readable[1:], scene)))
    if scene.place.private and len(mine) > 1:
        lines.append(scene.say("desk-yours", desks=_names(mine, scene)))
    if scene.standing.may("owner"):
        lines += ["", scene.say("desk-how")]
    return "\n".join(lines)


async def _make(scene: Scene, message: Message, name: str) -> str:
    user = message.from_user
    maker = Member(
        user=scene.place.person, name=user.full_name if user else "", role="owner", since=dt.datetime.now(dt.UTC)
    )
    made = await scene.state(lambda state: state.people.make_desk(name, maker))
    return scene.say("desk-made" if made else "desk-taken", desk=called(name, scene))


async def _use(scene: Scene, message: Message, name: str) -> str:
    """Give a chat to a desk: a group by who owns both desks, one's private chat by any member."""
    chat = _chat(message) or scene.place.chat
    least: Role = "reader" if chat == scene.place.person else "owner"
    here = await scene.state(lambda state: state.people.chat_scope(chat))
    if not await _may(scene, name, least) or (least == "owner" and here and not await _may(scene, here, "owner")):
        return scene.say("desk-not-yours", desk=called(name, scene))
    person = scene.place.person
    await scene.state(lambda state: state.people.give_chat(chat, name, person))
    return scene.say("desk-used" if chat == scene.place.chat else "desk-used-there", desk=called(name, scene))


def _chat(message: Message) -> int | None:
    """Return the chat that a command names by its id, as for a channel, where nobody can say a command."""
    found = None if is_group(message.chat) else _CHAT.search(message.text or "")
    return int(found.group()) if found else None


async def _share(scene: Scene, _: Message, name: str) -> str:
    scope = scene.standing.scope
    if name == scope or name not in await scene.state(lambda state: state.people.desks()):
        return scene.say("desk-unknown", desk=called(name, scene))
    await scene.state(lambda state: state.people.share(scope, name))
    return scene.say("desk-shared", desk=called(scope, scene), reader=called(name, scene))


async def _unshare(scene: Scene, _: Message, name: str) -> str:
    scope = scene.standing.scope
    ended = await scene.state(lambda state: state.people.unshare(scope, name))
    desk, reader = called(scope if ended else name, scene), called(name, scene)
    return scene.say("desk-unshared" if ended else "desk-unknown", desk=desk, reader=reader)


async def _may(scene: Scene, desk: str, least: Role) -> bool:
    """Tell whether the person has at least a role at a desk; one that does not exist gives none."""
    person, owner = scene.place.person, scene.owner
    return await scene.state(lambda state: state.people.may(desk, person, least, owner=owner))


def _names(desks: list[str], scene: Scene) -> str:
    return listed([f"<b>{called(desk, scene)}</b>" for desk in desks], scene.language)


_DEEDS = {"new": _make, "use": _use, "share": _share, "unshare": _unshare}
