"""Imported once by the process that bots are forked from: reads the rules and tables by using them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import anyio._backends._asyncio  # noqa: F401  what carries requests is imported with the first of them
from prose import DAM, PORT

import bot.logs
import bot.service  # noqa: F401  every module of the bot
from bot.messages import LANGUAGES, listed, say
from bot.requests import trusted
from newsqa.newsroom import Newsroom
from newsqa.warming import warm

trusted()
for _language in LANGUAGES:
    listed([say(_language, "command-ask")], _language)
with TemporaryDirectory() as _folder:
    _newsroom = Newsroom.open(Path(_folder) / "newsqa.db")
    for _text in (DAM, PORT):
        _newsroom.add_row({"text": _text})
    for _asked in ("berapa keluarga yang mengungsi?", "apa kata Rini?", "who met Marsh?", "did Marsh resign?", "why?"):
        _newsroom.ask(_asked)
    warm(_newsroom)
    _newsroom.close()  # before there are other processes: a fork may not carry on with what is open
