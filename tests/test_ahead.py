"""A number announces the row that lists what it counts, in its sentence or behind it."""

import pytest

from newsqa.answer.ahead import ahead, announced
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

# A language, a text, the words of its first sentence that count, and the items that the text lists of them.
CASES: list[tuple[str, str, str, list[str]]] = [
    (
        "id",
        "Polisi menetapkan dua tersangka dalam perkara gula palsu. Keduanya ialah Rudi Hartanto dan Bayu Laksono.",
        "dua tersangka",
        ["Rudi Hartanto", "Bayu Laksono"],
    ),
    (
        "id",
        "Polisi menahan tiga orang. Sidang dibuka Senin. Mereka adalah Rudi Hartanto, Bayu Laksono, dan Imam Sudrajat.",
        "tiga orang",
        ["Rudi Hartanto", "Bayu Laksono", "Imam Sudrajat"],
    ),
    (
        "en",
        "Two climbers were found on Monday. Both, Ole Brandt and Nils Moe, were unhurt.",
        "Two climbers",
        ["Ole Brandt", "Nils Moe"],
    ),
    (
        "id",
        "Polisi meminta keterangan lima orang, yakni juru masak, tuan rumah, dan tiga pelayan.",
        "lima orang",
        ["juru masak", "tuan rumah", "tiga pelayan"],
    ),
    ("en", "Three climbers were found on Monday. Both, Ole Brandt and Nils Moe, were unhurt.", "", []),
    ("en", "Two climbers were found on Monday. The guides are Ole Brandt and Nils Moe.", "", []),
    ("id", "Dua kapal tenggelam Senin. Rudi Hartanto dan Bayu Laksono selamat.", "", []),
]


def _first(code: str, text: str) -> Line:
    article = Article(id="a", text=text, language=code)
    return Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, code), 0, ())


@pytest.mark.parametrize(("code", "text", "counted", "items"), CASES, ids=[case[1] for case in CASES])
def test_a_number_announces_a_row_of_as_many(code: str, text: str, counted: str, items: list[str]) -> None:
    found = ahead(_first(code, text))
    assert [one.counted.of(text) for one in found] == ([counted] if counted else [])
    assert [item.of(text) for one in found for item in one.row.items] == items


@pytest.mark.parametrize(
    ("text", "counted", "items"),
    [
        ("Dua orang terluka ringan, yakni kiper Bayu Laksono dan sopir Rudi Hartanto.", "Dua orang", 2),
        ("Tiga orang terluka ringan, yakni kiper Bayu Laksono dan sopir Rudi Hartanto.", "Tiga orang", 0),
    ],
)
def test_a_row_of_as_many_may_stand_further_behind_its_number(text: str, counted: str, items: int) -> None:
    line = _first("id", text)
    note = next(note for note in line.sentence.notes if note.span.of(text) == counted)
    row = announced(line, note.span)
    assert len(row.items if row else ()) == items
