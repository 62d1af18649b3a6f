"""PDFs as newsrooms get them: columns, headlines over them, headers and footers, words broken at a line's end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from newsqa.read import pdf as reader

LEFT = (
    "Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa pagi bersama warga dari empat desa di sekitarnya. "
    "Ia menyatakan pintu air yang rusak akan diganti sebelum musim hujan tiba. Warga sudah menunggu dua tahun."
)
RIGHT = (
    "Kepala desa, Ujang Sutisna, berkata warganya lelah menunggu janji. Sawah seluas tiga ratus hektare kering sejak "
    "pintu air macet. Pemerintah kabupaten menyiapkan Rp 3 miliar untuk perbaikan itu tahun ini."
)
THIRD = (
    "Perusahaan yang membangun bendungan itu menolak berkomentar. Pengadilan akan memeriksa kontraknya bulan depan, "
    "kata jaksa Lina Hartati di kantornya kemarin siang kepada para wartawan yang hadir."
)


class Shown(NamedTuple):
    """A line of a page: its letters' height, from the left and up from the bottom where it begins, and what it says."""

    size: float
    left: float
    up: float
    text: str


def pdf(*pages: Sequence[Shown] | str, about: str = "", by_word: bool = False) -> bytes:
    """Return a PDF with these lines on its pages, drawn in the order in which they are told."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    parts = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>", font]
    for number, page in enumerate(pages):
        drawn = page if isinstance(page, str) else _drawn(page, by_word=by_word)
        shows = f"/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R/Resources<</Font<</F 3 0 R>>>>"
        parts += [f"<</Type/Page/Parent 2 0 R{shows}>>"]
        parts += [f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream"]
    return _file([*parts, f"<<{about}>>"])


def _file(parts: list[str]) -> bytes:
    """Return a PDF of these parts: the first says where to begin, the last what it is about."""
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _drawn(page: Sequence[Shown], *, by_word: bool) -> str:
    return "".join(_word(word) for line in page for word in (_words(line) if by_word else [line]))


def _word(shown: Shown) -> str:
    text = shown.text.replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {shown.size} Tf {shown.left} {shown.up} Td ({text}) Tj ET\n"


def _words(shown: Shown) -> Iterator[Shown]:
    """Yield the words of a line, each with a place of its own; a letter of Courier is 0.6 of its height wide."""
    at = 0
    for word in shown.text.split(" "):
        yield shown._replace(left=shown.left + 0.6 * shown.size * at, text=word)
        at += len(word) + 1


def column(text: str, left: float, up: float = 700, width: int = 34, size: float = 10) -> list[Shown]:
    """Return a text in lines of so many letters, one under the other."""
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, width)]
    return [Shown(size, left, up - 1.2 * size * n, line) for n, line in enumerate(lines)]


def across(*columns: list[Shown]) -> list[Shown]:
    """Return the lines of columns as many programs draw them: row by row over the whole page."""
    return sorted((line for each in columns for line in each), key=lambda line: (-line.up, line.left))


def text(*pages: Sequence[Shown], by_word: bool = False) -> str:
    (row,) = reader.read(pdf(*pages, by_word=by_word), "")
    return row["text"].replace("\n", " ")


@pytest.mark.parametrize("by_word", [False, True], ids=["by the line", "by the word"])
@pytest.mark.parametrize("lower", [0, 5], ids=["level", "not level"])
def test_columns_drawn_across_are_read_one_after_the_other(lower: float, by_word: bool) -> None:
    assert text(across(column(LEFT, 50), column(RIGHT, 290, 700 - lower)), by_word=by_word) == f"{LEFT} {RIGHT}"


def test_so_are_three_narrow_ones_a_letter_apart() -> None:
    columns = [column(t, left, width=24) for t, left in ((LEFT, 50), (RIGHT, 204), (THIRD, 358))]
    assert text(across(*columns), by_word=True) == f"{LEFT} {RIGHT} {THIRD}"


def test_a_headline_over_columns_is_the_title_and_not_the_text() -> None:
    head = [Shown(20, 50, 755, "Bendungan Sukamulya Lama Macet,"), Shown(20, 300, 731, "Ditinjau")]
    page = [*head, *across(column(LEFT, 50), column(RIGHT, 290))]
    (row,) = reader.read(pdf(page), "")
    assert row["title"] == "Bendungan Sukamulya Lama Macet, Ditinjau"
    assert row["text"].replace("\n", " ") == f"{LEFT} {RIGHT}"


def test_what_stands_across_columns_parts_them() -> None:
    above = across(column(LEFT, 50), column(RIGHT, 290))
    wide = column(THIRD, 50, 580, width=72)
    below = across(column(RIGHT, 50, 530), column(LEFT, 290, 530))
    assert text([*above, *wide, *below]) == f"{LEFT} {RIGHT} {THIRD} {RIGHT} {LEFT}"


def test_a_table_is_read_row_by_row() -> None:
    cells = [("Beras", "12.500"), ("Gula pasir", "17.000"), ("Minyak goreng", "15.250"), ("Telur", "28.000")]
    rows = [
        Shown(10, left, 700 - 14 * n, cell)
        for n, row in enumerate(cells)
        for left, cell in zip((50, 290), row, strict=True)
    ]
    assert text(rows) == "Beras 12.500 Gula pasir 17.000 Minyak goreng 15.250 Telur 28.000"


def test_headers_footers_and_numbers_of_pages_are_no_text() -> None:
    pages = [
        [Shown(8, 50, 770, f"KABAR HARIAN   {26 + n} Maret 2026"), *column(part, 50, 700, 72), Shown(8, 50, 30, foot)]
        for n, (part, foot) in enumerate([(LEFT, "Halaman 1 dari 2"), (RIGHT, "Halaman 2 dari 2")])
    ]
    assert text(*pages) == f"{LEFT} {RIGHT}"
    assert text([*column(LEFT, 50, 700, 72), Shown(8, 300, 30, "- 7 -")]) == LEFT


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    words = LEFT.split()
    half, rest = " ".join(words[:12]), " ".join(words[12:])
    assert reader.read(pdf(column(half, 50), column(rest, 50)), "")[0]["text"] == LEFT


HYPHENS = {
    "Bupati meninjau ben-|dungan itu.": "Bupati meninjau bendungan itu.",
    "Ia membawa anak-|anak ke sana.": "Ia membawa anak-anak ke sana.",
    "Warnanya kemerah-|merahan semua.": "Warnanya kemerah-merahan semua.",
    "Kerja sama Jakarta-|Bandung dimulai.": "Kerja sama Jakarta-Bandung dimulai.",
    "Masa jabatan 2024-|2029 dimulai.": "Masa jabatan 2024-2029 dimulai.",
    "A long-term plan, a long-|term hope.": "A long-term plan, a long-term hope.",
    "Bupati meninjau ben\u00ad|dungan itu.": "Bupati meninjau bendungan itu.",
}


@pytest.mark.parametrize(("lines", "joined"), HYPHENS.items())
def test_a_word_broken_at_a_lines_end_is_whole_again(lines: str, joined: str) -> None:
    shown = [Shown(10, 50, 700 - 12 * n, line) for n, line in enumerate(lines.split("|"))]
    assert text(shown) == joined


def test_paragraphs_are_told_by_indent_distance_and_room_left() -> None:
    by_room = column(f"{LEFT}\n{RIGHT}", 50, 700, 80)
    by_distance = [*column(LEFT, 50, 700, 72), *column(RIGHT, 50, 640, 72)]
    first, *others = column(RIGHT, 50, 652, 72)
    by_indent = [*column(LEFT, 50, 700, 72), first._replace(left=70), *others]
    for shown in (by_room, by_distance, by_indent):
        (row,) = reader.read(pdf(shown), "")
        assert row["text"] == f"{LEFT}\n{RIGHT}"


def test_a_paragraph_is_one_though_its_lines_end_with_sentences() -> None:
    lines = ["Rini datang ke bendungan itu kemarin.", "Ia melihat pintu air yang sudah rusak.", "Lalu ia pulang."]
    shown = [Shown(10, 50, 700 - 12 * n, line) for n, line in enumerate(lines)]
    assert reader.read(pdf(shown), "")[0]["text"] == " ".join(lines)


def test_a_page_that_is_turned_is_read_as_it_is_drawn() -> None:
    lines = ["Bupati meninjau ben-", "dungan di Sukamulya", "kemarin."]
    turned = "".join(f"BT /F 10 Tf 0 1 -1 0 {100 + 12 * n} 50 Tm ({line}) Tj ET " for n, line in enumerate(lines))
    assert reader.read(pdf(turned), "")[0]["text"] == "Bupati meninjau bendungan di Sukamulya kemarin."


def test_what_is_printed_twice_to_look_bold_is_told_once() -> None:
    assert text([s._replace(left=s.left + more) for s in column(LEFT, 50) for more in (0, 0.4)]) == LEFT


@pytest.mark.parametrize(("told", "title"), [("Rilis Pers", "Rilis Pers"), ("Microsoft Word - rilis.docx", None)])
def test_a_title_is_told_by_the_file_where_it_is_no_files_name(told: str, title: str | None) -> None:
    (row,) = reader.read(pdf(column(LEFT, 50), about=f"/Title({told})/Author(Siti Rahma)"), "")
    assert (row.get("title"), row["author"]) == (title, "Siti Rahma")
