"""Numbers, times and concepts: each language's own expectations, read from the data beside it."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.languages import CODES, load
from newsqa.model import Article
from newsqa.text import concepts, numbers, terms, times
from newsqa.text.cognates import skeleton
from newsqa.text.document import annotate
from newsqa.text.lemmas import lemma
from newsqa.text.relations import relatives
from newsqa.text.words import tokens

HERE = Path(__file__).parent / "languages"


def cases(name: str) -> list[Any]:
    tables = {code: tomllib.loads((HERE / code / f"{name}.toml").read_text(encoding="utf-8")) for code in CODES}
    return [
        pytest.param(code, case | {"day": t.get("day")}, id=case["text"])
        for code, t in tables.items()
        for case in t["case"]
    ]


@pytest.mark.parametrize(("code", "case"), cases("numbers"))
def test_numbers(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[n.full.of(text), n.value, n.kind, n.unit or ""] for n in numbers.find(text, 0, len(text), load(code))]
    assert found == case["found"]


@pytest.mark.parametrize(("code", "case"), cases("times"))
def test_times(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = times.find(text, 0, len(text), load(code), case["day"])
    assert [[t.span.of(text), str(t.since or ""), str(t.until or "")] for t in found] == case["found"]


@pytest.mark.parametrize(("code", "case"), cases("concepts"))
def test_concepts(code: str, case: dict[str, Any]) -> None:
    words = tokens(case["text"])
    found = {case["text"][words[c.first].start : words[c.last].end]: c.ids for c in concepts.find(words, code)}
    assert {form: next(i for i in found[form] if i == id_) for form, id_ in case["found"].items()} == case["found"]
    assert case["found"] or not found


def lemmas() -> list[tuple[str, str, str]]:
    tables = {code: tomllib.loads((HERE / code / "lemmas.toml").read_text(encoding="utf-8")) for code in CODES}
    return [(code, word, bare) for code, table in tables.items() for word, bare in table["lemma"].items()]


@pytest.mark.parametrize(("code", "word", "bare"), lemmas())
def test_lemmas(code: str, word: str, bare: str) -> None:
    assert lemma(word, code) == bare


def test_a_question_meets_a_sentence_of_the_other_language() -> None:
    asked = {
        t for g in terms.groups(tokens("who met the foreign minister in march"), "en", loose=True) for t in g.terms
    }
    said = set(terms.index_terms(tokens("Menteri luar negeri itu bertemu utusan pada Maret"), "id"))
    assert {"p.meet", "t.foreign_minister", "m.3"} <= asked & said


def test_a_sentence_is_found_by_a_phrase_and_by_what_its_words_mean() -> None:
    said = set(terms.index_terms(tokens("Menteri luar negeri itu bertemu utusan"), "id"))
    assert {"t.foreign_minister", "t.minister"} <= said


def test_a_sentence_is_found_by_the_phrase_for_whom_a_deed_is_done_to() -> None:
    said = set(terms.index_terms(tokens("Bonegu menarik pulang duta besarnya dari Tarsi"), "id"))
    assert {"p.recall_ambassador", "t.ambassador"} <= said


@pytest.mark.parametrize(("asked", "told"), [("lawan", "menghadapi"), ("sandera", "diculik")])
def test_who_is_to_another_is_met_by_what_they_do(asked: str, told: str) -> None:
    groups = terms.groups(tokens(asked), "id", loose=True)
    meant = {t for group in groups for t in (*group.terms, *relatives(group.terms))}
    assert not meant.isdisjoint(terms.index_terms(tokens(f"Mereka {told} Bonegu"), "id"))


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("deforestation", "deforestasi"),
        ("university", "universitas"),
        ("technology", "teknologi"),
        ("coalitions", "koalisi"),
        ("evaluated", "evaluasi"),
    ],
)
def test_cognates_meet_without_a_lexicon(english: str, indonesian: str) -> None:
    assert skeleton(english, "en") == skeleton(indonesian, "id")


def test_a_day_without_a_year_lies_nearest_the_publishing_day() -> None:
    (found,) = times.find("10 Januari", 0, 10, load("id"), dt.date(2024, 12, 20))
    assert found.since == dt.date(2025, 1, 10)


def test_an_article_without_a_date_is_dated_by_its_text() -> None:
    document = annotate(Article(id="a", text="Rapat itu digelar Selasa (26/3/2024). Senin (25/3) masih sepi."))
    assert document.day == dt.date(2024, 3, 26)
