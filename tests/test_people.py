"""Those whom nobody names: nouns for people and bodies, whole, and none that is a name's role."""

from pathlib import Path

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.people import people
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.protocol import Stored

TOLD = [
    ("en", "A lorry driver told Ida Moss about it.", ["A lorry driver"]),
    ("en", "The guild begged for three more months.", ["The guild"]),
    ("en", "Two former crewmates called him a coward.", ["Two former crewmates"]),
    ("en", "She rebuffed a collector, and the traffic commissioner cut the licence.",
     ["a collector", "the traffic commissioner"]),
    ("en", "Captain Nils Berg met marine accident investigators.", ["marine accident investigators"]),
    ("en", "A council of churches begged for the deckhands' families.",
     ["A council of churches", "the deckhands' families"]),
    ("id", "SOLO (Kabar) - Polisi memeriksa kapal itu.", ["Polisi"]),
    ("id", "Nelayan 14 jam kemudian menemukan kapal itu.", ["Nelayan"]),
    ("id", "Perempuan itu ditolong nelayan asal Desa Batu.", ["nelayan asal Desa Batu"]),
    ("id", "Perajin tas dari Solo memborong eceng gondok.", ["Perajin tas"]),
    ("id", "Sedikitnya sembilan orang bersenjata menyerang.", ["Sedikitnya sembilan orang bersenjata"]),
    ("id", "Seorang bekas pegawai pelabuhan membocorkan jadwal.", ["Seorang bekas pegawai pelabuhan"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "told"), TOLD, ids=[one[1] for one in TOLD])
def test_who_acts_without_a_name(code: str, text: str, told: list[str]) -> None:
    article = Article(id="a", text=text, language=code)
    view = View(Page(Stored(article=article, extraction=extract(article))))
    found = [span.of(text) for span in people(Line(view, 0, ()))]
    assert [one for one in found if one in told] == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ida Moss found the captain, Nils Berg."),
        ("en", "The paper cost 40 pounds in October."),
        ("en", "Ida Moss piloted the boat."),
        ("id", "Menteri Budi Hartono menghadiri pertemuan."),
    ],
)
def test_a_role_beside_a_name_is_nobody_else(code: str, text: str) -> None:
    article = Article(id="a", text=text, language=code)
    view = View(Page(Stored(article=article, extraction=extract(article))))
    assert not list(people(Line(view, 0, ())))


ANSWERED = [
    ("en", "The ferry was late. A grass cutter found the missing hiker, Ida Moss, on Sunday.",
     "who found the missing hiker", "A grass cutter"),
    ("en", "A council of churches threatened to close its schools. The mayor shrugged.",
     "who threatened to close its schools", "A council"),
    ("id", "Kapal itu terlambat. Nelayan menolong Rini Astuti pada Selasa subuh.",
     "siapa yang menolong rini astuti", "Nelayan"),
    ("id", "Polisi memeriksa dua pegawai pelabuhan soal jadwal kapal itu.",
     "siapa yg diperiksa polisi soal jadwal kapal", "dua pegawai pelabuhan"),
    ("en", "Ida Moss sued Nils Berg over the mill in May.", "who did ida moss sue over the mill", "Nils Berg"),
    ("en", "Ida Moss sued Nils Berg over the mill in May.", "who sued nils berg over the mill", "Ida Moss"),
    ("en", '"He is a coward," former crewmate Tom Reed said of Nils Berg. "Nobody warned me," said Nils Berg.',
     "who called nils berg a coward", "Tom Reed"),
    ("en", 'The engineers warned Ida Moss twice about the fans. "I was told too late of the fans," Ida Moss said.',
     "who warned ida moss twice about the fans", "The engineers"),
    ("id", "Rini Astuti menggugat Budi Hartono soal pabrik itu.", "budi hartono digugat siapa", "Rini Astuti"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "asked", "answer"), ANSWERED, ids=[one[2] for one in ANSWERED])
def test_a_party_answers_with_or_without_a_name(code: str, text: str, asked: str, answer: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    reply = newsroom.ask(asked)
    assert reply.answers, reply
    assert answer in reply.answers[0].text
