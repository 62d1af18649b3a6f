"""Words that a question asks of somebody whom it names in full: no other person's stand for them."""

from pathlib import Path

import pytest

from newsqa.newsroom import Newsroom

BRIDGE = (
    "Harbour minister Dora Lund said the delay was “a small disgrace” and asked the bridge inspector, Otto Lund Berg, "
    "to look into the steel.\n\n"
    "The owner of the yard, Ivar Moss, has three weeks to answer. His lawyer, Petra Holm, said the steel was sound."
)
MATCH = (
    "Pelatih Persela asal Brasil, Marco Silvera, menyebut keputusan wasit Ujang Darmawan “lelucon yang mahal”.\n\n"
    "Ketua panitia Rini Astuti menjenguk penonton yang cedera. “Mereka sudah boleh pulang,” ucapnya."
)
FERRY = (
    "Harbour chief Dora Lund said two inspectors, Joel Pangan and Rico Abes, had been suspended for 90 days after they "
    "certified the ferry without boarding it.\n\nPangan has left the port."
)
PLANTER = (
    "Planter Wong Kee Huat denied felling the trees. His brother, Wong Kee Seng, sits on another board.\n\n"
    "“The elephants were here before us,” Wong Kee Huat said."
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "archive.db")


def speakers(newsroom: Newsroom, text: str, question: str) -> set[str | None]:
    """Return those whose quotations may answer."""
    newsroom.add_row({"id": "a", "text": text, "published": "2025-03-04"})
    return {one.answer.speaker for one in newsroom.why(question).candidates}


@pytest.mark.parametrize(
    ("text", "question", "speaker"),
    [
        (BRIDGE, "bridge inspector otto lund berg on the delay", "Dora Lund"),
        (MATCH, "apa kata wasit ujang darmawan soal keputusannya", "Marco Silvera"),
        (BRIDGE, "what did lund berg say about the delay", "Dora Lund"),
        (BRIDGE, "ivo lund on the delay", "Dora Lund"),
        (PLANTER, "wong kee seng on the elephants", "Wong Kee Huat"),
        (FERRY, "what did joel pangan say about boarding the ferry", "Dora Lund"),
    ],
)
def test_whom_a_question_names_in_full_nobody_else_speaks_for(
    newsroom: Newsroom, text: str, question: str, speaker: str
) -> None:
    assert speaker not in speakers(newsroom, text, question)


@pytest.mark.parametrize(
    ("text", "question", "speaker"),
    [
        (BRIDGE, "what did the lawyer of ivar moss say about the steel", "Petra Holm"),
        (BRIDGE, "dora lund on the delay", "Dora Lund"),
        (BRIDGE, "harbour chief lund on the delay", "Dora Lund"),
        (PLANTER, "wong on the elephants", "Wong Kee Huat"),
        (MATCH, "kata rini astuti soal penonton", "Rini Astuti"),
    ],
)
def test_whoever_is_meant_may_answer(newsroom: Newsroom, text: str, question: str, speaker: str) -> None:
    assert speaker in speakers(newsroom, text, question)
