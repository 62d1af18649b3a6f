"""Questions that leave out what was clear: each language's own expectations, from the data beside it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsqa.answer.followups import Earlier, Followup, followup
from newsqa.languages import CODES

HERE = Path(__file__).parent / "languages"
CASES = [
    pytest.param(case, id=f"{case['text']} / {case['after']}")
    for code in CODES
    for case in tomllib.loads((HERE / code / "followups.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_what_a_question_leaves_out_is_filled_in(case: dict[str, Any]) -> None:
    earlier = Earlier(
        question=case["after"], answers=tuple(case.get("answers", ())), speakers=tuple(case.get("speakers", ()))
    )
    wanted = {key: case[key] for key in ("question", "others", "there", "detail") if key in case}
    meant = followup(case["text"], earlier)
    assert (meant and meant.model_copy(update={"named": None})) == (Followup(**wanted) if wanted else None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what about Egypt?", "Egypt"),
        ("dan Budi?", "Budi"),
        ("and in November?", None),
        ("soal iuran?", "soal iuran"),
        ("di Kairo?", None),
    ],
)
def test_a_name_or_topic_that_takes_the_place_of_another_is_told(text: str, named: str | None) -> None:
    meant = followup(text, Earlier(question="what did Shoukry say about the dam?"))
    assert meant is not None
    assert meant.named == named
