"""Fit the weights of the span scorer, in two steps: words by the part they play, then whole candidates.

    python benchmarks/fit_spans.py src/newsqa/answer/data/weights.tsv --facqa TRAIN… --qasrl SENTENCES… --articles DIR…

FacQA rows have `question`, `passage` and `answers`; QA-SRL rows `question_filled`, `sentence` and `answers`;
articles are as in `benchmarks/articles`. `--folds N` also prints how well questions of articles left out are answered.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsqa.answer import prospects, score
from newsqa.answer.candidates import spans
from newsqa.answer.features import PARTS, Scene, named, related, span_features
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.reading import Asked, read
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

Floats = np.ndarray[Any, np.dtype[np.float64]]
_KEPT = 40  # candidates are looked at as a whole, as the scorer does
_LEAST = 3  # examples in which a feature must stand to be weighed
_FACTOIDS = frozenset({"count", "when", "where", "who", "what", "list"})
_LEAD = re.compile(r"\W*(?:(?:the|a|an|pada|di|ke|dari|para|on|in|at|sekitar|about|around|hari)\s+)?", re.IGNORECASE)
_SMALL = 0.03  # a weight that changes nothing is left out
_OTHERS = 4  # sentences that stand beside one of QA-SRL, so that finding it has to be learned too


@dataclass
class Example:
    """One question with the sentences that the scorer looks into, and which of their spans answer."""

    name: str
    kind: str
    asked: Asked
    scenes: list[Scene]
    words: list[list[str]] = field(default_factory=list)
    spans: list[tuple[int, int, int]] = field(default_factory=list)  # scene, first and last word within it
    right: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # of each scene, among all words


def example(name: str, kind: str, question: str, article: Article, answers: Sequence[str]) -> Example | None:
    """Return the question as the scorer meets it; None where no span that it looks at answers."""
    parsed = parse(question)
    asked = read(question, parsed.language)
    view = View(Page(Stored(article=article, extraction=extraction(article))), 0.0, parsed.language)
    places = prospects.looked_into(parsed, [view])
    scenes = score.look(asked, view.page, [place for _, _, place, _ in places])
    found = Example(name, kind, asked, scenes)
    wanted = {_plain(a) for a in answers}
    for number, one in enumerate(scenes):
        found.starts.append(len(found.words))
        tokens = one.aligned.words
        words = zip(one.own, related(asked, one.aligned), strict=True)
        found.words += [
            [*own.names, *(name for trait in (*own.traits, *standing) for name in named(trait))]
            for own, standing in words
        ]
        for first, last in spans(tokens):
            found.spans.append((number, first, last))
            text = article.text[tokens[first].token.start : tokens[last].token.end]
            found.right.append(_plain(text) in wanted)
    return found if any(found.right) else None


_EXTRACTED: dict[str, Any] = {}


def extraction(article: Article) -> Any:  # noqa: ANN401  an Extraction, kept by text
    """Return what the rules find in an article, once."""
    if article.text not in _EXTRACTED:
        _EXTRACTED[article.text] = extract(article)
    return _EXTRACTED[article.text]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", _LEAD.sub("", text.casefold(), count=1)))


def facqa(path: Path) -> Iterator[Example | None]:
    """Yield the questions of a FacQA file."""
    for row in _lines(path):
        article = Article(id=row["id"], text=row["passage"])
        yield example(row["passage"], "facqa", row["question"], article, [a["text"] for a in row["answers"]])


def qasrl(path: Path, most: int) -> Iterator[Example | None]:
    """Yield questions of a QA-SRL file, each sentence among a few others."""
    chance = random.Random(1)  # noqa: S311  an order, not a secret
    rows = [r for r in _lines(path) if r["wh"] in {"who", "what", "when", "where", "how much", "how many"}]
    sentences = sorted({r["sentence"] for r in rows})
    for row in chance.sample(rows, min(most, len(rows))):
        around = [s for s in chance.sample(sentences, _OTHERS) if s != row["sentence"]]
        around.insert(chance.randrange(len(around) + 1), row["sentence"])
        article = Article(id=row["id"], text="\n\n".join(_joined(s) for s in around), language="en")
        answers = [_joined(re.sub(r"^(?:for|by|in|at|on|to|with|of)\s", "", a)) for a in row["answers"]]
        yield example(row["sentence"], "qasrl", row["question_filled"], article, answers)


def _joined(text: str) -> str:
    """Return a tokenised sentence as it is written."""
    return re.sub(r"(?<=[(“$]) | (?=[.,;:!?)”%]|n't\b|'s\b|'\s)", "", text)


def articles(folder: Path) -> Iterator[Example | None]:
    """Yield the factoid questions of a folder of articles."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        article = Article(**{k: row[k] for k in ("id", "title", "outlet", "published", "text") if row.get(k)})
        for asked in row["questions"]:
            if asked["type"] in _FACTOIDS:
                answers = [alias for group in asked["answers"] for alias in group]
                yield example(row["id"], "articles", asked["q"], article, answers)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.open(encoding="utf-8"))


