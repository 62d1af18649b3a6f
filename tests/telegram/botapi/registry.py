"""The methods of the Bot API by name, and what several of them need: the chat, the message, the right to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .errors import bad_request, forbidden
from .messages import Chat, Message
from .params import Params
from .state import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as a Bot API method; Telegram takes its name in any case."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = function
        return function

    return register


def the_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat a call names; ApiError when there is none or the bot is not in it."""
    wanted = params.string(name).strip()
    if not wanted:
        raise bad_request("chat_id is empty")
    chat = world.chat_named(wanted) if wanted.startswith("@") else _numbered(world, wanted)
    if chat is None:
        raise bad_request("chat not found")
    _check_alive(world, chat)
    return chat


def _numbered(world: World, wanted: str) -> Chat | None:
    try:
        number = int(wanted)
    except ValueError:
        return None
    return world.chats.get(number)


def _check_alive(world: World, chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.type == "private":
        _check_private(world, chat)
        return
    kind = f"{chat.type} chat"
    if chat.status.get(world.bot.id) == "kicked":
        raise forbidden(f"bot was kicked from the {kind}")
    if not chat.admits(world.bot):
        raise forbidden(f"bot is not a member of the {kind}")


def _check_private(world: World, chat: Chat) -> None:
    account = world.accounts[chat.id]
    if account.deactivated:
        raise forbidden("user is deactivated")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def check_may_write(world: World, chat: Chat) -> None:
    """Refuse writing where the bot is blocked, silenced or no administrator."""
    if chat.type == "private" and world.accounts[chat.id].blocked_bot:
        raise forbidden("bot was blocked by the user")
    if chat.type == "channel" and not chat.is_admin(world.bot):
        raise bad_request("need administrator rights in the channel chat")
    if chat.silenced and not chat.is_admin(world.bot):
        raise bad_request("not enough rights to send text messages to the chat")


def the_message(chat: Chat, params: Params, what: str, name: str = "message_id") -> Message:
    """Return the message a call names; `what` says what was to be done with it: "edit", "delete", …"""
    if not params.integer(name):
        raise bad_request(
            "message identifier is not specified" if name not in params else f"message to {what} not found"
        )
    message = chat.live(params.integer(name))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message
