"""Articles with the quotations and answers a careful reader finds in them: the data must keep its own promises."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

TESTS = Path(__file__).parent
FOLDERS = (TESTS / "articles", TESTS.parent / "benchmarks" / "articles")
FILED = ("fit", "held", "fresh", "desk")
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


HALVES = {path.stem: path.parent.name for path in PATHS if path.parent.name in FILED}
ARTICLES = {path.stem: GoldArticle.model_validate_json(path.read_text(encoding="utf-8")) for path in PATHS}


# One test looks at every article: thousands of tests that take no time would take a minute to be counted.


def every() -> Iterator[GoldArticle]:
    yield from ARTICLES.values()


def asked() -> Iterator[tuple[GoldArticle, GoldQuestion]]:
    yield from ((article, question) for article in every() for question in article.questions)


def test_an_article_is_filed_under_its_id_and_language() -> None:
    filed = {path: ARTICLES[path.stem] for path in PATHS}
    named = {path: (path.stem, path.stem.partition("-")[0]) for path in PATHS}
    assert [path for path, article in filed.items() if (article.id, article.lang) != named[path]] == []
    assert [p for p, article in filed.items() if p.parent.name not in {article.lang, *FILED}] == []


def test_an_article_is_filed_once() -> None:
    assert len(ARTICLES) == len(PATHS)


def test_an_article_held_back_answers_no_question_of_one_that_is_fitted() -> None:
    kin = [(article.id, place.id) for article, question in asked() for place in question.also]
    assert [(one, other) for one, other in kin if HALVES.get(other) != HALVES.get(one)] == []


def test_a_quotation_stands_in_its_sentence_and_the_sentence_in_the_text() -> None:
    quotes = [(a, q) for a in every() for q in a.quotes]
    assert [(a.id, q.text) for a, q in quotes if q.text not in q.sentence or q.sentence not in a.text] == []


def test_a_speaker_is_named_in_the_text() -> None:
    assert [(a.id, q.speaker) for a in every() for q in a.quotes if q.speaker not in a.text] == []


def test_what_nobody_said_is_in_the_text_and_no_quotation() -> None:
    assert [(a.id, words) for a in every() for words in a.not_speech if words not in a.text] == []
    assert [(a.id, q.text) for a in every() for q in a.quotes if q.text in a.not_speech] == []


def test_an_answer_has_evidence_and_silence_has_none() -> None:
    for article, question in asked():
        silent = question.type == "unanswerable"
        told = (not question.answers, not question.evidence, question.status is None)
        assert told == (silent, silent, silent), question.id
        assert [words for words in question.evidence if words not in article.text] == [], question.id
        astray = [x.id for x in question.also if any(words not in ARTICLES[x.id].text for words in x.evidence)]
        assert astray == [], question.id


def test_an_answer_is_in_the_articles_own_words() -> None:
    for article, question in asked():
        first = [aliases[0] for aliases in question.answers]
        if question.type == "yesno":
            assert first in (["yes"], ["no"]), question.id
        else:
            assert [words for words in first if words not in article.text] == [], question.id


def test_a_question_has_an_id_of_its_own() -> None:
    ids = Counter(question.id for _, question in asked())
    assert [name for name, times in ids.items() if times > 1] == []
