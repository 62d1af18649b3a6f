"""Fit what a question asks for: a logistic regression over its words, on questions whose kind is known.

    python benchmarks/fit_wants.py src/newsqa/answer/data/wants.tsv --questions TSV… --articles DIR… --facqa FILE…

Typed questions are rows of `kind<TAB>question`; in those for a quotation [s …] and [t …] mark speaker and topic. The
kind of an article's question is that of its answer. `--without 0` leaves half of the articles out: the judge weighs
what a question wants, and is to meet kinds that are told by weights that have not seen the question.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_spans import half
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsqa.answer.parse import marked
from newsqa.answer.wants import WANTS
from newsqa.extract import extract
from newsqa.model import Article

Floats = np.ndarray[Any, np.dtype[np.float64]]
_KINDS = list(WANTS)
_LEAST = 3  # questions in which a feature must stand
_SMALL = 0.08  # a weight that changes nothing is left out
_SURE = {"where": "place", "quote": "quotation", "why": "reason", "yesno": "yesno"}
_TIMES = {"clock": "clock", "year": "year"}
_MARKED = re.compile(r"\[[st] ([^\]]*)\]")
_YEAR = re.compile(r"\d{4}")


class Row(NamedTuple):
    """One question: the group it is left out with, its kind, its features, and how much it counts."""

    group: str
    kind: str
    question: str
    features: frozenset[str]
    share: float


def typed(path: Path) -> Iterator[Row]:
    """Yield the questions of a file of typed ones."""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, question = line.partition("\t")
        kind = kind.rstrip("*").strip()
        if kind in WANTS and question:
            yield row(f"q{line}", kind, _MARKED.sub(r"\1", question), 1.0)


def row(group: str, kind: str, question: str, share: float) -> Row:
    """Return a question with its features."""
    return Row(group, kind, question, frozenset(marked(question)), share)


def articles(folder: Path) -> Iterator[Row]:
    """Yield the questions of a folder of articles, each of the kind of its answer."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        article = Article(**{k: data[k] for k in ("id", "title", "published", "text") if data.get(k)})
        notes = _notes(article)
        for asked in data["questions"]:
            kind = _kind(asked["type"], asked["answers"], article.text, notes)
            if kind:
                yield row(data["id"], kind, asked["q"], 1.0)


def facqa(path: Path) -> Iterator[Row]:
    """Yield the questions of a FacQA file."""
    sorts = {"howmany": "count"}
    for line in path.open(encoding="utf-8"):
        data = json.loads(line)
        sort = sorts.get(data["qtype"], data["qtype"])
        article = Article(id=data["id"], text=data["passage"])
        kind = _kind(sort, [[a["text"] for a in data["answers"]]], article.text, _notes(article))
        if kind:
            yield row(data["passage"], kind, data["question"], 0.3)


_FOUND: dict[str, list[Any]] = {}


def _notes(article: Article) -> list[Any]:
    if article.text not in _FOUND:
        _FOUND[article.text] = [n for s in extract(article).sentences for n in s.notes]
    return _FOUND[article.text]


def _kind(sort: str, answers: Sequence[Sequence[str]], text: str, notes: Sequence[Any]) -> str | None:
    """Return the kind of a question by the sort that its author gave it and the note that its answer is."""
    if sort in _SURE or not answers:
        return _SURE.get(sort) if answers else None
    note = _note(answers[0][0], text, notes)
    head, _, tail = note.partition(".")
    if sort in _BY_NOTE:
        return _BY_NOTE[sort](head, tail)
    if head in {"person", "organisation", "place"}:
        return head
    return {"other": "title", "number": None, "time": None}.get(head, "thing") if sort == "what" else None


_BY_NOTE: dict[str, Callable[[str, str], str]] = {
    "when": lambda head, tail: "duration" if head == "number" else _TIMES.get(tail, "day"),
    "count": lambda head, tail: tail if head == "number" and tail in WANTS else "count",
    "who": lambda head, _: "organisation" if head == "organisation" else "person",
}


def _note(answer: str, text: str, notes: Sequence[Any]) -> str:
    """Return the kind of the note that covers most of an answer where it stands first."""
    start = text.find(answer)
    meeting = [n for n in notes if start >= 0 and n.span.start < start + len(answer) and n.span.end > start]
    over = max(meeting, key=lambda n: min(n.span.end, start + len(answer)) - max(n.span.start, start), default=None)
    return over.kind if over and len(over.span) * 2 >= len(answer) else ""


