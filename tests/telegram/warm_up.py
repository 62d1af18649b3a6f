"""Imported once by the process that bots are forked from: reads the rules and tables by using them."""

from prose import DAM, PORT

import bot.service  # noqa: F401  every module of the bot
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore

_newsroom = Newsroom(MemoryStore())
for _text in (DAM, PORT):
    _newsroom.add_row({"text": _text})
for _question in ("berapa keluarga yang mengungsi?", "apa kata Rini?", "who met Marsh?", "did Marsh resign?", "why?"):
    _newsroom.ask(_question)
