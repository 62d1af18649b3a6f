"""The index of words: how its rows are numbered, what a term is in it, and how it is kept in few pieces."""

from __future__ import annotations

import pysqlite3 as sqlite3

PLACES = 1 << 16  # that an article has
NAMES = PLACES - 1  # the place of an article's names; its sentences have those before
ARTICLES = 1 << 33  # that an archive may ever be given: the newest has the first rows of `words`
MARK = "\ue000"  # leads what is no word of a sentence
_EVERY = 8  # articles between two times that pieces are put together
_PAGES = 0.4  # that are then written for each sentence at most: 3 ms where articles have twenty; 0.3 would leave some
_NEW = "select count(*) from words_docsize where id < ?"


def row(article: int, place: int) -> int:
    """Return the number of a row of `words`; rows must be written in the order of their numbers."""
    return (ARTICLES - article) * PLACES + place


def quoted(term: str) -> str:
    """Return a term as FTS5 takes it for a word and nothing else."""
    return '"' + term.replace('"', '""') + '"'


def is_term(term: str) -> bool:
    """Tell whether a term can stand in the index, where only a space parts terms."""
    return bool(term) and not any(c.isspace() or c == "\0" or "\ud800" <= c <= "\udfff" for c in term)


def is_word(term: str) -> bool:
    """Tell whether a term can stand in a sentence."""
    return is_term(term) and MARK not in term


def tend(db: sqlite3.Connection, article: int) -> None:
    """Put some pieces of the index together; call it inside the transaction that writes an article."""
    if article % _EVERY == 0:
        (sentences,) = db.execute(_NEW, (row(article - _EVERY, 0),)).fetchone()
        db.execute("insert into words (words, rank) values ('merge', ?)", (int(sentences * _PAGES),))
