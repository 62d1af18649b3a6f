"""How a sentence bears on a yes/no question beside its words: as a reply, a denial, a confirmation, a contrary."""

from __future__ import annotations

import pytest

from newsqa.answer import bearing
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

AGAINST = [
    ("did Brenner open the pier", "Brenner closed the pier.", "verb contrary", 1.0),
    ("did Brenner open the pier", "Brenner opened the pier.", "verb contrary", 0.0),
    ("did Brenner resign", 'Asked about it, Brenner said: "No. I would go for a swim."', "reply", 1.0),
    ("apakah Laras mundur", 'Ditanya soal itu, Laras menjawab: "Ya, besok."', "reply", -1.0),
    ("did Brenner resign", "Brenner denied this.", "denies it", 1.0),
    ("did Brenner resign", "Brenner denied that he had resigned.", "denies it", 0.0),
    ("apakah Laras mundur", "Laras membantahnya.", "denies it", 1.0),
    ("did Brenner sell his shares", "Brenner admitted that he sold them.", "confirmed", -1.0),
    ("apakah Laras menjual saham", "Laras mengakui saham itu dijual.", "confirmed", -1.0),
    ("did the court refuse bail", "The court refused bail.", "refusal", -1.0),
    ("apakah Laras menolak proyek", "Laras mendukung proyek itu.", "refusal", 1.0),
]
ABOUT = [
    ("did Brenner resign", "Will Brenner resign?", "question", 1.0),
    ("did anyone die in the fire", "No one died in the fire.", "none", 1.0),
    ("apakah ada korban jiwa", "Tidak ada korban jiwa.", "none", 1.0),
    ("will Brenner resign", "Brenner will resign in May.", "tense", 1.0),
    ("did Brenner resign", "Brenner will resign in May.", "tense", -1.0),
]
DENIED = [
    ("Harbour staff said the pier had sunk. Brenner denied it.", 1),
    ("Harbour staff said the pier had sunk. Mayor Ida Brenner denied the claim, saying it was only wet.", 1),
    ('Ivo Moss said that the pier had sunk. "I saw it from my window," Moss said. Brenner rejected the claim.', 2),
    ("Beredar kabar bahwa dermaga tenggelam. Kabar itu dibantah Laras.", 1),
    ("Kata Darmo, Laras yang menyuruh dermaga dibongkar. Laras membantah memberi perintah tersebut.", 1),
    ("Harbour staff said the pier had sunk. Brenner denied wrongdoing in the sale of the boats.", None),
    ("Harbour staff said the pier had sunk. It was closed. Brenner denied it.", None),
    ("Dermaga itu tenggelam. Laras membantah dirinya akan mundur pekan depan.", None),
]


def line(question: str, text: str) -> Line:
    article, asked = Article(id="one", text=text), parse(question)
    return Line(
        View(Page(Stored(article=article, extraction=extract(article))), asked_in=asked.language), 0, asked.terms
    )


@pytest.mark.parametrize(("question", "text", "sign", "told"), AGAINST)
def test_signs_that_speak_for_a_no_are_seen(question: str, text: str, sign: str, told: float) -> None:
    assert bearing.against(parse(question), line(question, text))[sign] == told


@pytest.mark.parametrize(("question", "text", "sign", "told"), ABOUT)
def test_what_a_sentence_is_to_a_question_is_seen(question: str, text: str, sign: str, told: float) -> None:
    assert bearing.about(parse(question), line(question, text))[sign] == told


@pytest.mark.parametrize(("text", "behind"), DENIED)
def test_what_the_next_sentence_denies_is_denied(text: str, behind: int | None) -> None:
    assert bearing.denied_behind(line("did the pier sink", text)) == behind
