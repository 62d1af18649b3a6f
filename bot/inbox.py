"""One article out of many messages: parts are held until their sender is quiet, then filed together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import structlog
from telegram import Message
from telegram.constants import ReactionEmoji

from bot import acknowledge, archive, sources
from bot.desk import Desk
from bot.handlers import ask
from bot.letters import Bot
from bot.scene import Place, Scene, enter, letters_of, thread_of
from bot.settings import Settings
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import Held

log = structlog.get_logger()


@dataclass
class Bundle:
    """The messages of one article."""

    messages: list[Message] = field(default_factory=list)


async def hold(scene: Scene, message: Message) -> None:
    """Keep a message back until its sender is quiet; the first of several is acknowledged at once."""
    chat, person = message.chat.id, scene.place.person
    first = not await scene.state(lambda state: state.mail.held(chat))
    body = message.to_json()
    await scene.state(lambda state: state.mail.hold(chat, message.message_id, person, body))
    if first and scene.place.chat == chat and not _is_channel(message):
        await scene.react(message.message_id, ReactionEmoji.EYES)


async def release(desk: Desk, bot: Bot, settings: Settings, chat: int, held: Sequence[Held]) -> Scene:
    """File the articles that one person's held messages make; answer the questions that came with them."""
    person = held[0].person
    mine = [item for item in held if item.person == person]
    messages = [message for item in mine if (message := Message.de_json(json.loads(item.body), bot))]
    user = messages[0].from_user
    place = Place(chat, person, thread_of(messages[0]))
    scene = await enter(desk, bot, settings, place, user.language_code if user else None)
    try:
        await _file_all(scene, messages)
    except Exception:
        log.exception("held messages could not be filed", chat=chat)
        scene.letters.clear()
        scene.reply(scene.say("sorry", reference=str(mine[0].message)), mine[0].message)
    numbers = [item.message for item in mine]
    cause = f"held:{chat}:{mine[0].message}:{mine[0].came.isoformat()}"
    await desk.state(lambda state: state.mail.release(chat, numbers, letters_of(scene), cause))
    return scene


async def _file_all(scene: Scene, messages: Sequence[Message]) -> None:
    bundles, comments = bundled(messages)
    articles = [await _file(scene, bundle) for bundle in bundles]
    for comment in comments:
        await ask.answer(scene, comment, sources.text_of(comment), article=articles[0] if len(articles) == 1 else None)
    if not comments and len(articles) == 1 and articles[0]:
        await ask.again(scene, messages[0], articles[0])


async def _file(scene: Scene, bundle: Bundle) -> str | None:
    """File one article and say what was found in it; return its id."""
    messages = bundle.messages
    parts = [(m.message_id, sources.text_of(m)) for m in messages if sources.text_of(m)]
    loud = not _is_channel(messages[0])
    try:
        filed = await archive.file(
            scene, sources.row(messages, scene.settings.zone), parts, sources.identity(messages[0])
        )
    except UnreadableArticleError as error:
        if loud:
            scene.reply(scene.say("unreadable-article", reason=str(error)), messages[0].message_id)
        return None
    if loud:
        await acknowledge.filed(scene, filed, messages[0].message_id)
    return filed.added.article.id


def bundled(messages: Iterable[Message]) -> tuple[list[Bundle], list[Message]]:
    """Return the articles that messages make, and the short ones beside them that are questions."""
    bundles: list[Bundle] = []
    comments: list[Message] = []
    for message in messages:
        if bundles and sources.continues(message, bundles[-1].messages[-1]):
            bundles[-1].messages.append(message)
        elif sources.is_article(message) or _is_channel(message):
            bundles.append(Bundle([message]))
        else:
            comments.append(message)
    return [bundle for bundle in bundles if any(map(sources.text_of, bundle.messages))], comments


def _is_channel(message: Message) -> bool:
    return message.chat.type == message.chat.CHANNEL
