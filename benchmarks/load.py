"""How the bot bears a busy newsroom: many chats asking at once, the real process against a local Bot API server.

    python benchmarks/load.py [--chats 20] [--seconds 60] [--think 1.0]

Each chat asks, waits for the answer, thinks, and asks again. Handling is what the bot itself takes from taking an
update in hand to its answer lying in the outbox; waiting is what a person waits, the way to Telegram left out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "telegram"))  # where the Bot API server is


def main() -> None:
    """Measure, and print one table."""
    from load import percentile, run  # noqa: PLC0415  found on the path set above
    from process import BotProcess  # noqa: PLC0415
    from prose import DAM, PORT  # noqa: PLC0415
    from server import TelegramServer  # noqa: PLC0415

    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=1.0)
    given = parser.parse_args()
    settings = {"NEWSQA_PER_MINUTE": "100000", "NEWSQA_QUIET": "0.2"}
    with TelegramServer() as telegram, tempfile.TemporaryDirectory() as folder:
        owner = telegram.user("Ana")
        with BotProcess(telegram, Path(folder), owners=(owner.id,), cold=True, **settings) as bot:
            for text in (DAM, PORT):
                telegram.reply(owner.says(text), 30)
            load = run(bot, owner, chats=given.chats, seconds=given.seconds, think=given.think)
    print(f"{given.chats} chats, {given.seconds:g} s, {load.questions} questions")
    print("                  p50      p95      p99")
    for name, values in (("handling, ms", load.handling), ("waiting, ms", load.waits)):
        print(f"{name:12}" + "".join(f"{percentile(values, share):9.1f}" for share in (50, 95, 99)))
    print(f"processor, ms a question {load.processor:.1f}")
    print(f"memory, MB   {load.memory[0]:.0f} at first, {load.memory[-1]:.0f} at last, {load.growth:+.1f} in between")


if __name__ == "__main__":
    main()
