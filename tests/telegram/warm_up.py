"""Imported once by the process that bots are forked from: reads the rules and tables by using them."""

import anyio._backends._asyncio  # noqa: F401  what carries requests is imported with the first of them
from prose import DAM, PORT

import bot.service  # noqa: F401  every module of the bot
from bot.messages import LANGUAGES, say
from bot.requests import trusted
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore
from newsqa.warming import warm

trusted()
for _language in LANGUAGES:
    say(_language, "command-ask")
_newsroom = Newsroom(MemoryStore())
for _text in (DAM, PORT):
    _newsroom.add_row({"text": _text})
for _question in ("berapa keluarga yang mengungsi?", "apa kata Rini?", "who met Marsh?", "did Marsh resign?", "why?"):
    _newsroom.ask(_question)
warm(_newsroom)
