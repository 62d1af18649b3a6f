"""The whole line: an article in, its own words out."""

from pathlib import Path

from newsqa.model import Article
from newsqa.newsroom import Newsroom


def test_an_answer_is_a_span_of_an_article(tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    text = 'Rini Astuti visited the flooded market.\n"We will rebuild it," she said.'
    newsroom.add(Article(id="a", text=text))
    answer = newsroom.ask("who visited the flooded market?").answers[0]
    assert answer.evidence.words in text
