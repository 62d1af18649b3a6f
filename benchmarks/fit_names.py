"""Fit the name tagger.

    python benchmarks/fit_names.py id src/newsqa/text/data/names.id.tsv TRAIN... --dev DEV...

A file is JSON lines of `tokens` and `tags` (BIO with PER, LOC, ORG; IDNer's train and dev are such), text whose names
are marked, as [PER Ratna Wulandari], which is fitted again with other people and places, or a table of the names of the
articles in the folder that `--articles` names: ID<TAB>KIND<TAB>NAME, where NOT is the kind of what only looks like one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsqa.languages import load, shared_names
from newsqa.model import Span
from newsqa.text.name_lists import COUNTRY, lists
from newsqa.text.sentences import sentences as split
from newsqa.text.tagger import OUTSIDE, TAGS, Words, best, is_open, scores, sight, tag
from newsqa.text.words import Token, tokens

Name = tuple[int, int, str]
Sentence = tuple[str, list[Name]]
Rows = dict[str, tuple[int, ...]]
_MARK = re.compile(r"\[(PER|ORG|LOC) ([^\[\]]+)\]")
_BRACKET = re.compile(r"(.*\w)\s*\([^()]*\)?$")
_NOT = "NOT"  # the kind of what looks like a name and is none
_ANY = "*"  # stands in a frame for any name of its kind
_FRAME = 4  # a frame is filled so many times as often as a sentence is varied
_SCALE = 100
_LEAST = 100  # hundredths; rows without a weight this large find no name that is not found without them
_CLOSING = ".,?!;:)"
_ENDING = ".?!"


@dataclass(frozen=True)
class Example:
    """One sentence as the tagger sees it, with its right tags."""

    seen: Words
    tags: tuple[str, ...]


def sentences(path: Path, articles: Path | None = None) -> list[Sentence]:
    """Return the sentences of a file, each with where its names stand and their kinds."""
    if path.suffix == ".tsv":
        return list(_listed(path, articles or path.parent))
    return list(_rows(path) if path.suffix == ".jsonl" else _marked(path))


def _listed(path: Path, articles: Path) -> Iterator[Sentence]:
    """Yield the sentences of the articles of which a table lists the names."""
    listed: dict[str, dict[str, str]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        article, kind, name = line.split("\t")
        listed[article].setdefault(name, kind)
    for article, kinds in listed.items():
        row = json.loads((articles / f"{article}.json").read_text(encoding="utf-8"))
        longest = sorted(kinds, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        for text in _parts(row):
            found = [(m.start(), m.end(), kinds[m.group()]) for m in pattern.finditer(text)]
            yield text, [name for name in found if name[2] != _NOT]


def _parts(row: dict[str, Any]) -> Iterator[str]:
    """Yield the title of an article and its sentences."""
    language, text = load(row["lang"]), row["text"]
    yield row["title"]
    for paragraph in re.finditer(r"[^\n]+", text):
        span = Span(start=paragraph.start(), end=paragraph.end())
        yield from (one.of(text) for one in split(text, span, language))


def examples(read: Sequence[Sentence], code: str) -> Iterator[Example]:
    """Yield the sentences that have a word, tagged."""
    for text, names in read:
        words = tokens(text)
        if words:
            yield Example(Words(text, words, code), tuple(_tags(words, names, code)))


def varied(read: Sequence[Sentence], pool: dict[str, list[str]], times: int) -> Iterator[Sentence]:
    """Yield each sentence with a name again, so many times, with other people and places; a frame more often."""
    chance = random.Random(1)  # noqa: S311  an order, not a secret
    for text, names in read:
        frame = any(text[n[0] : n[1]] == _ANY for n in names)
        kinds = ("PER", "LOC", "ORG") if frame else ("PER", "LOC")
        for _ in range(times * (_FRAME if frame else 1) if names else 0):
            others = {n: chance.choice(pool[n[2]]) if n[2] in kinds else text[n[0] : n[1]] for n in names}
            yield _replaced(text, names, others)


def _replaced(text: str, names: Sequence[Name], others: dict[Name, str]) -> Sentence:
    parts, at, moved = "", 0, []
    for name in names:
        parts += text[at : name[0]]
        moved.append((len(parts), len(parts) + len(others[name]), name[2]))
        parts, at = parts + others[name], name[1]
    return parts + text[at:], moved


def _pool(read: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return the names of each kind: those of the sentences, people with other given names, places everyone knows."""
    shared = shared_names()
    given = shared.each(f"{shared.masculine},{shared.feminine},{shared.either}")
    kinds = ("PER", "ORG", "LOC")
    pool = {k: [t[n[0] : n[1]] for t, names in read for n in names if n[2] == k] for k in kinds}
    pool = {k: [name for name in names if name != _ANY] for k, names in pool.items()}
    last = [name.split()[-1] for name in pool["PER"]]
    pool["PER"] += [f"{first} {last[7 * i % len(last)]}" for i, first in enumerate(given)]
    pool["PER"] += [f"{first} {last[3 * i % len(last)]} {last[5 * i % len(last)]}" for i, first in enumerate(given)]
    pool["LOC"] += shared.each(shared.places)
    return pool