class Words:
    """The first step: every span scored by the sum of what its words are worth in the parts they play."""

    def __init__(self, examples: Sequence[Example]) -> None:
        seen = Counter(name for e in examples for name in set(_levelled(e, (f for w in e.words for f in w))))
        self.names = {n: i for i, n in enumerate(sorted(n for n, times in seen.items() if times >= _LEAST))}

    def matrix(self, examples: Sequence[Example]) -> csr_matrix:
        """Return one row a word."""
        columns: list[int] = []
        ends = [0]
        for e in examples:
            for word in e.words:
                columns += (self.names[n] for n in _levelled(e, word) if n in self.names)
                ends.append(len(columns))
        ones = np.ones(len(columns))
        return csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(self.names)))

    def fit(self, examples: Sequence[Example], weights: Floats, decay: float) -> Floats:
        """Return the weights, one row a feature, one column a part."""
        matrix, layout = self.matrix(examples), Layout(examples)
        turned = matrix.T.tocsr()
        size = (len(self.names), len(PARTS))

        def loss(flat: Floats) -> tuple[float, Floats]:
            table = flat.reshape(size)
            value, slopes = layout.loss(np.asarray(matrix @ table), weights)
            gradient = np.asarray(turned @ slopes) + decay * table
            return value + 0.5 * decay * float(flat @ flat), gradient.ravel()

        found = minimize(loss, np.zeros(size[0] * size[1]), jac=True, method="L-BFGS-B", options={"maxiter": 60})
        return np.asarray(found.x.reshape(size))


def _levelled(e: Example, names: Iterable[str]) -> Iterator[str]:
    names = list(names)
    for level in dict.fromkeys(e.asked.levels):
        yield from (f"{level}\t{name}" for name in names)


class Layout:
    """Where the spans of all examples begin and end among all words."""

    def __init__(self, examples: Sequence[Example]) -> None:
        first, last, before, after, right, counts, offset = [], [], [], [], [], [], 0
        for e in examples:
            ends = [*e.starts[1:], len(e.words)]
            for number, a, z in e.spans:
                start, end = offset + e.starts[number], offset + ends[number]
                first.append(start + a)
                last.append(start + z)
                before.append(start + a - 1 if a else -1)
                after.append(start + z + 1 if start + z + 1 < end else -1)
            right += e.right
            counts.append(len(e.spans))
            offset += len(e.words)
        self.size = offset
        self.first, self.last, self.before, self.after = map(np.array, (first, last, before, after))
        self.right = np.array(right)
        self.starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self.owner = np.repeat(np.arange(len(counts)), counts)

    def scores(self, parts: Floats) -> Floats:
        """Return the score of every span."""
        padded = np.vstack([parts, np.zeros(len(PARTS))])
        running = np.concatenate([[0.0], np.cumsum(parts[:, 4])])
        return np.asarray(
            padded[self.first, 0] + padded[self.last, 1] + padded[self.before, 2] + padded[self.after, 3]
            + running[self.last + 1] - running[self.first]
        )  # fmt: skip

    def loss(self, parts: Floats, weights: Floats) -> tuple[float, Floats]:
        """Return the loss, and its slope for each word in each part."""
        value, slope = softmax(self.scores(parts), self.right, self.starts, self.owner, weights)
        slopes = np.zeros((self.size + 1, len(PARTS)))
        for column, places in enumerate((self.first, self.last, self.before, self.after)):
            slopes[:, column] = np.bincount(places % (self.size + 1), slope, self.size + 1)
        steps = np.bincount(self.first, slope, self.size + 1) - np.bincount(self.last + 1, slope, self.size + 1)
        slopes[:, 4] = np.cumsum(steps)
        return value, slopes[:-1]


