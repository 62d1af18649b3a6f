"""The bot, its fetching boundary moved: for the tests the public internet is 127.0.0.1 and nothing else."""

from __future__ import annotations

from newsqa import read

read.link.__defaults__ = (lambda address: address == "127.0.0.1",)

if __name__ == "__main__":
    from bot.__main__ import main

    main()
