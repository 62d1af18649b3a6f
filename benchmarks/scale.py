"""How speed holds as the archive grows: one synthetic archive, one table a size.

    python benchmarks/scale.py 10000 100000 1000000
    python benchmarks/scale.py --keep archive.db 10000000       goes on where an earlier run of that size stopped

A fact is a sentence; words follow Zipf's law over a made-up vocabulary, with all the terms that they have in news.
Times are milliseconds of the whole question through the newsroom, then of finding the articles alone; `right` is the
share of questions for which one of the articles looked into has all the words in one sentence. Most articles are
written many at once; `writing` is the rate of the last ones, each on the disk before the next, by the clock and by the
processor's time, and beside it what the disk alone takes to keep as much. The last lines ask while another process
writes in that way.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from world import LANGUAGE, SENTENCES, World, fill

from newsqa.answer import passages
from newsqa.answer.reading import Asked, read
from newsqa.model import Article, Extraction
from newsqa.newsroom import DESK, Newsroom
from newsqa.store.sqlite import SqliteStore
from newsqa.warming import rehearse

ASKED = 300  # questions a class
TIMED = 500  # articles whose writing is timed
STEADY = 1000  # times that a bit of work is done to know how fast the machine is
Timed = Callable[[Callable[[], object]], float]
FLUSHED, APART = 200, 0.003  # times that the disk is told to keep what an article is, and the seconds between them
PAGE, LOGGED = 4096, 40  # bytes, and pages that an article is
KNOWN = 3000  # facts that are asked for, spread over the archive


class Written(NamedTuple):
    """The seconds that the writing of an article took, by the clock and of the processor."""

    clock: float
    worked: float


class Fact(NamedTuple):
    """One sentence that is asked for."""

    name: str
    words: list[str]


CLASSES: dict[str, Callable[[Fact], str]] = {
    "name + 2 words": lambda f: f"{f.name.lower()} {f.words[3]} {f.words[4]}",
    "who, by 3 words": lambda f: f"siapa {f.words[3]} {f.words[4]} {f.words[5]}",
    "quotation, name + word": lambda f: f"apa kata {f.name.lower()} soal {f.words[3]}",
    "two words": lambda f: f"{f.words[3]} {f.words[4]}",
    "one word": lambda f: f.words[3],
    "a name alone": lambda f: f.name.lower(),
}


def main() -> None:
    """Grow one archive to each size in turn and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="the archive, kept for another run")
    parser.add_argument("--cpu", action="store_true", help="count the processor's time, where other work shares it")
    options = parser.parse_args()
    clock = steady() if options.cpu else wall
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(options.keep or Path(folder, "archive.db"), clock)
        for size in sorted(options.sizes):
            writes = list(archive.grow(size))
            print(f"\n{size:,} facts · {archive.path.stat().st_size / 1e6:,.0f} MB", flush=True)
            if writes:
                print(f"  {'writing':24} {_rate(writes)}; {_flushes(archive.path)}")
            archive.report(size)


