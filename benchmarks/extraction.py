"""How many articles of 400 words one core extracts in a second, as `add` and `reindex` do it on each.

    python benchmarks/extraction.py benchmarks/articles/fit

Times are the processor's, of articles in the order of their names, again and again until they are of some seconds.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from newsqa.extract import extract
from newsqa.extract.bulk import settle
from newsqa.given import article_of

WORDS = 400
ROUNDS = 3  # the first of which reads the rules and is not counted


def main(folders: list[str]) -> None:
    """Print the rate of each round."""
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.json"))
    told = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    fields = ("id", "text", "title", "outlet", "author", "published")
    articles = [article_of({name: row[name] for name in fields if row.get(name)}) for row in told]
    words = sum(len(article.text.split()) for article in articles)
    settle()
    seconds = []
    for _ in range(ROUNDS + 1):
        started = time.process_time()
        for article in articles:
            extract(article)
        seconds.append(time.process_time() - started)
    rate = words / WORDS / (sum(seconds[1:]) / ROUNDS)
    print(f"{len(articles)} articles, {words:,} words: {rate:.1f} of {WORDS} words a second a core")


if __name__ == "__main__":
    main(sys.argv[1:])
