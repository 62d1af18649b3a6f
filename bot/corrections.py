"""Corrections made in a chat: by whom, and whether they could be."""

from __future__ import annotations

import datetime as dt
import re

from telegram import User

from bot.letters import Keyboard
from bot.scene import Scene
from bot.view import fixes
from newsqa.errors import UncorrectableError, UnknownArticleError
from newsqa.newsroom import Correction, Fix, Newsroom, Stored, moment

_YEAR = re.compile(r"\d{4}")
_BACK = (dt.timedelta(0), dt.timedelta(days=7), dt.timedelta(days=365))  # a weekday is the last one, so is a date


async def make(scene: Scene, article: str, fix: Fix, who: str) -> Correction | None:
    """Set something right; None where there is nothing to correct (any more)."""
    person = scene.place.person
    await scene.state(lambda state: state.people.remember(person, "name", who))
    return await scene.newsroom(lambda newsroom: _made(newsroom, article, fix, person))


async def undo(scene: Scene, article: str, no: int) -> Correction | None:
    """Take a correction back; None where it does not hold any more."""
    person = scene.place.person
    return await scene.newsroom(lambda newsroom: _undone(newsroom, article, no, person))


async def log(scene: Scene, article: str) -> list[Correction]:
    """Return all corrections of an article, oldest first."""
    return await scene.newsroom(lambda newsroom: newsroom.corrections(article))


async def shown(scene: Scene, stored: Stored) -> tuple[str, Keyboard]:
    """Return what was set right in an article, by whom and when."""
    made = await log(scene, stored.article.id)
    people = {person for c in made for person in (c.by, c.undone_by) if person is not None}
    return fixes.log(stored, made, await names(scene, people), scene.settings.zone, scene.language)


async def undone(scene: Scene, stored: Stored, no: int) -> str | None:
    """Take a correction back; return what to say of it, None where it does not hold any more."""
    correction = await undo(scene, stored.article.id, no)
    if correction is None:
        return None
    return f"{scene.say('fix-taken-back')} {fixes.said(correction, scene.settings.zone, scene.language)}"


def who(user: User | None) -> str:
    """Return under which name someone's corrections are logged."""
    return user.full_name if user else "?"


async def names(scene: Scene, people: set[int]) -> dict[int, str]:
    """Return what those who made corrections are called."""
    return await scene.state(lambda state: {p: state.people.recall(p, "name") or str(p) for p in people})


def published(text: str, now: dt.datetime, zone: dt.tzinfo) -> str | None:
    """Return the publishing day, or instant, that someone typed; None for none, and for one that is yet to come."""
    for back in _BACK[:1] if _YEAR.search(text) else _BACK:
        found = moment(text, now - back, zone)
        if found and found <= now:
            return found.isoformat() if found.time() != dt.time() else found.date().isoformat()
    return None


def _made(newsroom: Newsroom, article: str, fix: Fix, person: int) -> Correction | None:
    try:
        return newsroom.correct(article, fix, person)
    except UnknownArticleError:
        return None
    except UncorrectableError:
        return _again(newsroom.corrections(article), fix, person)


def _again(made: list[Correction], fix: Fix, person: int) -> Correction | None:
    """Return a correction that was made before a crash, and is asked for once more by the same update."""
    last = made[-1] if made else None
    same = last and last.undone_at is None and (last.kind, last.after, last.by) == (fix.kind, fix.after, person)
    about = last is not None and last.start == (fix.span.start if fix.span else None)
    return last if last and same and about and fix.name in {None, last.before} else None


def _undone(newsroom: Newsroom, article: str, no: int, person: int) -> Correction | None:
    try:
        return newsroom.undo(article, no, person)
    except UnknownArticleError:
        return None
