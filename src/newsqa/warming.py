"""What is loaded before the first question, so that nobody waits for it."""

from __future__ import annotations

import gc

from newsqa.answer import weights
from newsqa.newsroom import Newsroom
from newsqa.text import kin

_WARMING = "0"  # a question in no language


def warm(newsroom: Newsroom) -> None:
    """Load what answering needs, and let the garbage collector leave it alone: walking it all takes 75 ms."""
    newsroom.ask(_WARMING)
    weights.load()
    kin.prepare()
    gc.collect()
    gc.freeze()
