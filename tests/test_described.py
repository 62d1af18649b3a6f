"""Whom a question asks for by a noun: the one whom the article describes by it, before the name or aside."""

from pathlib import Path
from typing import Literal

import pytest

from newsqa.answer import described
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.protocol import Stored

CASES = [
    ("en", "A beekeeper, Salim Baraka, gave Yaslam Duwais dates.", "beekeeper who fed the driver", "Salim Baraka"),
    ("en", "Justice Hassan Guyo jailed Adhiambo Nyagudi.", "guru yang dipenjara", None),
    ("en", "Union leader Marcy Duquesnel met Mayor Anton Pelkonen.", "ketua serikat yang menolak", "Marcy Duquesnel"),
    ("id", "Analis valas Rini Astuti bertemu Budi Hartono.", "currency analyst forecasting the rate", "Rini Astuti"),
    ("id", "Istrinya, Siti Muslikah, mengantar Tohir Maskuri.", "istri tahanan siapa", "Siti Muslikah"),
    ("en", "Whitlow's barrister, Helen Marsh, met Ida Moss.", "pengacara whitlow siapa", "Helen Marsh"),
    ("id", "Rektornya, Prof. Rini Astuti, bertemu Budi Hartono.", "rector of the campus", "Rini Astuti"),
    ("en", "The schoolteacher, Ida Moss, met Nils Berg.", "guru yang tewas siapa", "Ida Moss"),
    ("id", "Tim itu diketuai Rini Astuti, kata Budi Hartono.", "ketua tim siapa", "Rini Astuti"),
    ("id", "Direktur operasinya, Kapten Budi Hartono, menemui Rini Astuti.", "operations director", "Budi Hartono"),
    ("id", "Pengacara direktur, Rini Astuti, menemui Budi Hartono.", "pengacara pabrik siapa", "Rini Astuti"),
    ("en", "Mill owner Ida Moss met Nils Berg.", "who owns the mill", "Ida Moss"),
    ("id", "Koordinatornya, Rini Astuti, menemui Budi Hartono.", "koordinator relawan siapa", "Rini Astuti"),
    ("en", "The night porter, named as Nils Berg, was with Ida Moss.", "porter who stayed", "Nils Berg"),
    ("id", "Penjaga itu, diidentifikasi sebagai Budi Hartono, menemui Rini Astuti.", "penjaga malam", "Budi Hartono"),
    ("id", "Melalui kuasa hukumnya Rini Astuti, ia menemui Budi Hartono.", "lawyer of the mill", "Rini Astuti"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "asked", "name"), CASES, ids=[case[2] for case in CASES])
def test_a_noun_describes_whom_it_stands_by(code: str, text: str, asked: str, name: str | None) -> None:
    article, question = Article(id="a", text=text, language=code), parse(asked, "person")
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, question.language)
    people = candidates(Line(view, 0, question.terms), frozenset(("person",)))
    told = {one.span.of(text): described.features(question, view, one)["described"] for one in people}
    best = max(told, key=lambda one: told[one])
    assert (best if told[best] >= 0.5 else None) == name


ASKED = [
    ("Direktur PT Lintang, Budi Hartono, ditahan. Pengacara PT Lintang, Rini Astuti, hadir.",
     "pengacara pt lintang siapa"),
    ("Camat Budi Hartono menolak pasar malam itu. Pengacara Rini Astuti mengatakan pasar malam itu dibuka Senin.",
     "siapa pengacara yang mengatakan pasar malam dibuka"),
    ("Bupati Wonosari, Rini Astuti, menetapkan status darurat banjir. Status darurat banjir tepat, kata Budi Hartono.",
     "siapa bupati yang menyatakan status darurat banjir"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_who_holds_a_role_or_says_something_is_what_is_asked_for(text: str, asked: str, tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text, language="id"))
    assert newsroom.ask(asked).answers[0].text == "Rini Astuti"


HELD = [
    ("Menteri Perdagangan (Mendag) Agus Wirya dilantik. Sri Utami hadir.", "siapa mendag baru", "Agus Wirya"),
    ("Trade Minister Ida Moss opened the fair. Mayor Nils Berg left.", "who is the new trade minister", "Ida Moss"),
    ("Wakil Menteri Keuangan Edi Limbong dilantik.", "siapa menteri keuangan", None),
    ("Wakil Menteri Keuangan Edi Limbong dilantik.", "siapa wakil menteri keuangan", "Edi Limbong"),
    ("Former mayor Nils Berg opened the fair.", "who is the mayor", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "name"), HELD, ids=[case[1] for case in HELD])
def test_who_holds_a_role_now_is_neither_a_deputy_nor_who_held_it(
    text: str, asked: str, name: str | None, tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text=text))
    answers = [one.text for one in newsroom.ask(asked).answers]
    assert answers[:1] == [name] if name else not answers, answers


