"""What somebody promised, asked or called something is what is reported with that very verb."""

from pathlib import Path

import pytest

from newsqa.newsroom import Newsroom

CLAIM = (
    "The trial of Dora Lund opened in Lorne on Monday. Prosecutors in Lorne allege that Lund moved 40 million crowns "
    "of the savers’ money to two firms, among them a bakery. “I paid it back,” Lund said."
)
CRATES = (
    "Fire broke out at the port of Lorne. Minister Ada Moss, who came from Orrin, ordered that every crate of oil in "
    "the port be opened within two days. “I want to see it,” Moss said."
)
ROW = "The dockers of Lorne stopped work on Monday. The dockers want a 12 percent raise and a cap on night shifts."
CASES = [
    pytest.param(
        CLAIM,
        "what do the lorne prosecutors allege dora lund did",
        "Lund moved 40 million crowns of the savers’ money to two firms",
        id="a claim",
    ),
    pytest.param(
        CRATES,
        "what did minister moss order about oil in the port",
        "every crate of oil in the port be opened within two days",
        id="an order",
    ),
    pytest.param(ROW, "what do the lorne dockers want", "12 percent raise", id="a thing is no clause"),
]


@pytest.mark.parametrize(("text", "question", "told"), CASES)
def test_what_is_reported_with_the_verb_of_a_question_answers_it(
    tmp_path: Path, text: str, question: str, told: str
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add_row({"id": "a", "text": text, "published": "2025-03-04"})
    assert told in next(iter(newsroom.ask(question).answers)).text
