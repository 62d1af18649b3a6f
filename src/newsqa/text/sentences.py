"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from newsqa.languages.schema import Language
from newsqa.model import Span
from newsqa.text.marks import Marked
from newsqa.text.words import normalise

# A stop, the marks that close behind it, and marks that lead to notes, as encyclopedias have them.
_END = re.compile(r"(?P<stop>[.!?…])[\"”’'»›)\]]{0,3}(?:\[\d{1,3}\]){0,9}\s+(?=[\"“‘'«‹(\[]{0,3}(?P<next>\w+))")
_CLOSING = frozenset("\"”’»'")
_PHRASE = re.compile(r"[^\n.!?,;:\"“]{0,60}")
_INTRODUCES = re.compile(r"[,:]\s*[\"“‘']")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")


def sentences(text: str, paragraph: Span, language: Language, marked: Iterable[Marked] = ()) -> list[Span]:
    """Return the sentences of one paragraph, in order, without the space between them; a quotation is kept whole."""
    whole = deque(m.outer for m in marked if m.depth == 0)
    spans, start = [], paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        gap = mark.end()
        while whole and whole[0].end < gap:
            whole.popleft()
        inside = bool(whole) and whole[0].start < gap - 1 and gap <= whole[0].end
        if not inside and not _is_told(text, mark, language) and _ends(text, start, mark, language):
            spans.append(Span(start=start, end=mark.start() + len(mark.group().rstrip())))
            start = mark.end()
    return [*spans, Span(start=start, end=paragraph.end)]


def _ends(text: str, start: int, mark: re.Match[str], language: Language) -> bool:
    """Tell whether a sentence ends at a stop: not in lower case, at an abbreviation, an initial or a list number."""
    following = mark["next"]
    if following[0].islower() or mark["stop"] != ".":
        return not following[0].islower()
    word = text[max(start, mark.start() - 24) : mark.start()].rsplit(None, 1)[-1:]
    last = word[0].lstrip("([\"“‘'«") if word else ""
    if last.rpartition("-")[2] in language.sentences.abbreviations or (
        last.isdigit() and mark.start() - len(last) == start
    ):
        return False
    if _is_initial(text, start, mark, last):
        return _begins(following, language) and not text.startswith(".", mark.end("next"))
    may_go_on = last in language.sentences.may_end or _DOTTED.fullmatch(last)
    return not may_go_on or _begins(following, language)


def _is_told(text: str, mark: re.Match[str], language: Language) -> bool:
    """Tell whether a quotation that ends in its own stop is followed by who said it: "Why?" Ruiz asked."""
    if mark["stop"] == "." or not set(mark.group()) & _CLOSING:
        return False
    phrase = _PHRASE.match(text, mark.end())
    if phrase is None or _INTRODUCES.match(text, phrase.end()):
        return False
    words, rules = normalise(phrase[0]).split(), language.reporting
    behind = (words[i + 1] if i + 1 < len(words) else "" for i, w in enumerate(words) if i and w in rules.say)
    return any(
        not w or w in rules.ends - rules.to - rules.that or w.capitalize() in language.times.weekdays for w in behind
    )


def _is_initial(text: str, start: int, mark: re.Match[str], last: str) -> bool:
    """Tell whether a capital before a full stop stands for a name: after another, or before another."""
    before = text[max(start, mark.start() - 25) : mark.start() - 1].split()
    named = not before or before[-1].endswith(",") or before[-1].lstrip("(\"“‘'")[:1].isupper()
    another = len(mark["next"]) == 1 and text.startswith(".", mark.end("next"))
    return len(last) == 1 and last.isupper() and (named or another)


def _begins(word: str, language: Language) -> bool:
    """Tell whether a word in capitals after an abbreviation begins a sentence rather than a name."""
    return word[0].isupper() and word.casefold() in language.about.function_words
