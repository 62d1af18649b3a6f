"""What was looked up: who somebody is, the outlets of an archive, how much it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot import tables
from bot.messages import day, listed, say
from bot.tables import Row
from bot.view.answers import cited
from bot.view.markup import escape, messages
from newsqa.newsroom import Outlet, Profile


def profile(value: Profile, language: str) -> str:
    """Return who somebody is by the archive: names, roles with their days, how often, the latest."""
    lines = [f"<b>{escape(value.name)}</b>"]
    if value.aliases:
        names = listed([escape(name) for name in value.aliases], language)
        lines.append(say(language, "who-aliases", names=names))
    for role in value.roles:
        said = say(language, "who-role", role=escape(role.role), count=role.articles)
        lines.append(" · ".join([said, *_days(role.since, role.until, language)]))
    counts = say(language, "who-counts", articles=value.articles, quotes=value.quotes)
    lines.append(" · ".join([counts, *_days(value.since, value.until, language)]))
    if value.latest:
        lines += ["", say(language, "who-latest"), cited(value.latest, language)]
    return "\n".join(lines)


def sources(outlets: Sequence[Outlet], more: int, language: str) -> list[str]:
    """Return outlets with how many articles from which days, as messages; and how many `more` there are."""
    if not outlets:
        return [say(language, "no-sources")]
    rest = [say(language, "sources-more", count=more)] if more else []
    return messages([say(language, "sources"), *(_outlet(outlet, language) for outlet in outlets), *rest], "\n")


def stats(row: Row, language: str) -> str:
    """Return how much an archive holds, and of which days."""
    counts = {name: row[name] for name in ("articles", "sentences", "names", "outlets")}
    lines = [say(language, "stats-days", days=days) for days in _days(*tables.days(row), language)]
    return "\n".join([say(language, "stats", **counts), *lines])


def _outlet(value: Outlet, language: str) -> str:
    name = f"<b>{escape(value.name)}</b>" if value.name else say(language, "no-outlet")
    count = say(language, "articles-count", count=value.articles)
    return " · ".join([name, count, *_days(value.since, value.until, language)])


def _days(since: dt.date | None, until: dt.date | None, language: str) -> list[str]:
    """Return a stretch of days, one where it is one; nothing where none is known."""
    if since is None or until is None:
        return []
    return [day(since, language) if since == until else f"{day(since, language)} – {day(until, language)}"]