def _rows(path: Path) -> Iterator[Sentence]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row, start = json.loads(line), 0
        for end, word in enumerate(row["tokens"], 1):
            if word in _ENDING or end == len(row["tokens"]):
                yield _text(row["tokens"][start:end], row["tags"][start:end])
                start = end


def _text(words: Sequence[str], tags: Sequence[str]) -> Sentence:
    text, names = "", []
    for word, its in zip(words, tags, strict=True):
        text += "" if not text or word in _CLOSING else " "
        if its.startswith("B-"):
            names.append((len(text), len(text) + len(word), its[2:]))
        elif its.startswith("I-") and names:
            names[-1] = (names[-1][0], len(text) + len(word), names[-1][2])
        text += word
    return text, [_trimmed(text, *name) for name in names]


def _trimmed(text: str, start: int, end: int, kind: str) -> Name:
    """Leave out the acronym in brackets after a name: it is a name of its own."""
    bracket = _BRACKET.match(text[start:end])
    return start, start + bracket.end(1) if bracket else end, kind


def _marked(path: Path) -> Iterator[Sentence]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, names, at = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()]
            names.append((len(text), len(text) + len(mark[2]), mark[1]))
            text, at = text + mark[2], mark.end()
        yield text + line[at:], names


def _tags(words: Sequence[Token], names: Sequence[Name], code: str) -> Iterator[str]:
    """Yield a tag a word; a name begins with a capital, and a country standing alone is a place."""
    last = None
    for word in words:
        name = next((n for n in names if n[0] <= word.start < n[1]), None)
        if name and name != last and word.text[0].islower() and "-" not in word.text:
            name = None
        if name:
            yield f"{'I' if name == last else 'B'}-{name[2]}"
        else:
            alone = word.text[0].isupper() and lists(code).is_(COUNTRY, (word.normal,))
            yield "B-LOC" if alone else OUTSIDE
        last = name


class Perceptron:
    """Weights in the making, with the sums that their average needs."""

    def __init__(self) -> None:
        self.rows: dict[str, list[float]] = {}
        self.sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
        self.step = 1

    def learn(self, example: Example) -> None:
        """Tag one sentence with the weights so far, and move them towards the right tags where they err."""
        tags: list[str] = []
        while len(tags) < len(example.tags):
            if not is_open(example.seen, tags):
                tags.append(OUTSIDE)
                continue
            features = sight(example.seen, tags)
            guess = best(example.seen, tags, scores(self.rows, features))
            self._move(features, TAGS.index(example.tags[len(tags)]), guess)
            tags.append(TAGS[guess])
        self.step += 1

    def _move(self, features: Sequence[str], right: int, guess: int) -> None:
        for feature in features if right != guess else ():
            row, total = self.rows.setdefault(feature, [0.0] * len(TAGS)), self.sums[feature]
            for index, by in ((right, 1), (guess, -1)):
                row[index] += by
                total[index] += by * self.step

    def average(self) -> Rows:
        """Return the mean of the weights over all steps, as integers; rows of nothing are left out."""
        mean = {
            f: tuple(round(_SCALE * (w - s / self.step)) for w, s in zip(row, self.sums[f], strict=True))
            for f, row in self.rows.items()
        }
        return {f: row for f, row in mean.items() if any(row)}


