"""What people set right: one suite, every engine, through every way by which an extraction is put."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_contract import ENGINES

from newsqa.errors import UncorrectableError, UnknownArticleError
from newsqa.model import Article, Correction, Extraction, Span
from newsqa.newsroom import Fix, Newsroom
from newsqa.store.memory import MemoryStore
from newsqa.store.protocol import Embargo, Reader, Store
from newsqa.store.seen import Seen

NOW = dt.datetime(2026, 11, 27, 9, 30, tzinfo=dt.UTC)
TEXT = """\
Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa (26/3/2024). Ia bertemu dengan Budi Hartono di lokasi.

"Pintu air harus selesai bulan depan," kata Rini kepada wartawan.

"Kami tidak akan menaikkan iuran air tahun ini," ujar Budi.

Pak Lurah Karjo membantah kabar itu. Sebanyak 340 keluarga mengungsi sejak kemarin karena banjir.
"""
GATE, FEE = "Pintu air harus selesai bulan depan", "Kami tidak akan menaikkan iuran air tahun ini"


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine = ENGINES[request.param](tmp_path)
    yield engine
    engine.close()


@pytest.fixture
def newsroom(store: Store) -> Newsroom:
    newsroom = Newsroom(store, "desk")
    newsroom.add(Article(id="a", text=TEXT, title="Bendungan", outlet="Kabar", published=dt.date(2024, 3, 26)))
    return newsroom


def speakers(newsroom: Newsroom, text: str = TEXT) -> dict[str, str | None]:
    return {q.words.of(text).strip(","): q.speaker for q in newsroom.show("a").extraction.quotes}


def quoted(newsroom: Newsroom, words: str) -> Span:
    quotes = newsroom.show("a").extraction.quotes
    return next(q.words for q in quotes if words in q.words.of(TEXT))


def give(newsroom: Newsroom, words: str, speaker: str) -> Correction:
    return newsroom.correct("a", Fix("speaker", speaker, quoted(newsroom, words)), 7)


def test_a_log_is_kept_in_order_and_by_desk(store: Store) -> None:
    for desk, title in (("one", "x"), ("one", "y"), ("two", "z")):
        store.log(Correction(scope=desk, article="a", kind="title", by=7, at=NOW, before="w", after=title))
    kept = store.corrections("one", "a")
    assert [(c.by, c.at, c.before, c.after) for c in kept] == [(7, NOW, "w", "x"), (7, NOW, "w", "y")]
    assert kept[0].no < kept[1].no
    assert store.undo("one", kept[0].no, 8, NOW)
    assert not store.undo("one", kept[0].no, 8, NOW)
    assert not store.undo("two", kept[1].no, 8, NOW)
    assert [(c.undone_by, c.undone_at) for c in store.corrections("one", "a")] == [(8, NOW), (None, None)]


def test_what_is_under_embargo_has_no_log_for_others(store: Store) -> None:
    store.log(Correction(scope="one", article="a", kind="title", by=7, at=NOW, after="secret"))
    store.keep_back(Embargo(scope="one", article="a", until=NOW + dt.timedelta(days=1), by=7, since=NOW))
    assert Seen(store, Reader(at=NOW)).corrections("one", "a") == []
    assert Seen(store, Reader(at=NOW, edits=frozenset({"one"}))).corrections("one", "a")


@pytest.mark.parametrize(
    ("kind", "value"), [("title", "Rini tinjau bendungan"), ("outlet", "Warta"), ("published", "2024-03-27")]
)
def test_a_field_is_set_right_through_reindex_and_given_back(newsroom: Newsroom, kind: str, value: str) -> None:
    before = str(getattr(newsroom.show("a").article, kind))
    fixed = newsroom.correct("a", Fix(kind, value), 7)  # type: ignore[arg-type]
    assert (fixed.before, fixed.after, fixed.by) == (before, value, 7)
    for _ in newsroom.redo():
        pass
    assert str(getattr(newsroom.show("a").article, kind)) == value
    assert newsroom.undo("a", fixed.no, 8)
    assert str(getattr(newsroom.show("a").article, kind)) == before
    assert newsroom.undo("a", fixed.no, 8) is None


def test_corrections_are_undone_in_any_order(newsroom: Newsroom) -> None:
    first, second = (newsroom.correct("a", Fix("title", title), 7) for title in ("Satu", "Dua"))
    newsroom.undo("a", first.no, 7)
    assert newsroom.show("a").article.title == "Dua"
    newsroom.undo("a", second.no, 7)
    assert newsroom.show("a").article.title == "Bendungan"


def test_the_day_moves_what_yesterday_means(newsroom: Newsroom) -> None:
    def dated() -> str | None:
        notes = [n for s in newsroom.show("a").extraction.sentences for n in s.notes]
        return next(n.value for n in notes if n.span.of(TEXT) == "kemarin")

    assert dated() == "2024-03-25"
    fixed = newsroom.correct("a", Fix("published", "2024-04-10"), 7)
    assert dated() == "2024-04-09"
    newsroom.undo("a", fixed.no, 7)
    assert dated() == "2024-03-25"


def test_a_quotation_gets_another_speaker_and_answers_follow(newsroom: Newsroom) -> None:
    question = "apa kata Budi soal pintu air?"
    assert not newsroom.ask(question).found or GATE not in newsroom.ask(question).answers[0].text
    fixed = give(newsroom, GATE, "budi hartono")
    assert (fixed.before, fixed.after) == ("Rini Astuti", "Budi Hartono")
    for _ in newsroom.redo():
        pass
    answer = newsroom.ask(question).answers[0]
    assert (answer.speaker, GATE in answer.text) == ("Budi Hartono", True)
    wrong = newsroom.ask("apa kata Rini soal pintu air?")
    assert not any(a.kind == "quote" and GATE in a.text for a in wrong.answers)
    newsroom.undo("a", fixed.no, 7)
    assert newsroom.ask("apa kata Rini soal pintu air?").answers[0].speaker == "Rini Astuti"


def test_a_speaker_whom_the_article_does_not_know_is_found_too(newsroom: Newsroom) -> None:
    give(newsroom, FEE, "Sari Dewi")
    answer = newsroom.ask("apa kata Sari Dewi soal iuran air?").answers[0]
    assert (answer.speaker, FEE in answer.text) == ("Sari Dewi", True)
    assert answer.evidence.words == TEXT[answer.evidence.span.start : answer.evidence.span.end]


def test_two_names_become_one(newsroom: Newsroom) -> None:
    give(newsroom, FEE, "Karjo")
    newsroom.correct("a", Fix("merge", "Budi Hartono", name="Karjo"), 7)
    for _ in newsroom.redo():
        pass
    names = {e.name: e.aliases for e in newsroom.show("a").extraction.entities}
    assert "Karjo" in names["Budi Hartono"]
    assert not any(name.endswith("Karjo") for name in names)
    assert speakers(newsroom)[FEE] == "Budi Hartono"
    assert newsroom.ask("apa kata Karjo soal iuran air?").answers[0].speaker == "Budi Hartono"


def test_what_is_no_quotation_or_fact_is_gone_until_it_is_undone(newsroom: Newsroom) -> None:
    before = newsroom.show("a").extraction
    quote = newsroom.correct("a", Fix("quote", span=quoted(newsroom, GATE)), 7)
    fact = newsroom.correct("a", Fix("fact", span=before.facts[0].span), 7)
    after = newsroom.show("a").extraction
    assert GATE not in speakers(newsroom)
    assert before.facts[0].span not in [f.span for f in after.facts]
    for correction in (quote, fact):
        newsroom.undo("a", correction.no, 7)
    assert newsroom.show("a").extraction == before


def test_a_correction_finds_its_words_where_an_edit_moved_them(newsroom: Newsroom) -> None:
    give(newsroom, GATE, "Budi Hartono")
    article = newsroom.show("a").article
    edited = "Dua pekan setelah banjir besar, warga masih menunggu.\n\n" + TEXT
    newsroom.add(article.model_copy(update={"text": edited}))
    assert speakers(newsroom, edited)[GATE] == "Budi Hartono"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("title", {"after": "Bendungan"}),
        ("title", {"after": "  "}),
        ("published", {"after": "kapan-kapan"}),
        ("merge", {"after": "Rini Astuti", "name": "Siapa Saja"}),
        ("merge", {"after": "rini astuti", "name": "Rini Astuti"}),
        ("speaker", {"after": "Budi", "span": Span(start=0, end=6)}),
        ("fact", {"span": Span(start=0, end=6)}),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_not_logged(newsroom: Newsroom, kind: str, told: dict) -> None:  # type: ignore[type-arg]
    with pytest.raises(UncorrectableError):
        newsroom.correct("a", Fix(kind, **told))  # type: ignore[arg-type]
    assert newsroom.corrections("a") == []


def test_a_deleted_article_takes_its_log_with_it(newsroom: Newsroom) -> None:
    newsroom.correct("a", Fix("title", "Lain"), 7)
    newsroom.delete("a")
    with pytest.raises(UnknownArticleError):
        newsroom.correct("a", Fix("title", "Lain lagi"), 7)
    newsroom.add(Article(id="a", text=TEXT, title="Bendungan"))
    assert newsroom.show("a").article.title == "Bendungan"
    assert newsroom.corrections("a") == []


def test_an_article_that_is_given_anew_keeps_what_was_set_right(newsroom: Newsroom) -> None:
    newsroom.correct("a", Fix("outlet", "Warta"), 7)
    newsroom.add_row({"id": "a", "text": TEXT, "title": "Judul baru", "outlet": "Kabar"})
    article = newsroom.show("a").article
    assert (article.title, article.outlet) == ("Judul baru", "Warta")


class Interrupted(MemoryStore):
    """An archive into which another process logs a correction right before an article is written."""

    pending: Correction | None = None

    def put_article(self, scope: str, article: Article, extraction: Extraction) -> None:
        waiting, self.pending = self.pending, None
        if waiting:
            self.log(waiting)
        super().put_article(scope, article, extraction)


def test_what_is_logged_while_an_article_is_written_is_applied_too() -> None:
    store = Interrupted()
    newsroom = Newsroom(store, "desk")
    article = Article(id="a", text=TEXT, title="Bendungan")
    store.pending = Correction(scope="desk", article="a", kind="title", by=7, at=NOW, before="Bendungan", after="Lain")
    newsroom.add(article)
    assert newsroom.show("a").article.title == "Lain"
