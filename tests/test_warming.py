"""Before a batch of questions the newest articles are opened: their words are read once, for all questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsqa.answer.page import Page, opened
from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.warming import rehearse

TEXT = """Kepala pelabuhan Helen Marsh membuka dermaga timur pada Kamis.

"Kapal boleh sandar mulai April," kata Marsh. Biayanya Rp 12 miliar."""


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path / "warm.db")


def test_the_words_of_the_newest_articles_and_who_speaks_are_known_beforehand(newsroom: Newsroom) -> None:
    newsroom.add(Article(id="pier", text=TEXT, title="Dermaga timur dibuka"))
    rehearse(newsroom)
    page: Page = opened(newsroom.show("pier"))
    assert set(page.groups) == set(range(len(page.sentences)))
    assert "Helen Marsh" in {key[1] for key in page.kept if key[0] == "heard"}


def test_an_empty_archive_is_rehearsed_as_well(newsroom: Newsroom) -> None:
    rehearse(newsroom)
    assert not newsroom.ask("who opened the harbour?").found
