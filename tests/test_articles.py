"""Golden articles: each text beside what it says when it is asked, every word of it the article's own."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsqa import rows
from newsqa.newsroom import Newsroom

HERE = Path(__file__).parent / "articles"
TEXTS = sorted(HERE.glob("*/*.txt"))
FIELDS = {"text", "kind", "status", "speaker", "day", "evidence", "start", "end", "article", "score"}


def golden(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))


def cases() -> Iterator[Any]:
    for path in TEXTS:
        for case in golden(path)["case"]:
            marks = [pytest.mark.xfail(strict=True)] if case.get("fails") else []
            yield pytest.param(case, id=f"{path.stem}: {case['q']}", marks=marks)


def questions() -> Iterator[Any]:
    yield from (pytest.param(path, case["q"], id=case["q"]) for path in TEXTS for case in golden(path)["case"])


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    opened = Newsroom.open(tmp_path_factory.mktemp("golden") / "archive.db")
    for path in TEXTS:
        about = {key: value for key, value in golden(path).items() if isinstance(value, str)}
        opened.add_row({"id": path.stem, "text": path.read_text(encoding="utf-8"), **about})
    yield opened
    opened.close()


@pytest.mark.parametrize("case", cases())
def test_an_article_says(newsroom: Newsroom, case: dict[str, Any]) -> None:
    reply = rows.reply(newsroom.ask(case["q"]))
    first = [answer["text"] for answer in reply["answers"][: len(case["answers"]) + 1]]
    assert [text for text in case["answers"] if text not in first] == []
    assert reply["found"] == bool(case["answers"])
    told = {answer["text"]: answer["status"] for answer in reply["answers"]}
    assert {text: told[text] for text in case.get("status", {})} == case.get("status", {})


@pytest.mark.parametrize(("path", "question"), questions())
def test_a_reply_is_in_the_articles_own_words(newsroom: Newsroom, path: Path, question: str) -> None:
    reply = json.loads(json.dumps(rows.reply(newsroom.ask(question))))
    assert set(reply) == {"question", "language", "found", "answers", "closest", "took_ms"}
    for answer in (*reply["answers"], *reply["closest"]):
        text = newsroom.show(answer["article"]["id"]).article.text
        assert set(answer) == FIELDS
        assert text[answer["start"] : answer["end"]] == answer["evidence"]
        assert not any(line in answer["evidence"] for line in golden(path)["never"])
