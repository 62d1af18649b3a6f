"""What each reader makes of its format, and what it says of a file that is none."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from here import readers_here  # noqa: F401  used by every test

from newsqa import read
from newsqa.errors import UnreadableArticleError
from newsqa.read import docx as word
from newsqa.read import web

PAGE = """<!doctype html><html><head><title>Bupati Tinjau Bendungan - Kabar</title>
<meta property="og:site_name" content="Kabar Harian"><link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bupati Tinjau Bendungan",
"datePublished": "2024-03-27T10:15:00+07:00", "author": [{"@type": "Person", "name": "Siti Rahma"}],
"publisher": {"name": "Kabar Harian"}}</script></head><body><nav>Beranda | Politik | Olahraga</nav><article>
<h1>Bupati Tinjau Bendungan</h1>
<p>JAKARTA - Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa (26/3) bersama warga desa.</p>
<p>"Pintu air harus selesai bulan depan," kata Rini kepada wartawan yang menunggu sejak pagi hari.</p>
<p>Pembangunan bendungan itu menelan biaya Rp 3 miliar menurut catatan pemerintah kabupaten setempat.</p>
</article><footer>Hak cipta</footer></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Harian</title>
<item><title>Pasar dibuka</title><link>https://example.org/1</link><pubDate>Wed, 27 Mar 2024 03:00:00 GMT</pubDate>
<description>&lt;p&gt;Pasar Sukamulya dibuka kembali.&lt;/p&gt;</description></item></channel></rss>"""


def docx(*paragraphs: str, core: str = "") -> bytes:
    """Return a Word file of the least that is one; `core` is what it says of itself."""
    kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'  # noqa: E501
    root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'  # noqa: E501
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": kinds, "_rels/.rels": root, "word/document.xml": document}
        | ({"docProps/core.xml": core} if core else {})
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with these lines."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj".encode() + content + b"endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return body + end.encode()


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    (row,) = read.read(PAGE.encode(), "a.html")
    assert row["title"] == "Bupati Tinjau Bendungan"
    assert row["outlet"] == "Kabar Harian"
    assert row["author"] == "Siti Rahma"
    assert row["published"] == "2024-03-27T10:15:00+07:00"
    assert row["url"] == "https://example.org/a"
    assert row["text"].startswith("JAKARTA - Bupati")
    assert '"Pintu air harus selesai bulan depan," kata Rini' in row["text"]
    assert "Beranda" not in row["text"]
    assert "Hak cipta" not in row["text"]


def test_a_feed_gives_its_entries() -> None:
    (row,) = read.read(FEED.encode(), "feed.xml")
    assert row == {
        "title": "Pasar dibuka",
        "url": "https://example.org/1",
        "outlet": "Kabar Harian",
        "published": "2024-03-27T03:00:00+00:00",
        "text": "Pasar Sukamulya dibuka kembali.",
    }


def test_a_pdf_gives_paragraphs_not_lines() -> None:
    (row,) = read.read(pdf("Bupati meninjau ben-", "dungan di Sukamulya", "kemarin.", "Warga menunggu."))
    assert row["text"] == "Bupati meninjau bendungan di Sukamulya kemarin.\nWarga menunggu."


def test_the_columns_of_a_pdf_come_one_after_the_other() -> None:
    column = b"BT /F1 12 Tf 14 TL %d 720 Td (%b) Tj T* (%b) Tj T* (%b) Tj ET "
    left = column % (72, b"Bupati Rini me-", b"ninjau bendungan", b"di Sukamulya.")
    right = column % (320, b"Warga menunggu", b"sejak pagi, kata ke-", b"pala desa.")
    whole = pdf("x").replace(b"BT /F1 12 Tf 14 TL 72 720 Td (x) Tj T* ET", left + right)
    (row,) = read.read(whole, "a.pdf")
    assert row["text"] == "Bupati Rini meninjau bendungan di Sukamulya.\nWarga menunggu sejak pagi, kata kepala desa."


def test_a_word_file_gives_its_title_and_paragraphs() -> None:
    (row,) = read.read(docx("Bupati Tinjau Bendungan", "Bupati Rini datang.", "Warga menunggu."), "a.docx")
    assert row == {"title": "Bupati Tinjau Bendungan", "text": "Bupati Rini datang.\nWarga menunggu."}


CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Rilis</dc:title>
<dc:creator>Siti Rahma</dc:creator></cp:coreProperties>"""


