"""The words of names by their keys, made again whenever the rules that make keys change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.store.connection import writing
from newsqa.text.name_keys import fingerprint, keys, written

_MOST = 131_072  # words that are remembered, some 10 MB
_UNKNOWN = (
    "select value from json_each(?) where not exists (select 1 from spellings where key = ? || value and word = value)"
)


class Spelled:
    """The words that were seen to have their keys; of no use any more once another connection has written the file."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._version = 0

    def without(self, db: sqlite3.Connection, words: set[str]) -> set[str]:
        """Return the words that are not remembered; call it inside the transaction that writes their names."""
        version = db.execute("pragma data_version").fetchone()[0]
        if version != self._version or len(self._words) > _MOST:
            self._version, self._words = version, set()
        return words - self._words

    def add(self, words: set[str]) -> None:
        """Remember words; call it once their keys are in the file for good."""
        self._words |= words


def put(db: sqlite3.Connection, words: Iterable[str]) -> None:
    """Write the keys of words that have none yet; call it inside the transaction that writes their names."""
    new = _unknown(db, sorted(set(words)))
    db.executemany("insert or ignore into spellings values (?, ?)", sorted((key, w) for w in new for key in keys(w)))


def refresh(db: sqlite3.Connection) -> None:
    """Make all keys again where other rules made them."""
    today = hashlib.sha256(fingerprint().encode()).hexdigest()
    if db.execute("select rules from spelled").fetchone() == (today,):
        return
    with writing(db):
        db.execute("delete from spellings")
        put(db, (word for (name,) in db.execute("select distinct name from mentions") for word in name.split()))
        db.execute("update spelled set rules = ?", (today,))


def near(db: sqlite3.Connection, keys_: Iterable[str], limit: int) -> list[str]:
    """Return the words that have one of the keys, those that have most first."""
    wanted = list(dict.fromkeys(keys_))
    marks = ", ".join("?" * len(wanted))
    sql = f"select word from spellings where key in ({marks}) group by word order by count(*) desc, word limit ?"  # noqa: S608  only question marks are put in
    return [str(word) for (word,) in db.execute(sql, (*wanted, limit))]


def _unknown(db: sqlite3.Connection, words: Iterable[str]) -> list[str]:
    """Return the words that have no keys yet, all asked for at once; the keys of a word are written together."""
    return [str(word) for (word,) in db.execute(_UNKNOWN, (json.dumps(words), written("")))]
