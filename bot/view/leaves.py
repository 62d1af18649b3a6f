"""An article, its quotations and its facts, as leaves of one message that buttons turn."""

from __future__ import annotations

from typing import NamedTuple

from bot.letters import MOST_DATA, Button, Keyboard
from bot.messages import say
from bot.view import articles
from bot.view.markup import escape, messages, quoted, title
from newsqa.model import Span
from newsqa.newsroom import Stored

_MOST = 3000  # UTF-16 units of an article on one leaf
_FULL = 0.5  # of a leaf, from which it may end with its paragraph


class Leaf(NamedTuple):
    """What is shown of an article, all of it, its `quotes` or its `facts`; without a number it is not shown yet."""

    what: str = "article"
    number: int | None = None

    @classmethod
    def named(cls, name: str) -> Leaf:
        """Return the leaf that a button names."""
        what, _, number = name.partition(".")
        return cls(what, int(number) if number else None)


def leaves(value: Stored, what: str, language: str) -> list[str]:
    """Return the leaves of an article, of its `quotes` or of its `facts`; together they say all of it."""
    if what == "article":
        return _text(value, language)
    quotes = what == "quotes"
    blocks = (articles.quotes if quotes else articles.facts)(value, language)
    if not blocks:
        return [say(language, f"no-{what}")]
    filled = messages(blocks, "\n\n" if quotes else "\n", most=len(blocks))
    return [f"{_heading(value, n, len(filled))}\n\n{leaf}" for n, leaf in enumerate(filled)]


def turning(article: str, what: str, number: int, count: int) -> Keyboard | None:
    """Return the buttons that turn to other leaves, each under its number; None where an id is too long for one."""
    last = count - 1
    targets = {"«": 0, "‹": number - 1, "›": number + 1, "»": last}
    near = {number - 1, number + 1}
    row = tuple(
        Button(label=_label(mark, target + 1), data=f"a:{what}.{target}:{article}")
        for mark, target in targets.items()
        if 0 <= target <= last and target != number and (mark in "‹›" or target not in near)
    )
    if any(len(button.data.encode()) > MOST_DATA for button in row):
        return None
    return (row,) if row else ()


def parts(text: str, ends: frozenset[int], most: int = _MOST) -> list[Span]:
    """Return a text in parts of so many UTF-16 units: whole paragraphs, else up to one of `ends`, else words."""
    found, start = [], 0
    while start < len(text):
        end = _end(text, start, ends, most)
        found.append(Span(start=start, end=end))
        start = end
    return found


def _end(text: str, start: int, ends: frozenset[int], most: int) -> int:
    """Return where a part ends that begins at `start`."""
    reach = start + _reach(text[start : start + most], most)
    if reach >= len(text):
        return len(text)
    paragraph = text.rfind("\n", start + int((reach - start) * _FULL), reach)
    if paragraph > start:
        return paragraph + 1
    sentence = max((end for end in ends if start < end <= reach), default=0)
    if sentence:
        return sentence
    word = max(text.rfind(space, start + 1, reach) for space in " \n\t")
    return word if word > start else reach


def _reach(text: str, most: int) -> int:
    """Return how many characters of a text so many UTF-16 units hold."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore")) or 1


def _text(value: Stored, language: str) -> list[str]:
    """Return an article's title, source and text, folded."""
    text, source = value.article.text, articles.sourced(value.article, language)
    spans = parts(text, frozenset(s.span.end for s in value.extraction.sentences))
    return [
        f"{_heading(value, n, len(spans))}\n{source}\n{quoted(escape(span.of(text).strip()))}"
        for n, span in enumerate(spans)
    ]


def _heading(value: Stored, number: int, count: int) -> str:
    """Return the title of an article, with the number of the leaf where there are several."""
    return f"<b>{title(value.article)}</b>" + (f" · {number + 1}/{count}" if count > 1 else "")


def _label(mark: str, number: int) -> str:
    return f"{mark} {number}" if mark in "«‹" else f"{number} {mark}"