class Model:
    """Weights for features by kind."""

    def __init__(self, rows: Sequence[Row], decay: float) -> None:
        seen = Counter(f for r in rows for f in r.features)
        self.names = {n: i for i, n in enumerate(sorted(n for n, times in seen.items() if times >= _LEAST))}
        data = self.matrix(rows)
        wanted = np.zeros((len(rows), len(_KINDS)))
        for i, r in enumerate(rows):
            wanted[i, _KINDS.index(r.kind)] = 1.0
        shares = np.array([r.share for r in rows])[:, None]

        def loss(flat: Floats) -> tuple[float, Floats]:
            table = flat.reshape(len(self.names), len(_KINDS))
            odds = _softmax(data @ table)
            value = -float((shares * wanted * np.log(odds + 1e-12)).sum()) + 0.5 * decay * float(flat @ flat)
            return value, (data.T @ (shares * (odds - wanted)) + decay * table).ravel()

        size = len(self.names) * len(_KINDS)
        found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 120})
        self.table: Floats = found.x.reshape(len(self.names), len(_KINDS))

    def matrix(self, rows: Sequence[Row]) -> csr_matrix:
        """Return one row a question."""
        columns = [[self.names[f] for f in r.features if f in self.names] for r in rows]
        ends = np.cumsum([0, *map(len, columns)])
        flat = [c for row in columns for c in row]
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(self.names)))

    def odds(self, rows: Sequence[Row]) -> Floats:
        """Return for each question how likely each kind is."""
        return _softmax(self.matrix(rows) @ self.table)


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    result: Floats = raised / raised.sum(1, keepdims=True)
    return result


def report(rows: Sequence[Row], folds: int, decay: float, misses: int) -> Iterator[str]:
    """Yield how often the likeliest kind is right, for questions of articles that were left out."""
    hits: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for k in range(folds):
        model = Model([r for r in rows if _fold(r, folds) != k], decay)
        out = [r for r in rows if _fold(r, folds) == k]
        for r, odds in zip(out, model.odds(out), strict=True):
            best = _KINDS[int(np.argmax(odds))]
            right = WANTS[best] == WANTS[r.kind]
            hits["typed" if r.group.startswith("q") else "facqa" if r.share < 1 else "articles"].append(right)
            hits[f"  {r.kind}"].append(right)
            if not right and r.share == 1:
                missed.append(f"    {r.kind} read as {best} {odds.max():.2f}: {r.question}")
    for name, rights in sorted(hits.items()):
        yield f"{name}: {sum(rights) / len(rights):.1%} of {len(rights)}"
    yield from missed[:misses]


def _fold(r: Row, folds: int) -> int:
    return zlib.crc32(r.group.encode()) % folds


def written(model: Model, note: Iterable[str]) -> Iterator[str]:
    """Yield the weights as rows: the feature, then kind=weight."""
    yield from (f"# {line}" for line in note)
    for name, at in model.names.items():
        cells = [f"{k}={w:.2f}" for k, w in zip(_KINDS, model.table[at], strict=True) if abs(w) >= _SMALL]
        if cells:
            yield "\t".join([name, *cells])


def main() -> None:
    """Fit, print what unseen questions would give, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--questions", type=Path, nargs="*", default=[])
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--facqa", type=Path, nargs="*", default=[])
    parser.add_argument("--decay", type=float, default=2.0)
    parser.add_argument("--without", type=int, choices=(0, 1), help="leave this half of the articles out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--misses", type=int, default=0)
    given = parser.parse_args()
    sources = [
        *(typed(p) for p in given.questions),
        *((r for r in articles(p) if half(r.group) != given.without) for p in given.articles),
        *(facqa(p) for p in given.facqa),
    ]
    rows = [r for source in sources for r in source]
    lines = list(report(rows, given.folds, given.decay, given.misses)) if given.folds else []
    print("\n".join(lines), file=sys.stderr)
    note = ["What each feature of a question adds for each kind of answer. Written by benchmarks/fit_wants.py."]
    note += [f"left out by article, {line.strip()}" for line in lines if not line.startswith("    ")]
    given.out.write_text("\n".join(written(Model(rows, given.decay), note)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
