"""Measure the answers and the quotations, each set of files one table.

    python benchmarks/quality.py articles benchmarks/articles/held
    python benchmarks/quality.py nothing benchmarks/articles/fresh benchmarks/data/nothing.jsonl
    python benchmarks/quality.py facqa test_preprocess.csv
    python benchmarks/quality.py idk idk_mrc.jsonl
    python benchmarks/quality.py quotes quotations.jsonl

`articles` are folders as described in `benchmarks/articles/README.md`. `nothing` takes such folders, and JSON lines
of what nothing in them answers (`article`, `q`, and what it is `like`), asked of the articles that the lines name.
FacQA is read as IndoNLU publishes it (columns `question`, `passage`, `seq_label`) or as JSON lines (`question`,
`passage`, `answers`), and so is IDK-MRC, with `is_impossible`. Quotations are JSON lines of `text` and `quotes`, each
with `content`, `start`, `end` and `kind`, which PFSA-ID and PolNeAR are easily made into.
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import re
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsqa.newsroom import Newsroom

_LEADS = frozenset("the a an pada di ke dari para on in at sekitar about around hari".split())  # noqa: SIM905  reads better
_KEYS = {"id", "title", "outlet", "author", "published", "url", "text"}  # of an article
_CLOSE = 0.8  # share of words in common from which an answer, or a quotation, is the right one
Tally = dict[str, list[int]]


def words(text: str) -> list[str]:
    """Return the words of an answer, folded, without those that only lead up to it."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    found = re.findall(r"\w+(?:[.,]\d+)*", folded)
    while found and found[0] in _LEADS:
        found = found[1:]
    return found


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the F1 of the words of two texts."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if common else 0.0


def is_right(text: str, golds: Iterable[str], more: int = 4, close: float = _CLOSE) -> bool:
    """Tell whether an answer is one of those that are right, give or take a few words around it."""
    said = words(text)
    for gold in map(words, golds):
        inside = any(said[i : i + len(gold)] == gold for i in range(len(said) - len(gold) + 1)) if gold else False
        if said == gold or (inside and len(said) <= len(gold) + more) or overlap(said, gold) >= close:
            return True
    return False


def archive(rows: Iterable[dict[str, Any]]) -> Newsroom:
    """Return an archive of the rows, in a folder of its own."""
    newsroom = Newsroom.open(Path(tempfile.mkdtemp()) / "archive.db")
    for row in rows:
        newsroom.add_row(row)
    return newsroom


def articles(folders: Sequence[Path]) -> Tally:
    """Return how many questions on articles the first answer meets, by type, and how many get silence."""
    rows = list(_read(folders))
    newsroom = archive(map(_told, rows))
    tally: Tally = defaultdict(lambda: [0, 0])
    for row in rows:
        for q in row["questions"]:
            reply = newsroom.ask(q["q"])
            if q["type"] == "unanswerable":
                count(tally, ["silent on the unanswerable"], right=not reply.found)
                continue
            texts = [a.text for a in reply.answers] if reply.found else []
            groups = ["answers", f"{q['lang']} question, {row['lang']} article", q["type"]]
            count(tally, groups, right=meets(q, texts))
            count(tally, ["silent on the answerable"], right=not texts)
    return tally


def nothing(paths: Sequence[Path]) -> Tally:
    """Return how many questions that nothing answers get silence, by what they are like; the last path has them."""
    *folders, lines = paths
    asked = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    named = {q["article"] for q in asked}
    newsroom = archive(_told(row) for row in _read(folders) if row["id"] in named)
    tally: Tally = defaultdict(lambda: [0, 0])
    for q in asked:
        like = "words" if q["like"] == "quote" else "facts"
        count(tally, [f"silent on what is like one for {like}"], right=not newsroom.ask(q["q"]).found)
    return tally


def _read(folders: Sequence[Path]) -> Iterator[dict[str, Any]]:
    return (json.loads(p.read_text(encoding="utf-8")) for folder in folders for p in sorted(folder.glob("*.json")))


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """Return what of an article its readers are told, without the questions."""
    return {k: v for k, v in row.items() if k in _KEYS}


def meets(question: dict[str, Any], texts: Sequence[str]) -> bool:
    """Tell whether the answers are those wanted: of a list all, of anything else the first."""
    groups = question["answers"]
    if question["type"] == "yesno":
        yes = {"yes", "ya"}
        return bool(texts) and (texts[0] in yes) == (groups[0][0] in yes)
    more = 6 if question["type"] in {"quote", "why", "what"} else 4
    if question["type"] == "list":
        top = texts[: len(groups) + 1]
        return bool(top) and all(any(is_right(t, group, more) for t in top) for group in groups)
    return bool(texts) and any(is_right(texts[0], group, more) for group in groups)


