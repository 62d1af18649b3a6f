"""Settings in, application out."""

from __future__ import annotations

import asyncio
import os
import sys

from bot import logs
from bot.settings import SettingsError, load
from newsqa.errors import NewsqaError


def main() -> None:
    """Run the bot until it is told to stop; a setting that is wrong is one line and exit status 2."""
    try:
        settings = load()
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    logs.begin(settings.token)
    from bot.service import serve  # noqa: PLC0415  a wrong setting need not wait for the rules to load

    try:
        whole = asyncio.run(serve(settings))
    except NewsqaError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    if not whole:
        _leave()


def _leave() -> None:
    """End the process without waiting for its threads, as an interpreter that ends by itself would."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