def softmax(scores: Floats, right: Floats, starts: Floats, owner: Floats, weights: Floats) -> tuple[float, Floats]:
    """Return the loss of choosing one of the right ones in each group, and its slope for each score."""
    odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    whole = np.add.reduceat(odds, starts)
    good = np.add.reduceat(odds * right, starts) + 1e-12
    value = float(weights @ (np.log(whole) - np.log(good)))
    return value, weights[owner] * (odds / whole[owner] - odds * right / good[owner])


class Candidates:
    """The second step: the most promising spans, each as a whole."""

    def __init__(self, examples: Sequence[Example], parts: Sequence[Floats]) -> None:
        self.groups = [_promising(e, p) for e, p in zip(examples, parts, strict=True)]
        self.features = [
            [dict(span_features(e.scenes[e.spans[i][0]], *e.spans[i][1:])) for i, _ in group]
            for e, group in zip(examples, self.groups, strict=True)
        ]
        self.examples = examples

    def fit(self, weights: Floats, decay: float) -> dict[str, float]:
        """Return the weights by level and feature."""
        seen: Counter[str] = Counter()
        for e, rows in zip(self.examples, self.features, strict=True):
            seen.update(set(_levelled(e, {n for row in rows for n in row})))
        names = {n: i for i, n in enumerate(sorted(n for n, times in seen.items() if times >= _LEAST))}
        kept = [k for k, e in enumerate(self.examples) if any(e.right[i] for i, _ in self.groups[k])]
        columns, values, ends, base, right, counts = [], [], [0], [], [], []
        for k in kept:
            e = self.examples[k]
            for (i, offset), row in zip(self.groups[k], self.features[k], strict=True):
                for level in dict.fromkeys(e.asked.levels):
                    for name, value in row.items():
                        at = names.get(f"{level}\t{name}")
                        if at is not None:
                            columns.append(at)
                            values.append(value)
                ends.append(len(columns))
                base.append(offset)
                right.append(e.right[i])
            counts.append(len(self.groups[k]))
        matrix = csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(names)))
        turned, offsets, good = matrix.T.tocsr(), np.array(base), np.array(right)
        starts, owner = np.concatenate([[0], np.cumsum(counts)[:-1]]), np.repeat(np.arange(len(counts)), counts)
        weights = weights[kept]

        def loss(flat: Floats) -> tuple[float, Floats]:
            value, slope = softmax(offsets + matrix @ flat, good, starts, owner, weights)
            return value + 0.5 * decay * float(flat @ flat), turned @ slope + decay * flat

        found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 80})
        return dict(zip(names, found.x.tolist(), strict=True))


def _promising(e: Example, parts: Floats) -> list[tuple[int, float]]:
    layout = Layout([e])
    scores = layout.scores(parts)
    return nlargest(_KEPT, ((i, float(s)) for i, s in enumerate(scores)), key=lambda p: p[1])


def word_parts(words: Words, table: Floats, examples: Sequence[Example]) -> list[Floats]:
    """Return for each example what its words are worth."""
    every = np.asarray(words.matrix(examples) @ table)
    ends = list(accumulate(len(e.words) for e in examples))
    return [every[end - len(e.words) : end] for e, end in zip(examples, ends, strict=True)]


@dataclass(frozen=True)
class Fitted:
    """Both steps fitted."""

    words: Words
    table: Floats
    spans: dict[str, float]


