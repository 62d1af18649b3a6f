"""Files made to cost more than they weigh: each ends in a message, for no more than 200 MB and 10 seconds of work."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

import pytest
from test_formats import docx, zipped

MEGABYTES, SECONDS = 200, 10
QUICK = 1  # level of packing: a bomb of one megabyte blows up as well as one of a fifth
# Run by a process of its own: what a process took at most, its children are told to have taken too.
LAUNCHER = """
import json, resource, sys
from newsqa.errors import UnreadableArticleError
from newsqa.read import child
try:
    said = child.run(sys.argv[1], sys.stdin.buffer.read())
except UnreadableArticleError as error:
    said = str(error)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, said]))
"""


class Cost(NamedTuple):
    megabytes: int
    seconds: float
    said: str | list[dict[str, str]]


def cost(form: str, data: bytes) -> Cost:
    """Return what a reader's process takes for a file, and what becomes of it: articles, or a reason why not."""
    command = [sys.executable, "-c", LAUNCHER, form]
    return Cost(*json.loads(subprocess.run(command, input=data, capture_output=True, check=True).stdout))


def packed(piece: bytes, megabytes: int, wbits: int = 15) -> bytes:
    """Return so much of a piece over and over, packed, without ever holding it."""
    packer, times = zlib.compressobj(QUICK, wbits=wbits), 10**6 // len(piece)
    return b"".join([*(packer.compress(piece * times) for _ in range(megabytes)), packer.flush()])


def large(name: str, megabytes: int, *more: str) -> bytes:
    """Return a zip archive with one member of so many megabytes, and small ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICK) as archive:
        with archive.open(name, "w") as member:
            for _ in range(megabytes):
                member.write(b" " * 10**6)
        for small in more:
            archive.writestr(small, "Kabar.")
    return out.getvalue()


def laughs(root: str, around: str) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l0 "ha">{entities}]>{around.replace("@", "&l9;")}'.encode()


def blown_up(root: str, around: str) -> bytes:
    """Return one large entity used many times over."""
    entity = f'<!DOCTYPE {root} [<!ENTITY a "{"a" * 50_000}">]>'
    return f'<?xml version="1.0"?>{entity}{around.replace("@", "&a;" * 50_000)}'.encode()


def word(document: bytes) -> bytes:
    """Return a Word file with this for its text."""
    with zipfile.ZipFile(io.BytesIO(docx("Kabar."))) as whole:
        parts: dict[str, str | bytes] = {name: whole.read(name) for name in whole.namelist()}
    return zipped(parts | {"word/document.xml": document})


def pdf(content: bytes, *more: bytes, filters: str = "/FlateDecode") -> bytes:
    """Return a PDF whose one page shows a packed stream."""
    shown = b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R" + shown + b">>"
    stream = b"<</Filter[" + filters.encode() + b"]/Length %d>>stream\n%b\nendstream" % (len(content), content)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream, font, *more]
    body, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (len(places) + 1, table, len(places) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % end


ITEM = "<item><title>@</title><link>http://a.example/</link></item>"
FEED = f'<rss version="2.0"><channel><title>a</title>{ITEM}</channel></rss>'
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = f'<w:document xmlns:w="{SPACE}"><w:body><w:p><w:r><w:t>@</w:t></w:r></w:p></w:body></w:document>'
ITSELF = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
)
TWICE, RUNS = "/FlateDecode/FlateDecode", "/FlateDecode/RunLengthDecode"
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "gzip: a page of 200 MB": ("web", lambda: packed(b"<p>Kabar.", 200, wbits=31)),
    "zip: one member of 200 MB": ("zipped", lambda: large("a.txt", 200)),
    "zip: of many parts, one of 200 MB": ("many", lambda: large("a.txt", 200, "b.txt")),
    "zip: many members": ("zipped", lambda: zipped({f"{n}.txt": b" " * 19_000_000 for n in range(3)})),
    "zip: in zips": ("zipped", lambda: zipped({"a.zip": zipped({"a.zip": large("a.txt", 200)})})),
    "zip: 20,000 names": ("zipped", lambda: zipped({f"{n}.txt": b"" for n in range(20_000)})),
    "PDF: a stream of 200 MB": ("pdf", lambda: pdf(packed(b" ", 200))),
    "PDF: packed twice": ("pdf", lambda: pdf(zlib.compress(packed(b" ", 200)), filters=TWICE)),
    "PDF: runs": ("pdf", lambda: pdf(packed(b"\x81a", 10), filters=RUNS)),
    "PDF: a million and more operators": ("pdf", lambda: pdf(packed(b"BT /F 9 Tf (a) Tj ET\n", 30))),
    "PDF: a form that shows itself": ("pdf", lambda: pdf(zlib.compress(b"/X Do"), ITSELF)),
    "XML: a feed of laughs": ("feed", lambda: laughs("rss", FEED)),
    "XML: a feed blown up": ("feed", lambda: blown_up("rss", FEED)),
    "XML: a feed of 10,000 entries": ("feed", lambda: FEED.replace(ITEM, ITEM * 10_000).encode()),
    "XML: a Word file of laughs": ("docx", lambda: word(laughs("w", TEXT))),
    "XML: a Word file blown up": ("docx", lambda: word(blown_up("w", TEXT))),
    "XML: a Word file of open tags": ("docx", lambda: zipped({"word/document.xml": b"<w>" * 1_000_000})),
    "XML: a Word file of 200 MB": ("docx", lambda: large("word/document.xml", 200)),
    "HTML: a million open tags": ("web", lambda: b"<html><body>" + b"<div>" * 1_000_000 + b"Kabar."),
    "HTML: links and nothing else": ("web", lambda: b"<html><body>" + b"<p><a href=x>a</a>" * 50_000),
    "JSON: two million brackets": ("lines", lambda: b"[" * 2_000_000),
}


@pytest.mark.parametrize(("form", "bomb"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_in_a_message_and_costs_little(form: str, bomb: Callable[[], bytes]) -> None:
    took = cost(form, bomb())
    print(f"{took.megabytes} MB, {took.seconds:.1f} s: {str(took.said)[:80]}")  # noqa: T201
    assert took.megabytes <= MEGABYTES
    assert took.seconds <= SECONDS + 1
    assert len(str(took.said)) < 10**6
