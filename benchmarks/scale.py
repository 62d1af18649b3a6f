"""How speed holds as the archive grows: one synthetic archive, one table.

    python benchmarks/scale.py 10000 100000 1000000

A fact is a sentence; words follow Zipf's law over a made-up vocabulary. Times are milliseconds of the whole question,
through the newsroom; `right` is the share of questions whose own article is among those that are looked into.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from newsqa.answer import passages
from newsqa.answer.reading import read
from newsqa.model import Article, Entity, Extraction, Note, Sentence, Span
from newsqa.newsroom import DESK, Newsroom
from newsqa.store.sqlite import SqliteStore
from newsqa.text.words import normalise

SENTENCES = 20  # an article
CONSONANTS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny")
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in "aeiou"]
ASKED = 300  # questions a class


class World:
    """A vocabulary and names, the same for every size."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)  # noqa: S311  a benchmark must repeat
        self.words = list(dict.fromkeys(self._word(3) for _ in range(40_000)))
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.names = list(dict.fromkeys(self._word(4).capitalize() for _ in range(30_000)))

    def _word(self, most: int) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, most))) + self.random.choice(
            "nrsk"
        )

    def sentence(self) -> tuple[str, str, list[str]]:
        """Return a sentence, the name in it, and its other words."""
        name = f"{self.random.choice(self.names)} {self.random.choice(self.names)}"
        words = self.random.choices(self.words, cum_weights=self.weights, k=10)
        return f"{name} {' '.join(words)} {self.random.randint(2, 999)} {words[0]}.", name, words

    def article(self, number: int) -> tuple[Article, Extraction]:
        """Return one article with what extraction would find in it."""
        text, sentences, entities = "", [], []
        for _ in range(SENTENCES):
            sentence, name, words = self.sentence()
            start = len(text)
            text += sentence + " "
            span = Span(start=start, end=start + len(name))
            terms = tuple(map(normalise, (*name.split(), *words)))
            note = Note(span=span, kind="person", value=name)
            sentences.append(Sentence(span=Span(start=start, end=start + len(sentence)), terms=terms, notes=(note,)))
            entities.append(Entity(name=name, kind="person", mentions=(span,)))
        day = dt.date(2015, 1, 1) + dt.timedelta(days=number % 4000)
        article = Article(id=str(number), text=text, title=f"Kabar {number}", outlet="Kabar", published=day)
        return article, Extraction(language="id", rules=1, sentences=tuple(sentences), entities=tuple(entities))


class Fact(NamedTuple):
    """One sentence that is asked for."""

    article: str
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
    """Grow one archive to each size in turn and print a line a class of question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder, "archive.db"))
        for size in sorted(sizes):
            writes = list(archive.grow(size))
            print(f"\n{size:,} facts · {archive.store.path.stat().st_size / 1e6:,.0f} MB")
            print(f"  write: {len(writes) / sum(writes):,.0f} a second, p99 {percentile(writes, 99) * 1000:.1f} ms")
            archive.report()


class Archive:
    """One archive that grows, and facts in it to ask for."""

    def __init__(self, path: Path) -> None:
        self.store, self.world = SqliteStore(path), World()
        self.newsroom, self.facts = Newsroom(self.store), list[Fact]()

    def grow(self, size: int) -> Iterator[float]:
        """Add articles until the archive holds `size` sentences, yielding the seconds of each write."""
        for number in range(len(self.store.ids(DESK)), size // SENTENCES):
            article, extraction = self.world.article(number)
            started = time.perf_counter()
            self.store.put_article(DESK, article, extraction)
            yield time.perf_counter() - started
            if self.world.random.random() < 0.02 or number < 100:
                sentence = self.world.random.choice(extraction.sentences)
                name, words = sentence.notes[0].value or "", sentence.span.of(article.text).split()[2:]
                self.facts.append(Fact(article.id, name, words))

    def report(self) -> None:
        """Print a line a class of question."""
        for name, question in CLASSES.items():
            asked = self.world.random.choices(self.facts, k=ASKED)
            times = [timed(partial(self.newsroom.ask, question(f))) for f in asked]
            right = statistics.mean(self.is_found(question(f)) for f in asked)
            print(f"  {name:24} {_times(times)}   right {right:6.1%}")

    def is_found(self, question: str) -> bool:
        """Tell whether an article with a sentence that has all of the question's words is among those opened."""
        asked = read(question, "id")
        wanted = {content.word for content in asked.contents}
        opened = (self.store.get_article(DESK, p.article) for p in passages.find(self.store, DESK, asked, 5))
        return any(wanted <= set(s.terms) for stored in opened for s in stored.extraction.sentences)


def _times(values: list[float]) -> str:
    return f"p50 {percentile(values, 50):6.2f}  p95 {percentile(values, 95):6.2f} ms"


def timed(do: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


def percentile(values: list[float], percent: int) -> float:
    """Return the value below which a percentage of the values lies."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main()
