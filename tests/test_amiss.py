"""What cannot be meant is only shown as the closest: another's number, a whole for its part, the question's words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from newsqa.answer.parse import parse
from newsqa.model import Article
from newsqa.newsroom import Newsroom

Code = Literal["id", "en"]
DIVERS = "Nils Vortmann, 61, and his cousin Pieter Vortmann met the divers in Torvik. Pieter Vortmann runs the club."
PAID = "Ilse Vortmann paid $40,000 for a stake in Torvik Salt. Lena Porto also bought a stake in Torvik Salt."
CALF = "Seekor anak badak berusia lima bulan mati di Kandang Sewu. Perawatnya, Tono Wibawa (44), menangis."
HURT = "Ledakan di pabrik Torvika melukai 31 orang. Dari 31 korban, delapan anak dirawat."
HURT_ALL = "Ledakan di pabrik Torvika melukai 31 orang."
WHALES = "Fourteen whales died near Torvik. Nine others swam back to sea."
LUGGAGE = "The luggage of Ilse Vortmann was lost by an airline."
FERRY = "The Torvik ferry was hired for 90 days in May."
JURORS = "The jurors Lena Porto, Ida Holm and Nils Moe voted for the Torvik novel."
BURNED = "A fire hit Torvik. It came at night. Rangers came. Forty houses burned. The wind was strong on Lenu."
STALLS = (
    "A fire swept the market. It came at night. Nobody saw how it began. Forty stalls burned. "
    "Police chief Nils Moe spoke to reporters in Lenu. "
)
TUSKS = "An elephant died in Lenu. Rangers came. It was night. Its tusks weighed 90 kilograms. It was named Togo."
SISTERS = "Pieter Holm menjuarai Lari Torvika. Adapun adik Holm, Lena Wibawa (19), di peringkat ketiga."
CASES: list[tuple[Code, str, str, list[str]]] = [
    ("en", "how old is Pieter Vortmann", DIVERS, []),
    ("en", "how old is Nils Vortmann", DIVERS, ["61"]),
    ("id", "umur Tono Wibawa brp", CALF, ["44"]),
    ("id", "umur Dirga Wibawa brp", CALF, []),
    ("id", "berapa umur adik Holm, Lena Wibawa", SISTERS, ["19"]),
    ("id", "how old is Holm's younger sister Lena Wibawa", SISTERS, ["19"]),
    ("en", "how much did Lena Porto pay for a stake in Torvik Salt", PAID, []),
    ("en", "how much did Ilse Vortmann pay for a stake in Torvik Salt", PAID, ["$40,000"]),
    ("id", "berapa anak yang terluka dalam ledakan pabrik Torvika", HURT_ALL, []),
    ("id", "berapa orang yang terluka dalam ledakan pabrik Torvika", HURT_ALL, ["31 orang"]),
    ("en", "how many of the 14 whales near Torvik were male", WHALES, []),
    ("en", "how many whales died near Torvik", WHALES, ["Fourteen whales"]),
    ("en", "which airline lost the luggage of Ilse Vortmann", LUGGAGE, []),
    ("en", "what was the price of the Torvik ferry", FERRY, []),
    ("en", "how many divers searched the Torvik canal", "Divers searched six miles of the Torvik canal.", []),
    ("id", "berapa ton garam yang ditarik KM Torvika", "KM Torvika dicegat dua perahu ketika menarik garam.", []),
    (
        "id",
        "pemilik kapal Dirga Wibawa umur brp",
        "Keduanya mengantongi Rp 5 juta dari tiap penumpang, sedangkan pemilik kapal bernama Dirga Wibawa buron.",
        [],
    ),
    ("en", "name of the band in The Singing Mill", "The Singing Mill, by Lena Porto, tells of a drowned village.", []),
    ("en", "what year was the Torvik mill set up", "The Torvik mill was set up again on 19 February.", []),
    (
        "en",
        "which judge granted the order against Torvik Salt",
        "The Labour Commission was granted an order against Torvik Salt.",
        [],
    ),
    ("id", "siapa bos PT Torvika Garam", "Perusahaan kedua, PT Torvika Garam, terdaftar di Lenu.", []),
    ("en", "which two jurors voted for the Torvik novel", "The juror Lena Porto voted for the Torvik novel.", []),
    ("en", "which four jurors voted for the Torvik novel", JURORS, []),
    (
        "id",
        "siapa dua tersangka kasus garam Lenu",
        "Polisi menetapkan dua tersangka garam Lenu, kata Dirga Wibawa.",
        [],
    ),
    ("en", "which hospital is Lena Porto in", "Lena Porto spoke from a hospital bed on Monday.", []),
    ("id", "rombongan Lenu nginap di hotel apa", "Rombongan Lenu menginap di hotel berbeda.", []),
    ("en", "when was the Torvik mill built", "The Torvik mill closed its doors on Monday.", []),
    ("en", "how many houses burned on Lenu", BURNED, []),
]
# What stands near in other words, farther off or by a pronoun is an answer all the same.
MEANT: list[tuple[Code, str, str, str]] = [
    ("id", "berapa umur Budi Santoso", "Budi Santoso berusia 52 tahun. Dia tinggal di Lenu.", "52 tahun"),
    ("id", "berapa umur anak badak yang mati", CALF, "lima bulan"),
    ("en", "how old was Mara Dole when she died", "Mara Dole died at 81 in Lenu. She wrote plays.", "81"),
    (
        "en",
        "how many men pleaded guilty",
        "Eleven men went on trial in Lenu. Nine pleaded guilty. Two denied it.",
        "Nine",
    ),
    ("en", "how long did the boy drift off Lenu", "A boy was lost off Lenu. He drifted for 19 days.", "19 days"),
    ("en", "how much did the woman win in Lenu", "A woman won the lottery in Lenu. She got $3 million.", "$3 million"),
    ("en", "how old was the cook killed in Lenu", "A fire in Lenu killed a cook. Mara Dole, 63, lived alone.", "63"),
    ("id", "berapa umur warga Lenu yang ditangkap", "Tono Wibawa (44), warga Lenu, ditangkap kemarin.", "44"),
    (
        "en",
        "how long was Sambasivan sentenced to",
        "Ferdi Sambasivan was convicted. Judge Ida Holm sentenced him to 12 years in prison.",
        "12 years",
    ),
    (
        "id",
        "berapa warga mengungsi akibat Topan Wati",
        "Topan Wati menerjang Lenu. Bupati Siti Halim mengungsikan 900 warga.",
        "900 warga",
    ),
    ("id", "berapa dana yang dikumpulkan panitia", "Panitia mengumpulkan 5 juta untuk korban banjir Lenu.", "5 juta"),
    ("id", "berapa dari 14 paus yang mati", "Paus terdampar di Lenu. Seluruh 14 ekor paus mati, Senin.", "14 ekor"),
    (
        "en",
        "how many tons of fish did the three brothers catch",
        "The three brothers caught 3 tons of fish off Lenu on Monday.",
        "3 tons of fish",
    ),
    ("en", "who owns the ferry Bituin", "The ferry Bituin, owned by Torvik Salt, sank in Lenu.", "Torvik Salt"),
    ("id", "siapa pemilik kapal Bituin", "Kapal Bituin milik PT Torvika Garam tenggelam.", "PT Torvika Garam"),
    ("en", "which hotel burned in Torvik", "Melati burned in Torvik on Monday. The hotel had 40 rooms.", "Melati"),
    ("en", "which three jurors voted for the Torvik novel", JURORS, "Lena Porto"),
    ("en", "when was the Torvik mill built", "The Torvik mill, built in 1921, closed on Monday.", "1921"),
    ("en", "how heavy were the tusks of Togo", TUSKS, "90 kilograms"),
    ("en", "how many houses burned in Torvik", BURNED, "Forty"),
    ("en", "what did the town buy", "The town hall in Lenu burned down. The town bought new desks.", "new desks"),
    ("en", "what kind of boat brought the vaccine", "A wooden barge brought the vaccine to Lenu.", "wooden barge"),
    ("id", "nama makanan yang disajikan warga Lenu", "Warga Lenu menyajikan papeda.", "papeda"),
    ("en", "which two countries signed the pact", "Oslonia signed the pact with Torvia on Monday.", "Torvia"),
    ("id", "siapa kontraktor jembatan Lenu", "Jembatan Lenu dikerjakan kontraktor PT Torvika.", "PT Torvika"),
    ("en", "who is the organiser of the fair", "The organiser of the fair is the Torvik Guild.", "Torvik Guild"),
    ("id", "siapa korban kecelakaan itu", "Korban kecelakaan itu dua pelajar SMA.", "dua pelajar SMA"),
    ("en", "who is the owner of the ferry", "Torvik Salt bought the ferry in 2019.", "Torvik Salt"),
    ("id", "siapa saksi mata", "Rumah di Lenu terbakar. Saksi mata adalah seorang pedagang bakso.", "pedagang bakso"),
    ("en", "who is the architect of the tower", "The architect of the tower is Moe & Holm.", "Moe & Holm"),
    ("id", "siapa penyandang dana proyek itu", "Penyandang dana proyek itu Bank Lenu.", "Bank Lenu"),
    ("en", "when was Rina Sari appointed", "Rina Sari, a nurse, was hired in 2012.", "2012"),
    ("en", "how many dollars does the trip cost", "The trip takes 3 hours and costs 12 dollars.", "12 dollars"),
    ("en", "when was Nils Moe appointed minister", "Nils Moe became minister in 2018.", "2018"),
    ("en", "when was the Lenu bridge built", "The Lenu bridge was completed in 1932.", "1932"),
    ("id", "kapan masjid Lenu dibangun", "Masjid Lenu berdiri pada 1880.", "1880"),
    ("en", "when was Ida Holm named director", "Ida Holm has been director since March 2020.", "March 2020"),
    ("id", "di mana apel digelar", "Apel digelar di Lapangan 17 Agustus.", "Lapangan 17 Agustus"),
    ("en", "how many stalls burned in Lenu", STALLS, "Forty"),
    ("en", "how many stalls burned, according to Nils Moe", STALLS, "Forty"),
    ("en", "how tall is the tower in Lenu", "The tower in Lenu will have 40 storeys.", "40 storeys"),
    ("en", "how many voters in Lenu backed it", "Some 60 percent of voters in Lenu backed it.", "60 percent"),
    ("id", "siapa menang, Siti atau Tono", "Siti Halim menang atas Tono Wibawa di Lenu.", "Siti Halim"),
]


@pytest.mark.parametrize(("code", "asked", "text", "told"), CASES, ids=[case[1] for case in CASES])
def test_what_cannot_be_meant_answers_nothing(
    code: Code, asked: str, text: str, told: list[str], tmp_path: Path
) -> None:
    assert _answers(asked, text, code, tmp_path)[:1] == told


@pytest.mark.parametrize(("code", "asked", "text", "told"), MEANT, ids=[case[1] for case in MEANT])
def test_what_may_be_meant_answers(code: Code, asked: str, text: str, told: str, tmp_path: Path) -> None:
    assert told in "".join(_answers(asked, text, code, tmp_path)[:1])


def test_who_says_it_is_no_answer_beside_one(tmp_path: Path) -> None:
    text = (
        '"Ketua Partai Laut Ilse Vortmann akan bertemu dengan Menteri Luar Negeri Rudi Halim," lapor kantor berita '
        "resmi Lenu, KBT, Selasa. Pada Mei, Ilse Vortmann bertemu dengan Wali Kota Siti Dewi serta pejabat lainnya."
    )
    told = _answers("who did Vortmann meet?", text, "id", tmp_path)
    assert told == ["Siti Dewi", "pejabat lainnya", "Rudi Halim"]


def _answers(asked: str, text: str, code: Code, folder: Path) -> list[str]:
    newsroom = Newsroom.open(folder / "archive.db")
    newsroom.add(Article(id="one", text=text, language=code))
    return [one.text for one in newsroom.ask(asked).answers]


AGES = [("umur Tono Wibawa brp", True), ("berapa usia sopirnya", True), ("berapa orang usia 60 tahun divaksin", False)]


@pytest.mark.parametrize(("asked", "age"), AGES)
def test_the_first_word_for_an_age_asks_for_one(asked: str, age: bool) -> None:
    assert (parse(asked).odds("age") > 0.6) == age
