"""What any engine must do: one suite, every engine."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsqa.errors import UnknownArticleError
from newsqa.model import Argument, Article, Entity, Extraction, Fact, Sentence, Span
from newsqa.store.memory import MemoryStore
from newsqa.store.protocol import Query, Store
from newsqa.store.sqlite import SqliteStore
from newsqa.text.name_keys import keys

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "archive.db"),
    "memory": lambda _: MemoryStore(),
}


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine = ENGINES[request.param](tmp_path)
    yield engine
    engine.close()


def put(store: Store, id_: str, *sentences: str, desk: str = "desk", day: str = "2024-03-26", names: str = "") -> None:
    """Store an article whose sentences are these words, one term a word."""
    text, found = "\n".join(sentences), []
    for sentence in sentences:
        start = text.index(sentence)
        found.append(Sentence(span=Span(start=start, end=start + len(sentence)), terms=tuple(sentence.split())))
    entities = tuple(Entity(name=name, kind="person") for name in names.split(", ") if name)
    article = Article(id=id_, text=text, published=dt.date.fromisoformat(day))
    store.put_article(desk, article, Extraction(language="id", rules=1, sentences=tuple(found), entities=entities))


def found(store: Store, *must: tuple[str, ...], desk: str = "desk", **narrowed: object) -> list[tuple[str, int]]:
    return [(h.article, h.place) for h in store.search(desk, Query.model_validate({"must": must, **narrowed}))]


def test_what_is_put_comes_back_whole(store: Store) -> None:
    put(store, "a", "rini datang", "ia pulang", names="Rini Astuti")
    stored = store.get_article("desk", "a")
    assert stored.article.text == "rini datang\nia pulang"
    assert stored.article.day == dt.date(2024, 3, 26)
    assert [s.span.of(stored.article.text) for s in stored.extraction.sentences] == ["rini datang", "ia pulang"]
    assert stored.extraction.entities[0].name == "Rini Astuti"


def test_every_group_must_match_and_any_term_of_it_may(store: Store) -> None:
    put(store, "a", "rini bertemu budi", "rini pulang")
    assert found(store, ("rini",)) == [("a", 0), ("a", 1)]
    assert found(store, ("rini",), ("bertemu", "p.meet")) == [("a", 0)]
    assert found(store, ("rini",), ("absen",)) == []
    assert found(store) == []


def test_the_same_id_again_replaces(store: Store) -> None:
    put(store, "a", "lama sekali")
    put(store, "a", "baru")
    assert found(store, ("lama",)) == []
    assert found(store, ("baru",)) == [("a", 0)]
    assert store.ids("desk") == ["a"]


def test_what_is_deleted_is_nowhere(store: Store) -> None:
    put(store, "a", "rini datang", names="Rini Astuti")
    store.delete_article("desk", "a")
    assert found(store, ("rini",)) == []
    assert store.names_exact("desk", "rini astuti") == []
    for again in (lambda: store.get_article("desk", "a"), lambda: store.delete_article("desk", "a")):
        with pytest.raises(UnknownArticleError, match="'a'"):
            again()


def test_no_desk_sees_another(store: Store) -> None:
    put(store, "a", "rahasia desk satu", desk="one", names="Rini Astuti")
    put(store, "a", "berita desk dua", desk="two")
    assert found(store, ("rahasia",), desk="two") == []
    assert found(store, ("desk",), desk="two") == [("a", 0)]
    assert store.get_article("two", "a").article.text == "berita desk dua"
    assert store.names_exact("two", "rini astuti") == []
    assert store.ids("three") == []
    store.delete_article("two", "a")
    assert store.get_article("one", "a").article.text == "rahasia desk satu"


def test_newest_first_and_no_more_than_asked(store: Store) -> None:
    for number in range(5):
        put(store, str(number), "rini datang")
    assert found(store, ("rini",), limit=2) == [("4", 0), ("3", 0)]
    assert found(store, ("rini",), limit=2, order="oldest") == [("0", 0), ("1", 0)]


def test_days_and_one_article_narrow_a_search(store: Store) -> None:
    put(store, "a", "rini datang", day="2024-03-01")
    put(store, "b", "rini datang", day="2024-03-20")
    assert found(store, ("rini",), since="2024-03-10") == [("b", 0)]
    assert found(store, ("rini",), until="2024-03-10") == [("a", 0)]
    assert found(store, ("rini",), article="a") == [("a", 0)]


def test_context_is_found_like_words(store: Store) -> None:
    sentence = Sentence(span=Span(start=0, end=9), terms=("ia", "pulang"), context=("rini",))
    article = Article(id="a", text="ia pulang")
    store.put_article("desk", article, Extraction(language="id", rules=1, sentences=(sentence,)))
    assert found(store, ("rini",), ("pulang",)) == [("a", 0)]


def test_terms_are_counted_no_further_than_asked(store: Store) -> None:
    for number in range(4):
        put(store, str(number), "rini datang", "budi datang")
    assert store.doc_freq("desk", ["rini", "datang", "absen"]) == {"rini": 4, "datang": 8, "absen": 0}
    assert store.doc_freq("desk", ["datang"], most=3) == {"datang": 3}


def test_names_are_found_exactly_and_by_spelling(store: Store) -> None:
    put(store, "a", "x", names="Ismail Haniyeh, Nasser Kanani", day="2024-03-01")
    put(store, "b", "y", names="Ismail Haniyeh", day="2024-03-20")
    assert [m.article for m in store.names_exact("desk", "ismail haniyeh")] == ["b", "a"]
    assert store.names_near("desk", keys("haniya"))[0] == "haniyeh"
    assert store.names_near("desk", keys("qwertz")) == []


def test_the_facts_that_somebody_takes_part_in(store: Store) -> None:
    def told(id_: str, day: str, subject: str, object_: str | None = None, desk: str = "desk") -> None:
        span = Span(start=0, end=4)
        taking_part = {
            "subject": Argument(span=span, entity=subject),
            "object": object_ and Argument(span=span, entity=object_),
        }
        fact = Fact(predicate=f"p.{id_}", verb=span, span=span, status="happened", **taking_part)
        entities = tuple(Entity(name=name, kind="person", aliases=("Rini",)) for name in (subject, object_) if name)
        article = Article(id=id_, text="Rini", published=dt.date.fromisoformat(day))
        store.put_article(desk, article, Extraction(language="id", rules=1, entities=entities[:1], facts=(fact, fact)))

    told("old", "2024-03-01", "Rini Astuti")
    told("new", "2024-03-20", "Rini Astuti", "Budi Hartono")
    told("other", "2024-03-21", "Rini Astuti", desk="two")
    assert [one.article for one in store.facts_of("desk", "rini astuti")] == ["new", "new", "old", "old"]
    assert [one.fact.predicate for one in store.facts_of("desk", "rini", limit=3)] == ["p.new", "p.new", "p.old"]
    assert store.facts_of("desk", "budi hartono") == []  # nobody of that name is known to the article


def test_sentences_come_in_the_order_asked(store: Store) -> None:
    put(store, "a", "satu", "dua", "tiga")
    assert [s.terms for s in store.sentences("desk", [("a", 2), ("a", 0)])] == [("tiga",), ("satu",)]


def test_stats_count_the_desk_alone(store: Store) -> None:
    put(store, "a", "satu", "dua", names="Rini Astuti")
    put(store, "b", "tiga", desk="other")
    assert store.stats("desk").model_dump() == {"articles": 1, "sentences": 2, "names": 1}


def test_what_older_rules_read_is_counted_in_every_desk_until_it_is_read_anew(store: Store) -> None:
    put(store, "a", "satu")
    put(store, "b", "tiga", desk="other")
    assert [store.outdated(rules) for rules in (1, 2)] == [0, 2]
    again = store.get_article("other", "b")
    store.put_article("other", again.article, Extraction(language="id", rules=2))
    assert store.outdated(2) == 1


MARKS = list("\"'*()^:-+~|&!@#$%;,./\\<>=?[]{}`_")
WORDS = [
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR(",
    "terms",
    "terms:",
    "rank",
    "{terms context}",
    "null",
    "''",
    '""',
    "--",
    "/*",
]
STRANGE = ["\x00", "\ud800", "é", "😀", "a" * 9_000]
HOSTILE = [*MARKS, *WORDS, *STRANGE, *(f"a{mark}b" for mark in MARKS), *(f"{mark}rini" for mark in MARKS[:10])]
ODD = ["p.meet", "n.1160", "c.ID", "al-sulaimi", "o'brien", "rp", "ñ", "عباس", "a:b", 'say"so']


@pytest.mark.parametrize("term", HOSTILE, ids=ascii)
def test_no_term_is_syntax(store: Store, term: str) -> None:
    put(store, "a", "rini datang")
    assert found(store, ("rini",), (term, "datang")) == [("a", 0)]
    assert found(store, (term,)) == []


@pytest.mark.parametrize("term", ODD)
def test_every_term_is_one_word(store: Store, term: str) -> None:
    put(store, "a", f"rini {term} datang")
    assert found(store, (term,)) == [("a", 0)]
    assert found(store, (term[:1],)) == ([("a", 0)] if len(term) == 1 else [])


def test_the_newest_come_first_whenever_they_were_put(store: Store) -> None:
    put(store, "new", "satu", day="2024-03-27")
    put(store, "old", "dua", day="2024-03-20")
    put(store, "also new", "tiga", day="2024-03-27")
    put(store, "elsewhere", "empat", desk="other", day="2024-03-28")
    assert store.recent("desk") == ["also new", "new", "old"]
    assert store.recent("desk", 1) == ["also new"]


def test_outlets_are_counted_with_their_days(store: Store) -> None:
    for id_, outlet, day in (("a", "Kabar", "2024-03-20"), ("b", "Kabar", "2024-03-27"), ("c", None, "2024-01-01")):
        article = Article(id=id_, text="teks", outlet=outlet, published=dt.date.fromisoformat(day))
        store.put_article("desk", article, Extraction(language="id", rules=1))
    kabar, without = store.outlets("desk")
    assert (kabar.name, kabar.articles, kabar.since, kabar.until) == (
        "Kabar",
        2,
        dt.date(2024, 3, 20),
        dt.date(2024, 3, 27),
    )
    assert (without.name, without.articles) == (None, 1)
    assert [(o.name, o.articles) for o in store.outlets("desk", ["b", "c"])] == [("Kabar", 1)]
    assert store.outlets("other") == []
