"""Names are found however they are spelt."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsqa.answer.passages import names_like
from newsqa.model import Article, Entity, Extraction
from newsqa.newsroom import Newsroom
from newsqa.store import spelling
from newsqa.store.connection import connect
from newsqa.store.sqlite import SqliteStore
from newsqa.text.name_keys import keys, nearest
from newsqa.text.words import normalise

SPELLINGS = Path(__file__).parents[2] / "benchmarks" / "data" / "spellings.txt"
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=14)
LETTER = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@given(WORDS, LETTER, st.data())
def test_one_slip_leaves_a_key_in_common(word: str, letter: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    left, right = word[:at], word[at:]
    slips = (
        left + right[1:],
        left + letter + right,
        left + letter + right[1:],
        left[:-1] + right[0] + left[-1] + right[1:],
    )
    for slip in slips:
        assert set(keys(word)) & set(keys(slip)), slip


def names(folder: Path, *words: str) -> SqliteStore:
    store = SqliteStore(folder / "names.db")
    entities = tuple(Entity(name=word, kind="person") for word in words)
    store.put_article("desk", Article(id="a", text="x"), Extraction(language="id", rules=1, entities=entities))
    return store


def test_news_spellings_of_a_name_find_each_other(tmp_path: Path) -> None:
    lines = [line.split() for line in SPELLINGS.read_text("utf-8").splitlines() if not line.startswith("#")]
    groups = [[normalise(word) for word in line] for line in lines]
    store = names(tmp_path, *(group[0] for group in groups))
    pairs = [(other, group[0]) for group in groups for other in group[1:]]
    missed = [
        (asked, known) for asked, known in pairs if known not in nearest(asked, names_like(store, "desk", asked), 10)
    ]
    assert len(missed) <= len(pairs) // 50, missed
    store.close()


def test_keys_of_other_rules_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names(tmp_path, "Haniyeh").close()
    monkeypatch.setattr(spelling, "fingerprint", lambda: "other rules")
    monkeypatch.setattr(spelling, "keys", lambda word: (f"new {word}",))
    SqliteStore(tmp_path / "names.db").close()
    db = connect(tmp_path / "names.db")
    assert db.execute("select key, word from spellings").fetchall() == [("new haniyeh", "haniyeh")]
    db.close()


def test_a_question_meets_a_name_by_its_sound(tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    text = 'Presiden Moammar Gaddafi tiba di Tripoli. "Kami tidak akan mundur," kata Moammar Gaddafi.'
    newsroom.add(Article(id="a", text=text, language="id"))
    for asked in ("apa kata Gaddafi?", "apa kata Khadafi?", "apa kata Qaddafi?", "what did Gadafi say?"):
        reply = newsroom.ask(asked)
        assert [a.text for a in reply.answers] == ["Kami tidak akan mundur"], asked
    newsroom.close()
