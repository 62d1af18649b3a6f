"""The bot with one weakness, as a fault in a library would be: where it reads the word "tamat" its process is gone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

from newsqa.newsroom import Newsroom


def mortal(method: Callable[..., Any]) -> Callable[..., Any]:
    def called(newsroom: Newsroom, read: object, *more: Any) -> Any:
        if "tamat" in str(read):
            os.kill(os.getpid(), signal.SIGKILL)
        return method(newsroom, read, *more)

    return called


Newsroom.add, Newsroom.ask = mortal(Newsroom.add), mortal(Newsroom.ask)

if __name__ == "__main__":
    from bot.__main__ import main

    main()
