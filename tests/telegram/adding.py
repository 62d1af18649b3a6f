"""What tests of adding do with the summary of an article."""

from __future__ import annotations

from botapi.deeds import Person
from botapi.messages import Message
from server import TelegramServer


def identifier(summary: Message) -> str:
    return summary.html.partition("<code>")[2].partition("</code>")[0]


def delete(telegram: TelegramServer, owner: Person, summary: Message) -> None:
    asked = telegram.reply(owner.says(f"/delete {identifier(summary)}"))
    owner.presses(asked, "Ya, hapus")
    assert telegram.edited(asked).html.startswith("Dihapus: ")
