"""Settings in, application out."""

from __future__ import annotations

import logging
import sys

import structlog

from bot.settings import SettingsError, load


def main() -> None:
    """Run the bot until it is told to stop; a setting that is wrong is one line and exit status 2."""
    try:
        settings = load()
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    _log_quietly()
    from bot.application import UPDATES, build  # noqa: PLC0415  a wrong setting need not wait for the rules to load
    from bot.context import Desk  # noqa: PLC0415
    from newsqa.newsroom import Newsroom, open_state  # noqa: PLC0415

    desk = Desk(settings, Newsroom.open(settings.newsqa_database), open_state(settings.newsqa_database))
    build(desk).run_polling(allowed_updates=UPDATES, bootstrap_retries=-1)
    desk.close()


def _log_quietly() -> None:
    """Log to standard error, without what httpx would tell: it logs every address, and the token is part of each."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


if __name__ == "__main__":
    main()
