"""A question put to every desk that may be read, and remembered with what was shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.scene import Scene
from newsqa.errors import UnknownArticleError
from newsqa.model import Answer, Article, Evidence, Reply
from newsqa.newsroom import Newsroom, Shown, Stored, Turn


class Asked(NamedTuple):
    """A question as it was understood, and what was found: (desk, answer) each, best first."""

    question: str
    found: bool
    sourced: Sequence[tuple[str, Answer]]

    @property
    def answers(self) -> list[Answer]:
        """Return the answers alone."""
        return [answer for _, answer in self.sourced] if self.found else []

    @property
    def sources(self) -> list[tuple[str, Article]]:
        """Return the articles that the answers stand in, (desk, article) each, best first."""
        return [(desk, answer.evidence.article) for desk, answer in self.sourced]

    @property
    def closest(self) -> list[Answer]:
        """Return what comes closest, where nothing was found."""
        return [] if self.found else [answer for _, answer in self.sourced]


async def ask(scene: Scene, question: str, article: str | None = None) -> Asked:
    """Return what the desks that this place may read say to a question. Raises UnreadableQuestionError."""
    desks = await readable(scene)

    def put(newsroom: Newsroom) -> list[tuple[str, Reply]]:
        return list(_put(newsroom, desks, question, article))

    replies = await scene.newsroom(put)
    found = [(desk, reply) for desk, reply in replies if reply.found]
    answers = [(desk, a) for desk, reply in found or replies for a in (reply.answers if found else reply.closest)]
    return Asked(question, bool(found), answers)


async def readable(scene: Scene) -> list[str]:
    """Return the desks that this place may read, its own first."""
    scope = scene.standing.scope
    return await scene.state(lambda state: state.people.readable(scope))


async def keep(scene: Scene, message: int, asked: Asked) -> int:
    """Remember a question and what is shown in answer to it; return its id."""
    place = scene.place
    turn = Turn(
        chat=place.chat,
        thread=place.thread or 0,
        person=place.person,
        message=message,
        question=asked.question,
        language=scene.language,
        found=asked.found,
        answers=tuple(Shown.of(desk, answer) for desk, answer in asked.sourced),
        asked=dt.datetime.now(dt.UTC),
    )
    return await scene.state(lambda state: state.record.keep(turn))


async def last(scene: Scene) -> Turn | None:
    """Return the question that this person asked last in this chat and topic."""
    place = scene.place
    return await scene.state(lambda state: state.record.last(place.chat, place.thread or 0, place.person))


async def remembered(scene: Scene, turn: Turn) -> Asked:
    """Return what was shown in answer to a question, as far as its articles are still there and may be read."""
    desks = await readable(scene)

    def gather(newsroom: Newsroom) -> list[tuple[str, Answer]]:
        return [(shown.scope, a) for shown in turn.answers if shown.scope in desks for a in _again(newsroom, shown)]

    return Asked(turn.question, turn.found, await scene.newsroom(gather))


async def stored(scene: Scene, shown: Shown) -> Stored | None:
    """Return the article behind an answer, if it is still there and may be read."""
    if shown.scope not in await readable(scene):
        return None
    return await scene.newsroom(lambda newsroom: _stored(newsroom, shown))


def _put(newsroom: Newsroom, desks: Iterable[str], question: str, article: str | None) -> Iterable[tuple[str, Reply]]:
    for desk in desks:
        try:
            yield desk, newsroom.at(desk).ask(question, article)
        except UnknownArticleError:
            continue


def _stored(newsroom: Newsroom, shown: Shown) -> Stored | None:
    try:
        return newsroom.at(shown.scope).show(shown.article)
    except UnknownArticleError:
        return None


def _again(newsroom: Newsroom, shown: Shown) -> Iterable[Answer]:
    stored = _stored(newsroom, shown)
    if stored and shown.evidence.end <= len(stored.article.text):
        fields = shown.model_dump(include={"text", "kind", "status", "score", "speaker", "day"})
        evidence = Evidence(article=stored.article, span=shown.evidence)
        yield Answer(**fields, span=shown.span, evidence=evidence)
