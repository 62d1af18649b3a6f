"""What an article says that one whom it names is: beside the name, before or behind it, joined to it, or by a deed."""

import pytest

from newsqa.answer import descriptions
from newsqa.answer.page import Page
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

CASES = [
    ("id", "Kepala sekolahnya, Bu Teti Rohana, memundurkan jam masuk.", "Teti Rohana",
     ["before Kepala sekolahnya", "beside Bu"]),
    ("id", "Ahli ekologi dari kampus itu, Dr. Rini Astuti, punya data.", "Rini Astuti",
     ["before Ahli ekologi dari kampus itu", "beside Dr"]),
    ("id", "Ia belajar dari seorang penjual arang bernama Karta Wijaya.", "Karta Wijaya",
     ["joined penjual arang"]),
    ("id", "Tim itu dipimpin mantan jaksa, Budi Hartono.", "Budi Hartono", ["before mantan jaksa", "deed dipimpin"]),
    ("id", "Pemenangnya adalah Sri Lestari, 53 tahun, guru kimia.", "Sri Lestari",
     ["joined Pemenangnya", "behind guru kimia"]),
    ("id", "Di Solo, Budi Hartono menemui warga.", "Budi Hartono", []),
    ("id", "Ketua RT dan istrinya, Siti Aminah, hadir.", "Siti Aminah", ["before Ketua RT dan istrinya"]),
    ("id", "Tono Wibowo dan istrinya, Siti Aminah, hadir.", "Siti Aminah", ["before istrinya"]),
    ("en", "The complaint came from Ida Moss, a 61-year-old retired teacher from York.", "Ida Moss",
     ["behind a 61-year-old retired teacher from York"]),
    ("en", "Lead surgeon Dr. Helen Marsh urged parents to hurry.", "Helen Marsh", ["beside Lead surgeon Dr"]),
    ("en", "The panel, chaired by lawyer Nils Berg, met on Monday.", "Nils Berg", ["beside lawyer", "deed chaired"]),
    ("en", "The mayor named Ida Moss as harbour master.", "Ida Moss", ["joined harbour master"]),
    ("en", "The mother of the porter, Helen Marsh, asked for one thing.", "Helen Marsh",
     ["before mother of the porter"]),
    ("en", "A letter from Helen Marsh, said Tom Reed, was lost.", "Helen Marsh", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_somebody_is_said_to_be(code: str, text: str, name: str, told: list[str]) -> None:
    article = Article(id="a", text=text, language=code)
    page = Page(Stored(article=article, extraction=extract(article)))
    entity = next(one for one in page.found.entities if one.name == name)
    assert [f"{one.way} {one.span.of(text)}" for one in descriptions.of(page, entity)] == told


HEADS = [
    ("id", "Seorang anggota DPRD Wonosari, Budi Hartono, dilaporkan.", "Budi Hartono", "anggota"),
    ("id", "Polisi menskors sementara lifter kelas 73 kg Tono Wibowo.", "Tono Wibowo", "lifter"),
    ("en", "Its human resources manager, Helen Marsh, pleaded guilty.", "Helen Marsh", "manager"),
    ("en", "Tom Berg, head of the rescue corps in York, said no.", "Tom Berg", "head"),
]


@pytest.mark.parametrize(("code", "text", "name", "head"), HEADS, ids=[case[1] for case in HEADS])
def test_the_noun_of_a_description_is_what_people_are(code: str, text: str, name: str, head: str) -> None:
    article = Article(id="a", text=text, language=code)
    page = Page(Stored(article=article, extraction=extract(article)))
    entity = next(one for one in page.found.entities if one.name == name)
    told = descriptions.of(page, entity)
    assert told[0].is_role
    assert head in told[0].head
