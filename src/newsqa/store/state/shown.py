"""What was shown to whom, what they made of it, and which message holds which article."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter

from newsqa.model import Answer, AnswerKind, Article, Span, Status, Value
from newsqa.store.state.connection import Connection


class Shown(Value):
    """One answer as it was shown, without the article's text."""

    scope: str
    article: str
    evidence: Span
    text: str
    kind: AnswerKind
    status: Status
    score: float = 0.0
    span: Span | None = None
    speaker: str | None = None
    day: dt.date | None = None

    @classmethod
    def of(cls, scope: str, answer: Answer) -> Shown:
        """Return an answer as it is remembered."""
        return cls(
            scope=scope,
            article=answer.evidence.article.id,
            evidence=answer.evidence.span,
            **answer.model_dump(include={"text", "kind", "status", "score", "span", "speaker", "day"}),
        )


class Sums(Value):
    """What was shown that is no answer, as rows of a table, and the desks over which it was counted."""

    desks: tuple[str, ...]
    rows: tuple[dict[str, str | int | None], ...]


class Turn(Value):
    """One question and what was answered; `base` is the one whose answers it asks more of, if it does.

    `sums` is what a look-up showed beside answers, or instead of them.
    """

    id: int = 0
    chat: int
    thread: int
    person: int
    message: int
    reply: int | None = None
    question: str
    language: str
    found: bool
    answers: tuple[Shown, ...] = ()
    asked: dt.datetime
    base: int | None = None
    sums: Sums | None = None


class Version(Value):
    """What an article was before it was changed, None for one that came, and what it was that changed it."""

    cause: str
    at: dt.datetime
    before: Article | None = None


_TOLD = 20  # times that a question was asked, whose answers are not given again
_ANSWERS = TypeAdapter(tuple[Shown, ...])
_COLUMNS = "id, chat, thread, person, message, reply, question, language, found, answers, asked, base, sums"


_JUDGED = """
select t.question, t.found, t.answers, f.said, f.person, f.at from feedback f join turns t on t.id = f.turn
order by f.at, f.turn
"""