CONVERSE = [
    (
        "In the final Galih Ramadhan and Yosua Tampu lost 19-21 to Helen Marsh.",
        "who won the final against Galih Ramadhan and Yosua Tampu",
        "Helen Marsh",
    ),
    ("Halden sold the plant in Torvik to the firm Nordgas.", "who bought the plant in Torvik", "Nordgas"),
    ("Halden bought the plant in Torvik from Nordgas.", "who bought the plant in Torvik", "Halden"),
]  # fmt: skip
DEED = [
    ("Chairman Per Lund will be replaced by former envoy Ines Moss.", "who replaces Lund as chairman", "Ines Moss"),
    ("Deputy mayor Ida Moss accused the mayor of hiding it.", "who accused the mayor of hiding it", "Ida Moss"),
    ("Deputy mayor Tom Reed runs the town.", "who runs the town while the mayor is away", "Tom Reed"),
]  # fmt: skip
BEHIND = [
    ("Pengacara warga, Rosa Dewanti, memanggil mantan camat Sukma Wijaya.", "pengacara warga siapa", "Rosa Dewanti"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "name"), CONVERSE, ids=[case[1] for case in CONVERSE])
def test_a_deed_told_from_its_other_side_answers_with_who_stands_there(
    text: str, asked: str, name: str, tmp_path: Path
) -> None:
    assert first(tmp_path, text, asked, "en") == name


@pytest.mark.parametrize(("text", "asked", "name"), DEED, ids=[case[1] for case in DEED])
def test_who_does_something_may_be_a_deputy_or_hold_an_office_no_more(
    text: str, asked: str, name: str, tmp_path: Path
) -> None:
    assert first(tmp_path, text, asked, "en") == name


@pytest.mark.parametrize(("text", "asked", "name"), BEHIND, ids=[case[1] for case in BEHIND])
def test_a_role_that_another_held_is_not_taken_for_the_one_before_it(
    text: str, asked: str, name: str, tmp_path: Path
) -> None:
    assert first(tmp_path, text, asked, "id") == name


def first(folder: Path, text: str, asked: str, code: Literal["id", "en"]) -> str:
    """Return the first answer of an archive that holds one article."""
    newsroom = Newsroom.open(folder / "archive.db")
    newsroom.add(Article(id="a", text=text, language=code))
    return newsroom.ask(asked, "a").answers[0].text


BY_NOUN = [("which driver was held", True), ("siapa yang ditahan polisi", False), ("driver of the truck", True)]


@pytest.mark.parametrize(("asked", "by_noun"), BY_NOUN)
def test_whom_a_question_asks_for_by_a_noun_is_told(asked: str, by_noun: bool) -> None:
    question = parse(asked)
    article = Article(id="a", text="Sopir truk itu, Jono Prakoso, ditahan.", language="id")
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, question.language)
    one = next(candidates(Line(view, 0, question.terms), frozenset({"person"})))
    assert described.features(question, view, one)["by noun"] == by_noun


NAMES = [
    ("siapa nama sopir truk yang ditahan", "Tiga orang ditahan polisi.", "people", (1.0, 0.0)),
    ("siapa nama sopir truk yang ditahan", "Camat Budi Hartono menemui sopir truk yang ditahan.", "person", (0.0, 1.0)),
    ("siapa nama sopir truk yang ditahan", "Sopir truk itu, Jono Prakoso, ditahan.", "person", (0.0, 0.0)),
    ("siapa sopir truk yang ditahan", "Tiga orang ditahan polisi.", "people", (0.0, 0.0)),
]


@pytest.mark.parametrize(("asked", "text", "kind", "told"), NAMES, ids=[case[1] for case in NAMES])
def test_who_asks_for_a_name_wants_one_and_that_of_whom_the_noun_describes(
    asked: str, text: str, kind: str, told: tuple[float, float]
) -> None:
    question, article = parse(asked, "person"), Article(id="a", text=text, language="id")
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, question.language)
    one = next(candidates(Line(view, 0, question.terms), frozenset({kind})))
    features = described.features(question, view, one)
    assert (features["unnamed"], features.get("another named", 0.0)) == told
