"""Articles come in files of every kind that people send."""

from __future__ import annotations

import pytest
from adding import delete
from botapi.deeds import Person
from prose import DAM
from server import TelegramServer
from test_formats import docx, pdf
from website import LOCAL, page

pytestmark = pytest.mark.usefixtures("bot")
COMMAND = LOCAL


FILES = {
    "rilis.txt": DAM.encode(),
    "rilis.md": f"# {DAM}".encode(),
    "rilis.html": page(DAM).encode(),
    "rilis.docx": docx(*DAM.split("\n\n")[0].splitlines(), *DAM.splitlines()[3:]),
    "rilis.pdf": pdf(*DAM.splitlines()),
}


def test_a_file_of_each_kind_is_read(telegram: TelegramServer, owner: Person) -> None:
    for name, data in FILES.items():
        sent = owner.sends_document(name, data)
        assert telegram.reaction(sent) == "👀"
        summary = telegram.reply(sent)
        assert summary.html.startswith("<b>Bupati Rini tinjau bendungan di Sukamulya"), name
        assert "3 kutipan" in summary.html, name
        delete(telegram, owner, summary)


def test_a_question_under_a_file_is_asked_of_it(telegram: TelegramServer, owner: Person) -> None:
    sent = owner.sends_document("rilis.txt", DAM.encode(), caption="berapa keluarga yang mengungsi?")
    _, answer = telegram.replies(sent, 2)
    assert "340 keluarga" in answer.html


def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(telegram: TelegramServer, owner: Person) -> None:
    refusal = telegram.reply(owner.sends_document("besar.pdf", b"%PDF-", size=20 * 2**20 + 1))
    assert "20 MB" in refusal.html
    assert telegram.calls("getFile") == []


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(telegram: TelegramServer, owner: Person) -> None:
    assert "berkas .exe tidak dapat saya baca" in telegram.reply(owner.sends_document("virus.exe", b"MZ")).html
    assert "berkasnya rusak" in telegram.reply(owner.sends_document("x.pdf", b"%PDF-1.4 broken")).html
    assert "teks" in telegram.reply(owner.sends_photo()).html


def test_a_file_is_added_from_a_group_on_request(telegram: TelegramServer, owner: Person) -> None:
    group = telegram.supergroup("Redaksi", owner)
    sent = owner.sends_document("rilis.txt", DAM.encode(), group)
    assert "3 kutipan" in telegram.reply(owner.says("/add", group, reply_to=sent)).html
