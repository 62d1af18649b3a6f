"""The outbox emptied: each letter sent once, whatever Telegram says to it."""

from __future__ import annotations

import asyncio

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.desk import Desk
from bot.letters import Bot, Letter, send
from bot.view.markup import plainly
from newsqa.newsroom import Outgoing, State

log = structlog.get_logger()

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 60.0  # seconds between tries while the network is away
_SAID = frozenset({"send", "file"})  # what is there twice when it is sent twice
_SAME = "message is not modified"
_GONE_TOPIC = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_TOO_LONG = ("message is too long", "message_too_long")
_MOST = 4000  # characters of a text of which the markup is given up
_GONE_REPLY = "message to be replied not found"
_GONE_MESSAGE = ("message to edit not found", "message can't be edited", "message to delete not found")


async def deliver(bot: Bot, desk: Desk, waiting: Outgoing) -> int | None:
    """Send one letter and call it sent; return the chat that it was redirected to, if its own has moved."""
    letter = _addressed(waiting)
    if waiting.spent and letter.kind in _SAID:
        log.warning("a letter is not sent again: the bot died twice while it was on its way", chat=waiting.chat)
        await desk.state(lambda state: state.mail.sent(waiting.id))
        return None
    try:
        message = await _patiently(bot, desk, letter, waiting.id)
    except ChatMigrated as moved:
        await desk.state(lambda state: state.mail.unsent(waiting.id))
        await move(desk, waiting.chat, moved.new_chat_id)
        return moved.new_chat_id
    except Forbidden as error:
        await _silence(desk, waiting.chat, error)
        return None
    except TelegramError as error:
        log.warning("a letter was refused", chat=waiting.chat, kind=letter.kind, error=error.message)
        message = None
    await desk.state(lambda state: _note(state, waiting.id, letter, message))
    return None


def _note(state: State, number: int, letter: Letter, message: int | None) -> None:
    """Call a letter sent, and remember which message it became where that is to be known."""
    state.mail.sent(number)
    if message and letter.turn:
        state.record.answered(letter.turn, message)
    if message and letter.prompt:
        state.prompts.asked(letter.prompt, message)


def _addressed(waiting: Outgoing) -> Letter:
    """Return the letter to the chat it goes to now; in another than it was written in, no message has the same id."""
    letter = Letter.model_validate_json(waiting.body)
    if letter.chat == waiting.chat:
        return letter
    told = {"chat": waiting.chat, "thread": None, "reply_to": None, "message": None, "kind": "send"}
    return letter.model_copy(update=told)


async def move(desk: Desk, old: int, new: int) -> None:
    """Give everything known of a group to the supergroup that it became."""
    await desk.state(lambda state: state.move_chat(old, new))
    log.info("a group became a supergroup", old=old, new=new)


async def _patiently(bot: Bot, desk: Desk, letter: Letter, number: int) -> int | None:
    """Send a letter, waiting as long as Telegram or the network asks; only this chat waits.

    That it is on its way is written down first: what dies with the bot may have arrived, what fails has not.
    """
    wait = _FIRST_WAIT
    while True:
        await desk.state(lambda state: state.mail.sending(number))
        try:
            return await _adapted(bot, letter)
        except RetryAfter as error:
            pause, why = _seconds(error), error.message
        except BadRequest:
            raise
        except NetworkError as error:
            pause, why = wait, error.message
            wait = min(wait * 2, _LONGEST_WAIT)
        await desk.state(lambda state: state.mail.unsent(number))
        log.warning("a letter waits to be sent again", chat=letter.chat, error=why, again_in=pause)
        await asyncio.sleep(pause)


async def _adapted(bot: Bot, letter: Letter) -> int | None:
    """Send a letter; where its topic, or the message that it edits or replies to, is gone, say it beside."""
    try:
        return await send(bot, letter)
    except BadRequest as error:
        said = error.message.lower()
        if _SAME in said or (letter.kind == "delete" and any(gone in said for gone in _GONE_MESSAGE)):
            return None
        beside = _beside(letter, said)
        if beside is None:
            raise
        return await _adapted(bot, beside)


def _beside(letter: Letter, said: str) -> Letter | None:
    """Return how a letter can be said after a refusal, None where it cannot."""
    if any(long in said for long in _TOO_LONG) and letter.text != (short := plainly(letter.text, _MOST)):
        return letter.model_copy(update={"text": short})
    if letter.kind == "edit" and any(gone in said for gone in _GONE_MESSAGE):
        return letter.model_copy(update={"kind": "send", "message": None})
    if letter.thread and any(gone in said for gone in _GONE_TOPIC):
        return letter.model_copy(update={"thread": None, "reply_to": None})
    if letter.reply_to and _GONE_REPLY in said:
        return letter.model_copy(update={"reply_to": None})
    return None


async def _silence(desk: Desk, chat: int, error: Forbidden) -> None:
    """Stop writing to a chat that has put the bot out."""
    log.warning("a chat has put the bot out", chat=chat, error=error.message)
    await desk.state(lambda state: state.silence(chat))


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after if isinstance(after, (int, float)) else after.total_seconds()
