"""How fast and how surely a misspelt word of a name is found: one line a kind of misspelling.

    python benchmarks/names.py 150000        distinct words; a million full names have about so many

The words are made up of syllables that names have; `data/spellings.txt` has real ones as news spell them, of which each
is sought by the others. `found` is the share whose word is among the ten best, beside that of comparing every word.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz import process

from newsqa.answer.passages import names_like
from newsqa.store import spelling
from newsqa.store.connection import writing
from newsqa.store.sqlite import SqliteStore
from newsqa.text.name_keys import nearest
from newsqa.text.words import normalise

SOUNDS = """\
b c d f g h j k l m n p r s t w y z kh sy ny ng th sh ch br dr kr pr tr gl kl st -
a e i o u a i u a e ai au ee oo
- - - n r s h k l m t ng d b"""
ONSETS, VOWELS, CODAS = ([sound.strip("-") for sound in line.split()] for line in SOUNDS.splitlines())
ASKED, COMPARED = 1000, 30  # misspelt words a kind, by keys and by comparing all
BEST = 10
Pair = tuple[str, str]  # a word as it is asked for, and as the archive spells it


def main() -> None:
    """Print how long it takes and how often the word is found, by keys and by comparing every word."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=150_000)
    size, chance = parser.parse_args().size, random.Random(11)  # noqa: S311  a benchmark must repeat
    real = list(spellings())
    words = list(dict.fromkeys([*(known for _, known in real), *made(size, chance)]))
    long = [word for word in chance.choices(words, k=3 * ASKED) if len(word) >= 5][:ASKED]
    kinds = {"spelt another way": real, "one slip": [(slip(word, chance), word) for word in long]}
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "names.db"))
        with writing(store._db):  # noqa: SLF001  the names alone, without their articles
            spelling.put(store._db, words)  # noqa: SLF001
        print(f"{len(words):,} words of names")
        for kind, pairs in kinds.items():
            print(f"  {kind:20} {measured(pairs, lambda word: nearest(word, names_like(store, 'desk', word), BEST))}")
            print(f"  {'… every word':20} {measured(pairs[:COMPARED], lambda word: closest(word, words))}")
        store.close()


def spellings() -> Iterator[Pair]:
    """Yield each real spelling with the first of its line."""
    for line in (Path(__file__).parent / "data" / "spellings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            known, *others = map(normalise, line.split())
            yield from ((other, known) for other in others)


def made(size: int, chance: random.Random) -> set[str]:
    """Return so many different words that sound like names."""
    words: set[str] = set()
    while len(words) < size:
        syllables = chance.choice((2, 2, 3, 3, 3, 4))
        word = "".join(chance.choice(p) for _ in range(syllables) for p in (ONSETS, VOWELS, CODAS))
        words |= {word} if 4 <= len(word) <= 14 else set()
    return words


def slip(word: str, chance: random.Random) -> str:
    """Return a word with one letter lost, added, changed, or changed places with the one before."""
    at, letter = chance.randrange(1, len(word)), chance.choice("abcdefghijklmnopqrstuvwxyz")
    left, right = word[:at], word[at:]
    return chance.choice(
        (
            left + right[1:],
            left + letter + right,
            left + letter + right[1:],
            left[:-1] + right[0] + left[-1] + right[1:],
        )
    )


def closest(word: str, words: list[str]) -> list[str]:
    """Return the words most like one among all of them."""
    return [found for found, _, _ in process.extract(word, words, limit=BEST)]


def measured(pairs: list[Pair], find: Callable[[str], list[str]]) -> str:
    """Return how long finding takes, and how often the word is found."""
    times, found = [], 0
    for asked, known in pairs:
        started = time.perf_counter()
        words = find(asked)
        times.append((time.perf_counter() - started) * 1000)
        found += known in words
    times.sort()
    p50, p95 = (times[len(times) * percent // 100] for percent in (50, 95))
    return f"p50 {p50:8.2f}  p95 {p95:8.2f} ms   found {found / len(pairs):6.1%}"


if __name__ == "__main__":
    main()