def wall(do: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


def steady() -> Timed:
    """Return what counts the processor's time at the speed that the machine has when nobody shares it.

    Two on one core take each other's caches and clock: the same work takes up to twice its time. A known bit of work
    before and after tells by how much.
    """
    best = min(wall(_work) for _ in range(STEADY))

    def timed(do: Callable[[], object]) -> float:
        before, started = min(wall(_work), wall(_work)), time.process_time()
        do()
        taken = (time.process_time() - started) * 1000
        return taken * best * 2 / (before + min(wall(_work), wall(_work)))

    return timed


def _work() -> None:
    made = {str(number * 7919 % 10007): number for number in range(3000)}
    sorted(made, key=made.__getitem__)


class Archive:
    """One archive that grows; `timed` tells how many milliseconds something takes."""

    def __init__(self, path: Path, timed: Timed) -> None:
        self.path, self.store, self.world, self.timed = path, SqliteStore(path), World(), timed
        self.newsroom = Newsroom(self.store)

    def grow(self, size: int) -> Iterator[Written]:
        """Add articles until the archive holds `size` sentences, yielding what each of the last writes took."""
        last = size // SENTENCES
        fill(self.path, DESK, self.world, range(self.store.stats(DESK).articles, last - TIMED))
        for number in range(self.store.stats(DESK).articles, last):
            article, extraction = self.world.article(number)
            yield _written(self.store, DESK, article, extraction)

    def facts(self, size: int) -> list[Fact]:
        """Return some of the facts of an archive of `size`, the same whenever it is asked."""
        chosen, facts = random.Random(size), []  # noqa: S311  a benchmark must repeat
        for number in chosen.choices(range(size // SENTENCES), k=KNOWN // 10):
            article, extraction = self.world.article(number)
            sentence = chosen.choice(extraction.sentences)
            facts.append(Fact(sentence.notes[0].value or "", sentence.span.of(article.text).split()[2:]))
        return facts

    def report(self, size: int) -> None:
        """Print a line a class of question, then what becomes of it while another process writes."""
        rehearse(self.newsroom)
        facts = self.facts(size)
        for name, question in CLASSES.items():
            asked = [question(fact) for fact in random.Random(1).choices(facts, k=ASKED)]  # noqa: S311
            whole = [self.timed(partial(self.newsroom.ask, text)) for text in asked]
            questions = [read(text, LANGUAGE) for text in asked]
            finding = [self.timed(partial(passages.find, self.store, DESK, one, 5)) for one in questions]
            right = statistics.mean(map(self.is_found, questions))
            print(f"  {name:24} {_times(whole)}   finding {_times(finding)}   right {right:6.1%}", flush=True)
        with writing(self.path) as written:
            asked = [random.choice(list(CLASSES.values()))(fact) for fact in facts]  # noqa: S311
            questions = [read(text, LANGUAGE) for text in asked]
            finding = [self.timed(partial(passages.find, self.store, DESK, one, 5)) for one in questions]
        print(f"  {'while another writes':24} finding {_times(finding)}   {written()}")

    def is_found(self, asked: Asked) -> bool:
        """Tell whether an article with a sentence that has all of the question's words is among those opened."""
        opened = (self.store.get_article(DESK, p.article) for p in passages.find(self.store, DESK, asked, 5))
        sentences = (set(s.terms) for stored in opened for s in stored.extraction.sentences)
        return any(all(content.terms & terms for content in asked.contents) for terms in sentences)


@contextmanager
def writing(path: Path) -> Iterator[Callable[[], str]]:
    """Let another process write articles of another desk meanwhile; what is given says how fast it did."""
    context = multiprocessing.get_context("spawn")
    stop, times = context.Event(), context.Queue()
    process = context.Process(target=_write, args=(path, stop, times))
    process.start()
    taken: list[Written] = [times.get()]  # once it writes
    yield lambda: f"writing {_rate(taken)}"
    stop.set()
    while (one := times.get()) is not None:
        taken.append(one)
    process.join()


def _write(path: Path, stop: multiprocessing.synchronize.Event, times: multiprocessing.Queue[Written | None]) -> None:
    store, world, number = SqliteStore(path), World(), 10**9
    while not stop.is_set():
        article, extraction = world.article(number + time.time_ns() % 10**9)
        times.put(_written(store, "meanwhile", article, extraction))
    times.put(None)
    for id_ in store.ids("meanwhile"):
        store.delete_article("meanwhile", id_)


def _times(values: list[float]) -> str:
    return f"p50 {percentile(values, 50):6.2f}  p95 {percentile(values, 95):6.2f} ms"


def _written(store: SqliteStore, desk: str, article: Article, extraction: Extraction) -> Written:
    started, worked = time.perf_counter(), time.process_time()
    store.put_article(desk, article, extraction)
    return Written(time.perf_counter() - started, time.process_time() - worked)


def _rate(written: list[Written]) -> str:
    clock, worked = zip(*written, strict=True)
    rates = (f"{len(s) / sum(s):,.0f} a second, p99 {percentile(list(s), 99) * 1000:.1f} ms" for s in (clock, worked))
    return "; of the processor's time ".join(rates)


def _flushes(beside: Path) -> str:
    """Tell how long the disk takes by itself for as much as an article is, as often as articles come."""
    taken, page = [], os.urandom(PAGE)
    with tempfile.TemporaryFile(dir=beside.parent) as file:
        for _ in range(FLUSHED):
            until = time.perf_counter() + APART
            while time.perf_counter() < until:
                pass
            started = time.perf_counter()
            file.write(page * LOGGED)
            file.flush()
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - started) * 1000)
            file.seek(0)
    return f"the disk alone p50 {percentile(taken, 50):.2f} p99 {percentile(taken, 99):.1f} ms"


def percentile(values: list[float], percent: int) -> float:
    """Return the value below which a percentage of the values lies."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main()
