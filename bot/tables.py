"""What look-ups count, once for all desks that are read: what is shown of it is what is exported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from newsqa.newsroom import Outlet, Profile, Stats

Row = dict[str, str | int | None]
_ALIASES, _ROLES = 6, 8  # that are shown of somebody
_LATEST = ("latest", "article", "url")


def told(profile: Profile) -> Profile:
    """Return somebody with as many names and roles as are shown."""
    return profile.model_copy(update={"aliases": profile.aliases[:_ALIASES], "roles": profile.roles[:_ROLES]})


def person(value: Profile) -> list[Row]:
    """Return somebody as rows: all of it first, then each role."""
    whole: Row = {"name": value.name, "aliases": "; ".join(value.aliases), "role": None}
    whole |= {"articles": value.articles, "quotes": value.quotes, **_days(value.since, value.until)}
    whole |= dict.fromkeys(_LATEST)
    if value.latest:
        article = value.latest.evidence.article
        whole |= {"latest": value.latest.text, "article": article.id, "url": article.url}
    roles = ({"role": r.role, "articles": r.articles, **_days(r.since, r.until)} for r in value.roles)
    return [whole, *({**dict.fromkeys(whole), "name": value.name, **role} for role in roles)]


def without_latest(row: Row, kept: Iterable[str]) -> Row:
    """Return a row of somebody; what was the latest is left out where its article is not among those still shown."""
    return row if row.get("article") in {None, *kept} else {**row, **dict.fromkeys(_LATEST)}


def summed(outlets: Iterable[Outlet]) -> list[Outlet]:
    """Return the outlets of several desks, each once, those with most articles first, the nameless last of equals."""
    by_name: dict[str | None, list[Outlet]] = {}
    for outlet in outlets:
        by_name.setdefault(outlet.name, []).append(outlet)
    return sorted((_sum(name, group) for name, group in by_name.items()), key=lambda o: (-o.articles, o.name is None))


def outlet(value: Outlet) -> Row:
    """Return an outlet as a row."""
    return {"outlet": value.name, "articles": value.articles, **_days(value.since, value.until)}


def archive(stats: Sequence[Stats], outlets: Sequence[Outlet]) -> Row:
    """Return how much several desks hold as a row."""
    counted = {name: sum(getattr(s, name) for s in stats) for name in ("articles", "sentences", "names")}
    whole = _sum(None, outlets)
    return {**counted, "outlets": len({o.name for o in outlets if o.name}), **_days(whole.since, whole.until)}


def days(row: Mapping[str, str | int | None]) -> tuple[dt.date | None, dt.date | None]:
    """Return the days between which lies what a row counts."""
    since, until = (dt.date.fromisoformat(str(row[name])) if row[name] else None for name in ("since", "until"))
    return since, until


def _sum(name: str | None, outlets: Sequence[Outlet]) -> Outlet:
    return Outlet(
        name=name,
        articles=sum(o.articles for o in outlets),
        since=min((o.since for o in outlets if o.since), default=None),
        until=max((o.until for o in outlets if o.until), default=None),
    )


def _days(since: dt.date | None, until: dt.date | None) -> Row:
    return {"since": str(since) if since else None, "until": str(until) if until else None}
