"""A made-up archive: words after Zipf's law, names, and articles of twenty sentences, the same for every size."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple

import pysqlite3 as sqlite3

from newsqa.model import Article, Entity, Extraction, Note, Sentence, Span
from newsqa.store import naming, spelling
from newsqa.store.connection import connect, writing
from newsqa.store.index import row, tend
from newsqa.store.parts import Parts, digest
from newsqa.store.writing import PUT
from newsqa.text.terms import own
from newsqa.text.words import normalise

SENTENCES = 20  # an article
LANGUAGE = "id"
CONSONANTS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny")
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in "aeiou"]
BATCH = 5_000  # articles in one transaction, where many are written at once
SINGLY = 4_096  # the last of them, which leave the index in pieces as it is in an archive that grew one by one
HELD = 64 << 20  # bytes of the words of a transaction that are held before they are written


class Said(NamedTuple):
    """One sentence: the name in it, its other words, and how it ends."""

    name: str
    words: list[str]
    number: int

    @property
    def text(self) -> str:
        """Return the sentence as the article has it."""
        return f"{self.name} {' '.join(self.words)} {self.number} {self.words[0]}."

    @property
    def terms(self) -> str:
        """Return the terms of the name and the words, parted by spaces."""
        return " ".join([*map(_terms, self.name.split()), *map(_terms, self.words)])


class World:
    """A vocabulary and names."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)  # noqa: S311  a benchmark must repeat
        self.words = list(dict.fromkeys(self._word(3) for _ in range(40_000)))
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.names = list(dict.fromkeys(self._word(4).capitalize() for _ in range(30_000)))

    def _word(self, most: int) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, most))) + self.random.choice(
            "nrsk"
        )

    def sentences(self, number: int) -> Iterator[Said]:
        """Yield the sentences of one article, the same whenever its number is asked for."""
        self.random.seed(number)
        choice, names = self.random.choice, self.names
        for _ in range(SENTENCES):
            name = f"{choice(names)} {choice(names)}"
            words = self.random.choices(self.words, cum_weights=self.weights, k=10)
            yield Said(name, words, self.random.randint(2, 999))

    def article(self, number: int) -> tuple[Article, Extraction]:
        """Return one article with what extraction would find in it."""
        text, sentences, entities = "", [], []
        for said in self.sentences(number):
            span = Span(start=len(text), end=len(text) + len(said.name))
            whole = Span(start=len(text), end=len(text) + len(said.text))
            note = Note(span=span, kind="person", value=said.name)
            sentences.append(Sentence(span=whole, terms=tuple(said.terms.split()), notes=(note,)))
            entities.append(Entity(name=said.name, kind="person", mentions=(span,)))
            text += said.text + " "
        article = Article(id=str(number), text=text, title=f"Kabar {number}", outlet="Kabar", published=_day(number))
        return article, Extraction(language=LANGUAGE, rules=1, sentences=tuple(sentences), entities=tuple(entities))


@cache
def _terms(word: str) -> str:
    """Return the terms of a word of the world, each made once: there are more than a newsroom's memory keeps."""
    return " ".join(own(word, normalise(word), LANGUAGE))


def _day(number: int) -> dt.date:
    return dt.date(2015, 1, 1) + dt.timedelta(days=number % 4000)


def fill(path: Path, scope: str, world: World, numbers: range) -> None:
    """Write articles as `put_article` would, many in one transaction, none as a value: an hour becomes minutes."""
    db, known = connect(path), _spelled(path)
    db.execute("pragma synchronous = off")
    db.execute(f"pragma cache_size = -{1 << 20}")
    db.execute("insert into words (words, rank) values ('hashsize', ?)", (HELD,))
    singly = range(max(numbers.start, numbers.stop - SINGLY), numbers.stop)
    for first in range(numbers.start, singly.start, BATCH):
        with writing(db):
            _write(db, scope, world, range(first, min(first + BATCH, singly.start)), known)
    db.execute("insert into words (words) values ('optimize')")
    db.execute("insert into words (words, rank) values ('hashsize', 1048576)")
    for first in singly:
        with writing(db):
            _write(db, scope, world, range(first, first + 1), known)
    db.close()


def _spelled(path: Path) -> set[str]:
    with connect(path) as db:
        return {str(word) for (word,) in db.execute("select distinct word from spellings")}


def _write(db: sqlite3.Connection, scope: str, world: World, numbers: range, known: set[str]) -> None:
    last = int(db.execute("update numbers set last = last + ? returning last", (len(numbers),)).fetchone()[0])
    names: list[tuple[int, str]] = []
    words: list[list[tuple[int, str]]] = []  # of each article; the newest must be written first
    for no, number in enumerate(numbers, last - len(numbers) + 1):
        sentences = list(world.sentences(number))
        terms = [said.terms for said in sentences]
        db.execute(PUT, (no, scope, *_row(number, sentences, terms)))
        here = sorted({said.name.lower() for said in sentences})
        words.append([*enumerate(terms, row(no, 0)), naming.line(scope, no, here)])
        names += [(no, name) for name in here]
    indexed = chain.from_iterable(reversed(words))
    db.executemany("insert into words (rowid, terms, context) values (?, ?, '')", indexed)
    day = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    db.executemany(
        "insert into arrivals (scope, article, at) values (?, ?, ?)", [(scope, str(n), day) for n in numbers]
    )
    rows = [(no, name, "person", None) for no, name in names]
    db.executemany("insert or ignore into mentions values (?, ?, ?, ?)", rows)
    new = {word for _, name in names for word in name.split()} - known
    spelling.put(db, new)
    known |= new
    tend(db, last)


def _row(number: int, sentences: Iterable[Said], terms: Iterable[str]) -> tuple[object, ...]:
    pieces, spans, notes, entities, at = [], [], [], [], 0
    for said in sentences:
        text, name = said.text, said.name
        span = f'{{"start":{at},"end":{at + len(name)}}}'
        pieces.append(text)
        spans.append(f"{at} {at + len(text)}")
        notes.append(f'[{{"span":{span},"kind":"person","value":"{name}"}}]')
        entities.append(f'{{"name":"{name}","kind":"person","mentions":[{span}]}}')
        at += len(text) + 1
    parts = Parts(
        rules=1,
        language=LANGUAGE,
        spans="\n".join(spans),
        terms="\n".join(terms),
        context="\n" * (len(spans) - 1),
        notes="\n".join(notes),
        entities=f"[{','.join(entities)}]",
        quotes="[]",
        facts="[]",
    )
    text, day = "".join(f"{piece} " for piece in pieces), _day(number).isoformat()
    about = f'{{"id":"{number}","text":"","title":"Kabar {number}","outlet":"Kabar","published":"{day}"}}'
    sha256 = hashlib.sha256(text.encode()).digest()
    return str(number), day, about, text, sha256, len(spans), digest(parts), *parts
