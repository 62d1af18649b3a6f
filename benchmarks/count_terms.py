"""Count how rare each concept is, and write it into the answering data.

    python benchmarks/count_terms.py FACQA_TRAIN.jsonl IDN_NER_TRAIN.jsonl QASRL_WIKINEWS.jsonl

Run it whenever the lexicon has grown: a concept that no text was counted with is taken for a very rare one. A
concept's rarity is that of the language in which it is commoner; words keep the rarity that they have.
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsqa.text.terms import index_terms
from newsqa.text.words import tokens

TABLE = Path(__file__).parents[1] / "src/newsqa/answer/data/rarity.toml"
CONCEPTS = ("p.", "t.", "c.", "m.", "w.")
FEWEST = 3  # texts that must have a concept before its share says anything
SMOOTH = 0.5  # texts added to each count


def rows(path: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON lines."""
    with Path(path).open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def texts(facqa: str, ner: str, qasrl: str) -> Iterator[tuple[str, str]]:
    """Yield each text once, and its language."""
    passages = dict.fromkeys(row["passage"] for row in rows(facqa))
    yield from ((passage, "id") for passage in passages)
    for row in rows(ner):
        yield " ".join(row["tokens"]), "id"
    yield from ((sentence, "en") for sentence in dict.fromkeys(row["sentence"] for row in rows(qasrl)))


def shares(every: Iterator[tuple[str, str]]) -> dict[str, float]:
    """Return the rarity of each concept, in nats."""
    total: Counter[str] = Counter()
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, code in every:
        total[code] += 1
        seen[code].update({term for term in index_terms(tokens(text), code) if term.startswith(CONCEPTS)})
    rarities: dict[str, float] = {}
    for code, counts in seen.items():
        for term, count in counts.items():
            if count >= FEWEST:
                share = -math.log((count + SMOOTH) / total[code])
                rarities[term] = round(min(share, rarities.get(term, share)), 1)
    return rarities


def main(paths: list[str]) -> None:
    """Count the texts of the three files, and write the table anew."""
    text = TABLE.read_text(encoding="utf-8")
    head, _ = text.split("[terms]\n")
    kept = {term: v for term, v in tomllib.loads(text)["terms"].items() if not term.startswith(("p.", "t."))}
    table = kept | shares(texts(*paths))
    lines = "".join(f'"{term}" = {table[term]}\n' for term in sorted(table))
    TABLE.write_text(f"{head}[terms]\n{lines}", encoding="utf-8")
    print(f"{len(table)} terms, {sum(term.startswith(CONCEPTS) for term in table)} of them concepts")


if __name__ == "__main__":
    main(sys.argv[1:])
