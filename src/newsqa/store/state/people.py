"""Who may do what, and where: members, chats, desks, invitations, and what is remembered of each."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Literal, NamedTuple

from newsqa.model import Value
from newsqa.store.state.connection import Connection

Role = Literal["owner", "editor", "reader"]
RANKS: dict[str, int] = {"reader": 1, "editor": 2, "owner": 3}
_EDITORS = frozenset({"editor", "owner"})


class Member(Value):
    """Someone whom a desk has let in."""

    user: int
    name: str
    role: Role = "editor"
    admitted_by: int | None = None
    since: dt.datetime


class Invitation(Value):
    """A link that lets one person into a desk."""

    code: str
    scope: str
    role: Role
    made_by: int
    until: dt.datetime


class Standing(NamedTuple):
    """What someone may do in a chat: the desk that it belongs to, the role there, the language chosen.

    `edits` are the desks whose editors alone listen there: this person's in private, in a group of editors the group's.
    """

    scope: str
    role: Role | None = None
    language: str | None = None
    edits: frozenset[str] = frozenset()

    def may(self, role: Role) -> bool:
        """Tell whether this is at least the role."""
        return self.role is not None and RANKS[self.role] >= RANKS[role]


class People:
    """Members, chats and desks."""

    def __init__(self, connection: Connection, desk: str) -> None:
        self._db = connection
        self._desk = desk

    def standing(self, chat: int, user: int, *, owner: bool = False) -> Standing:
        """Return what someone may do in a chat; `owner` for those whom the settings name."""
        place = self._db.row("select scope, role from chats where chat = ?", chat)
        scope = place[0] if place else self.desk_of(user)
        own = "owner" if owner else self._role(scope, user)
        inside = place[1] if place and chat != user else None
        if chat < 0 and not place:
            own = own if own == "owner" else None
        best = max((own, inside), key=lambda role: RANKS.get(role or "", 0))
        edits = self._edited(user, owner=owner) if chat == user else {scope} if inside in _EDITORS else ()
        return Standing(scope, best, self.recall(user, "language"), frozenset(edits))

    def _edited(self, user: int, *, owner: bool) -> Iterable[str]:
        """Return the desks that someone edits."""
        if owner:
            return self.desks()
        rows = self._db.rows("select scope, role from members where user = ?", user)
        return [scope for scope, role in rows if role in _EDITORS]

    def _role(self, scope: str, user: int) -> Role | None:
        row = self._db.row("select role from members where scope = ? and user = ?", scope, user)
        return row[0] if row else None

    def desk_of(self, user: int) -> str:
        """Return the desk of a person: the one chosen in private, the one that let them in first, else the first."""
        chosen = self.chat_scope(user)
        if chosen:
            return chosen
        row = self._db.row("select scope from members where user = ? order by since limit 1", user)
        return str(row[0]) if row else self._desk

    def members(self, scope: str) -> list[Member]:
        """Return the members of a desk, longest first."""
        rows = self._db.rows(
            "select user, name, role, admitted_by, since from members where scope = ? order by since", scope
        )
        return [Member(user=u, name=n, role=r, admitted_by=b, since=s) for u, n, r, b, s in rows]

    def admit(self, scope: str, member: Member) -> None:
        """Let someone in, or change the role of someone who is."""
        values = (scope, member.user, member.name, member.role, member.admitted_by, member.since.isoformat())
        self._db.write("insert or replace into members values (?, ?, ?, ?, ?, ?)", *values)

    def remove(self, scope: str, user: int) -> bool:
        """Put someone out; False where the person was not a member."""
        return bool(self._db.write("delete from members where scope = ? and user = ?", scope, user))

    def has_owner(self) -> bool:
        """Tell whether any member owns a desk."""
        return self._db.row("select 1 from members where role = 'owner'") is not None

    def admit_chat(self, chat: int, scope: str, role: Role, by: int) -> None:
        """Let a chat in, or give it to another desk."""
        self._db.write("insert or replace into chats values (?, ?, ?, ?, ?)", chat, scope, role, by, _now())

    def remove_chat(self, chat: int) -> bool:
        """Put a chat out; False where it was not in."""
        return bool(self._db.write("delete from chats where chat = ?", chat))

    def move_chat(self, old: int, new: int) -> None:
        """Give what is known of a group to the supergroup that it became."""
        self._db.together(
            [
                ("update or replace chats set chat = ? where chat = ?", (new, old)),
                ("update or replace remembered set holder = ? where holder = ?", (new, old)),
            ]
        )

    def chat_scope(self, chat: int) -> str | None:
        """Return the desk that a chat was given to, None for one that never was."""
        row = self._db.row("select scope from chats where chat = ?", chat)
        return str(row[0]) if row else None

    def desks(self) -> list[str]:
        """Return every desk, the newsroom's own first."""
        made = [row[0] for row in self._db.rows("select scope from desks order by since")]
        return [self._desk, *made]

    def make_desk(self, scope: str, by: int) -> bool:
        """Make a desk; False where there is one of that name."""
        if scope in self.desks():
            return False
        self._db.write("insert into desks values (?, ?, ?)", scope, by, _now())
        return True

    def share(self, scope: str, reader: str) -> None:
        """Let the chats of another desk read this one's articles."""
        self._db.write("insert or ignore into shares values (?, ?)", scope, reader)

    def unshare(self, scope: str, reader: str) -> bool:
        """End a share; False where there was none."""
        return bool(self._db.write("delete from shares where scope = ? and reader = ?", scope, reader))

    def readable(self, scope: str) -> list[str]:
        """Return the desks whose articles a desk may read, its own first."""
        rows = self._db.rows("select scope from shares where reader = ? order by scope", scope)
        return [scope, *(row[0] for row in rows)]

    def invite(self, scope: str, role: Role, by: int, until: dt.datetime) -> str:
        """Make an invitation that one person can use until a time; return its code."""
        code = secrets.token_urlsafe(16)
        self._db.write("insert into invitations values (?, ?, ?, ?, ?, null)", code, scope, role, by, until.isoformat())
        return code

    def accept(self, code: str, user: int, now: dt.datetime) -> Invitation | None:
        """Use an invitation up; None where it is unknown, used or no longer good."""
        used = self._db.write(
            "update invitations set used_by = ? where code = ? and used_by is null and until > ?",
            user,
            code,
            now.isoformat(),
        )
        if not used:
            return None
        rows = self._db.rows("select code, scope, role, made_by, until from invitations where code = ?", code)
        return next(Invitation(code=c, scope=s, role=r, made_by=b, until=u) for c, s, r, b, u in rows)

    def recall(self, holder: int, name: str) -> str | None:
        """Return what is remembered of a person or chat under a name."""
        row = self._db.row("select value from remembered where holder = ? and name = ?", holder, name)
        return str(row[0]) if row else None

    def remember(self, holder: int, name: str, value: str) -> None:
        """Remember something of a person or chat."""
        self._db.write("insert or replace into remembered values (?, ?, ?)", holder, name, value)

    def once(self, holder: int, name: str) -> bool:
        """Tell whether this is the first time that it is asked of the holder."""
        return bool(self._db.write("insert or ignore into remembered values (?, ?, 'done')", holder, name))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
