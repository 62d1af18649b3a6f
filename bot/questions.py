"""A question put to every desk that may be read, and remembered with what was shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from telegram import Message

from bot import tables
from bot.scene import Scene, replied_to
from bot.tables import Row
from newsqa.errors import UnknownArticleError
from newsqa.model import Answer, Article, Detail, Evidence, Reply
from newsqa.newsroom import After, Earlier, Lookups, Newsroom, Shown, Stored, Sums, Turn, followup

FIRST = 3  # answers of which more is told: those that a person sees without turning a page
FRESH = dt.timedelta(minutes=5)  # after which the next question stands by itself
_AHEAD = dt.timedelta(seconds=30)  # by which Telegram's clock may be behind ours


class Asked(NamedTuple):
    """A question as it was understood, and what was found: (desk, answer) each, best first.

    `filled` tells that it left out something, `others` that answers were asked for besides those given before; `base`
    is the earlier question whose answers it asks more of; `rows` is what is shown that is no answer.
    """

    question: str
    found: bool
    sourced: Sequence[tuple[str, Answer]]
    filled: bool = False
    others: bool = False
    base: int | None = None
    rows: Sequence[Row] = ()

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


async def ask(scene: Scene, question: str, article: str | None = None, after: After | None = None) -> Asked:
    """Return what the desks that this place may read say to a question. Raises UnreadableQuestionError."""
    desks = await readable(scene)

    def put(newsroom: Newsroom) -> list[tuple[str, Reply]]:
        return list(_put(desks, newsroom, lambda one: one.ask(question, article, after)))

    replies = await scene.newsroom(put)
    found = [(desk, reply) for desk, reply in replies if reply.found]
    answers = [(desk, a) for desk, reply in found or replies for a in (reply.answers if found else reply.closest)]
    return Asked(question, bool(found), answers)


async def follow(scene: Scene, text: str, before: Turn) -> Asked | None:
    """Return what is said to a text that leaves out what was clear before; None where it stands by itself.

    Raises UnreadableQuestionError.
    """
    speakers = tuple(shown.speaker for shown in before.answers if shown.speaker)
    answers = tuple(shown.text for shown in before.answers) if before.found else ()
    meant = followup(text, Earlier(question=before.question, answers=answers, speakers=speakers))
    if meant is None:
        return None
    if meant.others:
        told = await scene.state(lambda state: state.record.told(before))
        return (await ask(scene, meant.question, after=After(tuple(told))))._replace(others=True)
    if meant.detail and before.found and before.answers:
        return await _more_of(scene, text, before, meant.detail)
    there = before.answers[0].article if meant.there and before.found and before.answers else None
    after = After(named=meant.named)
    asked = await ask(scene, meant.question, there, after)
    if there and not asked.found:
        asked = await ask(scene, meant.question, after=after)
    return asked._replace(filled=True)


async def _more_of(scene: Scene, text: str, before: Turn, detail: Detail) -> Asked:
    """Return what more is told of the answers that a person saw first; where nothing is, the first of them."""
    shown = (await remembered(scene, before)).sourced[:FIRST]

    def gather(newsroom: Newsroom) -> list[tuple[str, Answer]]:
        return [(desk, more) for desk, one in shown for more in newsroom.at(desk).lookups.details(one, detail)]

    found = {(desk, one.evidence.article.id, one.span): one for desk, one in await scene.newsroom(gather)}
    sourced = [(desk, one) for (desk, _, _), one in found.items()]
    question = f"{before.question.rstrip()} – {text.strip()}"
    return Asked(question, bool(found), sourced or shown[:1], filled=True, base=before.id)


async def look_up(
    scene: Scene, words: str, find: Callable[[Lookups], Sequence[Answer]], *, ordered: bool = True
) -> Asked:
    """Return what a look-up finds at the desks that this place may read, newest first unless it is `ordered` itself."""
    desks = await readable(scene)

    def gather(newsroom: Newsroom) -> list[tuple[str, Answer]]:
        return [(desk, answer) for desk in desks for answer in find(newsroom.at(desk).lookups)]

    found = await scene.newsroom(gather)
    if not ordered:
        found.sort(key=lambda pair: str(pair[1].day or pair[1].evidence.article.day or ""))
    return Asked(words, bool(found), found)


async def voices(scene: Scene, turn: Turn) -> Asked:
    """Return what others said on the topic of a question that was answered."""
    speakers = [shown.speaker for shown in turn.answers if shown.speaker]
    return await look_up(scene, turn.question, lambda lookups: lookups.voices(turn.question, speakers))


async def before(scene: Scene, message: Message) -> Turn | None:
    """Return the question that a message may follow up: the one whose answer it replies to, else the last, if fresh."""
    replied, place = replied_to(message), scene.place
    if replied is not None:
        turn = await scene.state(lambda state: state.record.replied(place.chat, replied.message_id))
    else:
        turn = await last(scene, sums=False)
        turn = turn if turn and -_AHEAD <= message.date - turn.asked <= FRESH else None
    base = turn.base if turn else None
    turn = await scene.state(lambda state: state.record.turn(base)) if base else turn
    return None if turn is None or is_lookup(turn.question) else turn


def is_lookup(question: str) -> bool:
    """Tell whether something was looked up by a command, which is no question."""
    return question.startswith("/")


def is_news(question: str) -> bool:
    """Tell whether the newest articles were looked up."""
    return question.startswith("/latest")


async def readable(scene: Scene) -> list[str]:
    """Return the desks that this place may read, its own first."""
    scope = scene.standing.scope
    return list(scene.desks) or await scene.state(lambda state: state.people.readable(scope))


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
        base=asked.base,
        sums=Sums(desks=tuple(await readable(scene)), rows=tuple(asked.rows)) if asked.rows else None,
    )
    return await scene.state(lambda state: state.record.keep(turn))


async def last(scene: Scene, *, sums: bool = True) -> Turn | None:
    """Return what this person asked last in this chat and topic; without `sums` no look-up of roles or counts."""
    place = scene.place
    return await scene.state(lambda state: state.record.last(place.chat, place.thread or 0, place.person, sums=sums))


async def remembered(scene: Scene, turn: Turn) -> Asked:
    """Return what was shown in answer to a question, as far as its articles are still there and may be read."""
    desks = await readable(scene)

    def gather(newsroom: Newsroom) -> list[tuple[str, Answer]]:
        return [(shown.scope, a) for shown in turn.answers if shown.scope in desks for a in _again(newsroom, shown)]

    found = await scene.newsroom(gather)
    return Asked(turn.question, turn.found, found, rows=_rows_again(turn, desks, [a for _, a in found]))


async def stored(scene: Scene, shown: Shown) -> Stored | None:
    """Return the article behind an answer, if it is still there and may be read."""
    if shown.scope not in await readable(scene):
        return None
    return await scene.newsroom(lambda newsroom: _stored(newsroom, shown))


def _rows_again(turn: Turn, desks: Sequence[str], answers: Iterable[Answer]) -> list[Row]:
    """Return what was shown that is no answer, while every desk that it was counted over may be read."""
    if turn.sums is None or not set(turn.sums.desks) <= set(desks):
        return []
    kept = {answer.evidence.article.id for answer in answers}
    return [tables.without_latest(row, kept) for row in turn.sums.rows]


def _put(desks: Iterable[str], newsroom: Newsroom, put: Callable[[Newsroom], Reply]) -> Iterable[tuple[str, Reply]]:
    for desk in desks:
        try:
            yield desk, put(newsroom.at(desk))
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
