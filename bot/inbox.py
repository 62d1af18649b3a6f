"""One article out of many messages: parts are held until their sender is quiet, then filed together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import structlog
from telegram import Message
from telegram.constants import ReactionEmoji

from bot import acknowledge, archive, importing, material, sources
from bot.desk import Desk
from bot.handlers import ask
from bot.letters import Bot
from bot.scene import Place, Scene, enter, letters_of, thread_of
from bot.settings import Settings
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import TRIES, Held

log = structlog.get_logger()


@dataclass
class Bundle:
    """The messages of one article."""

    messages: list[Message] = field(default_factory=list)
    link: str | None = None  # the page on which it stands


async def hold(scene: Scene, message: Message) -> None:
    """Keep a message back until its sender is quiet; the first of several is acknowledged at once."""
    chat, person = message.chat.id, scene.place.person
    first = not await scene.state(lambda state: state.mail.held(chat))
    body = message.to_json()
    await scene.state(lambda state: state.mail.hold(chat, message.message_id, person, body))
    if first and scene.place.chat == chat and not _is_channel(message):
        await scene.react(message.message_id, ReactionEmoji.EYES)


async def release(desk: Desk, bot: Bot, settings: Settings, chat: int, held: Sequence[Held]) -> Scene:
    """File the articles that one person's held messages make; answer the questions that came with them.

    Those that the bot died of again and again are set aside.
    """
    person = held[0].person
    mine = [item for item in held if item.person == person]
    cause = f"held:{chat}:{mine[0].message}:{mine[0].came.isoformat()}"
    fatal = any(item.tries >= TRIES for item in mine)
    numbers = [item.message for item in mine]
    await desk.state(lambda state: state.mail.filing(chat, numbers))
    messages = [message for item in mine if (message := Message.de_json(json.loads(item.body), bot))]
    user = messages[0].from_user
    place = Place(chat, person, thread_of(messages[0]))
    scene = await enter(desk, bot, settings, place, user.language_code if user else None)
    scene.cause = cause
    if fatal:
        log.error("held messages are set aside: the bot died of them", chat=chat, tries=mine[0].tries)
    if fatal or not await _could_file(scene, messages):
        scene.letters.clear()
        scene.reply(scene.say("sorry", reference=str(mine[0].message)), mine[0].message)
    await desk.state(lambda state: state.mail.release(chat, numbers, letters_of(scene), cause, aside=fatal))
    return scene


async def _could_file(scene: Scene, messages: Sequence[Message]) -> bool:
    try:
        await _file_all(scene, messages)
    except Exception:
        log.exception("held messages could not be filed", chat=scene.place.chat)
        return False
    return True


async def _file_all(scene: Scene, messages: Sequence[Message]) -> None:
    bundles, comments = bundled(messages)
    articles = [await _file(scene, bundle) for bundle in bundles]
    questions = [(comment, words) for comment, words in comments if not articles or await ask.is_question(scene, words)]
    for comment, question in questions:
        await ask.answer(scene, comment, question, article=articles[0] if len(articles) == 1 else None)
    if not questions and len(articles) == 1 and articles[0]:
        await ask.again(scene, messages[0], articles[0])


async def _file(scene: Scene, bundle: Bundle) -> str | None:
    """File one article and say what was found in it; return its id."""
    first, loud = bundle.messages[0], not _is_channel(bundle.messages[0])
    if sources.is_many(first):
        await importing.begin(scene, first)
        return None
    try:
        done = await filed(scene, bundle)
    except UnreadableArticleError as error:
        if loud:
            acknowledge.refused(scene, error, first.message_id)
        return None
    if loud:
        await acknowledge.filed(scene, done, first.message_id)
    return done.added.article.id


async def filed(scene: Scene, bundle: Bundle) -> archive.Filed:
    """File the article of some messages; one whose page cannot be read now is what was read of it before.

    Raises UnreadableArticleError.
    """
    try:
        found = await material.find(scene, bundle.messages, bundle.link)
    except UnreadableArticleError:
        known = await archive.linked(scene, bundle.link, bundle.messages[0].message_id) if bundle.link else None
        if known is None:
            raise
        return known
    return await archive.add(scene, found)


def bundled(messages: Iterable[Message]) -> tuple[list[Bundle], list[tuple[Message, str]]]:
    """Return the articles that messages make, and what is asked beside them: the message and its question."""
    bundles: list[Bundle] = []
    comments: list[tuple[Message, str]] = []
    for message in messages:
        if bundles and not bundles[-1].link and sources.continues(message, bundles[-1].messages[-1]):
            bundles[-1].messages.append(message)
            continue
        if pages := sources.pages(message):
            bundles += [Bundle([message], link) for link in pages]
        elif sources.is_article(message) or _is_channel(message):
            bundles.append(Bundle([message]))
        question = sources.beside(message) if sources.is_article(message) else sources.text_of(message)
        if question and not _is_channel(message):
            comments.append((message, question))
    return [bundle for bundle in bundles if any(map(_holds, bundle.messages))], comments


def _holds(message: Message) -> bool:
    return bool(message.document or sources.text_of(message) or sources.excerpt(message))


def _is_channel(message: Message) -> bool:
    return message.chat.type == message.chat.CHANNEL
