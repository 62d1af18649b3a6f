"""What a watch notices in an article, and what is no news."""

import pytest

from newsqa.answer.watches import Watch, is_copy, noticed, plain, watch_of
from newsqa.extract import extract
from newsqa.model import Article
from newsqa.store.protocol import Stored

TALKS = """Haniyeh bahas gencatan senjata di Kairo

KAIRO - Pemimpin Hamas Ismail Haniyeh bertemu dengan Menteri Luar Negeri Mesir Badr Abdelatty di Kairo, Rabu.

"Kami menerima gencatan senjata selama enam pekan," kata Haniyeh kepada wartawan.

Abdelatty mengatakan perundingan berlanjut pekan depan. Wali Kota Tom Reed mengunjungi pasar ikan.
"""
TRUCE = """Truce holds in the valley

EASTBAY - Governor Helen Marsh visited the valley on Monday.

"The ceasefire has held for three days," Marsh told reporters.

The mayor opened a new market.
"""


def seen(words: str, text: str = TALKS) -> list[tuple[str, str]]:
    article, watch = Article(id="a", text=text), watch_of(words)
    assert watch is not None
    stored = Stored(article=article, extraction=extract(article))
    return [(n.kind, n.words.of(text)) for n in noticed(watch, stored)]


@pytest.mark.parametrize("name", ["Haniyeh", "haniyeh", "Ismail Haniyeh", "Haniya", "ismail haniya"])
def test_a_name_notices_quotes_and_facts_however_it_is_spelt(name: str) -> None:
    (kind, words), *facts = seen(name)
    assert (kind, words) == ("quote", "Kami menerima gencatan senjata selama enam pekan")
    assert any(
        said.endswith("bertemu dengan Menteri Luar Negeri Mesir Badr Abdelatty di Kairo, Rabu.") for _, said in facts
    )
    assert not any("wartawan" in said for _, said in facts), "a sentence with a quotation is told by that alone"


def test_somebody_else_is_not_noticed() -> None:
    assert all("Reed" in words or "Wali Kota" in words for _, words in seen("Tom Reed"))
    assert seen("Tom Reed")
    assert seen("Ismail Sabri") == []
    assert seen("Netanyahu") == []


@pytest.mark.parametrize("words", ['"gencatan senjata"', "gencatan senjata", "“gencatan senjata”"])
def test_a_phrase_is_noticed_in_every_language(words: str) -> None:
    assert ("quote", "Kami menerima gencatan senjata selama enam pekan") in seen(words)
    assert ("quote", "The ceasefire has held for three days") in seen(words, TRUCE)
    assert not any("market" in said for _, said in seen(words, TRUCE))


def test_all_words_of_a_phrase_must_be_said() -> None:
    assert seen('"gencatan senjata permanen"') == []


def test_marks_and_small_letters_make_a_phrase() -> None:
    assert watch_of('"gencatan senjata"') == Watch(words="gencatan senjata", phrase=True)
    assert watch_of("harga minyak") == Watch(words="harga minyak", phrase=True)
    assert watch_of("Haniyeh") == Watch(words="Haniyeh")
    assert watch_of('"?!"') is None
    assert watch_of("  ") is None


COPIES = [
    ("Kami menerima gencatan senjata selama enam pekan", "Kami menerima gencatan senjata selama enam pekan.", True),
    ("Kami menerima gencatan senjata", "Kami menerima gencatan senjata selama enam pekan", True),
    ("The ceasefire has held for 3 days", "The ceasefire has held for 4 days", False),
    ("Kami menolak", "Kami menerima gencatan senjata selama enam pekan", False),
    ("Harga minyak naik 5 persen pada Senin", "Harga minyak naik 5 persen, Senin", True),
]


@pytest.mark.parametrize(("new", "old", "copy"), COPIES)
def test_a_copy_is_no_news(new: str, old: str, copy: bool) -> None:
    assert is_copy(plain(new), [plain(old)]) is copy
