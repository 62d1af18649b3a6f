"""Staying informed: a chat is told of what is new, once, and only of what it may read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from botapi.deeds import Person
from botapi.messages import Chat
from commands import newsqa
from process import BotProcess
from prose import DAM, PORT
from server import TelegramServer
from told import adds, alerts, article_of, first_alert, quiet

pytestmark = pytest.mark.usefixtures("bot")
SYNDICATED = """Bendungan Sukamulya ditinjau bupati, warga diminta bersabar

Pemerintah Kabupaten Sukamulya memastikan perbaikan bendungan berjalan. Hujan lebat mengguyur wilayah itu sepekan penuh.
Sejumlah petani mengeluhkan sawah yang terendam dan jalan desa yang putus di tiga kecamatan.

"Pintu air harus selesai bulan depan," kata Rini kepada wartawan.

Bupati Rini Astuti berjanji kembali ke lokasi pekan depan.
"""

LATER = """Dua pejabat mengundurkan diri

EASTBAY - Syahbandar Helen Marsh dan Bupati Rini Astuti mengundurkan diri pada hari yang sama, Jumat.

"Saya mundur besok," kata Rini Astuti di kantornya.

"Dermaga ini tidak pernah aman," ujar Helen Marsh.

Pengunduran diri keduanya diterima dewan dalam sidang yang berlangsung sampai malam, tanpa satu pun suara yang menolak.
Pengganti sementara akan ditunjuk pekan depan, sedangkan pemilihan menyusul sebelum musim hujan berikutnya tiba.
"""


@pytest.fixture
def group(telegram: TelegramServer, owner: Person) -> Chat:
    return telegram.supergroup("Redaksi", owner, telegram.user("Sam", language="en"))


def test_a_watch_tells_a_quote_with_its_source(telegram: TelegramServer, owner: Person, group: Chat) -> None:
    said = telegram.reply(owner.says("/watch Rini Astuti", group))
    assert "begitu ada artikel baru dengan kutipan atau fakta dari <b>Rini Astuti</b>" in said.html
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    telegram.reply(owner.forwards(channel.posts(DAM))[0])
    alert = first_alert(telegram, group)
    assert alert.html.startswith("Baru: <b>Rini Astuti</b>\n<blockquote")
    assert "“Pintu air harus selesai bulan depan” · Rini Astuti" in alert.html
    assert "Budi" not in alert.html.replace("Budi Hartono di lokasi", "")
    assert "Kabar Pagi" in alert.html
    assert "https://t.me/kabarpagi/1" in alert.html
    assert alert.buttons == [["Artikel", "Jeda"]]
    telegram.answer(owner.presses(alert, "Artikel"))
    assert "340 keluarga" in telegram.reply(alert).html


def test_a_phrase_is_told_across_languages(telegram: TelegramServer, owner: Person, group: Chat) -> None:
    telegram.reply(owner.says('/watch "badai"', group))
    adds(telegram, owner, PORT)
    assert "storm" in first_alert(telegram, group).html


def test_copies_are_told_once(telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat) -> None:
    telegram.reply(owner.says('/watch "pintu air"', group))
    adds(telegram, owner, DAM)
    first_alert(telegram, group)
    adds(telegram, owner, SYNDICATED)
    quiet(bot, telegram, group, 1)


def test_nothing_new_is_nothing_said(telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat) -> None:
    telegram.reply(owner.says("/watch Haniyeh", group))
    adds(telegram, owner, DAM)
    quiet(bot, telegram, group)


def test_a_watch_is_paused_resumed_and_removed(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Marsh", group))
    listed = telegram.reply(owner.says("/watches", group))
    assert "1. Marsh" in listed.html
    telegram.answer(owner.presses(listed, "Jeda 1"))
    assert "dijeda" in telegram.edited(listed).html
    adds(telegram, owner, PORT)
    quiet(bot, telegram, group)
    telegram.answer(owner.presses(listed, "Lanjutkan 1"))
    assert "dijeda" not in telegram.edited(listed, 2).html
    adds(telegram, owner, LATER)
    alert = first_alert(telegram, group)
    assert "Dijeda" in telegram.answer(owner.presses(alert, "Jeda"))["text"]
    telegram.answer(owner.presses(listed, "Hapus 1"))
    assert "Siapa atau apa" in telegram.edited(listed, 3).html
    assert "tidak berlaku" in telegram.answer(owner.presses(alert, "Jeda"))["text"]


def test_the_same_watch_twice_is_one(telegram: TelegramServer, owner: Person, group: Chat) -> None:
    telegram.reply(owner.says("/watch Marsh", group))
    assert "sudah dipantau" in telegram.reply(owner.says("/watch marsh", group)).html
    assert "2." not in telegram.reply(owner.says("/watches", group)).html


def test_no_chat_is_told_of_another_desks_article(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/desk baru olahraga"))
    telegram.reply(owner.says("/desk pakai olahraga", group))
    telegram.reply(owner.says("/watch Rini", group))
    telegram.reply(owner.says("/watch Rini"))
    adds(telegram, owner, DAM)
    first_alert(telegram, owner.private)
    quiet(bot, telegram, group)


def test_a_desk_is_told_of_what_is_shared_with_it(telegram: TelegramServer, owner: Person, group: Chat) -> None:
    telegram.reply(owner.says("/desk baru olahraga"))
    telegram.reply(owner.says("/desk bagi olahraga"))
    telegram.reply(owner.says("/desk pakai olahraga", group))
    telegram.reply(owner.says("/watch Rini", group))
    adds(telegram, owner, DAM)
    assert "Pintu air" in first_alert(telegram, group).html


def test_who_was_put_out_is_told_nothing(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    lia = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {lia.id}"))
    telegram.reply(lia.says("/watch Rini"))
    telegram.reply(owner.says(f"/remove {lia.id}"))
    adds(telegram, owner, DAM)
    quiet(bot, telegram, lia.private)


def test_an_embargo_holds_alerts_back_until_it_ends(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    desk = telegram.supergroup("Meja", owner)
    telegram.reply(owner.says("/embargo until tomorrow", desk, reply_to=owner.says(DAM, desk)))
    article = article_of(telegram.sent(desk)[-1])
    quiet(bot, telegram, group)
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)  # the command may take some of them
    telegram.reply(owner.says(f"/embargo {article} until {soon.isoformat(timespec='seconds')}"))
    assert "Pintu air" in first_alert(telegram, group).html


def test_what_is_added_by_the_command_line_is_news_too(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat, tmp_path: Path
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    (tmp_path / "dam.txt").write_text(DAM)
    newsqa(bot, "add", str(tmp_path / "dam.txt"))
    assert "Pintu air" in first_alert(telegram, group).html


def test_news_is_told_once_though_the_bot_is_killed(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    telegram.faults.slow(0.4, method="sendMessage", times=2)
    owner.says(DAM)
    telegram.wait_for(lambda: not telegram.updates.pending)
    bot.restart(kill=True)
    first_alert(telegram, group)
    quiet(bot, telegram, group, 1)


def test_who_blocks_the_bot_is_told_again_after_unblocking(
    telegram: TelegramServer, owner: Person, bot: BotProcess
) -> None:
    lia = telegram.user("Lia", language="en")
    telegram.reply(owner.says(f"/admit {lia.id}"))
    telegram.reply(lia.says("/watch Rini"))
    lia.blocks()
    adds(telegram, owner, DAM)
    bot.settled()
    assert alerts(telegram, lia.private) == []
    lia.unblocks()
    bot.settled()
    adds(telegram, owner, LATER)
    assert "Saya mundur besok" in first_alert(telegram, lia.private).html


def test_a_chat_that_forbids_is_paused_and_says_so_in_its_list(
    telegram: TelegramServer, owner: Person, bot: BotProcess, group: Chat
) -> None:
    telegram.reply(owner.says("/watch Rini", group))
    telegram.faults.forbid("bot was kicked from the supergroup chat", chat=group.id, method="sendMessage")
    adds(telegram, owner, DAM)
    bot.wait_log("put the bot out")
    assert "dijeda" in telegram.reply(owner.says("/watches", group)).html


def test_a_supergroup_keeps_the_watches_of_its_group(telegram: TelegramServer, owner: Person, bot: BotProcess) -> None:
    small = telegram.group("Redaksi", owner)
    telegram.reply(owner.says("/watch Rini", small))
    telegram.reply(owner.says("/digest 06:30", small))
    large = telegram.migrate(small)
    bot.settled()
    listed = telegram.reply(owner.says("/watches", large)).html
    assert "1. Rini" in listed
    assert "06.30 WIB" in listed
    telegram.reply(owner.says("/digest off", large))
    adds(telegram, owner, DAM)
    assert "Pintu air" in first_alert(telegram, large).html


def test_words_that_say_nothing_get_help(telegram: TelegramServer, owner: Person) -> None:
    for words, answer in {
        "/watch": "Siapa atau apa",
        "/watch ?!": "Siapa atau apa",
        "/watch " + "a" * 101: "Siapa atau apa",
        "/digest": "Kabar datang saat itu juga",
        "/digest nanti": "Kabar datang saat itu juga",
        "/digest 25:00": "Kabar datang saat itu juga",
    }.items():
        assert answer in telegram.reply(owner.says(words)).html, words
