"""What chats wait for, what there is to tell them, and when they want to be told."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Literal

from newsqa.model import AnswerKind, Status, Value
from newsqa.store.state.connection import Connection

WatchState = Literal["on", "paused", "silenced"]
MOST_WATCHES = 50  # watches of one chat
_REMEMBERED = dt.timedelta(days=30)  # how long a copy of what was told is known for one


class Watcher(Value):
    """A watch of a chat: `phrase` where every word of it must be said, else somebody's name."""

    id: int
    chat: int
    thread: int
    person: int
    words: str
    phrase: bool
    language: str
    state: WatchState


class News(Value):
    """Something for a watch, not yet told: where its evidence stands in which article, and its words there.

    `gone` is what the chat was told before and the article says no more; then there may be no evidence instead of it.
    """

    id: int = 0
    watch: int
    scope: str
    article: str
    kind: AnswerKind
    start: int
    end: int
    speaker: str | None = None
    status: Status
    words: str = ""
    gone: str | None = None


class Told(Value):
    """What a chat heard from an article: in plain form and as it stood."""

    watch: int
    plain: str
    shown: str
    speaker: str | None = None


class Digest(Value):
    """When a chat wants to be told once a day: an hour and minute in a time zone, and the next time it is due."""

    chat: int
    thread: int
    at: str
    zone: str
    next: dt.datetime
    language: str


_WATCH = "id, chat, thread, person, words, phrase, language, state"
_NEWS = "id, watch, scope, article, kind, start, end, speaker, status, words, gone"
_DIGEST = "chat, thread, at, zone, next, language"


