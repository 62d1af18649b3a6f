"""Pages in the shapes of news sites, in the project's own prose, beside the articles that they are."""

import tomllib
from pathlib import Path

import pytest
from here import readers_here  # noqa: F401  used by every test

from newsqa import read
from newsqa.languages import load
from newsqa.text import clean, languages

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.fixture(params=PAGES, ids=lambda path: path.stem, scope="module")
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, str], dict[str, object]]:
    """Return the row that a page gives, and what is expected of it."""
    (row,) = read.read(request.param.read_bytes(), request.param.name)
    return row, tomllib.loads(request.param.with_suffix(".toml").read_text(encoding="utf-8"))


def test_a_page_tells_what_it_is(pair: tuple[dict[str, str], dict[str, object]]) -> None:
    row, expected = pair
    fields = {name: value for name, value in expected.items() if name != "paragraphs"}
    assert {name: row.get(name) for name in ("author", *fields)} == {"author": None, **fields}


def test_a_page_holds_its_article_and_nothing_of_its_site(pair: tuple[dict[str, str], dict[str, object]]) -> None:
    row, expected = pair
    lines = clean.paragraphs(row["text"], load(languages.recognise(row["text"])))
    assert [line.of(row["text"]) for line in lines] == expected["paragraphs"]