def facqa(paths: Sequence[Path]) -> Tally:
    """Return how many FacQA questions are answered, given the passage and from all passages; F1 in hundredths."""
    rows, names, newsroom = _passages(paths)
    tally: Tally = defaultdict(lambda: [0, 0])
    for row in rows:
        home = names[row["passage"]]
        for mode, article in (("given the passage", home), ("all passages", None)):
            reply = newsroom.ask(row["question"], article)
            top = reply.answers[0] if reply.found else None
            close = max((overlap(words(top.text), words(a)) for a in row["answers"]), default=0.0) if top else 0.0
            count(tally, [f"{mode}: right"], right=bool(top and is_right(top.text, row["answers"])))
            count(tally, [f"{mode}: silent"], right=top is None)
            count(tally, [f"{mode}: from a passage that says it"], right=bool(top and top.evidence.article.id == home))
            tally[f"{mode}: F1"][0] += round(100 * close)
            tally[f"{mode}: F1"][1] += 100
    return tally


def refusals(paths: Sequence[Path]) -> Tally:
    """Return how many IDK-MRC questions get silence where their passage has no answer, and how many others one."""
    rows, names, newsroom = _passages(paths)
    tally: Tally = defaultdict(lambda: [0, 0])
    for row in rows:
        reply = newsroom.ask(row["question"], names[row["passage"]])
        right = bool(reply.found and is_right(reply.answers[0].text, row["answers"]))
        none = row["is_impossible"]
        count(tally, ["silent where nothing answers" if none else "right"], right=not reply.found if none else right)
    return tally


def _passages(paths: Sequence[Path]) -> tuple[list[dict[str, Any]], dict[str, str], Newsroom]:
    """Return the rows of files, the names of their passages, and an archive of these."""
    rows = [row for path in paths for row in _facqa(path)]
    names = {passage: f"p{i}" for i, passage in enumerate(dict.fromkeys(row["passage"] for row in rows))}
    return rows, names, archive({"id": name, "text": passage} for passage, name in names.items())


def _facqa(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix != ".csv":
        for row in map(json.loads, path.open(encoding="utf-8")):
            yield row | {"answers": [a["text"] for a in row["answers"]]}
        return
    for line in csv.DictReader(path.open(encoding="utf-8")):
        passage, labels = ast.literal_eval(line["passage"]), ast.literal_eval(line["seq_label"])
        answer = " ".join(w for w, label in zip(passage, labels, strict=True) if label != "O")
        question = " ".join(ast.literal_eval(line["question"]))
        yield {"question": question, "passage": " ".join(passage), "answers": [answer]}


def quotes(paths: Sequence[Path]) -> Tally:
    """Return how many quotations are found, by kind, and how many of those offered are ones."""
    rows = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    newsroom = archive({"id": str(i), "text": row["text"]} for i, row in enumerate(rows))
    tally: Tally = defaultdict(lambda: [0, 0])
    for i, row in enumerate(rows):
        offered = [q.words for q in newsroom.show(str(i)).extraction.quotes if q.kind != "indirect"]
        every = [q.words for q in newsroom.show(str(i)).extraction.quotes]
        for gold in row["quotes"]:
            near = [s for s in every if s.start < gold["end"] and gold["start"] < s.end]
            hit = any(overlap(words(s.of(row["text"])), words(gold["content"])) >= _CLOSE for s in near)
            count(tally, [f"{gold.get('kind') or 'direct'} found"], right=hit)
        golds = [(g["start"], g["end"]) for g in row["quotes"]]
        for span in offered:
            count(tally, ["offered that are ones"], right=any(s < span.end and span.start < e for s, e in golds))
    return tally


def count(tally: Tally, groups: Iterable[str], *, right: bool) -> None:
    """Count one more in each group, and one right."""
    for group in groups:
        tally[group][0] += right
        tally[group][1] += 1


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["articles", "nothing", "facqa", "idk", "quotes"])
    parser.add_argument("paths", nargs="+", type=Path)
    given = parser.parse_args()
    started = time.perf_counter()
    ways = {"articles": articles, "nothing": nothing, "facqa": facqa, "idk": refusals, "quotes": quotes}
    tally = ways[given.what](given.paths)
    for group, (hits, of) in tally.items():
        print(f"{group:44}{100 * hits / of:6.1f} %  ({hits}/{of})")
    print(f"{time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