def fit(examples: Sequence[Example], decay: float, shares: dict[str, float]) -> Fitted:
    """Return the weights fitted on the examples; the second step on words' worth from halves left out of the first."""
    weights = np.array([shares[e.kind] for e in examples])
    words = Words(examples)
    table = words.fit(examples, weights, decay)
    parts: list[Floats] = [np.zeros(0)] * len(examples)
    for part in (0, 1):
        inside = [i for i, e in enumerate(examples) if _inner(e.name) != part]
        outside = [i for i, e in enumerate(examples) if _inner(e.name) == part]
        other = Words([examples[i] for i in inside])
        left = other.fit([examples[i] for i in inside], weights[inside], decay)
        for i, p in zip(outside, word_parts(other, left, [examples[i] for i in outside]), strict=True):
            parts[i] = p
    return Fitted(words, table, Candidates(examples, parts).fit(weights, decay))


def half(article: str) -> int:
    """Return the half in which an article is, by its name, or a passage, by its words."""
    return _fold(article, 2)


def _inner(name: str) -> int:
    """Return in which half of its half an example is: where one half is left out, the other must still be parted."""
    return _fold(name, 4) // 2


def _fold(name: str, folds: int) -> int:
    return zlib.crc32(name.encode()) % folds


def accuracy(fitted: Fitted, examples: Sequence[Example]) -> dict[str, str]:
    """Return how often the best span is right, by kind of example."""
    tally: dict[str, list[int]] = {}
    for e, parts in zip(examples, word_parts(fitted.words, fitted.table, examples), strict=True):
        best, most = 0, -1e9
        for i, offset in _promising(e, parts):
            number, first, last = e.spans[i]
            named = dict(span_features(e.scenes[number], first, last))
            total = offset + sum(
                fitted.spans.get(n.partition("\t")[0] + "\t" + n.partition("\t")[2], 0.0) * named[n.partition("\t")[2]]
                for n in _levelled(e, named)
            )
            if total > most:
                best, most = i, total
        count = tally.setdefault(e.kind, [0, 0])
        count[0] += e.right[best]
        count[1] += 1
    return {kind: f"{hits}/{of} {hits / of:.3f}" for kind, (hits, of) in tally.items()}


def written(fitted: Fitted, note: str) -> Iterator[str]:
    """Yield the weights as rows: level, feature, and one number for each part of a word, or one for a candidate."""
    yield f"# {note}"
    rows = {name: [round(float(x), 2) for x in fitted.table[at]] for name, at in fitted.words.names.items()}
    rows = {name: row for name, row in rows.items() if any(abs(x) >= _SMALL for x in row)}
    alone = {name: [round(weight, 2)] for name, weight in fitted.spans.items() if abs(weight) >= _SMALL}
    for name, row in sorted([*rows.items(), *alone.items()]):
        yield "\t".join([name, *(f"{x:g}" for x in row)])


def main() -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--facqa", type=Path, nargs="*", default=[])
    parser.add_argument("--qasrl", type=Path, nargs="*", default=[])
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=2000, help="questions of QA-SRL at most")
    parser.add_argument("--decay", type=float, default=1.5)
    parser.add_argument("--without", type=int, choices=(0, 1), help="leave this half out")
    parser.add_argument("--halved", nargs="*", default=["articles"], help="of these kinds")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    sources = [
        *(facqa(p) for p in given.facqa),
        *(qasrl(p, given.most) for p in given.qasrl),
        *(articles(p) for p in given.articles),
    ]
    examples = [e for source in sources for e in source if e is not None]
    if given.without is not None:
        examples = [e for e in examples if e.kind not in given.halved or half(e.name) != given.without]
    shares = {"facqa": 1.0, "qasrl": 0.5, "articles": 2.0}
    print(Counter(e.kind for e in examples), file=sys.stderr)
    for k in range(given.folds):
        inside = [e for e in examples if _fold(e.name, given.folds) != k]
        print(k, accuracy(fit(inside, given.decay, shares), [e for e in examples if _fold(e.name, given.folds) == k]))
    fitted = fit(examples, given.decay, shares)
    kinds = dict(Counter(e.kind for e in examples))
    note = f"Weights of candidate answers, fitted on questions of {kinds} by benchmarks/fit_spans.py."
    given.out.write_text("\n".join(written(fitted, note)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
