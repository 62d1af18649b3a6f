"""Fitting on what was not fitted on: from one question to the next, the scorer keeps nothing of its other weights."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from newsqa.answer import weights
from newsqa.answer.candidates import spans
from newsqa.answer.features import span_features
from newsqa.answer.page import Page
from newsqa.answer.reading import read
from newsqa.answer.score import look
from newsqa.answer.whole import weigher
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore
from newsqa.store.protocol import Stored

SHIPPED = Path(str(files("newsqa.answer") / "data" / "weights.tsv"))
QUESTION = "siapa meninjau bendungan?"
TEXT = "Bupati Rini Astuti meninjau bendungan pada Selasa. Budi Hartono menunggu di kantor camat Wates."


@pytest.fixture
def scored_by(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """The function by which the benchmarks change the weights; they are as shipped again afterwards."""
    monkeypatch.setattr(weights, "_text", weights._text)
    use = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "scorer.py"))["scored_by"]
    yield use
    use(SHIPPED)


def archive() -> Newsroom:
    newsroom = Newsroom(MemoryStore())
    newsroom.add_row({"text": TEXT})
    return newsroom


def judged(newsroom: Newsroom) -> list[dict[str, float]]:
    return [candidate.parts for candidate in newsroom.why(QUESTION).candidates]


def test_the_scorer_uses_the_weights_that_it_was_given_last(tmp_path: Path, scored_by: Callable[[Path], None]) -> None:
    newsroom, none = archive(), tmp_path / "none.tsv"
    rows = [line.split("\t") for line in SHIPPED.read_text(encoding="utf-8").splitlines()]
    none.write_text("\n".join("\t".join([*row[:2], *("0" for _ in row[2:])]) for row in rows), encoding="utf-8")
    shipped = judged(newsroom)
    scored_by(none)
    kept = {name: made.cache_info().currsize for name, made in vars(weights).items() if hasattr(made, "cache_info")}
    assert kept == dict.fromkeys(kept, 0) != {}
    assert judged(newsroom) == judged(archive()) != shipped
    for kind in {level for level, *_ in rows if " " not in level}:
        counted = weights._added("any", kind)
        assert not any(map(any, counted.words.values())), kind
        assert not any(counted.spans.values()), kind
        assert not any(map(any, (row for table in weights._plain("any", kind)._tables for row in table.values()))), kind
    scored_by(SHIPPED)
    assert judged(newsroom) == shipped


def test_a_whole_candidate_counts_what_its_features_do() -> None:
    article = Article(
        id="a", text='Wali Kota Medan (Sumatera Utara) menutup 12 jembatan, kata dia: "Mulai 3 Mei." Ia pergi.'
    )
    page, asked = Page(Stored(article=article, extraction=extract(article))), read("berapa jembatan ditutup", "id")
    known = weights.weights(asked.levels).spans
    for seen in look(asked, page, range(len(page.sentences))):
        weigh = weigher(known, seen)
        for first, last in spans(seen.aligned.words):
            told = sum(known.get(name, 0.0) * value for name, value in span_features(seen, first, last))
            assert weigh(first, last) == pytest.approx(told)
