"""A person asks."""

from __future__ import annotations

import datetime as dt

from telegram import Message, MessageEntity, Update
from telegram.constants import ReactionEmoji

from bot import edits, kept, questions, sources
from bot.access import needs
from bot.context import Context
from bot.handlers.article import lay_out
from bot.scene import Scene, replied_to
from bot.view import answers
from bot.view.markup import escape
from newsqa.errors import UnreadableQuestionError
from newsqa.newsroom import Courtesy, Turn, asks, courtesy

_PASTED = 60  # characters of a text without a question mark, from which it may be a short article
_BREATH = dt.timedelta(seconds=3)  # a forward so soon after a question came with it


@needs("reader")
async def command(update: Update, context: Context) -> None:
    """Answer /ask QUESTION; as a reply to an article, from that article."""
    message, scene = update.effective_message, context.scene
    if message:
        question = (message.text or "").partition(" ")[2]
        await answer(scene, message, question, await _article(scene, message))


@needs("reader")
async def addressed(update: Update, context: Context) -> None:
    """Answer a question in a group that mentions the bot or replies to it."""
    message, scene = update.effective_message, context.scene
    if message:
        question = _without_mention(message, context.bot.username)
        await answer(scene, message, question, await _article(scene, message))


async def private(scene: Scene, message: Message) -> None:
    """Answer a question in a private chat."""
    await answer(scene, message, sources.text_of(message), await _article(scene, message))


async def answer(scene: Scene, message: Message, question: str, article: str | None = None) -> None:
    """Reply to a message with what the archive says to the question in it, or one article of it."""
    to, scene.only_asked = message.message_id, True
    if not any(c.isalnum() for c in question):
        scene.reply(scene.say("empty-question"), to)
    elif may_ask(scene, to):
        try:
            asked = await _put(scene, message, question, article)
        except UnreadableQuestionError:
            scene.reply(scene.say("question-too-long"), to)
            return
        if asked:
            await show(scene, to, asked)


def may_ask(scene: Scene, to: int) -> bool:
    """Tell whether someone asks no faster than is served; say so once where they do."""
    pace, person = scene.desk.pace, scene.place.person
    if pace.allows(person):
        return True
    if pace.is_first_too_many(person):
        scene.reply(scene.say("too-fast"), to)
    return False


async def _put(scene: Scene, message: Message, question: str, article: str | None) -> questions.Asked | None:
    """Ask an article where one is named, else what the question means after the one before it; None where all is said.

    What is a courtesy and no question is answered as one: the archive would have nothing to say to it.
    """
    before = None if article else await questions.before(scene, message)
    followed = await questions.follow(scene, question, before) if before else None
    if followed:
        return followed
    said = courtesy(question)
    if said is None or (said == "latest" and article):
        return await questions.ask(scene, question, article)
    return await _courteous(scene, message.message_id, said)


async def _courteous(scene: Scene, to: int, said: Courtesy) -> questions.Asked | None:
    """Answer a courtesy; return the newest articles where they are asked for."""
    if said == "latest":
        asked = await questions.look_up(scene, "/latest", lambda lookups: lookups.latest(), ordered=True)
        if asked.found:
            return asked
        scene.reply(scene.say("nothing-of-them"), to)
    elif said == "thanks":
        await scene.react(to, ReactionEmoji.PERSON_WITH_FOLDED_HANDS)
    else:
        scene.reply(scene.say(f"said-{said}"), to)
    return None


async def is_question(scene: Scene, text: str) -> bool:
    """Tell whether words beside an article ask something; a remark on it wants no answer."""
    return await scene.newsroom(lambda _: asks(text))


async def again(scene: Scene, message: Message, article: str) -> None:
    """Ask once more, of an article that came right after its question, if that found nothing.

    What was no question but a remark on the article that followed is left without its answer.
    """
    place, turn = scene.place, await questions.last(scene, sums=False)
    if turn is None or turn.found or not dt.timedelta() <= message.date - turn.asked + _BREATH <= 2 * _BREATH:
        return
    if not await is_question(scene, turn.question):
        if turn.reply:
            scene.remove(turn.reply)
        return
    asked = await questions.ask(scene, turn.question, article)
    if asked.found and place.private:
        if turn.reply:
            scene.remove(turn.reply)
        await show(scene, turn.message, asked)


