"""Whatever a text is made of, reading it raises nothing, and every place that is told lies in it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from newsqa.answer.parse import parse
from newsqa.errors import UnreadableQuestionError
from newsqa.extract import extract
from newsqa.given import readable
from newsqa.languages import CODES, load
from newsqa.model import Article, Span, Value
from newsqa.newsroom import sketch
from newsqa.read import dates
from newsqa.text import clean, disguises, marks, numbers, times
from newsqa.text.document import annotate
from newsqa.text.moments import embargo_in, hour, moment
from newsqa.text.words import normalise, tokens, written

WORDS = [
    *(
        '"',
        "“",
        "”",
        "'",
        "’",
        "``",
        "''",
        ".",
        ",",
        "!",
        "?",
        ":",
        "-",
        "–",
        "(",
        ")",
        "/",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
    ),
    *(
        "\0",
        "\x1b",
        "\ud800",
        "\udfff",
        "\u200b",
        "\u202e",
        "\u202c",
        "\u2066",
        "\ufeff",
        "\u00ad",
        "\u0301",
        "\u20dd",
        "\u2028",
    ),
    *(
        "é",
        "ß",
        "İ",
        "ﬁ",
        "ﬆ",
        "𝐑",
        "Ⓡ",
        "А",
        "ѕ",
        "عباس",
        "日本",
        "😀",
        "👩\u200d🚀",
        "a\u0308",
        "²",
        "½",
        "Ⅷ",
        "٣",
        "１２",
    ),
    *(
        "Rini",
        "Astuti",
        "kata",
        "said",
        "Bupati",
        "President",
        "Rp 5",
        "$5.2 million",
        "26/3",
        "31/31/2024",
        "99:99",
        "24:00",
    ),
    *(
        "Selasa",
        "30 Februari 2024",
        "Feb. 29, 1900",
        "9999",
        "besok",
        "last week",
        "tidak",
        "not",
        "who",
        "siapa",
        "embargo",
        "WIB",
    ),
]
TEXT = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=25).map(" ".join) | st.text(max_size=60)
NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
any_text = settings(derandomize=True, deadline=None, max_examples=50, database=None)


def spans(value: object) -> Iterator[Span]:
    """Yield every span in what was found."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        yield from itertools.chain.from_iterable(map(spans, value))
    elif isinstance(value, Value):
        yield from itertools.chain.from_iterable(spans(getattr(value, name)) for name in type(value).model_fields)


@any_text
@given(TEXT)
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    found = tokens(text)
    assert [text[t.start : t.end] for t in found] == [t.text for t in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found) if a.start != b.start)
    assert len(written(text)) == len(found)
    assert all(normalise(t.text) == normalise(t.normal) for t in found)


@any_text
@given(TEXT)
def test_a_letter_as_it_is_seen_has_its_place_in_the_text(text: str) -> None:
    seen = disguises.plain(text)
    places = seen.places if seen.places is not None else range(len(text))
    assert len(places) == len(seen.text)
    assert all(0 <= a <= b < len(text) for a, b in itertools.pairwise(places))
    assert disguises.plain(seen.text).text == seen.text


@any_text
@given(TEXT, st.sampled_from(CODES))
def test_sentences_are_in_order_and_hold_all_of_their_paragraphs(text: str, code: str) -> None:
    document = annotate(Article(id="a", text=text, language=code))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(document.passages))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in document.passages)
    inside = [word for p in document.paragraphs for word in p.of(text).split()]
    assert [word for p in document.passages for word in p.span.of(text).split()] == inside


@any_text
@given(TEXT, st.sampled_from([*CODES, None]))
def test_everything_found_in_an_article_stands_in_it(text: str, code: str | None) -> None:
    found = extract(Article(id="a", text=text, language=code, published=NOW))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(found))
    for quote in found.quotes:
        assert quote.words.of(text)


@any_text
@given(TEXT)
def test_any_text_can_be_asked_about(text: str) -> None:
    try:
        assert parse(readable(text)).wanted
    except UnreadableQuestionError:
        assert not any(c.isalnum() for c in disguises.plain(text).text)


@any_text
@given(TEXT)
def test_nothing_that_reads_a_text_raises(text: str) -> None:
    for code in CODES:
        language = load(code)
        numbers.find(text, 0, len(text), language)
        times.find(text, 0, len(text), language, NOW.date())
        marks.find(text, clean.paragraphs(text, language))
    assert len(sketch(text)) >= 1
    for read in (hour, dates.instant):
        read(text)
    moment(text, NOW, dt.UTC)
    embargo_in(text, NOW, dt.UTC)
