"""The words of names by their keys, made again whenever the rules that make keys change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import pysqlite3 as sqlite3

from newsqa.store.connection import writing
from newsqa.text.name_keys import fingerprint, keys, written

_UNKNOWN = """
select value ->> 1 from json_each(?) pair
where not exists (select 1 from spellings where key = pair.value ->> 0 and word = pair.value ->> 1)
"""


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
    pairs = json.dumps([[written(word), word] for word in words])
    return [str(word) for (word,) in db.execute(_UNKNOWN, (pairs,))]
