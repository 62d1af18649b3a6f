"""What somebody said, asked for: by what leads up to it, by who heads a body."""

from pathlib import Path

import pytest

from newsqa.answer.page import Page
from newsqa.newsroom import Newsroom

PORT = (
    "The port of Orrin lost 40 jobs on Monday.\n\n"
    'Mayor Clara Whitlow accused the owners of greed. "They count cranes, not people," she said.\n\n'
    'Whitlow denied that the ferry would stop. "It sails on Friday," she said.\n\n'
    'The dockers met in a barn. Their secretary-general, Joel Pruitt, wept. "We are tired," he said.'
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    found = Newsroom.open(tmp_path / "archive.db")
    found.add_row({"id": "a", "text": PORT, "published": "2025-03-04"})
    return found


def parts(newsroom: Newsroom, question: str) -> dict[str, dict[str, float]]:
    return {one.answer.text: one.parts for one in newsroom.why(question).candidates}


def test_what_stands_before_words_leads_up_to_them_and_what_follows_does_not(newsroom: Newsroom) -> None:
    found = parts(newsroom, "clara whitlow on the ferry")
    assert found["It sails on Friday"]["led"] > found["They count cranes, not people"].get("led", 0.0)


def test_what_a_topic_says_where_somebody_else_speaks_stands_elsewhere(newsroom: Newsroom) -> None:
    found = parts(newsroom, "joel pruitt on the ferry stop")
    assert found["We are tired"]["told elsewhere"] > 0.5
    assert "told elsewhere" not in parts(newsroom, "clara whitlow on the ferry stop")["It sails on Friday"]


def test_what_is_told_only_behind_words_has_not_come_up_where_they_are_said(newsroom: Newsroom) -> None:
    found = parts(newsroom, "clara whitlow on the dockers in the barn")["It sails on Friday"]
    assert found["told later"] > 0.5
    assert found["later paragraph"] > 0.5


def test_what_is_told_up_to_words_and_again_behind_them_has_come_up(newsroom: Newsroom) -> None:
    for question, words in (
        ("joel pruitt on the ferry stop", "We are tired"),
        ("clara whitlow on greed", "They count cranes, not people"),
    ):
        assert {"told later", "later paragraph"}.isdisjoint(parts(newsroom, question)[words])


def test_a_paragraph_that_leaves_a_topic_out_is_of_another_matter_by_how_much_it_says(newsroom: Newsroom) -> None:
    found = parts(newsroom, "clara whitlow on the dockers in the barn")
    assert found["They count cranes, not people"]["other matter"] > found["It sails on Friday"]["other matter"] > 0
    assert "other matter" not in parts(newsroom, "clara whitlow on the ferry")["It sails on Friday"]


def test_each_word_of_a_topic_that_is_left_out_where_somebody_speaks_tells(newsroom: Newsroom) -> None:
    words = "It sails on Friday"
    one, three = (
        parts(newsroom, f"clara whitlow on {topic}")[words]["left out"]
        for topic in ("the barn", "the weeping dockers in the barn")
    )
    assert three > 2 * one > 0
    assert "left out" not in parts(newsroom, "clara whitlow on the ferry")[words]


def test_each_sentence_has_the_sentences_of_its_paragraph(newsroom: Newsroom) -> None:
    page = Page(newsroom.show("a"))
    texts = [page.text[page.sentences[run[0]].span.start : page.sentences[run[-1]].span.end] for run in page.paragraphs]
    assert list(dict.fromkeys(texts)) == PORT.split("\n\n")


@pytest.mark.parametrize("head", ["boss", "chief", "leader"])
def test_one_head_of_a_body_may_be_called_as_another(newsroom: Newsroom, head: str) -> None:
    found = parts(newsroom, f"what did the dockers' {head} say?")
    assert found["We are tired"]["speaker"] > 0.5
