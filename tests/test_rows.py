"""What a sentence lists is read item by item, whatever the items are and wherever the row stands."""

from typing import Any

import pytest

from newsqa.answer.lines import Line
from newsqa.answer.page import Page
from newsqa.answer.rows import rows
from newsqa.answer.view import View
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

# A language, a sentence, and the items of its rows.
CASES: list[tuple[str, str, list[list[str]]]] = [
    (
        "en",
        "The plan covers ticket refunds, the repair of the north pier and the return of stranded boats.",
        [["ticket refunds", "the repair of the north pier", "the return of stranded boats"]],
    ),
    (
        "id",
        "Tiga hewan yang dilindungi di hutan itu ialah rusa totol, kucing batu, dan bangau tongtong.",
        [["rusa totol", "kucing batu", "bangau tongtong"]],
    ),
    (
        "id",
        "Warga mengajukan tiga tuntutan, yaitu perbaikan jalan desa, air bersih tanpa iuran, dan penghapusan denda.",
        [["perbaikan jalan desa", "air bersih tanpa iuran", "penghapusan denda"]],
    ),
    (
        "id",
        "Tersangkanya adalah Rudi Hartanto (31), istrinya Sari Melati (28), dan seorang kurir bernama Bayu Laksono.",
        [["Rudi Hartanto", "Sari Melati", "Bayu Laksono"]],
    ),
    (
        "id",
        "Tahun depan mereka akan kembali untuk merekam suara, memasang kamera, dan menghitung sarang.",
        [["merekam suara", "memasang kamera", "menghitung sarang"]],
    ),
    (
        "id",
        "Ada tiga kemungkinan sanksi: teguran tertulis, pencopotan dari komisi, dan pemecatan.",
        [["teguran tertulis", "pencopotan dari komisi", "pemecatan"]],
    ),
    (
        "en",
        "Every boat must carry a radio, a second engine and life jackets for all.",
        [["a radio", "a second engine", "life jackets for all"]],
    ),
    (
        "id",
        "Polisi menyita paspor, empat ponsel, dan uang tunai 38.000 dolar Singapura.",
        [["paspor", "empat ponsel", "uang tunai 38.000 dolar Singapura"]],
    ),
    (  # the sentence ends with what opens a row elsewhere
        "en",
        "Brass lamps, oak doors and old maps are kept where they are.",
        [["Brass lamps", "oak doors", "old maps"]],
    ),
    (
        "id",
        "Namun, dua peserta asal Thailand, Somsak Rattana dan Pim Chaiwong, tersetrum saat menarik tali.",
        [["Somsak Rattana", "Pim Chaiwong"]],
    ),
    (
        "id",
        "Dua korban kritis ialah pedagang jagung, Mimin Suminar, dan anaknya, Fikri Anwar, 9 tahun.",
        [["Mimin Suminar", "Fikri Anwar"]],
    ),
    (
        "en",
        "The others were Lokesh Barve, 54, and his nephew, Dinesh Barve, 31.",
        [["Lokesh Barve", "Dinesh Barve"]],
    ),
    ("en", "Norway and Portugal have sent planes to the fire.", [["Norway", "Portugal"]]),
    (
        "en",
        "Among the speakers will be Finance Minister Owen Marlow and opposition member Ada Quist.",
        [["Owen Marlow", "Ada Quist"]],
    ),
    ("en", "The airport, the pier and Torvik Zoo were closed.", [["The airport", "the pier", "Torvik Zoo"]]),
    (
        "en",
        "He was stopped with two passports and $18,000 in cash.",
        [["two passports", "$18,000 in cash"]],
    ),
    ("en", "The loan comes from a Dutch bank and a German insurer.", [["a Dutch bank", "a German insurer"]]),
    (
        "id",
        "Lawatannya adalah pada awal Januari, ketika ia bertemu dengan Saida Rumbia serta sejumlah pengusaha.",
        [["Saida Rumbia", "sejumlah pengusaha"]],
    ),
    ("en", "She sang at the opening of the hall.", []),
    ("en", "The town's two old mills, Halden Wool and Skog Weavers, closed.", [["Halden Wool", "Skog Weavers"]]),
    ("en", "Clinics, wells and the airport in Oslo are exempt.", [["Clinics", "wells", "the airport in Oslo"]]),
    (
        "id",
        "Dana itu antara lain untuk membeli selimut, menyewa tenda, dan mengupah 40 juru masak.",
        [["membeli selimut", "menyewa tenda", "mengupah 40 juru masak"]],
    ),
    (
        "id",
        "Ada dua pilihan, yaitu aula lama di Sorong atau bekas kantor pos di Manado.",
        [["aula lama di Sorong", "bekas kantor pos di Manado"], ["Sorong", "Manado"]],
    ),
    (
        "id",
        "Kapal itu dipesan kepada galangan, yakni dua di Kupang, satu di Ambon, dan satu di Ternate.",
        [["dua di Kupang", "satu di Ambon", "satu di Ternate"], ["Kupang", "Ambon", "Ternate"]],
    ),
    (
        "id",
        "Pemenangnya adalah Direktur PT Garam Laut, Yusuf Halim, dan perancang kapal asal Belanda, Maarten Vos.",
        [["Yusuf Halim", "Maarten Vos"]],
    ),
    (
        "en",
        "Also fined were her son-in-law, Ole Brandt, and the owner of the ferry line Halden, Gerda Moe.",
        [["Ole Brandt", "Gerda Moe"]],
    ),
    ("en", "Two people, a cook and a 16-year-old porter, were hurt.", [["a cook", "a 16-year-old porter"]]),
    ("en", "The leaks were reported in Torvik, Skog and Ulvik.", [["Torvik", "Skog", "Ulvik"]]),
    (
        "en",
        "The opening night, featuring Olga Lund, Ole Dahl and The Herring Band, is sold out.",
        [["Olga Lund", "Ole Dahl", "The Herring Band"]],
    ),
    (
        "id",
        "Polisi menyita dua ponsel, satu laptop, dan 90 kartu yang didaftarkan dengan nama orang lain.",
        [["dua ponsel", "satu laptop", "90 kartu"]],
    ),
    ("en", "The boats were built between March 2021 and May 2022.", []),
    ("id", "Tahun depan mereka menanam cengkih di Sorong dan lada di Manado.", [["cengkih", "lada"]]),
    ("id", "Rudi Hartanto dari Elang dan Bayu Laksono dari Camar mundur.", [["Rudi Hartanto", "Bayu Laksono"]]),
    ("id", "Paket itu terdiri atas beras, minyak goreng, dan selimut.", [["beras", "minyak goreng", "selimut"]]),
    (  # what opens a noun in each item shows how far small words go on with it
        "en",
        "Divers raised 40 crates of tin plates, a bell with a Danish mark and two sets of oars.",
        [["40 crates of tin plates", "a bell with a Danish mark", "two sets of oars"]],
    ),
    (  # a clause about who does something stands before what is listed
        "en",
        "The bakers, who met in May, want a cap on night work, an end to unpaid shifts and a new oven.",
        [["a cap on night work", "an end to unpaid shifts", "a new oven"]],
    ),
    (  # so does the comma before the word for and
        "id",
        "Nelayan menemukan piring tembaga, guci dari tanah liat, serta jangkar berkarat.",
        [["piring tembaga", "guci dari tanah liat", "jangkar"]],
    ),
    (
        "id",
        "Rudi menjanjikan listrik untuk Desa Teluk, pelebaran dermaga lama Sorong, dan kenaikan upah nelayan.",
        [["listrik untuk Desa Teluk", "pelebaran dermaga lama Sorong", "kenaikan upah nelayan"]],
    ),
    (  # a name behind a noun only says whose it is, where the noun stands first
        "id",
        "Latihan itu melibatkan KM Teluk Biru, tiga perahu karet Basarnas, dan 12 penyelam.",
        [["KM Teluk Biru", "tiga perahu karet Basarnas", "12 penyelam"]],
    ),
    (
        "id",
        "Ada tiga usulan, yakni pengurangan tarif, pembebasan pajak, dan pembukaan kembali sekolah nelayan di Sorong.",
        [["pengurangan tarif", "pembebasan pajak", "pembukaan kembali sekolah nelayan di Sorong"]],
    ),
    (
        "en",
        "The hall was paid for by the Norwegian Academy of Music, the University of Oslo and the Halden Trust.",
        [["Norwegian Academy of Music", "University of Oslo", "Halden Trust"]],
    ),
    ("en", "The blaze was put out by Torvik Fire and Rescue Service.", []),
    ("en", "She said 40 barns in Skog, Ulvik and Lower Torvik had burned.", [["Skog", "Ulvik", "Lower Torvik"]]),
    ("en", "Floods at Skog, Ulvik and Torvik have closed at least 12 roads.", [["Skog", "Ulvik", "Torvik"]]),
    (
        "id",
        "Bantuan itu untuk tiga desa, yakni Wori Lama, Sayan, dan Tanah Pinoh.",
        [["Wori Lama", "Sayan", "Tanah Pinoh"]],
    ),
    (  # an article opens the noun that goes on behind the small word
        "en",
        "The guild wants a limit of six night shifts, two days off a week and an end to fines for arriving late.",
        [["a limit of six night shifts", "two days off a week", "an end to fines for arriving late"]],
    ),
    (  # what is done, with the names that it is done to and where
        "id",
        "Dana itu dipakai melebarkan Sungai Pauh, membangun tanggul di Desa Rawa, dan mengganti pompa di Lorong Enam.",
        [["melebarkan Sungai Pauh", "membangun tanggul di Desa Rawa", "mengganti pompa di Lorong Enam"]],
    ),
    (  # nobody is named with an article
        "en",
        "The Maria Lund, the Torvik night mail and the Ulvik railbus were cancelled.",
        [["Maria Lund", "the Torvik night mail", "the Ulvik railbus"]],
    ),
    (
        "id",
        "Ada tiga barang yang dibebaskan: kain tenun, sabun cair atau padat, dan kertas bekas.",
        [["kain tenun", "sabun cair atau padat", "kertas bekas"]],
    ),
    (
        "id",
        "Dua terdakwa lain, yakni mandor Rudi Hartanto dan pemilik truk Bayu alias Botak, dituntut hari itu.",
        [["Rudi Hartanto", "Bayu alias Botak"]],
    ),
    (
        "en",
        "Among the witnesses are a guard, Ole Brandt, and Moe's sister, Ida Lund, who both say they saw the van.",
        [["Ole Brandt", "Ida Lund"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "items"), CASES, ids=[case[1] for case in CASES])
def test_a_row_is_its_items(code: str, text: str, items: list[list[str]]) -> None:
    article = Article(id="a", text=text, language=code)
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, code)
    found: Any = [[item.of(text) for item in row.items] for row in rows(Line(view, 0, ()))]
    assert found == items


# A language, a sentence, and the kind of its row: what a name only tells of is no name.
KINDS = [
    ("en", "The motion listed three grounds: abuse of the Torvik Fund, waste and nepotism in the county.", "noun"),
    ("id", "Dana itu dipakai memperlebar Sungai Pauh, membangun tanggul, dan mengganti pompa.", "noun"),
    ("en", "She said barns in Skog, Ulvik and Lower Torvik had burned.", "place"),
]


@pytest.mark.parametrize(("code", "text", "kind"), KINDS, ids=[case[1] for case in KINDS])
def test_a_row_is_of_the_kind_of_its_items(code: str, text: str, kind: str) -> None:
    article = Article(id="a", text=text, language=code)
    view = View(Page(Stored(article=article, extraction=extract(article))), 0.0, code)
    assert [row.kind for row in rows(Line(view, 0, ()))] == [kind]
