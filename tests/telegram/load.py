"""Many chats that ask at once, and what the bot takes to handle it."""

from __future__ import annotations

import json
import random
import statistics
import threading
import time
from typing import NamedTuple

from botapi.deeds import Person
from process import BotProcess

QUESTIONS = (
    "/ask berapa keluarga yang mengungsi?",
    "/ask apa kata Rini soal pintu air?",
    "/ask siapa bertemu dengan bupati?",
    "/ask kapan bupati meninjau bendungan?",
    "/ask who met the mayor?",
    "/ask how many fishermen did the storm kill?",
    "/ask what did Marsh say about the pier?",
    "/ask siapa presiden Mongolia?",
)


class Load(NamedTuple):
    """What was measured; times in milliseconds, memory in megabytes.

    `processor` is what the whole process computed for one question, which other work on the machine does not blur.
    """

    questions: int
    handling: list[float]
    waits: list[float]
    memory: list[float]
    processor: float

    @property
    def p95(self) -> float:
        """Return how long the handling of all but the slowest twentieth took at most."""
        return percentile(self.handling, 95)

    @property
    def growth(self) -> float:
        """Return by how much memory grew from the second quarter of the time to the last."""
        quarter = max(1, len(self.memory) // 4)
        return statistics.median(self.memory[-quarter:]) - statistics.median(self.memory[quarter : 2 * quarter])


def percentile(values: list[float], share: int) -> float:
    """Return a percentile of some values."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def run(bot: BotProcess, owner: Person, *, chats: int, seconds: float, think: float = 1.0) -> Load:
    """Let so many chats ask for so long, each thinking so long between two questions; the bot has its articles."""
    telegram = bot.telegram
    for question in QUESTIONS:
        telegram.reply(owner.says(question), 30)
    groups = [telegram.supergroup(f"Meja {n}", owner) for n in range(chats)]
    bot.settled()
    waits: list[float] = []
    memory: list[float] = []
    seen, computed, end = len(bot.lines), bot.processor_time(), time.monotonic() + seconds

    def ask(number: int) -> None:
        chance = random.Random(number)  # noqa: S311  the same questions every time
        time.sleep(chance.uniform(0, think))
        while time.monotonic() < end:
            began = time.monotonic()
            telegram.reply(owner.says(chance.choice(QUESTIONS), groups[number]), 30)
            waits.append((time.monotonic() - began) * 1000)
            time.sleep(chance.uniform(0.5, 1.5) * think)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(chats)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        memory.append(bot.memory() / 2**20)
        time.sleep(min(1.0, seconds / 20))
    bot.settled()
    processor = (bot.processor_time() - computed) * 1000 / max(1, len(waits))
    lines = [json.loads(line) for line in bot.lines[seen:]]
    return Load(len(waits), [line["ms"] for line in lines if line["event"] == "handled"], waits, memory, processor)