def fit(train: Sequence[Example], epochs: int, runs: int) -> Rows:
    """Return the mean weights of several runs, each over the sentences in other orders: one order alone is luck."""
    total: dict[str, list[int]] = {}
    for seed in range(runs):
        for feature, row in _run(train, epochs, seed).items():
            total[feature] = [a + b for a, b in zip(total.get(feature, [0] * len(TAGS)), row, strict=True)]
    mean = {feature: tuple(round(w / runs) for w in row) for feature, row in total.items()}
    return {feature: row for feature, row in mean.items() if max(map(abs, row)) >= _LEAST}


def _run(train: Sequence[Example], epochs: int, seed: int) -> Rows:
    perceptron, order, chance = Perceptron(), list(train), random.Random(seed)  # noqa: S311  an order, not a secret
    for _ in range(epochs):
        chance.shuffle(order)
        for example in order:
            perceptron.learn(example)
    return perceptron.average()


def measure(rows: Rows, dev: Sequence[Example]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 a kind, over names whose edges and kind are exact."""
    hits, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for example in dev:
        right, got = _names(example.tags), _names(tag(example.seen, rows))
        for kind in ("PER", "ORG", "LOC", "all"):
            mine, theirs = ({n for n in names if kind in (n[2], "all")} for names in (got, right))
            hits[kind] += len(mine & theirs)
            found[kind] += len(mine)
            wanted[kind] += len(theirs)
    return {k: _f1(hits[k], found[k], wanted[k]) for k in wanted}


def _f1(hits: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = hits / max(1, found), hits / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _names(tags: Sequence[str]) -> set[Name]:
    names: list[Name] = []
    for at, its in enumerate(tags):
        if its.startswith("B-"):
            names.append((at, at, its[2:]))
        elif its.startswith("I-") and names:
            names[-1] = (names[-1][0], at, names[-1][2])
    return set(names)


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code")
    parser.add_argument("out", type=Path)
    parser.add_argument("train", nargs="+", type=Path)
    parser.add_argument("--dev", nargs="*", type=Path, default=[])
    parser.add_argument("--articles", type=Path, help="the folder of the articles whose names a table lists")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--vary", type=int, default=1)
    arguments = parser.parse_args()
    read = [sentence for path in arguments.train for sentence in sentences(path, arguments.articles)]
    own = [sentence for path in arguments.train if path.suffix == ".txt" for sentence in sentences(path)]
    read = [one for one in read if not any(one[0][n[0] : n[1]] == _ANY for n in one[1])]
    train = list(examples([*read, *varied(own, _pool(read), arguments.vary)], arguments.code))
    rows = fit(train, arguments.epochs, arguments.runs)
    lines = [f"# Weights of the name tagger, written by benchmarks/fit_names.py: {' '.join(TAGS)}"]
    lines.append(f"# Fitted on {len(train):,} sentences of {', '.join(p.name for p in arguments.train)}")
    for path in arguments.dev:
        for kind, figures in measure(rows, list(examples(sentences(path, arguments.articles), arguments.code))).items():
            lines.append(f"# {path.name} {kind}: P {figures[0]:.3f} R {figures[1]:.3f} F1 {figures[2]:.3f}")
    print("\n".join(lines))
    table = (f"{feature}\t{' '.join(map(str, row))}" for feature, row in sorted(rows.items()))
    arguments.out.write_text("\n".join([*lines, *table]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
