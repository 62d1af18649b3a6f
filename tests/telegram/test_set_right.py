"""An edited post of a channel: the channel stays quiet, and who heard what is gone hears what stands there now."""

from __future__ import annotations

import pytest
from adding import identifier
from botapi.deeds import Channel, Person
from botapi.messages import Chat, Message
from process import BotProcess
from prose import DAM
from server import TelegramServer
from told import alerts, quiet

pytestmark = pytest.mark.usefixtures("bot")
LATER = DAM.replace("selesai bulan depan", "selesai tahun depan")
WITHOUT = DAM.replace('"Pintu air harus selesai bulan depan," kata Rini kepada wartawan.\n\n', "")


@pytest.fixture
def channel(telegram: TelegramServer, owner: Person) -> Channel:
    """A channel of the newsroom."""
    channel = telegram.channel("Kabar Pagi", username="kabarpagi")
    channel.chat.status[owner.id] = "administrator"
    owner.adds_bot(channel.chat)
    return channel


@pytest.fixture
def group(telegram: TelegramServer, owner: Person) -> Chat:
    """A group that watches for Rini."""
    group = telegram.supergroup("Redaksi", owner)
    telegram.reply(owner.says("/watch Rini", group))
    return group


@pytest.fixture
def post(telegram: TelegramServer, channel: Channel, group: Chat) -> Message:
    """A post of which the group was told."""
    post = channel.posts(DAM)
    assert "selesai bulan depan" in telegram.wait_for(lambda: alerts(telegram, group))[0].html
    return post


def corrections(telegram: TelegramServer, chat: Chat) -> list[Message]:
    return [m for m in telegram.sent(chat) if m.html.startswith(("Dikoreksi: ", "Corrected: "))]


def test_a_quotation_that_was_told_and_has_changed_is_set_right(
    telegram: TelegramServer, bot: BotProcess, channel: Channel, post: Message, group: Chat
) -> None:
    channel.edits(post, LATER)
    said = telegram.wait_for(lambda: corrections(telegram, group))[0].html
    assert said.startswith("Dikoreksi: <b>Rini</b>\n<blockquote")
    assert "<s>Pintu air harus selesai bulan depan</s>\n→ “Pintu air harus selesai tahun depan” · Rini Astuti" in said
    assert "<b>Bupati Rini tinjau bendungan di Sukamulya</b> · Kabar Pagi" in said
    quiet(bot, telegram, group, 2)
    assert telegram.sent(channel.chat) == []


def test_a_quotation_that_was_told_and_is_gone_is_named(
    telegram: TelegramServer, bot: BotProcess, channel: Channel, post: Message, group: Chat
) -> None:
    channel.edits(post, WITHOUT)
    said = telegram.wait_for(lambda: corrections(telegram, group))[0].html
    assert "“<s>Pintu air harus selesai bulan depan</s>” · Rini Astuti · <i>tidak ada lagi dalam artikel</i>" in said
    channel.edits(post, WITHOUT + "\nHujan reda.\n")
    quiet(bot, telegram, group, 2)


def test_what_was_told_and_stands_is_not_told_again(
    telegram: TelegramServer, bot: BotProcess, channel: Channel, post: Message, group: Chat
) -> None:
    channel.edits(post, DAM.replace("340 keluarga", "355 keluarga").replace("bulan depan,", "bulan depan!"))
    quiet(bot, telegram, group, 1)


def test_what_was_edited_before_it_was_told_is_told_as_it_is_then(
    telegram: TelegramServer, owner: Person, bot: BotProcess, channel: Channel, group: Chat
) -> None:
    telegram.reply(owner.says("/digest 06:30", group))
    post = channel.posts(DAM)
    bot.settled(0.6)
    channel.edits(post, f"Berita terbaru hari ini\n\n{LATER}")
    bot.settled(0.6)
    telegram.reply(owner.says("/digest selesai", group))
    told = telegram.wait_for(lambda: alerts(telegram, group))
    assert "“Pintu air harus selesai tahun depan” · Rini Astuti" in told[0].html
    assert "bulan depan" not in told[0].html
    quiet(bot, telegram, group, 1)


def test_the_article_says_when_and_how_it_was_changed(
    telegram: TelegramServer, owner: Person, bot: BotProcess, channel: Channel, post: Message
) -> None:
    summary = identifier(telegram.reply(owner.forwards(post)[0]))
    assert "Diperbarui" not in telegram.reply(owner.says("/latest")).html
    channel.edits(post, LATER)
    bot.settled(0.6)
    shown = telegram.reply(owner.says(f"/article {summary}")).html
    assert "1 kalimat baru, 1 hilang · 3 kutipan\n" in shown
    assert '+ "Pintu air harus selesai tahun depan," kata Rini kepada wartawan.' in shown
    latest = telegram.reply(owner.says("/latest")).html
    assert "\n✎ <i>Diperbarui " in latest
    assert latest.endswith(": Bupati Rini tinjau bendungan di Sukamulya</i>")
