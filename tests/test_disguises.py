"""One name in many disguises is one name, in a question and in an article; what is shown is what stands there."""

from __future__ import annotations

import pytest

from newsqa.model import Article
from newsqa.newsroom import Newsroom
from newsqa.store.memory import MemoryStore
from newsqa.text import disguises

NAME = "Rini Astuti"


def styled(capital: int, small: int) -> str:
    """Return the name in another row of letters, of which these are A and a."""
    return "".join(c if c == " " else chr((capital - 65 if c.isupper() else small - 97) + ord(c)) for c in NAME)


def marked(mark: str) -> str:
    return "".join(c + mark if c.isalpha() else c for c in NAME)


def inside(mark: str) -> str:
    return f"Ri{mark}ni As{mark}tuti"


DISGUISES = {
    "combining accents": NAME.replace("i", "i\u0301"),
    "combining marks that join no letter": marked("\u0308"),
    "a pile of marks": marked("\u0300\u0316\u0334"),
    "enclosing circles": marked("\u20dd"),
    "accented letters": NAME.replace("i", "í").replace("A", "Á").replace("u", "ü"),
    "full width": styled(0xFF21, 0xFF41).replace(" ", "\u3000"),
    "zero-width space": inside("\u200b"),
    "zero-width non-joiner": inside("\u200c"),
    "zero-width joiner": inside("\u200d"),
    "word joiner": inside("\u2060"),
    "byte order mark": f"\ufeff{inside(chr(0xFEFF))}",
    "soft hyphen": inside("\u00ad"),
    "grapheme joiner": inside("\u034f"),
    "vowel separator": inside("\u180e"),
    "Hangul filler": inside("\u3164"),
    "invisible plus": inside("\u2064"),
    "variation selectors": inside("\ufe0f"),
    "tag letters": inside("\U000e0041"),
    "left-to-right marks": "\u200eRini\u200f Ast\u200euti",
    "override": "\u202dRini Astuti\u202c",
    "isolates": "\u2068Rini Astuti\u2069",
    "embedding inside": "Ri\u202ani\u202c Astuti",
    "no-break space": NAME.replace(" ", "\u00a0"),
    "narrow no-break space": NAME.replace(" ", "\u202f"),
    "thin space": NAME.replace(" ", "\u2009"),
    "em space": NAME.replace(" ", "\u2003"),
    "two spaces": NAME.replace(" ", "  "),
    "tab": NAME.replace(" ", "\t"),
    "bold": styled(0x1D400, 0x1D41A),
    "sans-serif": styled(0x1D5A0, 0x1D5BA),
    "typewriter": styled(0x1D670, 0x1D68A),
    "bold script": styled(0x1D4D0, 0x1D4EA),
    "bold Fraktur": styled(0x1D56C, 0x1D586),
    "bold italic": styled(0x1D63C, 0x1D656),
    "circled": styled(0x24B6, 0x24D0),
    "superscript": "ᴿⁱⁿⁱ ᴬˢᵗᵘᵗⁱ",
    "small capitals": "Rɪɴɪ Aꜱᴛᴜᴛɪ",
    "Cyrillic": NAME.replace("i", "і").replace("A", "А").replace("s", "ѕ"),
    "Greek": NAME.replace("A", "Α").replace("i", "ι").replace("u", "υ"),
    "Armenian": NAME.replace("u", "ս").replace("n", "ո"),
    "Cherokee": NAME.replace("R", "Ꭱ").replace("A", "Ꭺ"),
    "dotless": NAME.replace("i", "ı"),
    "dotted capitals": NAME.replace("i", "İ"),
    "ligature": NAME.replace("st", "ﬆ"),
    "long s": NAME.replace("s", "ſ"),
}
SAID = '"Pintu air harus selesai bulan depan," kata {}.'
TEXT = "{} meninjau Bendungan Sukamulya pada Selasa.\n\n" + SAID + "\n\nBudi Hartono pulang ke Wates."


def archive(name: str) -> Newsroom:
    newsroom = Newsroom(MemoryStore())
    newsroom.add(Article(id="a", text=TEXT.format(name, name)))
    return newsroom


@pytest.fixture(scope="module")
def plain() -> Newsroom:
    return archive(NAME)


def found(newsroom: Newsroom, name: str, written: str) -> None:
    """Check that somebody is found by a name, and that what is shown stands in the article."""
    said = newsroom.ask(f"apa kata {name}?").answers[0]
    assert said.text == "Pintu air harus selesai bulan depan"
    assert said.evidence.words == SAID.format(written)
    profile = newsroom.lookups.who(name)
    assert profile is not None
    assert profile.quotes == 1


@pytest.mark.parametrize("name", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_name_in_a_question_finds_the_plain_one(plain: Newsroom, name: str) -> None:
    found(plain, name, NAME)


@pytest.mark.parametrize("name", DISGUISES.values(), ids=DISGUISES)
def test_a_plain_name_finds_the_disguised_one_word_for_word(name: str) -> None:
    found(archive(name), NAME, name)


LEFT_ALONE = [
    "Владимир",
    "Ελλάδα",
    "محمَّد علي",
    "नमस्ते",
    "สวัสดี",
    "José",
    "São Paulo",
    "Müller",
    "10⁵ m²",
    "№ 5 ™",
    "日本",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_disguise_is_left_alone(text: str) -> None:
    assert disguises.plain(text) == disguises.Plain(text)
