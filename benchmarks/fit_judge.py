"""Fit how candidates are judged: what each feature counts for the score, and how far the best candidate is trusted.

    python benchmarks/fit_judge.py src/newsqa/answer/data/judge.toml --articles DIR… --facqa FILE…

Articles are as in `benchmarks/articles`; FacQA rows have `question`, `passage` and `answers`, and were not fitted on by
`fit_spans.py`. Each question is also asked of the archive without the articles that answer it, where silence is right.
So it is where the words of `--untold` ask about whom one article alone names, and the article says nothing of it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import tomllib
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
from fit_spans import half
from quality import is_right, words
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scorer import scored_by, wanted_by

from newsqa.answer import kinship, passages
from newsqa.answer.answering import Sought, seek
from newsqa.answer.judge import Judged
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.languages import CODES, load
from newsqa.model import Question, Wanted
from newsqa.newsroom import Newsroom
from newsqa.store.protocol import Stored
from newsqa.text.words import normalise, tokens

Floats = np.ndarray[Any, np.dtype[np.float64]]
_ALONE = 5.0
_FEW = 3.0  # what a question counts for trust that nothing answers, beside those that something does
_ALONE_MODES = frozenset({"given", "other"})  # ways of asking in which one article is asked alone
_DECAYS = {"spans": 1.0, "quotations": 1.0, "yes or no": 0.7, "reasons": 0.7}
_SHARES = {"facqa": 8.0, "desk": 3.0, "articles": 1.0, "halved": 0.4, "untold": 1.0}
_SPANS = 1.2  # what a desk's questions for spans count: more costs FacQA's, and gains them nothing
_WHO = 0.5  # what an article's question for who counts: a third of them all are, of a desk's one in ten
_MOVED = 10.0  # times as much as a new weight costs to move one that was fitted before
_TOGETHER = 200  # numbers of articles that are written together, and asked in one archive
_UNTOLD, _TRIED = 3, 30  # questions that nothing answers are made for each article, of so many at most
_UNANSWERABLE = "unanswerable"
# The types of questions that each path is for.
_PATHS = {
    "spans": {"count", "when", "where", "who", "what", "list"},
    "quotations": {"quote"},
    "yes or no": {"yesno"},
    "reasons": {"why"},
}
_EVERYWHERE = (
    "score",
    "margin",
    "near",
    "here",
    "anywhere",
    "says",
    "named",
    "acted",
    "article",
    "first article",
    "dated",
    "abroad",
    "kin",
    "kin unmet",
    "kin beside",
    "untold",
    "names alone",
)
# What trust goes by, beside what counts everywhere.
_TRUSTED = {
    "spans": (
        "described", "described more", "other described",
        "uncounted", "close", "clause", "beside", "verb", "counts", "measure", "expected", "planned", "asked", "sort",
        "role", "party", "likely", "likely odds", "learned", "learned odds", "learned at home", "learned odds at home",
        "rivals", "after verb", "vague", "kin close", "kin verb",
        "kin key", "key", "topic key", "least told", "length", "contrary",
        "row", "row unasked", "row opened", "row counted", "begins inside", "ends inside", "was", "earlier",
        "ahead", "one", "then", "age", "age asked", "label", "limit", "start", "ahead of its day", "to come",
        "converse", "dense", "by noun", "fact", "voice", "case", "otherwise", "unnamed", "another named",
        "untold yet",
        *(f"wanted {kind}" for kind in get_args(Wanted)),
    ),
    "quotations": (
        "likely", "speaker", "sure speaker", "no topic", "block", "said", "kin block", "topic key", "least told", "to",
        "heard", "heard near", "speaks", "direct", "indirect", "long", "lead", "met", "met less", "met more", "led",
        "told elsewhere", "opening", "told widely", "told later", "later paragraph", "other matter", "left out",
    ),
    "yes or no": (
        "likely", "acts", "no", "topic key", "least told", "words", "question", "after question", "none", "confirming",
        "tense", "contrary", "verb contrary", "denies it", "confirmed", "reply", "asked of a refusal", "refusal",
        "told true", "still so", "dense", "lead", "before",
    ),
    "reasons": (
        "likely", "sure", "repeated", "verb told", "dense", "nameless", "told better", "says before", "beside", "lead",
    ),
}  # fmt: skip


@dataclass
class Asked:
    """One question as it was asked: its candidates' features and words, and which of them answer it.

    `best` are those that answer it and stand where the answer is given; they are to come first.
    """

    path: str
    name: str
    kind: str
    mode: str
    sort: str
    features: list[dict[str, float]]
    texts: list[str]
    right: list[bool]
    best: list[bool]


class Prior(NamedTuple):
    """The tables that a path had before, and what it costs to move a weight for score, or for trust, from nought."""

    tables: Mapping[str, Mapping[str, float]]
    decay: float
    trust_decay: float = 3.0


class Seen(NamedTuple):
    """The path that a question took, and the candidates on it, each with the sentence that it shows."""

    path: str
    found: list[Judged[Any]]
    shown: list[str]


def asked(newsroom: Newsroom, question: str, article: str | None) -> Seen:
    """Return the candidates for a question."""
    sought = seek(newsroom._store, newsroom.scope, question, article)  # noqa: SLF001  what no reader needs
    return _seen(sought, sought.question)


def _seen(sought: Sought, question: Question) -> Seen:
    found = list(sought.path.find(question, sought.asked, sought.views)) if sought.path.name in _PATHS else []
    shown = [sought.path.answer(question, one).evidence.words for one in found]
    return Seen(sought.path.name, found, shown)


def swapped(newsroom: Newsroom, rows: Sequence[dict[str, Any]]) -> Iterator[Asked]:
    """Yield the questions for quotations, each about what a question on another article is about: none is answered."""
    quoted = [(row, q) for row in rows for q in row["questions"] if q["type"] == "quote"]
    sought = [(row, seek(newsroom._store, newsroom.scope, q["q"], None)) for row, q in quoted]  # noqa: SLF001
    sought = [(row, s) for row, s in sought if s.path.name == "quotations" and s.question.topic]
    for at, (row, one) in enumerate(sought):
        others = (s.question for other, s in sought[at:] + sought[:at] if other is not row)
        other = next((o for o in others if o.language == one.question.language), None)
        if other:
            terms = (*one.question.speaker, *other.topic)
            question = one.question.model_copy(update={"topic": other.topic, "terms": terms, "mixed": False})
            yield from _made((row["id"], "articles", "without", "quote"), _seen(one, question), None, ())


def untold(newsroom: Newsroom, article: str, templates: Sequence[tuple[str, str]]) -> Iterator[Asked]:
    """Yield questions about whom one article alone names, of which it says nothing: none is answered.

    `templates` are kinds of names and questions with a place for one.
    """
    stored = newsroom.show(article)
    mentioned = partial(newsroom._store.names_exact, newsroom.scope)  # noqa: SLF001  what no reader needs
    named = [e for e in stored.extraction.entities if len(mentioned(normalise(e.name))) == 1]
    chance = random.Random(article)  # noqa: S311  the same each time
    pairs = [(e.name, text) for e in named for kind, text in templates if kind == e.kind]
    found = 0
    for name, text in chance.sample(pairs, min(_TRIED, len(pairs))):
        question = text.format(name)
        if found < _UNTOLD and _says_nothing(stored, question, name):
            found += 1
            for mode in ("archive", "given"):
                seen = asked(newsroom, question, article if mode == "given" else None)
                yield from _made((article, "untold", mode, _UNANSWERABLE), seen, None, ())


def templates(paths: Sequence[Path]) -> list[tuple[str, str]]:
    """Return the kinds and questions of files of what articles seldom tell."""
    rows = [line.partition("\t") for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [(kind, question) for kind, _, question in rows if question]


def _says_nothing(stored: Stored, question: str, name: str) -> bool:
    """Tell whether an article has none of a question's words beside the name, and nothing akin to them."""
    parsed, of_name = parse(question), {token.normal for token in tokens(name)}
    view = View(Page(stored), 0.0, parsed.language)
    groups = [group for group in parsed.terms if group[0] not in of_name]
    return bool(groups) and not any(view.places(group) or kinship.places(view, group) for group in groups)


