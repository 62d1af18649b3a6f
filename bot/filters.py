"""Which messages speak to the bot, and which only cite it."""

from __future__ import annotations

from telegram import Message, MessageEntity
from telegram.ext import filters

from bot.scene import replied_to


class _Addressed(filters.MessageFilter):
    """Messages that mention the bot or reply to one of its messages."""

    def filter(self, message: Message) -> bool:
        """Tell whether the message speaks to the bot."""
        bot = message.get_bot()
        replied = replied_to(message)
        if replied and replied.from_user and replied.from_user.id == bot.id:
            return True
        mentions = message.parse_entities([MessageEntity.MENTION]).values()
        return f"@{bot.username}".casefold() in (words.casefold() for words in mentions)


class _Inserted(filters.MessageFilter):
    """Messages that someone inserted from the bot's own inline results: a citation, neither question nor article."""

    def filter(self, message: Message) -> bool:
        """Tell whether the words are the bot's, said here by a person."""
        return message.via_bot is not None and message.via_bot.id == message.get_bot().id and not message.forward_origin


ADDRESSED = _Addressed()
INSERTED = _Inserted()
