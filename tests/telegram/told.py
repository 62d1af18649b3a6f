"""What a chat was told of that is new."""

from __future__ import annotations

from botapi.deeds import Person
from botapi.messages import Chat, Message
from process import BotProcess
from server import TelegramServer

HEADS = ("Baru: ", "New: ", "Dikoreksi: ", "Corrected: ", "<b>Ringkasan", "<b>Digest")


def article_of(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


def alerts(telegram: TelegramServer, chat: Chat) -> list[Message]:
    return [m for m in telegram.sent(chat) if m.html.startswith(HEADS)]


def first_alert(telegram: TelegramServer, chat: Chat) -> Message:
    return telegram.wait_for(lambda: alerts(telegram, chat), what="an alert")[0]


def adds(telegram: TelegramServer, owner: Person, text: str) -> Message:
    """Add an article in the owner's private chat."""
    said = owner.says(text)
    return telegram.wait_for(lambda: [m for m in telegram.sent(said.chat) if m.reply_to is said])[0]


def quiet(bot: BotProcess, telegram: TelegramServer, chat: Chat, count: int = 0) -> None:
    """The chat has had so many alerts, and gets no more."""
    bot.settled()
    assert len(alerts(telegram, chat)) == count, telegram.transcript(chat)
