"""A text as a reader sees it: without marks nobody sees, styled letters plain, look-alikes the letters they look like.

Rules read that text; what they find is told by its place in the text as it stands.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STYLED = (
    "\u017f\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2071\u207f\u2090-\u209c\u2102-\u2115\u2119-\u211d\u2124"
    "\u2128\u212a-\u2139\u2145-\u2149\u24b6-\u24e9\u2c7c\u2c7d\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
    "\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
)
_SQUARED = {chr(first + n): chr(65 + n) for first in (0x1F150, 0x1F170) for n in range(26)}  # Unicode folds only others
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = 0x250  # where Latin letters with their accents end


class Plain(NamedTuple):
    """A text to be read, and the place of each of its letters in the text as it stands; none where they are alike."""

    text: str
    places: tuple[int, ...] | None = None
    length: int = 0

    def start(self, at: int) -> int:
        """Return where in the text as it stands a stretch begins that begins here."""
        if self.places is None:
            return at
        return self.places[at] if at < len(self.places) else self.length

    def end(self, at: int) -> int:
        """Return where in the text as it stands a stretch ends that ends here."""
        if self.places is None:
            return at
        return self.places[at - 1] + 1 if at else self.start(0)


def plain(text: str) -> Plain:
    """Return a text as a reader sees it."""
    if text.isascii() or not _strange().search(text):
        return Plain(text)
    read = list(_read(text))
    seen = _undisguised("".join(letter for letter, _ in read))
    return Plain(text) if seen == text else Plain(seen, tuple(place for _, place in read), len(text))


def _read(text: str) -> Iterator[tuple[str, int]]:
    """Yield the letters that are seen, with their places; marks join the letter that they stand on, or are left out."""
    for match in _pieces().finditer(text):
        letter, marks, at = match["letter"], match["marks"], match.start()
        kept = "".join(c for c in marks if not _is_unseen(c))
        if not letter or not _is_latin(plainer := _plainer(letter)):
            yield from zip(letter + (kept if letter else ""), _count(at), strict=False)
            continue
        whole = unicodedata.normalize("NFC", plainer + kept)
        yield from ((c, at) for c in (whole if len(whole) == 1 else plainer))


def _count(start: int) -> Iterator[int]:
    while True:
        yield start
        start += 1


def _plainer(letter: str) -> str:
    """Return a styled letter, or a ligature, as the plain letters that it stands for."""
    if not _styled().match(letter):
        return letter
    return _SQUARED.get(letter) or unicodedata.normalize("NFKC", letter).replace("(", "").replace(")", "")


def _undisguised(text: str) -> str:
    """Return a text in which words of Latin letters and look-alikes alone are all Latin."""
    return _LETTERS.sub(lambda word: _latin(word.group()), text)


def _latin(word: str) -> str:
    if word.isascii():
        return word
    told = word.translate(_lookalikes())
    return told if all(map(_is_latin, told)) else word


def _is_latin(letters: str) -> bool:
    return letters.isalpha() and all(ord(c) < _LATIN for c in letters)


def _is_unseen(letter: str) -> bool:
    return _unseen().match(letter) is not None


@cache
def _lookalikes() -> dict[int, str]:
    text = (files("newsqa.languages") / "shared" / "lookalikes.toml").read_text(encoding="utf-8")
    return {ord(other): letter for letter, others in tomllib.loads(text).items() for other in others}


@cache
def _strange() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}{_MARKS}{_STYLED}{''.join(map(chr, _lookalikes()))}]")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(f"(?P<letter>[^{_UNSEEN}{_MARKS}]?)(?P<marks>[{_UNSEEN}{_MARKS}]*+)", re.DOTALL)


@cache
def _styled() -> re.Pattern[str]:
    return re.compile(f"[{_STYLED}]")


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}]")
