"""What was looked up: who somebody is, the outlets of an archive, how much it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.messages import day, listed, say
from bot.view.answers import cited
from bot.view.markup import escape, messages
from newsqa.newsroom import Outlet, Profile, Stats

_ALIASES, _ROLES = 6, 8  # that are shown of somebody


def profile(value: Profile, language: str) -> str:
    """Return who somebody is by the archive: names, roles with their days, how often, the latest."""
    lines = [f"<b>{escape(value.name)}</b>"]
    if value.aliases:
        names = listed([escape(name) for name in value.aliases[:_ALIASES]], language)
        lines.append(say(language, "who-aliases", names=names))
    for role in value.roles[:_ROLES]:
        said = say(language, "who-role", role=escape(role.role), count=role.articles)
        lines.append(" · ".join([said, *_days(role.since, role.until, language)]))
    counts = say(language, "who-counts", articles=value.articles, quotes=value.quotes)
    lines.append(" · ".join([counts, *_days(value.since, value.until, language)]))
    if value.latest:
        lines += ["", say(language, "who-latest"), cited(value.latest, language)]
    return "\n".join(lines)


def sources(outlets: Sequence[Outlet], language: str) -> list[str]:
    """Return outlets with how many articles from which days, as messages."""
    if not outlets:
        return [say(language, "no-sources")]
    return messages([say(language, "sources"), *(_outlet(outlet, language) for outlet in _summed(outlets))], "\n")


def stats(values: Iterable[Stats], outlets: Sequence[Outlet], language: str) -> str:
    """Return how much an archive holds, and of which days."""
    held = list(values)
    said = say(
        language,
        "stats",
        articles=sum(s.articles for s in held),
        sentences=sum(s.sentences for s in held),
        names=sum(s.names for s in held),
        outlets=len({o.name for o in outlets if o.name}),
    )
    known = [(o.since, o.until) for o in outlets if o.since and o.until]
    since, until = min((s for s, _ in known), default=None), max((u for _, u in known), default=None)
    return "\n".join([said, *(say(language, "stats-days", days=days) for days in _days(since, until, language))])


def _summed(outlets: Iterable[Outlet]) -> list[Outlet]:
    """Return the outlets of several desks, each once, those with most articles first."""
    by_name: dict[str | None, list[Outlet]] = {}
    for outlet in outlets:
        by_name.setdefault(outlet.name, []).append(outlet)
    summed = [
        Outlet(
            name=name,
            articles=sum(o.articles for o in group),
            since=min((o.since for o in group if o.since), default=None),
            until=max((o.until for o in group if o.until), default=None),
        )
        for name, group in by_name.items()
    ]
    return sorted(summed, key=lambda o: -o.articles)


def _outlet(value: Outlet, language: str) -> str:
    name = f"<b>{escape(value.name)}</b>" if value.name else say(language, "no-outlet")
    count = say(language, "articles-count", count=value.articles)
    return " · ".join([name, count, *_days(value.since, value.until, language)])


def _days(since: dt.date | None, until: dt.date | None, language: str) -> list[str]:
    """Return a stretch of days, one where it is one; nothing where none is known."""
    if since is None or until is None:
        return []
    return [day(since, language) if since == until else f"{day(since, language)} – {day(until, language)}"]