def articles(
    fitted: Sequence[Path],
    unseen: Sequence[Path],
    spans: Sequence[Path],
    wants: Sequence[Path],
    templates: Sequence[tuple[str, str]],
) -> Iterator[Asked]:
    """Yield the questions of files of articles, asked of them all, of the one, and of all the others.

    The span scorer is fitted on none of the `unseen` ones; for the others `spans` are its weights fitted without either
    half of them, if it is fitted on them at all. So `wants` are what tells what a question wants, without either half.
    """
    rows = {row["id"]: row for row in map(_read, (*unseen, *fitted))}
    new = {path.stem for path in unseen}
    newsroom = Newsroom.open(Path(tempfile.mkdtemp()) / "archive.db")
    for row in rows.values():
        newsroom.add_row({k: v for k, v in row.items() if k in {"id", "title", "outlet", "published", "url", "text"}})
    yield from swapped(newsroom, list(rows.values()))
    for name in sorted(rows, key=lambda name: (name not in new, half(name))):
        if spans and name not in new:
            scored_by(spans[half(name)])
        if wants:
            wanted_by(wants[half(name)])
        yield from untold(newsroom, name, templates)
        for question in rows[name]["questions"]:
            yield from _everywhere(newsroom, rows[name], question)


def desks(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield the files of a desk's articles in archives of some 24, those of the same events together."""
    groups: dict[int, list[Path]] = defaultdict(list)
    for path in paths:
        groups[int(path.stem.rpartition("-")[2]) // _TOGETHER].append(path)
    yield from groups.values()


def _files(folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.json"))]


def _read(path: Path) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return row


def _everywhere(newsroom: Newsroom, row: dict[str, Any], question: dict[str, Any]) -> Iterator[Asked]:
    """Yield one question as it is asked of all articles, of its own, of another, and of all the others."""
    text, sort, right = question["q"], question["type"], _answers(question)
    own = [row["id"], *map(_named, question.get("also") or ())]
    for mode in ("archive", "given"):
        seen = asked(newsroom, text, row["id"] if mode == "given" else None)
        yield from _made((row["id"], "articles", mode, sort), seen, right, question["evidence"])
    if not question["answers"]:
        return
    other = elsewhere(newsroom, text, own)
    if other:
        yield from _made((row["id"], "articles", "other", sort), asked(newsroom, text, other), None, ())
    with _without(newsroom, own):
        yield from _made((row["id"], "articles", "without", sort), asked(newsroom, text, None), None, ())


def elsewhere(newsroom: Newsroom, question: str, own: Sequence[str]) -> str | None:
    """Return the article that says most of a question among those that do not answer it."""
    asked = seek(newsroom._store, newsroom.scope, question, None).asked  # noqa: SLF001
    near = passages.likely(newsroom._store, newsroom.scope, asked)  # noqa: SLF001
    return next((one.article for one in near if one.article not in own), None)


def _named(other: str | dict[str, str]) -> str:
    return other if isinstance(other, str) else other.get("article") or other["id"]


class _without:  # noqa: N801  reads as words where it is used
    """An archive while some articles are not in it."""

    def __init__(self, newsroom: Newsroom, names: Iterable[str]) -> None:
        known = set(newsroom.ids())
        self._newsroom, self._gone = newsroom, [newsroom.show(n) for n in dict.fromkeys(names) if n in known]

    def __enter__(self) -> None:
        for stored in self._gone:
            self._newsroom.delete(stored.article.id)

    def __exit__(self, *_: object) -> None:
        for stored in self._gone:
            self._newsroom._store.put_article(self._newsroom.scope, stored.article, stored.extraction)  # noqa: SLF001


def facqa(path: Path, pool: Sequence[Path], spans: Sequence[Path] = ()) -> Iterator[Asked]:
    """Yield the questions of a FacQA file, asked of all passages, of the one, and of all the others.

    `spans` are the span scorer's weights fitted without either half of the passages, if it is fitted on them at all.
    """
    kind = "halved" if spans else "facqa"
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    others = [json.loads(line) for other in pool for line in other.open(encoding="utf-8")]
    names = {passage: f"p{i}" for i, passage in enumerate(dict.fromkeys(r["passage"] for r in (*rows, *others)))}
    newsroom = Newsroom.open(Path(tempfile.mkdtemp()) / "archive.db")
    for passage, name in names.items():
        newsroom.add_row({"id": name, "text": passage})
    for row in sorted(rows, key=lambda row: half(row["passage"])) if spans else rows:
        if spans:
            scored_by(spans[half(row["passage"])])
        home, right = names[row["passage"]], _answers({"type": "who", "answers": [[a["text"] for a in row["answers"]]]})
        for mode in ("archive", "given"):
            seen = asked(newsroom, row["question"], home if mode == "given" else None)
            yield from _made((home, kind, mode, "who"), seen, right, ())
        other = elsewhere(newsroom, row["question"], [home])
        if other:
            yield from _made((home, kind, "other", "who"), asked(newsroom, row["question"], other), None, ())
        with _without(newsroom, [home]):
            yield from _made((home, kind, "without", "who"), asked(newsroom, row["question"], None), None, ())


def _made(
    what: tuple[str, str, str, str], seen: Seen, right: Callable[[str], bool] | None, evidence: Sequence[str]
) -> Iterator[Asked]:
    name, kind, mode, sort = what
    if seen.found and sort in {*_PATHS[seen.path], _UNANSWERABLE}:
        texts = [one.text for one in seen.found]
        good = [bool(right and right(text)) for text in texts]
        shown = [any(e in s or s in e for e in evidence) for s in seen.shown]
        best = [g and s for g, s in zip(good, shown, strict=True)] if sort == "yesno" else good
        features = [dict(one.features) for one in seen.found]
        yield Asked(seen.path, name, kind, mode, sort, features, texts, good, best)


def _answers(question: dict[str, Any]) -> Callable[[str], bool]:
    """Return a test whether a text is one of the answers, give or take a few words around it."""
    golds = [alias for group in question["answers"] for alias in group]
    more, close = (6, 0.75) if question["type"] in {"quote", "why", "what"} else (4, 0.8)
    yes = {w for code in CODES for w in load(code).questions.classes["yes"]}
    if question["type"] == "yesno":
        return lambda text: (text in yes) == (golds[0] in yes)
    if question["type"] == "list" and len(question["answers"]) > 1:
        return lambda text: is_right(text, golds, more, close) or _has_all(text, question["answers"])
    if question["type"] == "quote":
        return lambda text: is_right(text, golds, more, close) or _is_made_of(text, golds, more)
    return lambda text: is_right(text, golds, more, close)


def _is_made_of(text: str, answers: Sequence[str], more: int) -> bool:
    """Tell whether a text is several of the answers and little beside them: a quotation of two sentences."""
    left, parts = " ".join(words(text)), 0
    for answer in sorted((" ".join(words(one)) for one in answers), key=len, reverse=True):
        if answer and f" {answer} " in f" {left} ":
            left, parts = f" {left} ".replace(f" {answer} ", " ", 1).strip(), parts + 1
    return parts > 1 and len(left.split()) <= more


def _has_all(text: str, answers: Sequence[Sequence[str]]) -> bool:
    """Tell whether a text has every answer of a list, and little beside them."""
    most = sum(max(len(alias.split()) for alias in aliases) for aliases in answers) + 4 * len(answers)
    return len(text.split()) <= most and all(any(alias in text for alias in aliases) for aliases in answers)


def ranking(questions: Sequence[Asked], decay: float, prior: Mapping[str, float]) -> dict[str, float]:
    """Return what each feature counts, so that a right candidate comes first; a weight of the `prior` moves slowly."""
    usable = [q for q in questions if any(q.best) and not all(q.best)]
    names = {n: i for i, n in enumerate(sorted({n for q in usable for f in q.features for n in f} | set(prior)))}
    before, costs = np.array([prior.get(n, 0.0) for n in names]), _costs(names, decay, prior)
    rows, counts = matrix(usable, names), np.array([len(q.best) for q in usable])
    starts, owner = np.cumsum(counts) - counts, np.repeat(np.arange(len(usable)), counts)
    right = np.concatenate([q.best for q in usable]).astype(float)
    shares = np.array([_of_its_kind(q) * (0.5 if q.mode == "given" else 1.0) for q in usable])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        every, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts) + 1e-12
        slope = (odds / every[owner] - odds * right / good[owner]) * shares[owner]
        moved = weights - before
        value = 0.5 * float(costs @ (moved * moved)) - float(shares @ np.log(good / every))
        return value, rows.T @ slope + costs * moved

    found = minimize(loss, before, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {n: float(found.x[i]) for n, i in names.items()}


def _costs(names: Iterable[str], decay: float, prior: Mapping[str, float]) -> Floats:
    """Return what it costs to move each weight: more from one that was fitted before than from nought."""
    return np.array([decay * (_MOVED if name in prior else 1.0) for name in names])


def matrix(questions: Sequence[Asked], names: dict[str, int]) -> csr_matrix:
    """Return one row a candidate of all the questions, one column a feature."""
    cells = [
        (row, names[name], value)
        for row, features in enumerate(f for q in questions for f in q.features)
        for name, value in features.items()
        if value
    ]
    at, column, values = zip(*cells, strict=True)
    return csr_matrix((values, (at, column)), shape=(sum(len(q.features) for q in questions), len(names)))


def best(q: Asked, weights: dict[str, float]) -> tuple[int, dict[str, float]]:
    """Return the best candidate, and its features with its score and margin."""
    scores = [sum(weights.get(n, 0.0) * v for n, v in f.items()) for f in q.features]
    top = int(np.argmax(scores))
    others = [s for s, t in zip(scores, q.texts, strict=True) if t not in q.texts[top] and q.texts[top] not in t]
    margin = min(scores[top] - max(others), _ALONE) if others else _ALONE
    return top, q.features[top] | {"score": scores[top], "margin": margin}


def trusting(
    path: str, tops: Sequence[tuple[dict[str, float], bool, float]], decay: float, prior: Mapping[str, float]
) -> dict[str, float]:
    """Return what each feature of the best candidate counts for its being right: a logistic regression."""
    names = (*_EVERYWHERE, *_TRUSTED[path])
    rows = np.array([[f.get(n, 0.0) for n in names] for f, _, _ in tops])
    right, shares = np.array([r for _, r, _ in tops], float), np.array([s for _, _, s in tops])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    known = np.array([prior.get(n, 0.0) for n in names])
    before = np.append(known * spread, prior.get("always", 0.0) + known @ mean)
    costs = np.append(_costs(names, decay, prior), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = 1 / (1 + np.exp(-scaled @ weights))
        moved = weights - before
        value = -float(shares @ (right * np.log(odds + 1e-12) + (1 - right) * np.log(1 - odds + 1e-12)))
        return value + 0.5 * float(costs @ (moved * moved)), scaled.T @ (shares * (odds - right)) + costs * moved

    found = minimize(loss, before, jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return {"always": float(found[-1] - weights @ mean), **dict(zip(names, weights.tolist(), strict=True))}


def trusts(
    path: str, tops: Sequence[tuple[Asked, dict[str, float], bool]], prior: Prior, *, alone: bool
) -> dict[str, float]:
    """Return what counts for trust where one article is asked alone, or where all are."""
    some = [(f, r, _share(q)) for q, f, r in tops if (q.mode in _ALONE_MODES) == alone]
    return trusting(path, some, prior.trust_decay, prior.tables.get("alone" if alone else "trust", {}))


def _share(q: Asked) -> float:
    """Return how much a question counts for trust: those that nothing answers are few, and matter most."""
    return _of_its_kind(q) * (_FEW if q.sort == _UNANSWERABLE else 0.6 if q.mode in {"without", "other"} else 1.0)


def _of_its_kind(q: Asked) -> float:
    if q.kind == "desk" and q.path == "spans":
        return _SPANS
    return _SHARES[q.kind] * (_WHO if q.kind == "articles" and q.sort == "who" else 1.0)


def fold(q: Asked, folds: int) -> int:
    """Return in which part of the data a question is, that of its article."""
    return zlib.crc32(q.name.encode()) % folds


def cross_fitted(
    questions: Sequence[Asked], folds: int, prior: Prior
) -> list[tuple[Asked, dict[str, float], bool, float]]:
    """Return each question with its best candidate's features, and its trust, by weights not fitted on its article."""
    tops: dict[int, tuple[dict[str, float], bool]] = {}
    for k in range(folds):
        some = [q for q in questions if fold(q, folds) != k]
        weights = ranking(some, prior.decay, prior.tables.get("weights", {}))
        for i, q in enumerate(questions):
            if fold(q, folds) == k:
                at, features = best(q, weights)
                tops[i] = features, q.right[at]
    out = []
    for k in range(folds):
        inside = [(q, *tops[i]) for i, q in enumerate(questions) if fold(q, folds) != k]
        both = {alone: trusts(questions[0].path, inside, prior, alone=alone) for alone in (True, False)}
        for i, q in enumerate(questions):
            if fold(q, folds) == k:
                weights = both[q.mode in _ALONE_MODES]
                total = sum(weights.get(n, 0.0) * v for n, v in ({"always": 1.0} | tops[i][0]).items())
                out.append((q, *tops[i], float(1 / (1 + np.exp(-total)))))
    return out


def report(done: Sequence[tuple[Asked, dict[str, float], bool, float]]) -> Iterator[str]:
    """Yield how often the best candidate is right, and what each threshold would leave of that."""
    groups: dict[tuple[str, str], list[tuple[bool, float]]] = defaultdict(list)
    for q, _, right, trust in done:
        groups[q.kind, f"unanswerable {q.mode}" if q.sort == _UNANSWERABLE else q.mode].append((right, trust))
    for (kind, mode), rows in sorted(groups.items()):
        right = sum(r for r, _ in rows) / len(rows)
        at = {
            t: (sum(r and p >= t for r, p in rows) / len(rows), sum(p < t for _, p in rows) / len(rows))
            for t in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
        }
        yield f"{kind} {mode}: {len(rows)} questions, first right {right:.1%}; " + "; ".join(
            f"from {t}: {a:.1%}, silent {s:.1%}" for t, (a, s) in at.items()
        )


def main() -> None:
    """Fit, print what unseen articles would give, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--unseen", type=Path, nargs="*", default=[], help="articles that the spans are not fitted on")
    parser.add_argument("--desk", type=Path, nargs="*", default=[], help="such ones, with questions like a desk's")
    parser.add_argument(
        "--untold", type=Path, nargs="*", default=[], help="what articles seldom tell, KIND<TAB>QUESTION"
    )
    parser.add_argument("--facqa", type=Path, nargs="*", default=[])
    parser.add_argument("--pool", type=Path, nargs="*", default=[], help="FacQA rows whose passages stand beside")
    parser.add_argument("--spans", type=Path, nargs=2, default=[], help="what fit_spans.py --without 0, and 1, wrote")
    parser.add_argument("--wants", type=Path, nargs=2, default=[], help="what fit_wants.py --without 0, and 1, wrote")
    parser.add_argument("--halved", type=Path, nargs="*", default=[], help="FacQA files that the spans are fitted on")
    parser.add_argument(
        "--halves", type=Path, nargs=2, default=[], help="what fit_spans.py --halved facqa --without 0, and 1, wrote"
    )
    parser.add_argument("--prior", type=Path, help="what was fitted before, from which weights move where they must")
    parser.add_argument("--folds", type=int, default=5)
    given = parser.parse_args()
    questions = [q for path in given.facqa for q in facqa(path, given.pool)]
    questions += [q for path in given.halved for q in facqa(path, given.pool, given.halves)]
    wants, untold_of = given.wants, templates(given.untold)
    questions += articles(_files(given.articles), _files(given.unseen), given.spans, wants, untold_of)
    found = (q for some in desks(_files(given.desk)) for q in articles([], some, [], wants, untold_of))
    questions += [replace(q, kind="desk") if q.kind == "articles" else q for q in found]
    lines = ["# What features of whole candidates count, for score and trust. Written by benchmarks/fit_judge.py."]
    for path in _PATHS:
        lines += fitted(path, [q for q in questions if q.path == path], given)
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fitted(path: str, questions: Sequence[Asked], given: argparse.Namespace) -> Iterator[str]:
    """Yield the two tables of one path, below what they would give on unseen articles."""
    tables = tomllib.loads(given.prior.read_text(encoding="utf-8")) if given.prior else {}
    prior = Prior(tables.get(path, {}), _DECAYS[path])
    done = cross_fitted(questions, given.folds, prior)
    yield f"\n# {path}, in cross-validation by article:"
    for line in report(done):
        print(path, line, file=sys.stderr)
        yield f"# {line}"
    tops = [(q, f, r) for q, f, r, _ in done]
    new = {
        "weights": ranking(questions, prior.decay, prior.tables.get("weights", {})),
        "trust": trusts(path, tops, prior, alone=False),
        "alone": trusts(path, tops, prior, alone=True),
    }
    for name, table in new.items():
        yield f'["{path}".{name}]'
        yield from (f'"{n}" = {w:.3f}' for n, w in sorted(table.items(), key=lambda p: -abs(p[1])) if abs(w) >= 0.005)


if __name__ == "__main__":
    main()
