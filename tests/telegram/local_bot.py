"""The bot, its fetching boundary moved: for the tests the public internet is 127.0.0.1 and nothing else."""

from __future__ import annotations

from newsqa import read


def here(address: str) -> bool:
    return address == "127.0.0.1"


read.link.__defaults__ = (here,)
read.entries.__defaults__ = ("", "", here)

if __name__ == "__main__":
    from bot.__main__ import main

    main()
