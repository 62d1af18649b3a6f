"""Questions as they are typed and how they are read: each language's own expectations, from the data beside it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.answer.parse import parse
from newsqa.answer.view import FRAMES
from newsqa.languages import CODES

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(code, case, id=case["text"])
    for code in CODES
    for case in tomllib.loads((HERE / code / "questions.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_question_is_read(code: str, case: dict[str, Any]) -> None:
    case = dict(case)
    question = parse(case["text"], "quotation" if case.pop("maybe", False) else None)
    read = {key: getattr(question, key) for key in case if key != "verb"}
    read |= {"verb": next(iter(question.predicate), None)} if "verb" in case else {}
    read |= {
        key: [group[0] for group in read[key]]
        for key in ("speaker", "addressee", "topic", "focus", "sought")
        if key in case
    }
    read |= {"expects": list(question.expects)} if "expects" in case else {}
    assert question.language == code
    assert read == case


@pytest.mark.parametrize(
    ("question", "framed"),
    [
        ("torvik ferry fire dead, first day", ["first", "day"]),
        ("how many barns burned as first reported", ["first", "reported"]),
        ("how many seats did the greens win in the first round", []),
        ("how heavy is the torvik bell", ["heavy"]),
        ("korban tewas gempa lanting per 3 mei", ["per"]),
        ("berapa warga yang tewas hari pertama", ["hari", "pertama"]),
    ],
)
def test_words_for_a_measure_or_a_report_only_say_which_number_is_asked_for(question: str, framed: list[str]) -> None:
    assert [group[0] for group in parse(question).terms if FRAMES in group] == framed


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("marta lindqvist kern quarterfinal score", "quotation"),
        ("skor ida moss vs kern di torvik open", "count"),
        ("title of exhibition of the stolen halden maps", "organisation"),
        ("judul buku harian nelayan", "organisation"),
    ],
)
def test_a_noun_that_surely_says_what_is_wanted_leaves_nothing_else(text: str, other: str) -> None:
    assert parse(text).odds(other) == 0


@pytest.mark.parametrize("text", ["in which minute did moss score", "who did lund beat before he could score"])
def test_who_is_asked_to_score_is_asked_for_no_score(text: str) -> None:
    assert parse(text).kind != "score"
