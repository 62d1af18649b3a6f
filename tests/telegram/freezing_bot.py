"""The bot on a machine on which nothing gets warm: what is loaded before the first question takes a minute."""

from __future__ import annotations

import time

from bot import desk
from newsqa.newsroom import Newsroom


def warm(_newsroom: Newsroom) -> None:
    time.sleep(60)


desk.warm = warm

if __name__ == "__main__":
    from bot.__main__ import main

    main()
