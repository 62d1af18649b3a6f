"""A file of many articles is taken in beside the chats, tells how far it is, and names what it could not read."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from botapi.deeds import Person
from botapi.messages import Message
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

WORDS = ("artikel ditambahkan", "sudah ada")
VILLAGES = ("Wates", "Sentolo", "Galur", "Panjatan", "Temon", "Kokap", "Girimulyo", "Kalibawang", "Samigaluh", "Lendah")


def article(number: int) -> dict[str, str]:
    """Return one of many articles, none like another."""
    village = VILLAGES[number % len(VILLAGES)]
    names = [
        f"{first} {last}" for first in ("Sari", "Tono", "Wulan") for last in ("Dewi", "Prakoso", "Lestari", "Putra")
    ]
    name = names[number % len(names)]
    text = (
        f"{name} membuka pasar nomor {number} di {village} pada Selasa. Pasar itu menampung {number + 20} pedagang.\n\n"
        f'"Kios ke-{number} di {village} sudah penuh," kata {name}.'
    )
    return {
        "title": f"Pasar {number} {village} dibuka",
        "outlet": "Kabar Desa",
        "published": "2026-03-26",
        "text": text,
    }


def jsonl(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return held.getvalue()


def summary(telegram: TelegramServer, sent: Message, timeout: float = 20) -> Message:
    return telegram.replies(sent, 2, timeout)[1]


@pytest.mark.usefixtures("bot")
def test_a_jsonl_is_taken_in_with_its_bad_lines_named(telegram: TelegramServer, owner: Person) -> None:
    rows = [article(0), "{broken", article(1), {"title": "no text"}, article(0), article(2) | {"published": "soon"}]
    sent = owner.sends_document("arsip.jsonl", jsonl(*rows))
    assert telegram.reaction(sent) == "👀"
    said = summary(telegram, sent)
    assert said.reply_to is sent
    first, *bad = said.html.splitlines()
    assert first == "<b>arsip.jsonl</b>: 2 artikel ditambahkan, 1 sudah ada, 3 tidak dapat dibaca:"
    assert [line.partition(":")[0] for line in bad] == ["<code>2</code>", "<code>4</code>", "<code>6</code>"]
    assert "JSON" in bad[0]
    progress = telegram.sent(owner.private)[0]
    assert progress.html == "arsip.jsonl: 6 dari 6."
    assert [edit["text"] for edit in progress.edits][:2] == ["arsip.jsonl: sedang dibaca …", "arsip.jsonl: 0 dari 6 …"]
    answer = telegram.reply(owner.says("siapa yang membuka pasar nomor 1?"))
    assert "Sari Prakoso" in answer.html
    assert "Kabar Desa · 26 Maret 2026" in answer.html


@pytest.mark.usefixtures("bot")
def test_newer_versions_are_counted_apart(telegram: TelegramServer, owner: Person) -> None:
    old, same = article(0), article(1)
    summary(telegram, owner.sends_document("arsip.jsonl", jsonl(old, same)))
    new = old | {"text": old["text"] + '\n\n"Pasar ini dijaga dua satpam," kata Lurah Danu Wijaya.'}
    said = summary(telegram, owner.sends_document("lagi.jsonl", jsonl(new, same, article(2))))
    assert said.html == "<b>lagi.jsonl</b>: 1 artikel ditambahkan, 1 diperbarui, 1 sudah ada."
    assert "dua satpam" in telegram.reply(owner.says("apa kata Danu Wijaya?")).html


@pytest.mark.usefixtures("bot")
def test_a_zip_names_the_files_that_it_could_not_read(telegram: TelegramServer, owner: Person) -> None:
    files = {
        "dam_txt": DAM.encode(),
        "port_md": PORT.encode(),
        "virus_exe": b"MZ",
        "more_jsonl": jsonl(article(3), "x"),
    }
    said = summary(telegram, owner.sends_document("arsip.zip", zipped(**files)))
    first, *bad = said.html.splitlines()
    assert first == "<b>arsip.zip</b>: 3 artikel ditambahkan, 2 tidak dapat dibaca:"
    assert [line.partition("</code>")[0] for line in bad] == ["<code>virus.exe", "<code>more.jsonl 2"]
    assert "340 keluarga" in telegram.reply(owner.says("berapa keluarga yang mengungsi?")).html


@pytest.mark.usefixtures("bot")
def test_a_file_that_is_broken_is_refused(telegram: TelegramServer, owner: Person) -> None:
    refusal = summary(telegram, owner.sends_document("arsip.zip", b"PK\3\4 broken"))
    assert "berkasnya rusak" in refusal.html
    assert "20 MB" in telegram.reply(owner.sends_document("arsip.zip", b"PK", size=21 * 2**20)).html


def test_an_import_that_is_cut_off_goes_on(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    count = 60
    sent = owner.sends_document("arsip.jsonl", jsonl(*map(article, range(count))))
    progress = telegram.reply(sent)
    telegram.edited(progress, 1)
    bot.restart(kill=True)
    asked = owner.says("/help")
    said = telegram.wait_for(lambda: [m for m in telegram.sent(owner.private) if "ditambahkan" in m.html], 30)
    assert telegram.reply(asked)
    bot.settled()
    added, known = (int(found[1]) if (found := re.search(rf"(\d+) {word}", said[0].html)) else 0 for word in WORDS)
    assert added + known == count
    assert known <= 1, "at most the article that was in hand is met again"
    assert progress.html == f"arsip.jsonl: {count} dari {count}."
    assert len([m for m in telegram.sent(owner.private) if "ditambahkan" in m.html]) == 1
    assert "Pasar" in telegram.reply(owner.says(f"berapa pedagang di pasar nomor {count - 1}?")).html


@pytest.mark.usefixtures("bot")
def test_the_chat_is_not_held_up_meanwhile(telegram: TelegramServer, owner: Person) -> None:
    sent = owner.sends_document("arsip.jsonl", jsonl(*map(article, range(80))))
    telegram.edited(telegram.reply(sent), 1)
    answer = telegram.reply(owner.says("/help"))
    assert not any("ditambahkan" in m.html for m in telegram.sent(owner.private, after=sent) if m.id < answer.id)
    telegram.wait_for(lambda: [m for m in telegram.sent(owner.private) if "80 artikel ditambahkan" in m.html], 30)
