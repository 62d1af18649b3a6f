"""Commands that look something up, the pages and buttons under what was found, and its export."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path

import pytest
from adding import delete
from botapi.deeds import Person
from commands import newsqa
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer

MANY = "\n\n".join(
    f'"Usul nomor {n} soal pasar ikan belum dibahas dewan," kata Kepala Dinas Perikanan Wulan Sari, {n} kali.'
    for n in range(3, 11)
)
LONG = "Rapat pasar ikan\n\n" + MANY + '\n\n"Pasar ikan harus pindah tahun ini," kata Camat Joko Susilo.'


@pytest.fixture(autouse=True)
def _filled(bot: BotProcess, telegram: TelegramServer, owner: Person) -> None:  # noqa: ARG001  it must run
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    telegram.reply(owner.forwards(channel.posts(DAM))[0])
    telegram.reply(owner.says(PORT))


def test_quotes_are_those_of_the_one_named(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("/quotes Budi Hartono"))
    assert "tidak akan menaikkan iuran" in shown.html
    assert "Pintu air" not in shown.html
    assert "Kabar Pagi · " in shown.html


def test_quotes_are_narrowed_to_a_topic_in_either_language(telegram: TelegramServer, owner: Person) -> None:
    for command in ("/quotes Budi soal iuran", "/quotes budi about iuran"):
        shown = telegram.reply(owner.says(command))
        assert "iuran air" in shown.html
        assert "12 miliar" not in shown.html
    assert "Tidak ada di arsip" in telegram.reply(owner.says("/quotes Budi soal pemilu")).html


def test_who_tells_role_days_and_the_latest(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("/who rini"))
    assert shown.html.startswith("<b>Rini Astuti</b>")
    assert "Bupati" in shown.html
    assert "1 artikel · 1 kutipan" in shown.html
    assert re.search(r"Bupati · 1 artikel · \d+ \w+ \d{4}", shown.html)
    assert "Pintu air harus selesai" in shown.html
    assert "Tidak ada di arsip" in telegram.reply(owner.says("/who Zubaidah")).html


def test_a_timeline_is_in_the_order_of_days(telegram: TelegramServer, owner: Person) -> None:
    said = {5: "Bendungan akan dibuka", 3: "Bendungan masih kosong", 4: "Bendungan mulai terisi"}
    for month, words in said.items():
        date = int(dt.datetime(2024, month, 12, 5, tzinfo=dt.UTC).timestamp())
        origin = {"type": "hidden_user", "sender_user_name": "Pak Pos", "date": date}
        telegram.reply(owner.forwards_text(f'"{words}," kata Camat Lestari Ningsih kepada wartawan.', origin))
    shown = telegram.reply(owner.says("/timeline Lestari Ningsih")).text
    places = [shown.find(said[month]) for month in sorted(said)]
    assert 0 < places[0] < places[1] < places[2]
    assert all(f"12 {month} 2024" in shown for month in ("Maret", "April", "Mei"))


def test_the_latest_the_sources_and_the_sums(telegram: TelegramServer, owner: Person) -> None:
    latest = telegram.reply(owner.says("/latest"))
    assert "<b>Harbour of Eastbay reopens after storm</b>" in latest.html
    assert "<b>Bupati Rini tinjau bendungan di Sukamulya</b>" in latest.html
    assert "<b>Kabar Pagi</b> · 1 artikel" in telegram.reply(owner.says("/sources")).html
    assert "2 artikel" in telegram.reply(owner.says("/stats")).html


def test_more_is_shown_in_the_same_message(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(LONG))
    shown = telegram.reply(owner.says("/quotes Wulan Sari"))
    first = shown.html
    telegram.answer(owner.presses(shown, "lagi ›"))
    assert telegram.edited(shown).html != first
    assert "4. " in shown.html


def test_who_else_said_something_of_it(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(LONG))
    shown = telegram.reply(owner.says("apa kata Joko Susilo soal pasar ikan?"))
    assert "harus pindah" in shown.html
    telegram.answer(owner.presses(shown, "Siapa lagi"))
    others = telegram.reply(shown)
    assert "Wulan Sari" in others.html
    assert "harus pindah" not in others.html.partition("<blockquote>")[0]


def test_an_export_holds_exactly_what_was_shown(telegram: TelegramServer, owner: Person) -> None:
    shown = telegram.reply(owner.says("apa kata Rini?"))
    later = telegram.reply(owner.says("how much did the repairs cost?"))
    file = telegram.reply(owner.says("/export csv", reply_to=shown))
    rows = list(csv.DictReader(io.StringIO(telegram.data(file).decode("utf-8-sig"))))
    assert [row["speaker"] for row in rows] == ["Rini Astuti"] * len(rows)
    assert rows[0]["text"] in DAM
    assert rows[0]["url"] == "https://t.me/kabarpagi/1"
    lines = telegram.data(telegram.reply(owner.says("/export jsonl"))).decode().splitlines()
    assert all(json.loads(line)["text"] in later.html for line in lines)
    assert "4.2 million" in "".join(json.loads(line)["sentence"] for line in lines)


def test_an_export_of_what_has_pages_holds_the_pages(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says(LONG))
    shown = telegram.reply(owner.says("/quotes Wulan Sari"))
    pages = shown.text
    while any("lagi ›" in label for row in shown.buttons for label in row):
        times = len(shown.edits)
        telegram.answer(owner.presses(shown, "lagi ›"))
        pages += telegram.edited(shown, times + 1).text
    file = telegram.reply(owner.says("/export jsonl", reply_to=shown))
    rows = [json.loads(line) for line in telegram.data(file).decode().splitlines()]
    assert len(rows) == 8
    assert "8 jawaban" in file.html
    assert all(row["text"] in pages for row in rows)


def exported(telegram: TelegramServer, owner: Person, form: str = "jsonl") -> list[dict[str, object]]:
    """Return the rows of what was shown last."""
    data = telegram.data(telegram.reply(owner.says(f"/export {form}"))).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(data))] if form == "csv" else [json.loads(line) for line in data.splitlines()]


def test_an_export_of_who_somebody_is_holds_names_roles_counts_and_the_latest(
    telegram: TelegramServer, owner: Person
) -> None:
    telegram.reply(owner.says("apa kata Budi?"))
    shown = telegram.reply(owner.says("/who rini"))
    whole, role = exported(telegram, owner)
    assert (whole["question"], whole["name"], whole["articles"], whole["quotes"]) == ("/who rini", "Rini Astuti", 1, 1)
    assert str(whole["latest"]) in shown.text
    assert whole["url"] == "https://t.me/kabarpagi/1"
    assert (role["name"], role["role"], role["articles"], role["latest"]) == ("Rini Astuti", "Bupati", 1, None)
    assert [row["role"] for row in exported(telegram, owner, "csv")] == ["", "Bupati"]


def test_an_export_of_sources_and_sums_holds_the_counts_that_were_shown(
    telegram: TelegramServer, owner: Person
) -> None:
    telegram.reply(owner.says("apa kata Budi?"))
    telegram.reply(owner.says("/sources"))
    rows = exported(telegram, owner)
    assert [(row["outlet"], row["articles"]) for row in rows] == [("Kabar Pagi", 1), (None, 1)]
    assert dt.date.fromisoformat(str(rows[0]["since"])) == dt.date.fromisoformat(str(rows[0]["until"]))
    shown = telegram.reply(owner.says("/stats"))
    (row,) = exported(telegram, owner, "csv")
    assert (row["articles"], row["outlets"], row["question"]) == ("2", "1", "/stats")
    assert f"{row['sentences']} kalimat · {row['names']} nama" in shown.text
    delete(telegram, owner, telegram.reply(owner.says(PORT)))
    assert exported(telegram, owner, "csv") == [row], "what was shown is exported, not what is there by now"


def test_as_many_sources_are_exported_as_are_shown(
    telegram: TelegramServer, owner: Person, bot: BotProcess, tmp_path: Path
) -> None:
    rows = [{"text": f"Pasar nomor {n} dibuka.", "outlet": f"Warta {n:03}"} for n in range(110)]
    for half in (rows[:55], rows[55:]):  # too few to be worth the start of other processes
        many = tmp_path / "many.jsonl"
        many.write_text("\n".join(map(json.dumps, half)), encoding="utf-8")
        newsqa(bot, "add", "--jsonl", str(many))
    said = owner.says("/sources")
    telegram.reply(said)
    bot.settled()
    shown = "\n".join(message.text for message in telegram.sent(owner.private, after=said))
    assert "… dan 12 lagi" in shown
    assert len(re.findall(r" · \d+ artikel", shown)) == len(exported(telegram, owner)) == 100


def test_an_export_of_counts_needs_the_desk_over_which_they_were_counted(
    telegram: TelegramServer, owner: Person
) -> None:
    telegram.reply(owner.says("/stats"))
    telegram.reply(owner.says("/desk baru olahraga"))
    telegram.reply(owner.says("/desk pakai olahraga"))
    assert "Belum ada" in telegram.reply(owner.says("/export")).html


def test_the_latest_is_not_exported_once_its_article_is_gone(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("/who Marsh"))
    assert exported(telegram, owner)[0]["latest"]
    delete(telegram, owner, telegram.reply(owner.says(PORT)))
    assert exported(telegram, owner)[0]["latest"] is None


def test_a_look_up_between_two_questions_does_not_break_their_thread(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("apa kata Rini soal pintu air?"))
    telegram.reply(owner.says("/who Budi"))
    assert "Budi Hartono" in telegram.reply(owner.says("dan Budi?")).html


def test_nothing_of_a_private_chat_is_exported_in_a_group(telegram: TelegramServer, owner: Person) -> None:
    telegram.reply(owner.says("apa kata Rini?"))
    group = telegram.supergroup("Redaksi", owner)
    assert "Belum ada" in telegram.reply(owner.says("/export", group)).html


def test_what_is_not_right_is_kept_and_exported(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    shown = telegram.reply(owner.says("apa kata Rini?"))
    assert "Dicatat" in telegram.answer(owner.presses(shown, "Tidak tepat"))["text"]
    bot.stop()
    (row,) = map(json.loads, newsqa(bot, "export", "feedback").splitlines())
    assert (row["question"], row["said"]) == ("apa kata Rini?", "wrong")
