"""What a message brings to be added: its own words, a file, or the page that it links to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple

import stamina
from telegram import Document, Message
from telegram.error import BadRequest, NetworkError, TelegramError

from bot import sources
from bot.letters import Bot
from bot.scene import Scene
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import rows_of_file, rows_of_link

MOST = 20 * 1024 * 1024  # bytes; Telegram gives bots no larger file

Row = dict[str, Any]


class Find(NamedTuple):
    """One article that messages bring: what is told of it, its text by message, and by what it is known again."""

    row: Row
    parts: Sequence[tuple[int, str]]
    links: tuple[str, ...] = ()


class TooLargeError(UnreadableArticleError):
    """Name the file that Telegram will not give."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message, "large", {"most": MOST // 2**20})


async def find(scene: Scene, messages: Sequence[Message], link: str | None = None) -> Find:
    """Return the article that messages bring; `link` is the page that it stands on, if it is not in their words.

    Raises UnreadableArticleError where it cannot be had; a forward whose page cannot is taken at its words.
    """
    first = messages[0]
    if first.document:
        return _found(scene, messages, await of_document(scene.bot, first.document))
    if link is None:
        parts = [(m.message_id, text) for m in messages if (text := sources.text_of(m))]
        return Find(sources.row(messages, scene.settings.zone), parts, sources.identity(first))
    try:
        page = await of_link(link)
    except UnreadableArticleError:
        if not sources.is_passed_on(first):
            raise
        return await find(scene, messages)
    return _found(scene, messages, page, link)


async def text(scene: Scene, message: Message) -> str:
    """Return the text that a message brings. Raises UnreadableArticleError."""
    if message.document:
        return str((await of_document(scene.bot, message.document))["text"])
    pages = sources.pages(message)
    if pages:
        return str((await of_link(pages[0]))["text"])
    return sources.excerpt(message) or sources.behind_command(message)


async def of_link(link: str) -> Row:
    """Return what a page tells of its article. Raises UnreadableArticleError."""
    return _one(await asyncio.to_thread(rows_of_link, link))


async def of_document(bot: Bot, document: Document) -> Row:
    """Return what a file tells of its article. Raises UnreadableArticleError."""
    data = await download(bot, document.file_id, document.file_size)
    return _one(await asyncio.to_thread(rows_of_file, data, document.file_name or ""))


async def download(bot: Bot, file: str, size: int | None) -> bytes:
    """Return the bytes of a file. Raises UnreadableArticleError for one that Telegram does not give."""
    if size is not None and size > MOST:
        raise TooLargeError(f"{size / 2**20:.0f} MB")
    try:
        return await _download(bot, file)
    except BadRequest as error:
        raise TooLargeError(error.message) from error
    except TelegramError as error:
        raise UnreadableArticleError(f"Telegram does not give the file: {error.message}", "withheld") from error


@stamina.retry(on=lambda e: isinstance(e, NetworkError) and not isinstance(e, BadRequest), attempts=4, timeout=60)
async def _download(bot: Bot, file: str) -> bytes:
    return bytes(await (await bot.get_file(file)).download_as_bytearray())


def _found(scene: Scene, messages: Sequence[Message], row: Row, *links: str) -> Find:
    """Return what a file or page holds; what it does not say of itself, the message may."""
    told = sources.row(messages, scene.settings.zone, row["text"])
    row = told | {key: value for key, value in row.items() if value}
    known = (*sources.identity(messages[0]), *links, *filter(None, [row.get("url") if links else None]))
    return Find(row, [(messages[0].message_id, row["text"])], tuple(dict.fromkeys(known)))


def _one(rows: Sequence[Row]) -> Row:
    """Return the one article of a source; of several, as of a feed, none is meant."""
    texts = [row for row in rows if row.get("text")]
    if len(texts) != 1:
        if not texts:
            raise UnreadableArticleError("there is no text in it", "empty")
        raise UnreadableArticleError(f"there are {len(texts)} articles in it", "several", {"count": len(texts)})
    return texts[0]
