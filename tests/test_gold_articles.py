"""Articles with the quotations and answers a careful reader finds in them: the data must keep its own promises."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

TESTS = Path(__file__).parent
FOLDERS = (TESTS / "articles", TESTS.parent / "benchmarks" / "articles")
PATHS = sorted(path for folder in FOLDERS for path in folder.glob("*/*.json"))

Code = Literal["id", "en"]
Status = Literal["happened", "planned", "denied", "alleged", "said"]
Type = Literal["who", "what", "when", "where", "count", "why", "quote", "yesno", "list", "unanswerable"]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldQuote(Row):
    text: str = Field(min_length=1)
    speaker: str = Field(min_length=1)
    kind: Literal["direct", "partial", "indirect"]
    sentence: str = Field(min_length=1)


class Elsewhere(Row):
    id: str
    evidence: list[str] = Field(min_length=1)


class GoldQuestion(Row):
    id: str
    lang: Code
    q: str = Field(min_length=1)
    type: Type
    answers: list[list[str]]
    status: Status | None
    evidence: list[str]
    also: list[Elsewhere] = []


class GoldArticle(Row):
    id: str
    lang: Code
    title: str
    outlet: str
    author: str
    published: date
    url: str = Field(pattern=r"^https://example\.org/")
    text: str
    quotes: list[GoldQuote]
    questions: list[GoldQuestion]
    not_speech: list[str] = []


HALVES = {path.stem: path.parent.name for path in PATHS if path.parent.name in {"fit", "held"}}
ARTICLES = {path.stem: GoldArticle.model_validate_json(path.read_text(encoding="utf-8")) for path in PATHS}


def each() -> Iterator[Any]:
    yield from (pytest.param(article, id=name) for name, article in ARTICLES.items())


def asked() -> Iterator[Any]:
    yield from (pytest.param(a, q, id=q.id) for a in ARTICLES.values() for q in a.questions)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_article_is_filed_under_its_id_and_language(path: Path) -> None:
    article = ARTICLES[path.stem]
    assert (article.id, article.lang) == (path.stem, path.stem.partition("-")[0])
    assert path.parent.name in {article.lang, "fit", "held"}


def test_an_article_is_filed_once() -> None:
    assert len(ARTICLES) == len(PATHS)


@pytest.mark.parametrize("article", each())
def test_an_article_held_back_answers_no_question_of_one_that_is_fitted(article: GoldArticle) -> None:
    kin = {place.id for question in article.questions for place in question.also}
    assert {HALVES.get(other) for other in kin} <= {HALVES.get(article.id)}


@pytest.mark.parametrize("article", each())
def test_a_quotation_stands_in_its_sentence_and_the_sentence_in_the_text(article: GoldArticle) -> None:
    astray = [q.text for q in article.quotes if q.text not in q.sentence or q.sentence not in article.text]
    assert astray == []


@pytest.mark.parametrize("article", each())
def test_a_speaker_is_named_in_the_text(article: GoldArticle) -> None:
    assert [q.speaker for q in article.quotes if q.speaker not in article.text] == []


@pytest.mark.parametrize("article", each())
def test_what_nobody_said_is_in_the_text_and_no_quotation(article: GoldArticle) -> None:
    assert [words for words in article.not_speech if words not in article.text] == []
    assert {q.text for q in article.quotes} & set(article.not_speech) == set()


@pytest.mark.parametrize(("article", "question"), asked())
def test_an_answer_has_evidence_and_silence_has_none(article: GoldArticle, question: GoldQuestion) -> None:
    silent = question.type == "unanswerable"
    assert (not question.answers, not question.evidence, question.status is None) == (silent, silent, silent)
    assert [words for words in question.evidence if words not in article.text] == []
    astray = [x.id for x in question.also if any(words not in ARTICLES[x.id].text for words in x.evidence)]
    assert astray == []


@pytest.mark.parametrize(("article", "question"), asked())
def test_an_answer_is_in_the_articles_own_words(article: GoldArticle, question: GoldQuestion) -> None:
    first = [aliases[0] for aliases in question.answers]
    if question.type == "yesno":
        assert first in (["yes"], ["no"])
    else:
        assert [words for words in first if words not in article.text] == []


def test_a_question_has_an_id_of_its_own() -> None:
    ids = Counter(question.id for article in ARTICLES.values() for question in article.questions)
    assert [name for name, times in ids.items() if times > 1] == []