class Record:
    """Questions answered, feedback on them, and the messages that articles came in."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def keep(self, turn: Turn) -> int:
        """Remember a question and its answers; return its id."""
        return self._db.insert(
            "insert into turns (chat, thread, person, message, question, language, found, answers, asked, base,"
            " sums) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(turn.chat, turn.thread, turn.person, turn.message, turn.question, turn.language, turn.found),
            *(_ANSWERS.dump_json(turn.answers).decode(), turn.asked.isoformat(), turn.base),
            turn.sums.model_dump_json() if turn.sums else None,
        )

    def answered(self, turn: int, reply: int) -> None:
        """Remember which message answers a question."""
        self._db.soon([("update turns set reply = ? where id = ?", (reply, turn))])

    def turn(self, turn: int) -> Turn | None:
        """Return a question by its id."""
        return self._turn("id = ?", turn)

    def replied(self, chat: int, reply: int) -> Turn | None:
        """Return the question that a message of the bot answers."""
        return self._turn("chat = ? and reply = ?", chat, reply)

    def last(self, chat: int, thread: int, person: int, *, sums: bool = True) -> Turn | None:
        """Return what someone asked last in a chat and topic; without `sums` no look-up of roles or counts."""
        where = "chat = ? and thread = ? and person = ?" + ("" if sums else " and sums is null")
        return self._turn(where, chat, thread, person)

    def told(self, turn: Turn) -> list[str]:
        """Return the answers that someone was given to one question in a chat and topic."""
        rows = self._db.rows(
            "select answers from turns where chat = ? and thread = ? and person = ? and question = ? and found"
            " order by id desc limit ?",
            *(turn.chat, turn.thread, turn.person, turn.question, _TOLD),
        )
        return [shown.text for (answers,) in rows for shown in _ANSWERS.validate_json(answers)]

    def _turn(self, where: str, *values: int) -> Turn | None:
        row = self._db.row(f"select {_COLUMNS} from turns where {where} order by id desc limit 1", *values)  # noqa: S608  the conditions are this class's own
        if row is None:
            return None
        fields = dict(zip(_COLUMNS.split(", "), row, strict=True))
        sums = Sums.model_validate_json(fields["sums"]) if fields["sums"] else None
        return Turn(**{**fields, "answers": _ANSWERS.validate_json(fields["answers"]), "sums": sums})

    def judge(self, turn: int, person: int, said: str) -> bool:
        """Keep what someone thinks of an answer; False where they said so before."""
        now = dt.datetime.now(dt.UTC).isoformat()
        return bool(self._db.write("insert or ignore into feedback values (?, ?, ?, ?)", turn, person, said, now))

    def feedback(self) -> list[dict[str, Any]]:
        """Return each judgement, oldest first: the question, what was answered, who judged what and when."""
        names, judged = ("question", "found", "answers", "said", "person", "at"), list[dict[str, Any]]()
        for row in (dict(zip(names, row, strict=True)) for row in self._db.rows(_JUDGED)):
            shown = _ANSWERS.validate_json(row["answers"])
            articles = list(dict.fromkeys(one.article for one in shown))
            answers = [one.text for one in shown]
            judged.append({**row, "found": bool(row["found"]), "answers": answers, "articles": articles})
        return judged

    def count(self) -> tuple[int, int, int]:
        """Return how many questions were asked, how many found an answer, how many answers were called wrong."""
        asked, found = self._db.rows("select count(*), coalesce(sum(found), 0) from turns")[0]
        return asked, found, self._db.rows("select count(*) from feedback")[0][0]

    def holds(self, scope: str, article: str, chat: int, parts: Sequence[tuple[int, str]]) -> None:
        """Remember the messages, (id, text) each, that an article came in."""
        self._db.together(
            ("insert or replace into sources values (?, ?, ?, ?, ?, ?)", (scope, chat, message, article, place, text))
            for place, (message, text) in enumerate(parts)
        )

    def repeats(self, scope: str, article: str, chat: int, messages: Iterable[int]) -> None:
        """Remember messages that brought an article once more: they stand for it, and are no parts of it."""
        self._db.together(
            ("insert or ignore into sources values (?, ?, ?, ?, -1, '')", (scope, chat, message, article))
            for message in messages
        )

    def superseded(self, scope: str, article: str) -> None:
        """Remember of all messages that an article came in so far that they are no parts of it any more."""
        self._db.write("update sources set place = -1, text = '' where scope = ? and article = ?", scope, article)

    def made_of(self, scope: str, chat: int, messages: Sequence[int]) -> set[str]:
        """Return the articles of which messages are parts."""
        marks = ", ".join("?" * len(messages))
        rows = self._db.rows(
            f"select article from sources where scope = ? and chat = ? and place >= 0 and message in ({marks})",  # noqa: S608  only marks are put in
            *(scope, chat, *messages),
        )
        return {str(article) for (article,) in rows}

    def article_in(self, scope: str, chat: int, message: int) -> str | None:
        """Return the article that a message holds, or a part of it."""
        row = self._db.row(
            "select article from sources where scope = ? and chat = ? and message = ?", scope, chat, message
        )
        return str(row[0]) if row else None

    def link(self, scope: str, article: str, links: Iterable[str]) -> None:
        """Remember the original post of an article, and the pages on which it stands."""
        self._db.together([("insert or replace into links values (?, ?, ?)", (scope, link, article)) for link in links])

    def linked(self, scope: str, link: str) -> str | None:
        """Return the article that came from a post."""
        row = self._db.row("select article from links where scope = ? and link = ?", scope, link)
        return str(row[0]) if row else None

    def first_seen(self, scope: str, article: str) -> tuple[int, int] | None:
        """Return the chat and message that an article first came in."""
        row = self._db.row(
            "select chat, message from sources where scope = ? and article = ? order by rowid limit 1", scope, article
        )
        return (int(row[0]), int(row[1])) if row else None

    def parts(self, scope: str, article: str, chat: int) -> list[tuple[int, str]]:
        """Return the messages of a chat, (id, text) each, that an article came in."""
        rows = self._db.rows(
            "select message, text from sources where scope = ? and article = ? and chat = ? and place >= 0"
            " order by place",
            *(scope, article, chat),
        )
        return [(message, text) for message, text in rows]

    def changing(self, scope: str, article: str, cause: str, before: Article | None) -> None:
        """Remember what an article is before it is changed, and by what; None of one that is about to come."""
        self._db.write(
            "insert or replace into versions values (?, ?, ?, ?, ?)",
            *(scope, article, cause, dt.datetime.now(dt.UTC).isoformat(), before.model_dump_json() if before else None),
        )

    def version(self, scope: str, article: str) -> Version | None:
        """Return what an article was before it was changed last."""
        row = self._db.row("select cause, at, before from versions where scope = ? and article = ?", scope, article)
        if row is None:
            return None
        before = Article.model_validate_json(row[2]) if row[2] else None
        return Version(cause=row[0], at=dt.datetime.fromisoformat(row[1]), before=before)

    def edited(self, scope: str, articles: Iterable[str]) -> dict[str, dt.datetime]:
        """Return when articles were changed last, of those that were."""
        listed = json.dumps([*articles])
        rows = self._db.rows(
            "select article, at from versions where scope = ? and before is not null"
            " and article in (select value from json_each(?))",
            *(scope, listed),
        )
        return {article: dt.datetime.fromisoformat(at) for article, at in rows}

    def sketch(self, scope: str, article: str, hashes: Iterable[int]) -> None:
        """Remember the sketch of an article's text, in place of the one it had."""
        self._db.together(
            [
                ("delete from sketches where scope = ? and article = ?", (scope, article)),
                *(("insert or ignore into sketches values (?, ?, ?)", (scope, h, article)) for h in hashes),
            ]
        )

    def alike(self, scope: str, hashes: Sequence[int]) -> tuple[str, int] | None:
        """Return the article that shares most of a sketch, and how many hashes it shares."""
        marks = ", ".join("?" * len(hashes))
        row = self._db.row(
            f"select article, count(*) from sketches where scope = ? and hash in ({marks})"  # noqa: S608  only marks are put in
            " group by article order by 2 desc limit 1",
            scope,
            *hashes,
        )
        return (str(row[0]), int(row[1])) if row else None

    def move_chat(self, old: int, new: int) -> None:
        """Give the questions and sources of a group to the supergroup that it became.

        The supergroup counts its messages anew: the ids of the old ones are kept below nought, where they meet none.
        """
        self._db.together(
            [
                ("update turns set chat = ?, message = -message, reply = -reply where chat = ?", (new, old)),
                ("update or ignore sources set chat = ?, message = -message where chat = ?", (new, old)),
            ]
        )

    def forget(self, scope: str, article: str) -> None:
        """Forget the messages and the sketch of an article that was removed."""
        self._db.together(
            [
                ("delete from sketches where scope = ? and article = ?", (scope, article)),
                ("delete from sources where scope = ? and article = ?", (scope, article)),
                ("delete from links where scope = ? and article = ?", (scope, article)),
                ("delete from versions where scope = ? and article = ?", (scope, article)),
            ]
        )
