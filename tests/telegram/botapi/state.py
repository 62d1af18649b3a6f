"""The world the bot lives in: accounts, chats, messages, files, and the switches that sources disagree about."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from .faults import Faults, Flood
from .messages import Account, Chat, File, Message
from .updates import Updates

Json = dict[str, Any]


@dataclass
class Switches:
    """Where Telegram can be set up either way, or where its documents and its users disagree."""

    privacy: bool = True  # BotFather's /setprivacy: on is how bots are born
    mentions_pass_privacy: bool = False  # BotFather says they do, nearly all who tried that they do not
    bare_commands: str = (
        "always"  # "/ask" without "@bot" in a group: "always", or only to the "last_speaker" of all bots
    )
    group_replies: bool = False  # does a basic group show the bot a replied-to message it was never given?
    topic_root_as_reply: bool = True  # a plain message in a topic arrives as a reply to the topic's first message
    # a reply to a message a person deleted: "refused" unless allow_sending_without_reply; the documents let that hold
    # in no topic ("refused_in_topics"); some saw such replies sent without a word ("unnoticed")
    lost_replies: str = "refused"
    answer_once: bool = True  # a second answerCallbackQuery is refused
    inline_enabled: bool = True
    inline_feedback: bool = True  # chosen_inline_result needs BotFather's /setinlinefeedback
    plain_webhooks: bool = True  # real Telegram wants https; a test listens on plain http
    callback_lifetime: float = 15.0  # seconds a pressed button waits for its answer
    inline_lifetime: float = 30.0
    file_limit: int = 20 * 1024 * 1024  # what getFile will fetch
    upload_limit: int = 50 * 1024 * 1024


@dataclass
class Call:
    """One call of a method, as it came, and what became of it."""

    method: str
    params: Json
    result: Any = None
    error: str | None = None
    at: float = field(default_factory=time.monotonic)


class World:
    """Everything the server knows; every reader and writer holds `changed`."""

    def __init__(self, token: str, username: str) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.token = token
        self.bot = Account(
            int(token.split(":", maxsplit=1)[0]), username.replace("_", " "), username=username, is_bot=True
        )
        self.accounts: dict[int, Account] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.switches, self.faults, self.flood = Switches(), Faults(), Flood()
        self.updates = Updates(self.changed)
        self.calls: list[Call] = []
        self.shift = 0.0
        self.profile: Json = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.callbacks: dict[str, Any] = {}
        self.inline: dict[str, Any] = {}
        self.inline_messages: dict[str, Message] = {}
        self._numbers = {
            "user": itertools.count(1_000_001),
            "group": itertools.count(4_000_001),
            "message": itertools.count(101),
            "any": itertools.count(5_000_000_001),
        }

    def now(self) -> float:
        """Return Telegram's clock in seconds: the machine's, moved by `shift`."""
        return time.time() + self.shift

    def number(self, kind: str = "any") -> int:
        return next(self._numbers[kind])

    def message_id(self, chat: Chat) -> int:
        """Return the next id: private chats and basic groups share one count, the others have their own."""
        if chat.type in {"private", "group"}:
            return self.number("message")
        chat.last_message_id += 1
        return chat.last_message_id

    def put(self, message: Message) -> Message:
        """Keep a new message in its chat and tell whoever waits."""
        message.chat.messages[message.id] = message
        self.changed.notify_all()
        return message

    def add_file(self, file: File) -> File:
        self.files[file.file_id] = file
        return file

    def chat_named(self, name: str) -> Chat | None:
        wanted = name.removeprefix("@").lower()
        return next(
            (c for c in self.chats.values() if (c.username or "").lower() == wanted and c.type != "private"), None
        )

    def private(self, account: Account) -> Chat:
        """Return the chat of this account with the bot, made on first use."""
        if account.id not in self.chats:
            chat = Chat(account.id, "private", account.first_name, username=account.username)
            chat.last_name = account.last_name
            self.chats[account.id] = chat
        return self.chats[account.id]
