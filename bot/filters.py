"""Which group messages speak to the bot."""

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


ADDRESSED = _Addressed()
