"""Speakers whom a question describes: who is met by what the article tells around them, and who by name alone."""

from pathlib import Path

import pytest

from newsqa.newsroom import Newsroom

NURSES = (
    "Nurses walked out in Orrin on Monday. Their pay has not risen since 2019.\n\n"
    "Dita Moss, 34, works nights at the dialysis ward. Her son is ill.\n\n"
    '"We count the hours and then the coins," she said.\n\n'
    'Mayor Clara Whitlow disagreed. "The till is empty," she said.'
)
VICAR = 'One who abstained was the vicar, the Rev. Ida Moss. "I cannot vote against bread," she explained.'


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "archive.db")


def candidates(newsroom: Newsroom, text: str, question: str) -> dict[str, float]:
    """Return the quotations that may answer, each with how surely its speaker is met by a description."""
    newsroom.add_row({"id": "a", "text": text, "published": "2025-03-04"})
    return {one.answer.text: one.parts.get("met", 0.0) for one in newsroom.why(question).candidates}


def test_who_is_described_in_other_sentences_may_be_meant(newsroom: Newsroom) -> None:
    found = candidates(newsroom, NURSES, "what did the dialysis nurse say about hours?")
    assert found["We count the hours and then the coins"] > found.get("The till is empty", 0.0)


def test_whom_a_question_only_names_is_met_by_name_alone(newsroom: Newsroom) -> None:
    found = candidates(newsroom, NURSES, "what did Clara Whitlow say about hours?")
    assert "We count the hours and then the coins" not in found


def test_a_title_behind_a_comma_hides_no_office(newsroom: Newsroom) -> None:
    found = candidates(newsroom, VICAR, "what did the vicar say?")
    assert found["I cannot vote against bread"] > 0