@needs("reader")
async def button(update: Update, context: Context) -> None:
    """Answer the buttons under an answer: `t:<what>:<question>:<number>`."""
    query, scene = update.callback_query, context.scene
    scene.only_asked = True
    if query is None or query.message is None:
        return
    _, what, number, argument = (query.data or "").split(":")
    turn = await scene.state(lambda state: state.record.turn(int(number)))
    if turn is None or turn.chat != scene.place.chat:
        await query.answer(scene.say("stale"))
    elif turn.person != scene.place.person and what in {"page", "context", "less"}:
        await query.answer(scene.say("not-yours"))
    elif what == "wrong":
        await _judge(scene, turn)
        await query.answer(scene.say("noted"))
    elif what == "voices":
        asked = await questions.voices(scene, turn)
        await query.answer("" if asked.found else scene.say("no-voices"))
        if asked.found:
            await show(scene, query.message.message_id, asked)
    else:
        press = _article_of if what == "article" else _page_of
        done = await press(scene, turn, what, argument, query.message.message_id)
        await query.answer("" if done else scene.say("stale"))


async def _article_of(scene: Scene, turn: Turn, _: str, mark: str, message: int) -> bool:
    """Show the article of a button; False where it is gone."""
    shown = next((shown for shown in turn.answers if answers.mark(shown.article) == mark), None)
    stored = await questions.stored(scene, shown) if shown else None
    if shown is None or stored is None:
        return False
    await lay_out(scene, shown.scope, stored, message)
    return True


async def _page_of(scene: Scene, turn: Turn, what: str, number: str, message: int) -> bool:
    """Show another page, or the same with or without what stands around its answers; False where all are gone."""
    asked = await questions.remembered(scene, turn)
    if not asked.answers:
        return False
    last = (len(asked.answers) - 1) // answers.PAGE  # of articles that went, no page is left
    page = answers.Page(min(int(number), last), what == "context", not questions.is_lookup(turn.question))
    text = await _laid_out(scene, asked, page, turn.language)
    scene.edit(message, text, answers.buttons(turn.id, asked.answers, turn.language, page))
    return True


async def _laid_out(scene: Scene, asked: questions.Asked, page: answers.Page, language: str) -> str:
    """Return a page of answers, with what is to be known of their articles."""
    text = answers.found(asked.answers, language, page)
    if questions.is_news(asked.question):
        text = await edits.marked(scene, text, [asked.sources[place] for place, _ in page.of(asked.answers)])
    return await kept.marked(scene, text, asked.sources)


async def _judge(scene: Scene, turn: Turn) -> None:
    person = scene.place.person
    await scene.state(lambda state: state.record.judge(turn.id, person, "wrong"))


async def show(scene: Scene, to: int, asked: questions.Asked) -> None:
    """Remember a question with what was found, and reply with it."""
    turn = await questions.keep(scene, to, asked)
    if asked.found:
        page = answers.Page(asked=not questions.is_lookup(asked.question))
        keyboard = answers.buttons(turn, asked.answers, scene.language, page)
        text = await _laid_out(scene, asked, page, scene.language)
        scene.reply(_understood(scene, asked) + text, to, keyboard, turn=turn)
    elif asked.others:
        scene.reply(scene.say("no-others"), to, turn=turn)
    else:
        said = (answers.untold if asked.base and asked.closest else answers.nothing)(asked.closest, scene.language)
        text = await kept.marked(scene, said, asked.sources[:1])
        hint = await _hint(scene, asked.question)
        scene.reply(_understood(scene, asked) + text + (hint and f"\n\n{scene.say(hint)}"), to, turn=turn)


async def _hint(scene: Scene, question: str) -> str:
    """Return what to say beside that nothing was found: that nothing is there yet, or how to add what may be one."""
    if _may_be_article(scene, question):
        return "add-instead"
    newest = await questions.look_up(scene, question, lambda lookups: lookups.latest(1))
    return "" if newest.found else "add-first"


def _may_be_article(scene: Scene, text: str) -> bool:
    """Tell whether what was taken for a question may have been pasted to be added."""
    return scene.place.private and scene.standing.may("editor") and len(text) >= _PASTED and "?" not in text


def _understood(scene: Scene, asked: questions.Asked) -> str:
    """Return how a question was understood that left out something."""
    return scene.say("understood", question=escape(asked.question)) + "\n\n" if asked.filled else ""


async def _article(scene: Scene, message: Message) -> str | None:
    """Return the article in the message that a question replies to."""
    replied, scope = replied_to(message), scene.standing.scope
    if replied is None:
        return None
    chat, number = replied.chat.id, replied.message_id
    return await scene.state(lambda state: state.record.article_in(scope, chat, number))


def _without_mention(message: Message, username: str) -> str:
    """Return a message's text without the mention of the bot that addressed it."""
    text = sources.text_of(message)
    for entity, words in message.parse_entities([MessageEntity.MENTION]).items():
        if words.casefold() == f"@{username}".casefold():
            encoded = text.encode("utf-16-le")
            rest = encoded[: entity.offset * 2] + encoded[(entity.offset + entity.length) * 2 :]
            return rest.decode("utf-16-le").strip(" ,:")
    return text
