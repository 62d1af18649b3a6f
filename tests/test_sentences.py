"""Sentences: each language's own boundaries, read from the data beside it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsqa.languages import CODES, load
from newsqa.model import Article, Span
from newsqa.text import clean, marks
from newsqa.text.document import annotate
from newsqa.text.sentences import sentences

HERE = Path(__file__).parent / "languages"
LINES = [
    pytest.param(code, line, id=f"{code}: {line[:40]}")
    for code in CODES
    for line in (HERE / code / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TEXT = st.text(alphabet=st.sampled_from("abK .,!?:\n\"“”'‘’«»-–()5\u200b’"), max_size=200)


@pytest.mark.parametrize(("code", "line"), LINES)
def test_sentences_end_where_the_language_says(code: str, line: str) -> None:
    text = line.replace("|", "")
    whole = Span(start=0, end=len(text))
    found = sentences(text, whole, load(code), marks.find(text, [whole]))
    assert [s.of(text) for s in found] == [part.strip() for part in line.split("|")]


@given(TEXT, st.sampled_from(CODES))
def test_sentences_hold_every_word_of_the_prose_once_and_in_order(text: str, code: str) -> None:
    document = annotate(Article(id="a", text=text, language=code))
    inside = [word for p in document.paragraphs for word in p.of(text).split()]
    assert [word for p in document.passages for word in p.span.of(text).split()] == inside
    assert all(a.span.end <= b.span.start for a, b in zip(document.passages, document.passages[1:], strict=False))


@given(TEXT)
def test_marks_lie_inside_each_other_or_apart(text: str) -> None:
    found = marks.find(text, clean.paragraphs(text, load("en")))
    for one in found:
        assert one.outer.start < one.inner.start <= one.inner.end <= one.outer.end
        assert all(one.outer.holds(m.outer) or m.outer.holds(one.outer) or not one.outer.meets(m.outer) for m in found)


@pytest.mark.parametrize(
    "line", ["Baca juga: Harga Beras Naik", "ADVERTISEMENT", "(nkd/ras)", "[Gambas:Video 20detik]", "***"]
)
def test_a_line_of_the_site_is_no_prose(line: str) -> None:
    assert clean.paragraphs(f"Pasar sepi.\n\n{line}\n\nHarga naik.", load("id"))[1].start > len(line)
