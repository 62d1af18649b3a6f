"""The bot, gone once: right after it has stored a text with the word "tamat", and before it has said so."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from newsqa.newsroom import Added, Newsroom

_DIED = Path("died")
_stored = Newsroom.add_row


def add_row(newsroom: Newsroom, row: dict[str, Any]) -> Added:
    added = _stored(newsroom, row)
    if "tamat" in row["text"] and not _DIED.exists():
        _DIED.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return added


Newsroom.add_row = add_row

if __name__ == "__main__":
    from bot.__main__ import main

    main()
