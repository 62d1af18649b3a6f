"""Who may do what, and where: members, chats, desks, invitations, and what is remembered of each."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Literal, NamedTuple

from newsqa.model import Value
from newsqa.store.state.connection import Connection

Role = Literal["owner", "editor", "reader"]
ROLES: tuple[Role, ...] = ("editor", "reader", "owner")  # the usual one first
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
        private = chat == user > 0
        scope = place[0] if place and not private else self.desk_of(user, owner=owner)
        own = "owner" if owner else self.role(scope, user)
        inside = place[1] if place and not private else None
        if chat < 0 and not place:
            own = own if own == "owner" else None
        best = max((own, inside), key=lambda role: RANKS.get(role or "", 0))
        edits = self._edited(user, owner=owner) if private else {scope} if inside in _EDITORS else ()
        return Standing(scope, best, self.recall(user, "language"), frozenset(edits))

    def _edited(self, user: int, *, owner: bool) -> Iterable[str]:
        """Return the desks that someone edits."""
        if owner:
            return self.desks()
        rows = self._db.rows("select scope, role from members where user = ?", user)
        return [scope for scope, role in rows if role in _EDITORS]

    def role(self, scope: str, user: int) -> Role | None:
        """Return what someone is at a desk."""
        row = self._db.row("select role from members where scope = ? and user = ?", scope, user)
        return row[0] if row else None

    def desk_of(self, user: int, *, owner: bool = False) -> str:
        """Return the desk of a person: the one chosen in private, the one that let them in first, else the first."""
        chosen = self.chat_scope(user)
        if chosen and (owner or self.role(chosen, user)):
            return chosen
        if owner:
            return self._desk
        row = self._db.row("select scope from members where user = ? order by since limit 1", user)
        return str(row[0]) if row else self._desk

    def desks_of(self, user: int, *, owner: bool = False) -> list[str]:
        """Return the desks that a person belongs to; `owner` for those whom the settings name: they own every one."""
        return [scope for scope in self.desks() if owner or self.role(scope, user)]

    def members(self, scope: str) -> list[Member]:
        """Return the members of a desk, longest first."""
        rows = self._db.rows(
            "select user, name, role, admitted_by, since from members where scope = ? order by since", scope
        )
        return [Member(user=u, name=n, role=r, admitted_by=b, since=s) for u, n, r, b, s in rows]

    def admit(self, scope: str, member: Member) -> None:
        """Let someone in, or change the role of someone who is."""
        self._db.together([_admitting(scope, member)])

    def remove(self, scope: str, user: int) -> bool:
        """Put someone out; False where the person was not a member."""
        return bool(self._db.write("delete from members where scope = ? and user = ?", scope, user))

    def has_owner(self) -> bool:
        """Tell whether any member owns a desk."""
        return self._db.row("select 1 from members where role = 'owner'") is not None

    def admit_chat(self, chat: int, scope: str, role: Role, by: int) -> None:
        """Let a chat in, or give it to another desk."""
        self._db.write("insert or replace into chats values (?, ?, ?, ?, ?)", chat, scope, role, by, _now())

    def give_chat(self, chat: int, scope: str, by: int) -> None:
        """Give a chat to a desk; what anyone in it may do stays as it is, and is to ask where it is new."""
        row = self._db.row("select role from chats where chat = ?", chat)
        self.admit_chat(chat, scope, row[0] if row else "reader", by)

    def may(self, scope: str, user: int, least: Role, *, owner: bool = False) -> bool:
        """Tell whether someone has at least a role at a desk; at one that there is not, nobody has."""
        role = "owner" if owner else self.role(scope, user)
        return scope in self.desks() and RANKS.get(role or "", 0) >= RANKS[least]

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

    def make_desk(self, scope: str, maker: Member) -> bool:
        """Make a desk, its maker the owner; False where somebody else made one of that name. Again changes nothing."""
        if scope in self.desks():
            return self._db.row("select 1 from desks where scope = ? and made_by = ?", scope, maker.user) is not None
        made = ("insert into desks values (?, ?, ?)", (scope, maker.user, _now()))
        self._db.together([made, _admitting(scope, maker)])
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

    def accept(self, code: str, user: int, name: str, now: dt.datetime) -> Invitation | None:
        """Use an invitation up and let its user in; None where it is unknown, used or no longer good.

        Whom it let in already is told so again; who has a higher role keeps it.
        """
        found = self._invitation(code)
        if found is None:
            return None
        invitation, used_by = found
        role = self.role(invitation.scope, user)
        if used_by is not None:
            return invitation if used_by == user and role else None
        if invitation.until <= now:
            return None
        kept = max((role, invitation.role), key=lambda r: RANKS.get(r or "", 0)) or invitation.role
        member = Member(user=user, name=name, role=kept, admitted_by=invitation.made_by or None, since=now)
        used = ("update invitations set used_by = ? where code = ?", (user, code))
        self._db.together([used, _admitting(invitation.scope, member)])
        return invitation

    def _invitation(self, code: str) -> tuple[Invitation, int | None] | None:
        """Return an invitation and who used it."""
        row = self._db.row("select code, scope, role, made_by, until, used_by from invitations where code = ?", code)
        if row is None:
            return None
        return Invitation(code=row[0], scope=row[1], role=row[2], made_by=row[3], until=row[4]), row[5]

    def revoke(self, scope: str, code: str) -> bool:
        """Take an invitation back; False where it was used, or is not the desk's."""
        gone = "delete from invitations where scope = ? and code = ? and used_by is null"
        return bool(self._db.write(gone, scope, code))

    def claim(self, until: dt.datetime) -> str | None:
        """Return the code by which the first owner takes the first desk, in place of earlier ones; None once owned."""
        if self.has_owner():
            return None
        self._db.write("delete from invitations where made_by = 0 and used_by is null")
        return self.invite(self._desk, "owner", 0, until)

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


def _admitting(scope: str, member: Member) -> tuple[str, tuple[object, ...]]:
    values = (scope, member.user, member.name, member.role, member.admitted_by, member.since.isoformat())
    return "insert or replace into members values (?, ?, ?, ?, ?, ?)", values


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
