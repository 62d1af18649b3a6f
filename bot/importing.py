"""Files of many articles: taken in beside the chats, with a message that tells how far, and a summary."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

import structlog
from telegram import Message
from telegram.error import TelegramError

from bot import acknowledge, archive, material
from bot.desk import Desk
from bot.letters import Bot, Letter, send
from bot.scene import Place, Scene, elsewhere, enter, letters_of
from bot.settings import Settings
from bot.view.markup import escape
from newsqa.errors import UnreadableArticleError
from newsqa.newsroom import TRIES, Import, refused_part, rows_of_many

log = structlog.get_logger()

_EVERY = 2.0  # seconds between two reports
_NAMED, _WHERE = 15, 60  # bad parts that the summary names, characters of where each stands

Rows = Sequence[dict[str, str]]


async def begin(scene: Scene, message: Message) -> None:
    """Have a file of many articles taken in, in its turn."""
    document, place = message.document, scene.place
    if document is None:
        return
    job = Import(
        chat=place.chat,
        thread=place.thread,
        person=place.person,
        message=message.message_id,
        scope=scene.standing.scope,
        language=scene.language,
        file=document.file_id,
        name=document.file_name or "",
        size=document.file_size,
    )
    await scene.state(lambda state: state.imports.begin(job))
    scene.desk.files.set()


class Importer:
    """Takes in one file after another; what was cut off goes on where it stopped."""

    def __init__(self, bot: Bot, desk: Desk, settings: Settings, wake: Callable[[int], None]) -> None:
        self._bot, self._desk, self._settings, self._wake = bot, desk, settings, wake
        self._reported = 0.0

    async def run(self) -> None:
        """Take in what is there and what comes, until cancelled."""
        while True:
            self._desk.files.clear()
            while job := await self._desk.state(lambda state: state.imports.next()):
                await self._take(job)
            await self._desk.files.wait()

    async def _take(self, job: Import) -> None:
        """Take in one file, say what became of it, and call it done; a file that breaks is not tried for ever."""
        scene = await self._scene(job)
        try:
            text = await self._taken(scene, job)
        except UnreadableArticleError as error:
            text = acknowledge.refusal(scene, error)
        except Exception:
            log.exception("a file could not be taken in", file=job.id)
            text = scene.say("sorry", reference=str(job.message))
        scene.reply(text, job.message if job.message > 0 else None)
        letters = [(chat, body, f"import:{job.id}") for chat, body in letters_of(scene)]
        await self._desk.state(lambda state: state.mail.post(letters))
        await self._desk.state(lambda state: state.imports.finish(job.id))
        self._wake(job.chat)

    async def _taken(self, scene: Scene, job: Import) -> str:
        name = escape(job.name)
        job = await self._report(job, scene.say("import-reading", name=name))
        data = await material.download(self._bot, job.file, job.size)
        rows = await asyncio.to_thread(rows_of_many, data)
        for row in rows[job.done :]:
            if time.monotonic() - self._reported > _EVERY or job.done == 0:
                job = await self._report(job, self._progress(scene, job, rows))
            job = await self._add(scene, job, row)
        await self._report(job, self._progress(scene, job, rows))
        return _summary(scene, job)

    async def _add(self, scene: Scene, job: Import, row: dict[str, str]) -> Import:
        """Add one article of a file; remember that it is done with, and how it went."""
        became: dict[str, object] = {}
        scene.cause = f"import:{job.id}:{job.done}"
        await self._desk.state(lambda state: state.imports.taking(job.id))
        try:
            bad = scene.say("import-fatal") if job.tries >= TRIES else _bad(row, job.language)
            became = {} if bad else _counted(job, await archive.file(scene, {**row}, ()))
        except UnreadableArticleError as error:
            bad = acknowledge.why(error, job.language)
        named = {"bad": (*job.bad, (row["where"], bad))} if bad else {}
        job = job.model_copy(update={"done": job.done + 1, "tries": 0, **became, **named})
        await self._desk.state(lambda state: state.imports.advance(job))
        return job

    async def _report(self, job: Import, text: str) -> Import:
        """Say how far a file is; a chat that will not hear it does not stop the file."""
        self._reported = time.monotonic()
        kind, to = ("edit", None) if job.progress else ("send", job.message if job.message > 0 else None)
        letter = Letter(
            chat=job.chat, thread=job.thread, kind=kind, text=text, reply_to=to, message=job.progress, quiet=True
        )
        try:
            sent = await send(self._bot, letter)
        except TelegramError as error:
            log.info("a report was refused", chat=job.chat, error=error.message)
            return job
        if sent is None:
            return job
        await self._desk.state(lambda state: state.imports.reports(job.id, sent))
        return job.model_copy(update={"progress": sent})

    def _progress(self, scene: Scene, job: Import, rows: Rows) -> str:
        return scene.say(
            "import-progress", name=escape(job.name), done=job.done, count=len(rows), left=len(rows) - job.done
        )

    async def _scene(self, job: Import) -> Scene:
        """Return the scene in which a file was sent, at the desk that it was sent to."""
        place = Place(job.chat, job.person, job.thread)
        here = await enter(self._desk, self._bot, self._settings, place, None)
        return elsewhere(here, place, here.standing._replace(scope=job.scope), job.language)


def _counted(job: Import, filed: archive.Filed) -> dict[str, object]:
    """Return the count of a file that one more article raises: added, renewed or known."""
    kind = "known" if filed.known else "renewed" if filed.before else "added"
    return {kind: getattr(job, kind) + 1}


def _bad(row: dict[str, str], language: str) -> str | None:
    """Return why a part of a file is no article, None where it is one."""
    if "error" not in row:
        return None
    return acknowledge.why(refused_part(row), language)


def _summary(scene: Scene, job: Import) -> str:
    """Return how many articles were added, renewed and known, and which parts of a file were not read and why."""
    counts = {"added": job.added, "renewed": job.renewed, "known": job.known, "bad": len(job.bad)}
    text = scene.say("import-done", name=escape(job.name), **counts)
    lines = [scene.say("import-bad", where=escape(where[-_WHERE:]), reason=why) for where, why in job.bad[:_NAMED]]
    if len(job.bad) > _NAMED:
        lines.append(scene.say("import-more", count=len(job.bad) - _NAMED))
    return "\n".join([text, *lines])