def test_a_word_file_tells_its_author_and_its_title_where_the_text_has_none() -> None:
    assert word.read(docx("Bupati Rini datang.", core=CORE), "") == [
        {"title": "Rilis", "author": "Siti Rahma", "text": "Bupati Rini datang."}
    ]
    assert word.read(docx("Bupati Tinjau", "Bupati Rini datang.", core=CORE), "")[0]["title"] == "Bupati Tinjau"
    assert word.read(docx("Bupati Rini datang.", core="<broken"), "") == [{"text": "Bupati Rini datang."}]


def test_a_zip_gives_every_file_that_can_be_read() -> None:
    rows = read.read(zipped({"a.txt": "Kabar satu.", "b.html": PAGE, "c.exe": b"MZ", "__MACOSX/a.txt": "x"}), "all.zip")
    assert [row["text"][:10] for row in rows] == ["Kabar satu", "JAKARTA - "]


def test_lines_give_an_article_each() -> None:
    rows = read.read(b'{"id": "1", "text": "Satu."}\n\n{"text": "Dua.", "outlet": "Kabar", "other": 3}\n', "a.jsonl")
    assert rows == [{"id": "1", "text": "Satu."}, {"text": "Dua.", "outlet": "Kabar"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_comes_in_several_encodings(encoding: str) -> None:
    (row,) = read.read("“Café” tutup – kata Rini.".encode(encoding), "a.txt")
    assert row["text"] == "“Café” tutup – kata Rini."


CHARSETS = {
    "none": ("utf-8", ""),
    "none, with a mark": ("utf-8-sig", ""),
    "UTF-8": ("utf-8", '<meta charset="utf-8">'),
    "Windows": ("cp1252", '<meta charset="windows-1252">'),
    "Latin-1, which is Windows": ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
    "Latin-1, which is UTF-8": ("utf-8", '<meta charset="iso-8859-1">'),
    "none, and Windows": ("cp1252", ""),
    "none, two bytes a letter": ("utf-16", ""),
}


@pytest.mark.parametrize(("encoding", "declared"), CHARSETS.values(), ids=CHARSETS)
def test_a_page_is_read_as_it_is_written_whatever_it_says(encoding: str, declared: str) -> None:
    said = "“Café Téras tutup – selamanya,” kata René Astuti kepada para wartawan di Bandung kemarin siang."
    page = f"<html><head>{declared}<title>Café tutup</title></head><body><article><p>{said}</p></article></body></html>"
    assert web.read(page.encode(encoding), "")[0]["text"] == said


HEADLINES = {
    "Bupati Tinjau Bendungan\n\nBupati Rini datang ke Bendungan Sukamulya pada Selasa pagi.": "Bupati Tinjau Bendungan",
    "# Pasar Dibuka\nPasar dibuka.": "Pasar Dibuka",
    "Bupati Rini datang.\nIa pulang sesudah bertemu dengan warga desa di sekitar bendungan.": None,
    "Bupati Rini datang ke bendungan": None,
}


@pytest.mark.parametrize(("text", "title"), HEADLINES.items())
def test_a_headline_is_a_short_line_that_ends_like_no_sentence(text: str, title: str | None) -> None:
    assert read.read(text.encode(), "a.txt")[0].get("title") == title


BROKEN = {
    "an unknown ending": (b"MZ\x90", "run.exe", ".exe files cannot be read"),
    "a page without an article": (b"<html><body></body></html>", "a.html", "no article"),
    "a cut PDF": (b"%PDF-1.4\n1 0 obj", "a.pdf", "PDF"),
    "a Word file that is none": (b"PK\x03\x04 nothing", "a.docx", "Word file is broken"),
    "a zip that is none": (b"nothing", "a.zip", "zip file is broken"),
    "a zip with nothing to read": (zipped({"a.exe": b"MZ"}), "a.zip", "nothing in this zip"),
    "a line that is not JSON": (b'{"text": "a"}\n{', "a.jsonl", "line 2"),
    "a feed without entries": (b"<rss><channel/></rss>", "a.rss", "no entries"),
}


@pytest.mark.parametrize(("data", "name", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_a_reason(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableArticleError, match=reason):
        read.read(data, name)


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{entities}]><rss><channel><item><title>&l9;</title></item></channel></rss>'.encode()  # noqa: E501


def test_entities_of_a_feed_are_not_expanded() -> None:
    (row,) = read.read(_laughs(), "a.xml")
    assert len(json.dumps(row)) < 1_000


def test_no_reader_leaves_anything_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read.read(PAGE.encode(), "a.html")
    assert not list(tmp_path.iterdir())