class Watching:
    """Watches, news and digests."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, watcher: Watcher, key: str) -> bool:
        """Begin to watch; False where the chat does already. One that was paused goes on."""
        chat, thread = watcher.chat, watcher.thread
        if self._db.write(
            "update watches set state = 'on' where chat = ? and thread = ? and key = ? and state != 'on'",
            *(chat, thread, key),
        ):
            return True
        values = (chat, thread, watcher.person, watcher.words, key, watcher.phrase, watcher.language, "on", _now())
        return bool(
            self._db.write(
                "insert or ignore into watches (chat, thread, person, words, key, phrase, language, state, since)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *values,
            )
        )

    def of(self, chat: int) -> list[Watcher]:
        """Return the watches of a chat, oldest first."""
        return self._watches("chat = ?", chat)

    def on(self) -> list[Watcher]:
        """Return every watch that is on."""
        return self._watches("state = 'on'")

    def _watches(self, where: str, *values: object) -> list[Watcher]:
        rows = self._db.rows(f"select {_WATCH} from watches where {where} order by id", *values)  # noqa: S608  the conditions are this class's own
        return [Watcher.model_validate(dict(zip(_WATCH.split(", "), row, strict=True))) for row in rows]

    def turn(self, watch: int, chat: int, state: WatchState) -> bool:
        """Pause a watch of a chat, or let it go on; False where the chat has no such watch."""
        return bool(self._db.write("update watches set state = ? where id = ? and chat = ?", state, watch, chat))

    def remove(self, watch: int, chat: int) -> bool:
        """End a watch of a chat; False where the chat has no such watch."""
        return bool(self._db.write("delete from watches where id = ? and chat = ?", watch, chat))

    def silence(self, chat: int) -> None:
        """Pause what a chat watches for that will not have the bot."""
        self._db.write("update watches set state = 'silenced' where chat = ? and state = 'on'", chat)

    def resume(self, chat: int) -> None:
        """Go on with what was paused because a chat would not have the bot."""
        self._db.write("update watches set state = 'on' where chat = ? and state = 'silenced'", chat)

    def cursor(self) -> int:
        """Return the place in the list of arrivals up to which chats were told."""
        row = self._db.row("select value from remembered where holder = 0 and name = 'arrivals'")
        return int(row[0]) if row else 0

    def told(self, watch: int) -> list[str]:
        """Return what a watch was told of lately, in plain form."""
        since = (dt.datetime.now(dt.UTC) - _REMEMBERED).isoformat()
        return [row[0] for row in self._db.rows("select words from told where watch = ? and at > ?", watch, since)]

    def heard(self, watches: Iterable[int], scope: str, article: str) -> list[Told]:
        """Return what chats have heard lately from an article for these watches."""
        since, listed = (dt.datetime.now(dt.UTC) - _REMEMBERED).isoformat(), json.dumps([*watches])
        rows = self._db.rows(
            "select watch, words, shown, speaker from told where scope = ? and article = ? and said and at > ?"
            " and watch in (select value from json_each(?)) order by at, words",
            *(scope, article, since, listed),
        )
        return [Told(watch=watch, plain=words, shown=shown, speaker=speaker) for watch, words, shown, speaker in rows]

    def take_back(self, watches: Iterable[int], scope: str, article: str) -> None:
        """Forget what was noticed in an article for these watches and is not told yet: it is read anew."""
        here = "scope = ? and article = ? and watch in (select value from json_each(?))"
        values = (scope, article, json.dumps([*watches]))
        self._db.together(
            [
                (f"delete from news where {here}", values),  # noqa: S608  our own condition
                (f"delete from told where not said and {here}", values),  # noqa: S608  as above
            ]
        )

    def notice(self, found: Iterable[tuple[News, str]], cursor: int) -> None:
        """Keep news, each with its words in plain form, and how far the arrivals were read: both or neither.

        What is gone from an article counts as heard from it no more.
        """
        self._db.together([*(s for news, words in found for s in _noticing(news, words)), *_reading_on(cursor)])

    def waiting(self) -> dict[int, list[News]]:
        """Return what there is to tell, by chat, oldest first."""
        columns = ", ".join(f"n.{name}" for name in _NEWS.split(", "))
        rows = self._db.rows(
            f"select w.chat, {columns} from news n join watches w on w.id = n.watch"  # noqa: S608  our own columns
            " where w.state = 'on' order by w.chat, n.id"
        )
        waiting: dict[int, list[News]] = {}
        for chat, *row in rows:
            waiting.setdefault(chat, []).append(News.model_validate(dict(zip(_NEWS.split(", "), row, strict=True))))
        return waiting

    def tell(self, news: Sequence[News], letters: Sequence[tuple[int, str, str]], digest: Digest | None) -> None:
        """Put letters, (chat, body, cause) each, into the outbox and call their news told: all or nothing."""
        statements: list[tuple[str, Sequence[object]]] = [
            ("insert or ignore into outbox (chat, body, cause) values (?, ?, ?)", letter) for letter in letters
        ]
        statements += [("delete from news where id = ?", (item.id,)) for item in news]
        heard = "update told set said = 1 where watch = ? and scope = ? and article = ? and shown = ?"
        statements += [(heard, (item.watch, item.scope, item.article, item.words)) for item in news]
        if digest:
            statements.append(("update digests set next = ? where chat = ?", (_utc(digest.next), digest.chat)))
        self._db.together(statements)

    def digest(self, chat: int) -> Digest | None:
        """Return when a chat wants to be told, None where it wants so at once."""
        return next(iter(self._digests("chat = ?", chat)), None)

    def digests(self) -> list[Digest]:
        """Return every digest, the next first."""
        return self._digests("1")

    def _digests(self, where: str, *values: object) -> list[Digest]:
        rows = self._db.rows(f"select {_DIGEST} from digests where {where} order by next", *values)  # noqa: S608  as above
        return [Digest.model_validate(dict(zip(_DIGEST.split(", "), row, strict=True))) for row in rows]

    def set_digest(self, digest: Digest) -> None:
        """Tell a chat once a day."""
        values = (digest.chat, digest.thread, digest.at, digest.zone, _utc(digest.next), digest.language)
        self._db.write(f"insert or replace into digests ({_DIGEST}) values (?, ?, ?, ?, ?, ?)", *values)  # noqa: S608  as above

    def end_digest(self, chat: int) -> bool:
        """Tell a chat at once again; False where it was told so already."""
        return bool(self._db.write("delete from digests where chat = ?", chat))

    def move_chat(self, old: int, new: int) -> None:
        """Give the watches of a group to the supergroup that it became."""
        self._db.together(
            [
                ("update or replace watches set chat = ?, thread = 0 where chat = ?", (new, old)),
                ("update or replace digests set chat = ?, thread = 0 where chat = ?", (new, old)),
            ]
        )


def _noticing(news: News, words: str) -> list[tuple[str, Sequence[object]]]:
    at, evidence = (news.watch, news.scope, news.article), (news.kind, news.start, news.end, news.speaker, news.status)
    columns = "watch, scope, article, kind, start, end, speaker, status, words, gone, came"
    values = (*at, *evidence, news.words, news.gone, _now())
    noticed: list[tuple[str, Sequence[object]]] = [
        (f"insert into news ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608  our own columns
    ]
    if news.gone is not None:
        left = "update told set article = null where watch = ? and scope = ? and article = ? and shown = ?"
        noticed.append((left, (*at, news.gone)))
    if words:
        columns = "watch, scope, article, words, shown, speaker, at"
        told = (*at, words, news.words, news.speaker, _now())
        noticed.append((f"insert or replace into told ({columns}) values (?, ?, ?, ?, ?, ?, ?)", told))  # noqa: S608  as above
    return noticed


def _reading_on(cursor: int) -> list[tuple[str, Sequence[object]]]:
    """Move the cursor on, and forget what lies behind it."""
    return [
        ("insert or replace into remembered values (0, 'arrivals', ?)", (str(cursor),)),
        ("delete from arrivals where no <= ?", (cursor,)),
    ]


def _now() -> str:
    return _utc(dt.datetime.now(dt.UTC))


def _utc(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")
