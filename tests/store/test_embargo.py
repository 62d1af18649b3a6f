"""Articles kept back: one suite, every engine, every way to read."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from test_contract import ENGINES, found, put

from newsqa.errors import UnknownArticleError
from newsqa.model import Article, Extraction
from newsqa.newsroom import Newsroom
from newsqa.store.protocol import Embargo, Query, Reader, Store
from newsqa.store.seen import Seen

NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
BEFORE, AFTER = NOON - dt.timedelta(seconds=1), NOON + dt.timedelta(seconds=1)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine = ENGINES[request.param](tmp_path)
    put(engine, "open", "rini datang", names="Rini Astuti")
    put(engine, "kept", "rini mundur", names="Rini Astuti")
    engine.keep_back(Embargo(scope="desk", article="kept", until=NOON, by=7, since=BEFORE))
    yield engine
    engine.close()


def seen(store: Store, at: dt.datetime = BEFORE, edits: str = "") -> Seen:
    return Seen(store, Reader(at=at, edits=frozenset(edits.split())))


def gone(act: Callable[[], object]) -> bool:
    try:
        act()
    except UnknownArticleError:
        return True
    return False


READS: dict[str, Callable[[Seen], set[str]]] = {
    "search": lambda s: {a for a, _ in found(s, ("rini",))},
    "search in the article": lambda s: {a for n in ("open", "kept") for a, _ in found(s, ("rini",), article=n)},
    "get": lambda s: {n for n in ("open", "kept") if not gone(partial(s.get_article, "desk", n))},
    "sentences": lambda s: {n for n in ("open", "kept") if not gone(partial(s.sentences, "desk", [(n, 0)]))},
    "ids": lambda s: set(s.ids("desk")),
    "articles": lambda s: {stored.article.id for stored in s.articles("desk")},
    "names": lambda s: {m.article for m in s.names_exact("desk", "rini astuti")},
}


@pytest.mark.parametrize("read", READS)
def test_no_way_to_read_shows_what_is_kept_back(store: Store, read: str) -> None:
    assert READS[read](seen(store)) == {"open"}


@pytest.mark.parametrize("read", READS)
def test_its_editors_and_the_operator_read_it_and_all_do_afterwards(store: Store, read: str) -> None:
    everything = {"open", "kept"}
    assert READS[read](seen(store, edits="desk")) == everything
    assert READS[read](Seen(store, Reader(operator=True))) == everything
    assert READS[read](seen(store, NOON)) == everything


def test_another_desks_editor_is_no_editor_here(store: Store) -> None:
    assert READS["search"](seen(store, edits="other another")) == {"open"}


def test_counts_do_not_tell(store: Store) -> None:
    assert seen(store).stats("desk").articles == 1
    assert seen(store).stats("desk").sentences == 1
    assert seen(store, edits="desk").stats("desk").articles == 2


def test_a_limit_is_filled_with_what_may_be_read(store: Store) -> None:
    assert found(seen(store), ("rini",), limit=1) == [("open", 0)]


def test_an_embargo_outlives_an_edit_and_may_come_before_the_article(store: Store) -> None:
    put(store, "kept", "rini mundur besok")
    assert seen(store).ids("desk") == ["open"]
    store.keep_back(Embargo(scope="desk", article="early", until=NOON, by=7, since=BEFORE))
    put(store, "early", "rini kembali")
    assert seen(store).ids("desk") == ["open"]


def test_an_embargo_goes_with_its_article(store: Store) -> None:
    store.delete_article("desk", "kept")
    assert store.embargoes("desk") == []
    put(store, "kept", "rini mundur")
    assert "kept" in seen(store).ids("desk")


def test_the_same_id_at_another_desk_is_not_kept_back(store: Store) -> None:
    put(store, "kept", "rini mundur", desk="other")
    assert seen(store).ids("other") == ["kept"]


def test_embargoes_are_listed_to_editors_first_to_end_first(store: Store) -> None:
    store.keep_back(Embargo(scope="desk", article="open", until=BEFORE, by=8, since=BEFORE))
    assert [(e.article, e.until, e.by) for e in seen(store, edits="desk").embargoes("desk")] == [
        ("open", BEFORE, 8),
        ("kept", NOON, 7),
    ]
    assert seen(store, AFTER).embargoes("desk") == []


def test_the_last_word_counts(store: Store) -> None:
    later = NOON + dt.timedelta(days=1)
    store.keep_back(Embargo(scope="desk", article="kept", until=later, by=8, since=BEFORE))
    assert seen(store, AFTER).ids("desk") == ["open"]
    assert store.next_end() == later


def test_zones_do_not_matter(store: Store) -> None:
    jakarta = NOON.astimezone(dt.timezone(dt.timedelta(hours=7)))
    store.keep_back(Embargo(scope="desk", article="open", until=jakarta, by=7, since=BEFORE))
    assert store.hidden("desk", BEFORE) == {"open", "kept"}
    assert store.hidden("desk", NOON) == frozenset()


def arrived(store: Store, after: int = 0) -> list[str]:
    return [a.article for a in store.arrivals(after)]


def test_what_is_lifted_or_over_arrives_once(store: Store) -> None:
    last = store.arrivals(0)[-1].no
    assert store.end_embargoes(BEFORE) == []
    assert store.end_embargoes(NOON) == [("desk", "kept")]
    assert store.end_embargoes(AFTER) == []
    assert arrived(store, last) == ["kept"]
    assert store.let_out("desk", "kept", NOON) is False
    store.keep_back(Embargo(scope="desk", article="open", until=NOON, by=7, since=BEFORE))
    assert store.let_out("desk", "open", BEFORE) is True
    assert arrived(store, last) == ["kept", "open"]


def test_an_embargo_on_what_never_came_lets_nothing_arrive(store: Store) -> None:
    store.keep_back(Embargo(scope="desk", article="never", until=NOON, by=7, since=BEFORE))
    last = store.arrivals(0)[-1].no
    assert ("desk", "never") in store.end_embargoes(NOON)
    assert "never" not in arrived(store, last)


def test_only_what_is_new_arrives(store: Store) -> None:
    assert arrived(store) == ["open", "kept"]
    put(store, "open", "rini datang")
    assert arrived(store) == ["open", "kept"]
    put(store, "open", "rini datang lagi")
    assert arrived(store) == ["open", "kept", "open"]
    assert len(store.arrivals(0, limit=2)) == 2


def test_a_question_to_the_newsroom_is_answered_for_its_reader(store: Store) -> None:
    newsroom = Newsroom(store, "berita")
    text = 'Bupati Sari Dewi mengundurkan diri.\n"Saya mundur demi keluarga," kata Sari Dewi kepada wartawan.'
    newsroom.add(Article(id="sari", text=text, published=dt.date(2026, 11, 30)))
    newsroom.keep_back("sari", NOON)
    assert newsroom.ask("apa kata Sari Dewi?").found
    reader = newsroom.at("berita", Reader(at=BEFORE))
    shown = reader.ask("apa kata Sari Dewi?")
    assert (shown.found, shown.answers, shown.closest) == (False, (), ())
    with pytest.raises(UnknownArticleError):
        reader.ask("apa kata Sari Dewi?", "sari")
    assert newsroom.at("berita", Reader(at=AFTER)).ask("apa kata Sari Dewi?").found
    assert newsroom.at("berita", Reader(at=BEFORE, edits=frozenset({"berita"}))).ask("apa kata Sari Dewi?").found


def test_an_article_is_kept_back_from_a_query_that_leaves_others_out(store: Store) -> None:
    query = Query(must=(("rini",),), without=("open",))
    assert seen(store).search("desk", query) == []
    assert [h.article for h in store.search("desk", query)] == ["kept"]


def test_an_extraction_without_sentences_can_be_kept_back(store: Store) -> None:
    store.put_article("desk", Article(id="empty", text="x"), Extraction(language="id", rules=1))
    store.keep_back(Embargo(scope="desk", article="empty", until=NOON, by=7, since=BEFORE))
    assert "empty" not in seen(store).ids("desk")


HEAD = "EMBARGO sampai 1 Desember 2099 pukul 06.00\n\n"
BODY = 'Bupati Sari Dewi mundur.\n"Saya mundur," kata Sari Dewi kepada wartawan.'


def test_what_says_so_at_its_head_is_kept_back_however_it_comes(store: Store) -> None:
    newsroom = Newsroom(store, "berita", dt.timezone(dt.timedelta(hours=8)))
    newsroom.add(Article(id="one", text=HEAD + BODY))
    list(newsroom.add_many([Article(id="two", text=HEAD + BODY), Article(id="three", text=BODY)]))
    assert newsroom.at("berita", Reader()).ids() == ["three"]
    assert {e.until for e in newsroom.embargoes()} == {dt.datetime(2099, 11, 30, 22, tzinfo=dt.UTC)}
    newsroom.let_out("one")
    list(newsroom.redo())
    assert set(newsroom.at("berita", Reader()).ids()) == {"one", "three"}, "what was let out stays out"
