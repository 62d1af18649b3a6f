"""A number is known by what it was before or is now: what changed from, and what was so at another time."""

import pytest

from newsqa.answer import amounts
from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

FELL = "Attendance fell to 36,500 from 44,000 a year earlier."
SOTO = "Dinas kebersihan mengangkut 9,4 ton sampah, lebih banyak dari tahun lalu yang 5,1 ton."
PATIENTS = "Rokiah satu dari 29 pasien gagal ginjal yang bergantung pada mesin."
HOUSES = "46 badly damaged houses were counted after 12 weeks, three schools and two people."
HURT = "Dari 92 penumpang, 17 terluka ringan dan tiga tewas."
FARMERS = "Police fired on onion growers, killing three and wounding at least 16."
LIDO = "The lido had 71,000 visits last year, down from 84,000 in 2019."
GAZA = "Sebanyak 130 pasien dari Gaza menjalani pemeriksaan, 22 di antaranya dioperasi."
MINES = "Dari 58 titik tambang pasir di kecamatan itu, hanya 17 yang resmi."
BILL = "Biayanya membengkak menjadi Rp 7,9 triliun dari semula Rp 6,2 triliun."
SUITS = "Opponents accuse Nelly Huamanchumo, 49, of charging 18 suits to a 12-year-old firm."
CAPTAIN = "Nakhoda Tono Wibawa, yang berusia 52 tahun, ditahan selama 20 hari di Lenu."
DENGUE = "Hingga Oktober tercatat 88.400 kasus dan 512 kematian."
STRAYS = "Last year, the city caught 3,918 strays, of which 2,640 were put down."
LEFT = "Ada 84 laporan kekerasan. Kini tinggal sembilan."
CROSSINGS = "Since the crash, 22 of the network's 37 single-track crossings have had brakes."
TRAMS = "Besides the three dead, 41 people were injured, nine of them severely."
TONS = "Exports of whole nuts rose to 431,000 tons last year from 288,000 tons."
BUS = "At least 18 people died and 27 others were hurt when a bus left the road near Torvik."
FERRY = "Nine crew, including two cooks, were hurt and 64 rescued near Torvik."
VOTES = "Ruiz got 812 votes in the second count against 790 for Moss."
BRANDT = "Ida Moss got 1,305 votes against Nils Brandt's 1,259."
JURY = "Ten jurors voted for it, 17 voted against and four abstained."
RAIDS = "The panel said that 31 of the raids found nothing and that cameras were off in 12."
TENTS = "Badan itu mengirim 500 selimut dan 80 tenda ke Torvik."
PRISON = "Jaksa menuntut Rini, yang ditangkap pada Juli tahun lalu, dengan delapan tahun penjara."
GREW = "Korban luka bertambah menjadi 21 orang dari 13 orang."
ROCKFALL = "Five hikers were killed and 19 hurt in a rockfall near Torvik."
GATE = "The team said gate 11 had been padlocked."
CAPTIVES = "The pact will free 16 of the 20 captives whose release was asked for in Torvik."
MILL = "The three-storey mill fell on weavers as 40 weavers ate."
HALL = "In Moss Hall, 60 pupils of Form Two slept."
CASES = [
    ("how many people attended", FELL, "was", [0, 1]),
    ("how many people attended", FELL, "earlier", [0, -1]),
    ("how many people attended a year earlier", FELL, "earlier", [-1, 1]),
    ("berapa ton sampah diangkut", SOTO, "earlier", [0, -1]),
    ("berapa ton sampah tahun lalu", SOTO, "earlier", [-1, 1]),
    ("berapa pasien gagal ginjal", PATIENTS, "was", [0, 0]),
    ("berapa pasien gagal ginjal", PATIENTS, "one", [1, 0]),
    ("berapa pasien gagal ginjal", PATIENTS, "counts", [1, 1]),
    ("how many captives will be freed", CAPTIVES, "counts", [1, 1]),
    ("how many weavers were at the mill", MILL, "counts", [0, 1]),
    ("how many pupils slept there", HALL, "label", [0, 1]),
    ("how many houses were damaged", HOUSES, "counts", [1, 0, -0.5, 0]),
    ("visits to the lido in 2019", LIDO, "then", [-1, 1]),
    ("how many people attended in 2019", FELL, "was", [0, -1]),
    ("berapa pasien yang dioperasi", GAZA, "part", [0, 1]),
    ("berapa pasien yang dioperasi", GAZA, "counts", [1, 0.8]),
    ("berapa pasien yang dioperasi", GAZA, "ahead", [-0.45, 0.45]),
    ("berapa tambang yang resmi", MINES, "part", [-1, 0]),
    ("berapa titik tambang yang resmi", MINES, "counts", [1, 0.8]),
    ("biayanya jadi berapa", BILL, "changed", [1, 0]),
    ("biaya semula berapa", BILL, "changed", [-1, 0]),
    ("how many suits did Huamanchumo charge", SUITS, "part", [0, 0, 0]),
    ("how many suits did Huamanchumo charge", SUITS, "age", [1, 0, 1]),
    ("how old is Huamanchumo", SUITS, "age asked", [1, -1, 1]),
    ("berapa umur Tono Wibawa", CAPTAIN, "age asked", [1, -1]),
    ("kematian akibat dbd yang tercatat oktober", DENGUE, "ahead", [0, 0]),
    ("how many strays were put down last year", STRAYS, "earlier", [1, 1]),
    ("how many votes did Ruiz get", VOTES, "earlier", [0, -1]),
    ("how many votes did Brandt get", BRANDT, "earlier", [0, 0]),
    ("how many jurors abstained", JURY, "earlier", [0, -1, 0]),
    ("how many raids were with cameras off", RAIDS, "counts", [0.6, 0.8]),
    ("berapa tahun jaksa menuntut Rini", PRISON, "earlier", [0]),
    ("berapa tenda yang dikirim", TENTS, "counts", [-0.5, 1]),
    ("berapa korban luka", GREW, "part", [0, 0]),
    ("how many hikers were killed in the rockfall near Torvik", ROCKFALL, "ahead", [0.18, -0.18]),
    ("how many people were hurt", GATE, "label", [1]),
    ("which gate was padlocked", GATE, "label", [0]),
    ("berapa orang terluka ringan", HURT, "ahead", [-1, 1, -1]),
    ("death toll torvik bus", BUS, "ahead", [0.36, -0.36]),
    ("how many were hurt on the ferry", FERRY, "ahead", [1, -1, -1]),
    ("petani yang tewas berapa", FARMERS, "ahead", [0.9, -0.9]),
    ("how many crossings have brakes", CROSSINGS, "counts", [1, 1]),
    ("how many crossings have brakes", CROSSINGS, "part", [1, -1]),
    ("how many were hurt by the tram", TRAMS, "part", [0, 0, -1]),
    ("how many were hurt severely", TRAMS, "part", [0, 0, 1]),
    ("ekspor kelapa tahun lalu berapa ton", TONS, "changed", [1, 0]),
    ("ekspor kelapa tahun lalu berapa ton", TONS, "earlier", [1, -1]),
]


@pytest.mark.parametrize(("question", "text", "sign", "told"), CASES)
def test_what_was_so_at_another_time_is_told_from_what_is(
    question: str, text: str, sign: str, told: list[float]
) -> None:
    assert _told(question, text, sign) == pytest.approx(told, abs=0.01)


def _told(question: str, text: str, sign: str, place: int = 0) -> list[float]:
    """Return a feature of each number in one sentence."""
    article, asked = Article(id="a", text=text, published="2026-05-04"), parse(question)
    line = Line(View(Page(Stored(article=article, extraction=extract(article))), 0.0, "en"), place, asked.terms)
    found = [(one, *line.within(one.span)) for one in candidates(line, frozenset(("number",)))]
    return [amounts.features(asked, line, one, first, last)[sign] for one, first, last in found]


def test_a_number_that_names_nothing_counts_what_the_sentence_before_counts() -> None:
    assert _told("berapa laporan yang tersisa", LEFT, "counts", 1) == [0.8]
